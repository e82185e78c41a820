"""A mistake of the program: what is typed is kept first, the report can be copied."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from diary.ui.crash import CrashHook
from diary.ui.dialogs.crash_report import CrashReport


def crash(words: str) -> None:
    raise ValueError(words)


def test_a_mistake_keeps_what_is_typed_and_shows_a_report_without_it(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    kept: list[str] = []
    line.editingFinished.connect(lambda: kept.append(line.text()))
    line.setText("Frost")
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, CrashReport):
            QTimer.singleShot(20, look)
            return
        dialog.copy_button.click()
        seen.extend([dialog.report.toPlainText(), QApplication.clipboard().text()])
        dialog.go_on.click()

    QTimer.singleShot(0, look)
    try:
        crash("Frost")
    except ValueError as error:
        CrashHook()(type(error), error, error.__traceback__)

    assert kept == ["Frost"]
    report, copied = seen
    assert report == copied
    assert "ValueError" in report
    assert "test_crash.py" in report
    assert "Frost" not in report
