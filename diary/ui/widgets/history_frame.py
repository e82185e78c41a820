"""The parts of the history and where they stand: the day beside the calendar, or below it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import _
from diary.ui.theme import Theme
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.controls import GAP, TARGET, button, label, scrolling
from diary.ui.widgets.day_content_panel import DayContentPanel
from diary.ui.widgets.hinted_line import HintedLine
from diary.ui.widgets.invitation import Invitation
from diary.ui.widgets.search_results import SearchResults
from diary.ui.widgets.year_calendar import YearCalendar
from diary.ui.widgets.year_grid import BETWEEN, MONTHS
from diary.ui.widgets.year_tools import YearLegend, YearTools

SIDE_BY_SIDE = 660
PANEL_WIDTH = 320
LINE = 130
"""Pixels of the search line at least, with text of 11 points."""
ANY = 16_777_215


class HistoryFrame(QWidget):
    """What is seen of the history. The page fills it and listens to it."""

    def __init__(self, today: date, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wide = True
        self.setProperty("role", "page")
        self.search = HintedLine(
            (_("Search everything (Ctrl+F)"), _("Search (Ctrl+F)"), _("Search"))
        )
        self.search.setAccessibleName(_("Search in everything that you wrote"))
        self.search.setMinimumHeight(TARGET)
        self.deleted_button = button(_("Recently deleted"), "quiet")
        self.deleted_button.setMinimumHeight(TARGET)
        self.tools = YearTools()
        self.words = label("", "secondary")
        self.day_words = label("", "strong")
        self.calendar = YearCalendar(today, theme)
        self.legend = YearLegend(theme)
        self.results = SearchResults(theme)
        self.panel = DayContentPanel()
        self.invitation = Invitation(
            _("Your days will appear here"),
            _(
                "Once something is recorded, this page shows the whole year at a glance, what each "
                "day holds, and finds again what you wrote."
            ),
        )
        self.begin_button = self.invitation.begin_button
        self._is_empty = False
        self._lay_out()
        theme.changed.connect(self.fit)

    def _lay_out(self) -> None:
        self._title = label(_("History"), "title")
        self._left = left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._title)
        left.addWidget(Beside(self.search, self.deleted_button, (1, 0)))
        left.addWidget(self.tools)
        left.addWidget(self.words)
        left.addWidget(self.day_words)
        left.addWidget(self.invitation)
        left.addWidget(self._calendar_part(), 1)
        left.addWidget(self.results, 1)
        self._rest = QWidget()
        left.addWidget(self._rest, 1)
        for part in (self.results, self.day_words, self.invitation, self._rest):
            part.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self._row.setSpacing(2 * GAP)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.panel)

    def _calendar_part(self) -> QWidget:
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        self._above_legend = QWidget()
        self._above_legend.setFixedHeight(0)
        for part in (self.calendar, self._above_legend, self.legend):
            column.addWidget(part)
        self._foot = QWidget()
        column.addWidget(self._foot, 1)
        self.area = scrolling(inside)
        for watched in (self.area.viewport(), self.calendar, self.legend):
            watched.installEventFilter(self)
        return self.area

    @property
    def searching(self) -> bool:
        """Whether anything is being looked for."""
        return bool(self.search.text().strip())

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show, and an invitation stands here instead."""
        return self._is_empty

    def show_empty(self, *, is_empty: bool) -> None:
        """Show the calendar, or invite to begin."""
        if is_empty is not self._is_empty:
            self._is_empty = is_empty
            self.show_parts()

    def show_parts(self) -> None:
        """The calendar, the invitation, or the results of a search."""
        invites = self._is_empty and not self.searching
        year = not self._is_empty and not self.searching
        for part in (self.tools, self.words, self.area):
            part.setVisible(year)
        self.invitation.setVisible(invites)
        self._rest.setVisible(invites)
        self.panel.setVisible(not self._is_empty)
        self.day_words.setVisible(year and not self._wide)
        self.results.setVisible(self.searching)
        self.reveal_soon()

    # Scrolling.

    def eventFilter(self, _part: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The chosen day stays in sight in another height or other columns, and comes by Tab."""
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusIn:
            if event.reason() is not Qt.FocusReason.MouseFocusReason:
                self.reveal(self.calendar.day)
        elif event.type() is QEvent.Type.Resize:
            self._place_legend(self._rest_below() if self._wide else 0)
            self.reveal_soon()
        return False

    @property
    def _rows_seen(self) -> int:
        """So many rows of months have room at once."""
        grid = self.calendar.grid
        return (self.area.viewport().height() + BETWEEN) // grid.row_height

    def _place_legend(self, rest: int) -> None:
        """Where the rest has room for it, below the months; else out of sight, and not cut."""
        spare = rest - self.legend.height() - 3 * self._column.spacing()
        hidden = max(0, rest - 2 * self._column.spacing()) if spare < 0 else 0
        self._above_legend.setFixedHeight(hidden)
        self._foot.setMinimumHeight(max(0, spare))

    def _rest_below(self) -> int:
        """What is free when the last rows of months stand at the top, none cut."""
        grid, rows = self.calendar.grid, self._rows_seen
        if not 0 < rows < MONTHS // grid.columns:
            return 0
        return self.area.viewport().height() - (rows * grid.row_height - BETWEEN)

    def reveal(self, day: date) -> None:
        """Scroll a day into sight, with its whole month and that month's name where they fit."""
        month = self.calendar.grid.month(day.month).translated(self.calendar.pos())
        seen, top = self.area.viewport().height(), self.area.verticalScrollBar().value()
        if month.top() < top or month.bottom() > top + seen:
            self._stand_at(day)

    def _stand_at(self, day: date) -> None:
        """Have the first row of months at the top from which the day is still to be seen."""
        grid, above = self.calendar.grid, self.calendar.y()
        place = self.calendar.place_of(day)
        month, seen = grid.month(day.month), self.area.viewport().height()
        if month.height() > seen:
            self.area.ensureVisible(0, above + place.center().y(), 0, 3 * place.height())
            return
        row = max(0, month.y() // grid.row_height + 1 - self._rows_seen)
        whole = above + month.bottom() < seen
        self.area.verticalScrollBar().setValue(0 if whole else above + row * grid.row_height)

    def reveal_soon(self) -> None:
        """Scroll the chosen day into sight as soon as everything has its place."""
        QTimer.singleShot(0, self, lambda: self._stand_at(self.calendar.day))

    # Room.

    @Slot()
    def fit(self) -> None:
        """The day beside the calendar, or below it where there is little room."""
        wide = self.width() >= self._theme.px(SIDE_BY_SIDE)
        self._title.setVisible(wide)
        self.search.setMinimumWidth(self._theme.px(LINE))
        self.panel.setMinimumWidth(self._theme.px(PANEL_WIDTH) if wide else 0)
        self.panel.setMaximumWidth(self._theme.px(PANEL_WIDTH) if wide else ANY)
        if wide is not self._wide:
            self._wide = wide
            self._stand_beside() if wide else self._stand_below()
            self.panel.stand(alone=wide)
            self.show_parts()

    def _stand_beside(self) -> None:
        """The figures above the calendar, the day beside it."""
        self._row.addWidget(self.panel)
        self._left.insertWidget(self._left.indexOf(self.area), self.words)

    def _stand_below(self) -> None:
        """All in one column that scrolls."""
        for place, part in enumerate((self.words, self.calendar, self.legend, self.panel)):
            self._column.insertWidget(place, part)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the calendar its room."""
        super().resizeEvent(event)
        self.fit()
