"""One key writes a question down, whatever page is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from diary.ui.main_window import MainWindow
    from diary.ui.theme import Theme


def write_question(window: MainWindow, theme: Theme) -> None:
    """Open the dialog of a new question; afterwards the keyboard is where it was."""
    from diary.ui.dialogs.question_editor import QuestionEditor  # noqa: PLC0415 - only when wanted

    before = QApplication.focusWidget()
    editor = QuestionEditor(window.session, theme, None, window)
    editor.kept.connect(window.say)
    editor.finished.connect(editor.deleteLater)
    if before is not None:
        editor.finished.connect(before.setFocus)
    editor.open_at("text")
