"""What could not be saved of a damaged diary, as a text that can be read through and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from diary.i18n import _
from diary.ui.widgets.controls import button, label

HIGH = 160


class MissingList(QWidget):
    """A list below its heading, and a button that copies it."""

    def __init__(self) -> None:
        super().__init__()
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setMinimumHeight(HIGH)
        self.list.setAccessibleName(_("What could not be saved"))
        self.copy_button = button(_("Copy this list"), "beside", self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(_("What could not be saved"), "heading"))
        column.addWidget(self.list)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_missing(self, missing: Sequence[str]) -> None:
        """A line each."""
        self.list.setPlainText("\n".join(missing))

    @Slot()
    def copy(self) -> None:
        """Put the list where other programs can paste it."""
        QApplication.clipboard().setText(self.list.toPlainText())
