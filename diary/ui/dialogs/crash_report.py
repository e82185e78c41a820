"""Tells of a mistake of the program: what is safe, what to do, and a report that can be copied."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from diary.i18n import _
from diary.ui.widgets.controls import GAP, PART, button, label, scrolling
from diary.ui.widgets.flow import FlowLayout

WIDE, HIGH, LINES = 30, 27, 5
"""The dialog and its report: so many times as wide or high as a line is high."""


class CrashReport(QDialog):
    """The report names places in the program only, nothing of the diary. Escape goes on."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("The program made a mistake")
        self.setWindowTitle(title)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(_("Report"))
        self.go_on = button(_("Go on"), "primary", self.accept)
        self.copy_button = button(_("Copy the report"), "beside", self.copy)
        self.said = label("", "secondary")
        happened = _(
            "It is not your fault. What was saved is safe, and what you were typing was saved "
            "just now where that was possible."
        )
        todo = _(
            "You can go on. If something does not look right, close the diary and open it again. "
            "The report below has nothing of your diary in it: copy it if you want to ask for help."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        column.setSpacing(PART)
        column.addWidget(label(title, "heading"))
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, GAP, 0)
        body.setSpacing(PART)
        for each in (label(happened, "strong"), label(todo), self.report, self.said):
            body.addWidget(each)
        column.addWidget(scrolling(inside), 1)
        buttons = FlowLayout()
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.copy_button)
        column.addLayout(buttons)
        self.go_on.setFocus()
        self._fit()

    def _fit(self) -> None:
        """As large as the text needs, and no larger than the window below."""
        line = self.report.fontMetrics().height()
        self.report.setMinimumHeight(LINES * line)
        owner = self.parentWidget()
        free = owner.window().size() if owner else self.screen().availableGeometry().size()
        self.resize(QSize(WIDE * line, HIGH * line).boundedTo(free))

    @Slot()
    def copy(self) -> None:
        """Put the report where other programs can paste it."""
        QApplication.clipboard().setText(self.report.toPlainText())
        self.said.setText(_("Copied."))
