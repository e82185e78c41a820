"""The dry run of an import: what would come, what is there, is different, or does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from diary.i18n import _, ngettext
from diary.merging import Choices
from diary.ui.import_words import headline, new_words, there_lines
from diary.ui.widgets.announce import announce
from diary.ui.widgets.conflict_panel import ConflictPanel
from diary.ui.widgets.controls import GAP, button, card, label, scrolling, writing
from diary.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from diary.exchange.content import Refusal
    from diary.exchange.overview import Overview

MOST_SHOWN = 20


class ImportPreview(QWidget):
    """`wanted` asks for the import, `another` for another file, `left` to leave it."""

    wanted = Signal()
    another = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._overview: Overview | None = None
        self.conflicts: ConflictPanel | None = None
        self.headline = label("", "strong")
        self.file = label("", "secondary")
        self.import_button = writing(button(_("Import"), "primary", self.wanted.emit))
        self.copy_button = button(_("Copy the list"), "beside", self.copy)
        self.another_button = button(_("Choose another file…"), "beside", self.another.emit)
        self.leave_button = button(_("Do not import"), "beside", self.left.emit)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(2 * GAP)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        outer.addWidget(self.headline)
        outer.addWidget(self.file)
        outer.addWidget(scrolling(self._inside), 1)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for made in (
            self.import_button,
            self.copy_button,
            self.another_button,
            self.leave_button,
        ):
            row.addWidget(made)
        outer.addWidget(buttons)

    @property
    def choices(self) -> Choices:
        """What is chosen where the diary and the file differ."""
        return self.conflicts.choices if self.conflicts else Choices()

    def show_overview(self, overview: Overview, file: str, now: datetime) -> None:
        """Show what a file would bring."""
        self._clear()
        self._overview = overview
        self.file.setText(_("From {file}. Nothing has been changed yet.").format(file=file))
        self._fill(overview, now)
        self._column.addStretch(1)
        self.copy_button.setVisible(bool(overview.refusals))
        self._count()
        first = self.import_button if self.import_button.isVisibleTo(self) else self.another_button
        (self.conflicts.list if self.conflicts else first).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.headline.text())

    def _fill(self, overview: Overview, now: datetime) -> None:
        if overview.refusals:
            self._list(_("What does not fit"), _refused(len(overview.refusals)), overview.refusals)
        if overview.conflicts:
            self.conflicts = ConflictPanel(overview, now)
            self.conflicts.changed.connect(self._count)
            self._column.addWidget(self.conflicts)
        if overview.new:
            self._say(_("New"), new_words(overview))
        if there := "\n".join(there_lines(overview)):
            self._say(_("Already here"), there)
        if overview.left_out:
            said = _("The rest is imported without these.")
            self._list(_("Left out"), said, overview.left_out)
        if overview.notices:
            self._say(_("Please note"), "\n".join(overview.notices))

    def _say(self, title: str, words: str) -> None:
        frame, inside = card(title)
        inside.addWidget(label(words))
        self._column.addWidget(frame)

    def _list(self, title: str, words: str, places: Sequence[Refusal]) -> None:
        frame, inside = card(title)
        inside.addWidget(label(words, "secondary"))
        for each in places[:MOST_SHOWN]:
            inside.addWidget(label(str(each)))
        if (more := len(places) - MOST_SHOWN) > 0:
            inside.addWidget(label(ngettext("… and {n} more.", "… and {n} more.", more)))
        self._column.addWidget(frame)

    def _clear(self) -> None:
        self.conflicts = None
        while (item := self._column.takeAt(0)) is not None:
            if made := item.widget():
                made.hide()
                made.deleteLater()

    def _count(self) -> None:
        """Say how many entries come with what is chosen."""
        if self._overview is None:
            return
        number = 0 if self._overview.refusals else self._overview.written(self.choices)
        self.headline.setText(headline(self._overview, number))
        words = ngettext("Import {n} entry", "Import {n} entries", number)
        self.import_button.setText(words)
        self.import_button.setVisible(bool(number))
        away = _("Do not import") if number else _("Close")
        self.leave_button.setText(away)

    def copy(self) -> None:
        """Put the list of what does not fit on the clipboard."""
        if self._overview:
            QApplication.clipboard().setText("\n".join(map(str, self._overview.refusals)))
            announce(self, _("Copied"))


def _refused(number: int) -> str:
    return ngettext(
        "{n} entry cannot be read as it is, so nothing is imported and your diary stays as it "
        "was. Save the file again in the program it comes from, or correct this place in it.",
        "{n} entries cannot be read as they are, so nothing is imported and your diary stays as "
        "it was. Save the file again in the program it comes from, or correct these places in it.",
        number,
    )
