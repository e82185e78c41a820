"""A year of days to look over and to walk through by click or keyboard.

Each state of a day has a shape of its own besides its shade: filled, hollow with a filled corner,
a bare number, a small bare number for the days to come.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from babel.dates import get_day_names
from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from diary.i18n import _, format_day, format_heading, locale
from diary.logic.year import Cell, told_day
from diary.ui.theme import Theme
from diary.ui.widgets.day_square import DaySquares
from diary.ui.widgets.year_grid import WEEK, YearGrid, grid_for

LEAST_CELL, LEAST_SCALED, MOST_CELL = 24, 21, 34
MONTHS = 12
EARLIEST = date(1900, 1, 1)
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}
LEAPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class YearCalendar(QFrame):
    """The year of the chosen day. `day_chosen` and `day_opened` carry a day that has come."""

    day_chosen = Signal(object)
    day_opened = Signal(object)

    def __init__(self, today: date, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._squares = DaySquares(theme)
        self.today = self.day = today
        self.begun = EARLIEST
        self.cells: Mapping[date, Cell] = {}
        self._empty, self._valued = "", False
        self._first_weekday = 0
        self._told = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._fit)
        self._fit()
        self._describe()

    # What is shown.

    def show_year(
        self, day: date, cells: Mapping[date, Cell], *, first_weekday: int, valued: bool
    ) -> None:
        """Show the year of a day, with that day chosen; `valued`: the cells hold values.

        Days before `begun` are not missing: of these nothing is said where values are.
        """
        self.day, self.cells, self._valued = day, cells, valued
        self._first_weekday = first_weekday
        self._empty = _("not recorded") if valued else _("nothing recorded")
        self._describe()
        self.update()

    def words(self, day: date) -> str:
        """What is said of a day: "3 October 2026: 14 entries, 2 late, 1 attack"."""
        cell = self.cells.get(day)
        empty = self._empty if day >= self.begun else _("before your first entry")
        said = cell.words if cell else empty
        if day == self.today:
            said = _("today, {words}").format(words=said)
        return told_day(day, said)

    def _describe(self) -> None:
        """The day; the year before it once, when the keyboard comes or another year does."""
        name = self.words(self.day)
        if self._told != self.day.year:
            year = format_day(self.day, "y")
            name = _("Calendar of {year}. {day}").format(year=year, day=name)
        self._told = self.day.year if self.hasFocus() else 0
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            _("Arrow keys move by day, Page Up and Page Down by month. Enter opens the day.")
        )

    # Places.

    @property
    def grid(self) -> YearGrid:
        """Where everything stands now."""
        return self._grid(self.width())

    def _grid(self, width: int) -> YearGrid:
        least = max(LEAST_CELL, self._theme.px(LEAST_SCALED))
        most = max(least, MOST_CELL, self._theme.px(MOST_CELL))
        title = self._theme.px(30)
        made = grid_for(width, self.day.year, self._first_weekday, (least, most), title)
        return replace(made, mirrored=self.layoutDirection() is Qt.LayoutDirection.RightToLeft)

    def _fit(self) -> None:
        """Be as high as the months need at this width."""
        self.setMinimumWidth(WEEK * max(LEAST_CELL, self._theme.px(LEAST_SCALED)))
        self.setFixedHeight(self.grid.height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        super().resizeEvent(event)
        self._fit()

    def place_of(self, day: date) -> QRect:
        """Where a day of the shown year is drawn."""
        return self.grid.day(day)

    # Walking.

    def go_to(self, day: date) -> None:
        """Choose a day, at the latest today."""
        day = max(min(day, self.today), EARLIEST)
        if day != self.day:
            grid = self.grid
            for each in (self.day, day):
                if each.year == grid.year:
                    self.update(grid.day(each))
            self.day = day
            if day.year == grid.year:  # otherwise `show_year` will know more of it
                self._describe()
            self.day_chosen.emit(day)

    def step_months(self, months: int) -> None:
        """Choose the same day of another month, or that month's last one."""
        years, month = divmod(self.day.year * MONTHS + self.day.month - 1 + months, MONTHS)
        if years < EARLIEST.year:
            return
        number = self.day.day
        while True:
            try:
                self.go_to(date(years, month + 1, number))
            except ValueError:
                number -= 1
            else:
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows by day and week, Page Up and Down by month, Home and End in the month."""
        key = event.key()
        if key in STEPS:
            self.go_to(self.day + timedelta(days=self._step(Qt.Key(key))))
        elif key in LEAPS:
            by_year = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_months(LEAPS[Qt.Key(key)] * (MONTHS if by_year else 1))
        elif key == Qt.Key.Key_Home:
            self.go_to(self.day.replace(day=1))
        elif key == Qt.Key.Key_End:
            after = (self.day.replace(day=28) + timedelta(days=4)).replace(day=1)
            self.go_to(after - timedelta(days=1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.day_opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The ring of the chosen day is stronger while the keyboard is here."""
        super().focusInEvent(event)
        self._told = self.day.year
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The year is told again when the keyboard comes back."""
        super().focusOutEvent(event)
        self._told = 0
        self._describe()

    def _step(self, key: Qt.Key) -> int:
        step = STEPS[key]
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return -step if mirrored and abs(step) == 1 else step

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click chooses a day; a click on the chosen day opens it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        day = self.grid.day_at(event.position().toPoint())
        if day is None or day > self.today:
            return
        if day == self.day:
            self.day_opened.emit(day)
        else:
            self.go_to(day)

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the months that are to be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid = self.grid
        names = get_day_names("narrow", context="stand-alone", locale=locale())
        for month in range(1, MONTHS + 1):
            place = grid.month(month)
            if place.intersects(event.rect()):
                self._paint_month(painter, grid, month, names)
        for day in grid.days():
            place = grid.day(day)
            if place.intersects(event.rect()):
                self._paint_day(painter, place, day)

    def _paint_month(
        self, painter: QPainter, grid: YearGrid, month: int, names: Mapping[int, str]
    ) -> None:
        place = grid.month(month)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.font(1.0, bold=True))
        title = QRect(place.x(), place.y(), place.width(), grid.title)
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        name = format_heading(date(grid.year, month, 1), "LLLL")
        painter.drawText(title.adjusted(grid.cell // 4, 0, 0, 0), flags, name)
        painter.setPen(self._theme.colour("ink2"))
        painter.setFont(self._squares.font(grid.cell, bold=False))
        for weekday in range(WEEK):
            painter.drawText(
                grid.heading(month, weekday), Qt.AlignmentFlag.AlignCenter, names[weekday]
            )

    def _paint_day(self, painter: QPainter, place: QRect, day: date) -> None:
        squares, cell = self._squares, self.cells.get(day)
        if cell or day >= self.begun or not self._valued:
            squares.paint(painter, place, day, cell, self.today, valued=self._valued)
        if day == self.day:
            squares.paint_ring(painter, place, strong=self.hasFocus())
