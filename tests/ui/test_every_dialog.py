"""Each dialog begins at its beginning, explains by F1, and gives the keyboard back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from diary.logic.skin_check import FIELDS
from diary.session import Session
from diary.settings import Settings
from diary.ui.dialogs.dialog import Dialog
from diary.ui.dialogs.entry_dialog import EntryDialog
from diary.ui.dialogs.reading import Reading
from diary.ui.dialogs.record_dialog import RecordDialog
from diary.ui.main_window import MainWindow
from diary.ui.pages.body import BodyPage
from diary.ui.theme import Theme
from tests.ui.asked_states import ASKED_STATES
from tests.ui.backup_states import BACKUP_STATES
from tests.ui.body_states import BODY_STATES
from tests.ui.care_states import CARE_STATES
from tests.ui.conftest import Wait
from tests.ui.erase_states import ERASE_STATES
from tests.ui.import_states import IMPORT_STATES
from tests.ui.photo_states import PHOTO_STATES
from tests.ui.sore_states import SORE_STATES

ALL = {
    **ASKED_STATES,
    **BACKUP_STATES,
    **BODY_STATES,
    **CARE_STATES,
    **ERASE_STATES,
    **IMPORT_STATES,
    **PHOTO_STATES,
    **SORE_STATES,
}
FORMS = (
    "new own field",
    "own field",
    "skin check",
    "new patch",
    "patch",
    "patch size",
    "new medicine",
    "medicine",
    "change of dose",
    "stop",
    "visit",
    "question",
    "new blood pressure",
    "new oxygen",
    "new weight",
    "new sore today",
    "new sore",
    "sore",
    "sore of a day",
    "photos of an attack",
)
LISTS = (
    "all blood pressures",
    "sore day by day",
    "photo",
    "list of backups",
    "what a restore would change",
    "words of a backup",
    "an import",
    "an import that did not work",
    "what an import would bring",
    "an import that does not fit",
    "an import of what is there",
    "words of an import",
    "where it is kept",
    "erase everything",
    "erase, last question",
)


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


def settle() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _turn in range(4):
        QApplication.processEvents()


def opened(window: MainWindow, state: str) -> Dialog:
    ALL[state](window)
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    return dialog


def begins_at_its_top(dialog: EntryDialog) -> None:
    """With the keyboard in it; `test_every_control` asks for it in other sizes of the text."""
    bar = dialog.area.verticalScrollBar()
    focused = dialog.focusWidget()
    assert bar.value() == 0
    assert bar.maximum() == 0 or bar.maximum() > 20, "a few pixels more and it would fit"
    assert focused is not None
    assert dialog.inside.isAncestorOf(focused)


@pytest.mark.parametrize("state", [*FORMS, *LISTS])
def test_f1_explains_and_escape_comes_back_and_leads_to_what_opened_it(
    state: str, window: MainWindow
) -> None:
    dialog = opened(window, state)
    if state in FORMS:
        assert isinstance(dialog, EntryDialog)
        begins_at_its_top(dialog)
    opener = dialog._opener
    assert opener is not None
    before = dialog.focusWidget()
    assert before is not None
    typed = _type(before)

    QTest.keyClick(before, Qt.Key.Key_F1)
    settle()
    reading = QApplication.activeModalWidget()
    assert isinstance(reading, Reading)
    assert len(reading.panel.view.toPlainText()) > 200
    assert reading.width() <= window.width()
    assert reading.height() <= window.height()
    QTest.keyClick(reading.panel.view, Qt.Key.Key_Escape)
    settle()

    assert QApplication.activeModalWidget() is dialog
    assert dialog.focusWidget() is before
    assert _typed(before) == typed
    _leave(dialog)
    assert opener.isVisible()
    assert window.focusWidget() is opener


def test_the_i_of_a_dialog_does_the_same(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, "new patch")

    qtbot.mouseClick(dialog.explain_button, Qt.MouseButton.LeftButton)
    settle()

    reading = QApplication.activeModalWidget()
    assert isinstance(reading, Reading)
    assert "patch" in reading.panel.view.toPlainText().lower()
    reading.reject()
    _leave(dialog)


def _type(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        QTest.keyClicks(widget, "7")
    return _typed(widget)


def _typed(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""


def _leave(dialog: Dialog) -> None:
    if isinstance(dialog, EntryDialog):
        dialog.leave()
    else:
        dialog.reject()
    settle()


def test_undo_takes_back_the_grades_of_a_skin_check_that_was_closed(
    window: MainWindow, session: Session, save: Wait, qtbot: QtBot
) -> None:
    page = window.show_page("body")
    assert isinstance(page, BodyPage)
    button = page.skin_check.check_button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EntryDialog)
    save(lambda: QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_2))
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    settle()

    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.focusWidget() is button
    with qtbot.waitSignal(session.history_changed):
        QTest.keyClick(button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.read.readings(session.today(), session.today(), FIELDS) == []


@pytest.mark.parametrize("state", ["sores", "body"])
def test_after_a_row_was_edited_the_keyboard_is_on_it_again(
    state: str, window: MainWindow, session: Session, save: Wait, qtbot: QtBot
) -> None:
    ALL[state](window)
    settle()
    page = window.stack.currentWidget()
    assert isinstance(page, BodyPage)
    inside = page.sores if state == "sores" else page.patches
    edits = [b for b in inside.findChildren(QPushButton) if b.accessibleName().startswith("Edit")]
    name = edits[0].accessibleName()
    edits[0].setFocus()
    qtbot.keyClick(edits[0], Qt.Key.Key_Space)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RecordDialog)
    dialog.form.inputs["note"].show("sore to the touch")

    save(dialog.keep)
    settle()

    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.isVisible()
    assert focused.accessibleName() == name
    with qtbot.waitActive(window):
        window.activateWindow()
    with qtbot.waitSignal(session.history_changed):
        QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
