"""Undo and redo say what they did."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.session import Session
from diary.ui.main_window import MainWindow
from tests.db.examples import BELONGING, MEDICINE, SORE
from tests.ui.conftest import Wait

CTRL = Qt.KeyboardModifier.ControlModifier


def said(window: MainWindow, start: str) -> bool:
    return window.rail.status.words.startswith(start)


def test_a_value(window: MainWindow, session: Session, save: Wait, qtbot: QtBot) -> None:
    save(lambda: session.record(date(2026, 11, 22), "general.pain", 3))

    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: said(window, "Taken out again: Pain on 22 Nov 2026: 3"))

    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: said(window, "Done again: Pain on 22 Nov 2026: 3"))


def test_a_value_that_was_another(
    window: MainWindow, session: Session, save: Wait, qtbot: QtBot
) -> None:
    for value in (3, 8):
        save(partial(session.record, date(2026, 11, 22), "general.pain", value))

    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: said(window, "Undone; now again: Pain on 22 Nov 2026: 3"))


def test_a_deletion_with_all_that_went_along(
    window: MainWindow, session: Session, save: Wait, qtbot: QtBot
) -> None:
    save(lambda: session.put(SORE, MEDICINE, *BELONGING[::2]))
    save(lambda: session.remove(SORE))

    session.undo()

    qtbot.waitUntil(lambda: said(window, "Back again: Sore: Left index finger, tip"))
    assert "with 1 day of a sore" in window.rail.status.words


def test_nothing_to_undo_says_nothing(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    before = window.rail.status.words

    with qtbot.waitSignal(session.undone):
        session.undo()
    qtbot.wait(50)

    assert window.rail.status.words == before
