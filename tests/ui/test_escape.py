"""Escape goes back from every dialog, and what was typed is never gone without a word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from diary.session import Session
from diary.settings import Settings
from diary.ui.dialogs.entry_dialog import EntryDialog
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from diary.ui.unlock import Unlock
from tests.ui.conftest import Wait
from tests.ui.foreign_states import FOREIGN_STATES
from tests.ui.import_states import IMPORT_STATES
from tests.ui.lock_states import LOCK_STATES
from tests.ui.test_every_dialog import FORMS, LISTS, opened, settle

ESCAPE = Qt.Key.Key_Escape
UNTYPED = "skin check"
"""Each grade is saved at once there."""
UNLOCK = {"wrong passphrase", "open by code"}
"""The first window: behind it there is nothing to go back to."""
LEADING = {
    state: opens
    for state, opens in {**FOREIGN_STATES, **LOCK_STATES, **IMPORT_STATES}.items()
    if state not in UNLOCK
}
"""Dialogs of several steps: Escape may lead back to the step before."""
MOST_STEPS = 5


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot, save: Wait
) -> Iterator[MainWindow]:
    save(session.start_attack)
    save(session.end_attack)
    made = MainWindow(session, settings, theme, "/a/folder")
    made.resize(1024, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def a_text(dialog: QWidget) -> QLineEdit | QPlainTextEdit | None:
    """Where words can be typed."""
    lines: list[QLineEdit | QPlainTextEdit] = [
        *dialog.findChildren(QLineEdit),
        *dialog.findChildren(QPlainTextEdit),
    ]
    return next((each for each in lines if each.isVisible() and each.isEnabled()), None)


@pytest.mark.parametrize("state", LISTS)
def test_escape_closes_it(state: str, window: MainWindow) -> None:
    dialog = opened(window, state)
    QTest.keyClick(dialog.focusWidget() or dialog, ESCAPE)
    settle()
    assert QApplication.activeModalWidget() is not dialog


@pytest.mark.parametrize("state", [state for state in FORMS if state != UNTYPED])
def test_escape_asks_before_it_loses_what_was_typed(state: str, window: MainWindow) -> None:
    dialog = opened(window, state)
    assert isinstance(dialog, EntryDialog)
    line = a_text(dialog)
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "7")

    QTest.keyClick(line, ESCAPE)
    settle()
    assert QApplication.activeModalWidget() is dialog
    assert dialog.saying.text()
    assert "7" in (line.text() if isinstance(line, QLineEdit) else line.toPlainText())

    QTest.keyClick(line, ESCAPE)
    settle()
    assert QApplication.activeModalWidget() is not dialog


@pytest.mark.parametrize("state", LEADING)
def test_escape_leads_out_of_each_step(state: str, window: MainWindow) -> None:
    LEADING[state](window)
    settle()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    for _press in range(MOST_STEPS):
        QTest.keyClick(dialog.focusWidget() or dialog, ESCAPE)
        settle()
        if QApplication.activeModalWidget() is not dialog:
            return
    raise AssertionError(state)


def test_escape_leads_back_from_the_recovery_code_and_keeps_it(window: MainWindow) -> None:
    LOCK_STATES["open by code"](window)
    settle()
    first = QApplication.activeModalWidget()
    assert isinstance(first, Unlock)
    typed = first.recovery.code.line.text()

    QTest.keyClick(first.recovery.code.line, ESCAPE)

    assert first.passphrase.isVisible()
    first.use_code()
    assert first.recovery.code.line.text() == typed != ""
    first.close()
