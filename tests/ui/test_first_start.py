"""At the first start a passphrase is offered, and asked about once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import keys, passphrase
from diary.paths import Places
from diary.session import Session
from diary.settings import Settings
from diary.ui.dialogs.first_start import FirstStart
from diary.ui.dialogs.privacy import PrivacyPage
from diary.ui.lockable import Lockable
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme


@pytest.fixture
def first(
    session: Session, settings: Settings, theme: Theme, folder: Path, qtbot: QtBot
) -> Iterator[FirstStart]:
    window = MainWindow(session, settings, theme, str(folder))
    Lockable(window, settings, folder)
    window.show()
    places = Places(folder, Path(settings.file), folder / "logs")
    made = FirstStart(session, theme, places, window)
    made.open()
    yield made
    window.leave()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_one_key_begins_without(first: FirstStart, folder: Path, key: Qt.Key) -> None:
    QTest.keyClick(first.focusWidget() or first, key)

    assert not first.isVisible()
    assert not keys.sealed(folder)


def test_it_shows_where_everything_is_kept_and_comes_back(first: FirstStart) -> None:
    first.where.setFocus()
    QTest.keyClick(first.where, Qt.Key.Key_Return)
    page = QApplication.activeModalWidget()
    assert isinstance(page, PrivacyPage)
    QTest.keyClick(page.area, Qt.Key.Key_Escape)

    assert first.isVisible()
    assert first.where.hasFocus()
    first.accept()


def test_a_passphrase_can_be_set_at_once(
    first: FirstStart, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    dialog = first.set_passphrase()
    assert not first.isVisible()
    assert QApplication.activeModalWidget() is dialog
    qtbot.waitUntil(dialog.form.isVisible)
    dialog.form.first.line.setText("warm gloves")
    dialog.form.again.setText("warm gloves")
    dialog.next_button.click()
    assert dialog.sheet is not None
    for number, line in zip(dialog.sheet.asked, dialog.sheet.lines, strict=True):
        line.setText(dialog.sheet._groups[number])
    with qtbot.waitSignal(dialog.changed):
        dialog.next_button.click()

    assert keys.sealed(folder)
    assert first._window.findChildren(Lockable)[0].locking.idle._timer.isActive()
