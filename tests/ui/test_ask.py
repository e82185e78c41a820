"""F4 writes a question down from any page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.records import Question
from diary.session import Session
from diary.settings import Settings
from diary.ui.dialogs.question_editor import QuestionEditor
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from tests.ui.conftest import Wait


@pytest.mark.parametrize("page", ["today", "trends", "learn"])
def test_one_key_writes_a_question_and_leaves_the_page_as_it_was(
    page: str, session: Session, settings: Settings, theme: Theme, qtbot: QtBot, save: Wait
) -> None:
    window = MainWindow(session, settings, theme, "/a/folder")
    with qtbot.waitActive(window):
        window.show()
    shown = window.show_page(page)

    qtbot.keyClick(window, Qt.Key.Key_F4)
    editor = window.findChild(QuestionEditor)
    assert editor is not None
    text = editor.form.inputs["text"].widget
    assert isinstance(text, QPlainTextEdit)
    text.setPlainText("Is it safe to fly?")
    save(lambda: qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))

    assert [each.text for each in session.events(Question)] == ["Is it safe to fly?"]
    assert window.stack.currentWidget() is shown
    QApplication.processEvents()
    window.close()
