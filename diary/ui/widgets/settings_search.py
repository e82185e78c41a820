"""The head of the settings: the title, the line that searches them, and what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from diary.i18n import _, ngettext
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, TARGET, button, label
from diary.ui.widgets.turned import Line


class SettingsSearch(QWidget):
    """`typed` carries the words to look for; the page says how many parts they fit."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = Line()
        self.line.setAccessibleName(_("Search in the settings"))
        self.line.setPlaceholderText(_("Search (Ctrl+F)"))
        self.line.setClearButtonEnabled(True)
        self.said: QLabel = label("", "secondary")
        self.all_button = button(_("Show all"), "quiet", self.clear)
        self.all_button.setMinimumHeight(TARGET)
        for each in (self.said, self.all_button):
            each.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label(_("Settings"), "title"))
        column.addWidget(self.line)
        column.addWidget(self.said)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.line.textChanged.connect(self._on_typed)

    @property
    def words(self) -> str:
        """What is looked for; empty shows all."""
        return self.line.text().strip()

    def show_found(self, count: int) -> None:
        """Say how many parts fit, once; with nothing typed, say nothing."""
        before = self.said.text()
        self.said.setText(_found(count) if self.words else "")
        self.said.setVisible(bool(self.words))
        self.all_button.setVisible(bool(self.words) and count == 0)
        if self.said.text() != before:
            announce(self.line, self.said.text())

    @Slot()
    def clear(self) -> None:
        """Show all again; the keyboard is in the line."""
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_typed(self, _words: str) -> None:
        self.typed.emit(self.words)


def _found(count: int) -> str:
    if not count:
        return _("Nothing in the settings fits. Try another word.")
    return ngettext("{n} part of the settings fits.", "{n} parts of the settings fit.", count)
