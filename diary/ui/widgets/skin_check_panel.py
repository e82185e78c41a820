"""The skin checks so far as a small table, and the way to the next one."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from diary.change import Change
from diary.i18n import _, format_day, format_number, ngettext
from diary.logic.event_phrases import short
from diary.logic.skin_check import (
    FIELDS,
    MOST,
    REGIONS,
    SkinCheck,
    due_words,
    total_words,
)
from diary.session import Session
from diary.ui.dialogs.skin_check import SkinCheckDialog, all_checks
from diary.ui.focus import order_tabs
from diary.ui.theme import Theme
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.controls import GAP, TARGET, button, label, writing
from diary.ui.widgets.skin_check_picture import SkinCheckPicture

AT_FIRST, STEP = 6, 24
"""So many checks are shown at first, and so many more each time that one asks."""


class SkinCheckPanel(QWidget):
    """Opens the check of today and those of the table. `field_explained` asks for the article."""

    field_explained = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._rows = AT_FIRST
        self._stale = True
        self._known: list[SkinCheck] = []
        self.dialog: SkinCheckDialog | None = None
        self.picture = SkinCheckPicture(session.catalogue[FIELDS[0]], theme)
        self.words = label("", "strong")
        self.due = label("", "secondary")
        self.explain_button = button("i", "icon", self._on_explain, _("About the skin check"))
        self.check_button = writing(button("", "beside", lambda: self.open(session.today())))
        self.more_button = button("", "quiet", self._on_more)
        self._table: QWidget | None = None
        self._lay_out()
        session.changed.connect(self._on_changed)
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.words)
        texts.addWidget(self.due)
        column.addLayout(texts)
        column.addWidget(Beside(self._checks(), self.picture, (1, 1)))

    def _checks(self) -> QWidget:
        """The way to the next check, and those that were made."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        self.more_button.setMinimumHeight(TARGET)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return made

    @Slot()
    def refresh(self) -> None:
        """Show the checks as they are stored."""
        today = self._session.today()
        if self._stale:
            self._known = all_checks(self._session)
            self._stale = False
        last = self._known[0] if self._known else None
        self.words.setText(total_words(last) if last else _("No check is written down yet."))
        self.due.setText(due_words(self._known, today))
        self.picture.show_check(last)
        done = last is not None and last.day == today
        self.check_button.setText(_("Go on with today’s check") if done else _("Check my skin"))
        self._show_table()

    def _show_table(self) -> None:
        shown = self._known[: self._rows]
        if self._table is not None:
            self._place.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self._table = self._make_table(shown)
        self._place.addWidget(self._table)
        self._table.setVisible(bool(shown))
        rest = min(len(self._known) - len(shown), STEP)
        self.more_button.setVisible(rest > 0)
        self.more_button.setText(ngettext("Show {n} more", "Show {n} more", rest))
        self._order()

    def _order(self) -> None:
        """Let Tab go through the table where it stands."""
        if self._table is not None:
            order_tabs([self.explain_button, self.check_button, self._table, self.more_button])

    def _make_table(self, shown: list[SkinCheck]) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(4, 1)
        for column, words in enumerate((_("Day"), _("Total"), _("Regions"))):
            grid.addWidget(label(words, "small"), 0, column)
        for row, check in enumerate(shown, 1):
            grid.addWidget(_cell(short(check.day)), row, 0)
            grid.addWidget(_cell(_of(check.total, MOST)), row, 1)
            grid.addWidget(_cell(_of(check.answered, len(REGIONS))), row, 2)
            grid.addWidget(self._edit_button(check), row, 3)
        return made

    def _edit_button(self, check: SkinCheck) -> QWidget:
        name = _("Edit the check of {day}").format(day=format_day(check.day))
        made = button(_("Edit"), "quiet", partial(self.open, check.day), name)
        made.setMinimumHeight(TARGET)
        return made

    def open(self, day: date) -> None:
        """Open the check of a day."""
        self.dialog = SkinCheckDialog(self._session, self._theme, day, self)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open_first()

    @Slot()
    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self.refresh()
        self.check_button.setFocus()

    @Slot()
    def _on_more(self) -> None:
        self._rows += STEP
        self._show_table()
        self.check_button.setFocus()

    @Slot()
    def _on_explain(self) -> None:
        self.field_explained.emit(FIELDS[0])

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.touches_fields(FIELDS):
            self._stale = True
            if self.isVisible() and self.dialog is None:
                self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()


def _of(number: int, most: int) -> str:
    return _("{number} of {most}").format(number=format_number(number), most=format_number(most))


def _cell(words: str) -> QLabel:
    made = label(words)
    made.setWordWrap(False)
    return made
