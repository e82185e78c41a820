"""Where the keyboard is can be seen: each control looks otherwise with it, in each look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary.palette import Look
from diary.ui.focus import stops_of
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme

ENOUGH = 20
"""Pixels that differ at least: a text cursor alone is less in most lines."""
PAGES = {
    Look.LIGHT: ["today", "attacks", "trends", "summary"],
    Look.DARK: ["body", "care", "settings"],
    Look.CONTRAST: ["today", "history", "learn"],
}
"""Each kind of control in each look, without every page in every look."""


def ring(control: QWidget) -> int:
    """How many pixels of a control differ once it has the keyboard."""
    QApplication.processEvents()
    control.clearFocus()
    without = control.grab().toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    return differing(without, control.grab().toImage())


def differing(one: QImage, other: QImage) -> int:
    """The number of pixels that are not the same; all, where the sizes differ."""
    if one.size() != other.size():
        return ENOUGH
    first, second = (each.convertToFormat(QImage.Format.Format_RGB32) for each in (one, other))
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return sum(a != b for a, b in pairs) // 3


@pytest.mark.parametrize("look", Look)
def test_each_control_looks_otherwise_with_the_keyboard(
    window: MainWindow, theme: Theme, qtbot: QtBot, look: Look
) -> None:
    theme.apply(look, 11)
    with qtbot.waitActive(window):
        window.activateWindow()
    unseen: list[str] = []
    for key in PAGES[look]:
        page = window.show_page(key)
        QApplication.processEvents()
        stops = list(stops_of(page))
        assert stops
        unseen += [f"{key}: {_named(each)}" for each in stops if ring(each) < ENOUGH]
    assert unseen == []


def _named(control: QWidget) -> str:
    return f"{type(control).__name__} “{control.accessibleName()}”"
