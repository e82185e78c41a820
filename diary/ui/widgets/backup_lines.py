"""The backups of a diary that does not open: when each was made, and whether it is whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _, format_day, format_number, format_time, ngettext
from diary.rescue import Backup
from diary.ui.widgets.controls import label

SHOWN = 5
_MEGABYTE = 1_000_000


class BackupLines(QWidget):
    """Says that it looks, until it is given what was found."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(label(_("Your backups"), "heading"))
        self.said = label(_("Looking for backups, and whether they are whole…"), "secondary")
        self.column.addWidget(self.said)

    def show_found(self, found: Sequence[Backup]) -> None:
        """One line each, the newest first."""
        if not found:
            self.said.setText(_("No backup was found beside the diary."))
            return
        self.said.hide()
        for backup in found[:SHOWN]:
            self.column.addWidget(label(line_of(backup)))
        if (older := len(found) - SHOWN) > 0:
            words = ngettext("And {n} older one.", "And {n} older ones.", older)
            self.column.addWidget(label(words.format(n=older), "secondary"))


def line_of(backup: Backup) -> str:
    """Such as “21 November 2026, 18:03: whole, 3,204 entries, 1.2 MB”."""
    here = backup.made.astimezone()
    when = _("{day}, {time}").format(day=format_day(here.date()), time=format_time(here))
    if not backup.whole:
        return _("{when}: damaged, it cannot be used").format(when=when)
    entries = ngettext("{n} entry", "{n} entries", backup.rows)
    return _("{when}: whole, {entries}, {size} MB").format(
        when=when,
        entries=entries.format(n=format_number(backup.rows, 0)),
        size=format_number(max(backup.size / _MEGABYTE, 0.1)),
    )
