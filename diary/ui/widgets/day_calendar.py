"""A calendar in which recorded days are marked; choosing a day closes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from diary.i18n import _, format_heading, format_number, locale
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, TARGET, button, label

Recorded = Callable[[date, date], set[date]]
WEEKS_SHOWN_DAYS = 14
YEAR = 12
EDGE = 2


class DayCalendar(QCalendarWidget):
    """One month; a bar under the number marks a day with entries, where `recorded` knows them.

    `begins` is the first day of the week, 0 for Monday.
    """

    def __init__(
        self, day: date, last: date, recorded: Recorded | None, theme: Theme, begins: int
    ) -> None:
        super().__init__()
        self._recorded, self._theme = recorded, theme
        self._days: set[date] = set()
        self.setNavigationBarVisible(False)
        self.setLocale(QLocale(str(locale())))
        self.setFirstDayOfWeek(Qt.DayOfWeek(begins + 1))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setMaximumDate(QDate(last.year, last.month, last.day))
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        for part in (self, *self.findChildren(QTableView)):
            part.setAccessibleName(
                _("Calendar; days with entries are marked") if recorded else _("Calendar")
            )
        self._dress()
        self.currentPageChanged.connect(self._on_month_changed)
        self._on_month_changed(day.year, day.month)

    @Slot(int, int)
    def _on_month_changed(self, year: int, month: int) -> None:
        if self._recorded is None:
            return
        shown = QDate(year, month, 1)
        first = shown.addDays(-WEEKS_SHOWN_DAYS)
        last = shown.addMonths(1).addDays(WEEKS_SHOWN_DAYS)
        self._days = self._recorded(as_date(first), as_date(last))
        self.updateCells()

    def _dress(self) -> None:
        """No day of the week has a colour of its own: colours would seem to mean something."""
        plain, heading = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(self._theme.colour("ink"))
        heading.setForeground(self._theme.colour("ink2"))
        heading.setBackground(self._theme.colour("card"))
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        self.setHeaderTextFormat(heading)

    def paintCell(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        date: QDate | date,
    ) -> None:
        """Draw the day: the chosen one filled and bold, a recorded one with a bar."""
        day = date if isinstance(date, QDate) else QDate(date.year, date.month, date.day)
        colour, chosen = self._theme.colour, day == self.selectedDate()
        can_be_chosen = self.minimumDate() <= day <= self.maximumDate()
        here = day.month() == self.monthShown()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, colour("card"))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 8, 8)
        if can_be_chosen:
            painter.setFont(self._theme.font(1.0 if here else 0.9, bold=chosen))
            painter.setPen(colour("on_accent" if chosen else "ink" if here else "ink2"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, format_number(day.day()))
        if as_date(day) in self._days:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("on_accent" if chosen else "accent"))
            middle = rect.center()
            painter.drawRoundedRect(QRectF(middle.x() - 8, rect.bottom() - 7, 16, 3), 1.5, 1.5)
        painter.restore()


class CalendarDialog(QDialog):
    """Choose a day up to the `last`; Escape leaves everything as it was."""

    day_chosen = Signal(object)

    def __init__(  # noqa: PLR0913 - what a calendar shows
        self,
        day: date,
        last: date,
        recorded: Recorded | None,
        theme: Theme,
        parent: QWidget,
        *,
        begins: int,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Choose a day"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self.calendar = DayCalendar(day, last, recorded, theme, begins)
        self.calendar.setMinimumSize(theme.px(420), theme.px(290))
        self.month, self.year = _heading(), _heading()
        self.later = self._step("›", _("Month after"), 1)
        self.later_year = self._step("›", _("Year after"), YEAR)
        self.calendar.clicked.connect(self._on_chosen)
        self.calendar.activated.connect(self._on_chosen)
        self.calendar.currentPageChanged.connect(self._on_month_changed)
        steps = QHBoxLayout()
        steps.setSpacing(GAP)
        steps.addWidget(self._step("‹", _("Month before"), -1))
        steps.addWidget(self.month, 1)
        steps.addWidget(self.later)
        steps.addSpacing(GAP)
        steps.addWidget(self._step("‹", _("Year before"), -YEAR))
        steps.addWidget(self.year)
        steps.addWidget(self.later_year)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        inside.setSpacing(GAP)
        inside.addLayout(steps)
        inside.addWidget(self.calendar)
        if recorded is not None:
            inside.addWidget(label(_("A bar under a day: something is recorded."), "small"))
        close = button(_("Close"), "beside", self.reject)
        inside.addWidget(close, 0, Qt.AlignmentFlag.AlignLeading)
        self._on_month_changed(day.year, day.month)

    def _step(self, sign: str, name: str, months: int) -> QPushButton:
        made = button(sign, on_click=partial(self._on_stepped, months), name=name)
        made.setMinimumSize(TARGET, TARGET)
        made.setToolTip(name)
        return made

    def _on_stepped(self, months: int) -> None:
        shown = QDate(self.calendar.yearShown(), self.calendar.monthShown(), 1)
        wanted = shown.addMonths(months)
        self.calendar.setCurrentPage(wanted.year(), wanted.month())
        announce(self, f"{self.month.text()} {self.year.text()}")

    @Slot(int, int)
    def _on_month_changed(self, year: int, month: int) -> None:
        first = date(year, month, 1)
        self.month.setText(format_heading(first, "LLLL"))
        self.year.setText(format_heading(first, "yyyy"))
        last = self.calendar.maximumDate()
        months_left = (last.year() - year) * YEAR + last.month() - month
        self.later.setEnabled(months_left > 0)
        self.later_year.setEnabled(months_left > YEAR - 1)

    def show_under(self, place: QWidget) -> None:
        """Open below a widget, inside the screen."""
        self.adjustSize()
        self.move(place.mapToGlobal(QPoint(place.width() - self.width(), place.height() + 4)))
        self.finished.connect(lambda: _let_go(place))
        self.open()
        self.calendar.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """An edge, by which it is told from the form below it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.setPen(QPen(self._theme.colour("line"), EDGE))
        painter.drawRect(self.rect().adjusted(EDGE // 2, EDGE // 2, -EDGE // 2, -EDGE // 2))

    @Slot(QDate)
    def _on_chosen(self, chosen: QDate) -> None:
        self.accept()
        self.day_chosen.emit(as_date(chosen))


def _heading() -> QLabel:
    made = label("", "heading")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setWordWrap(False)
    return made


def _let_go(place: QWidget) -> None:
    """The pointer left a button unseen, while a window stood above it."""
    place.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    place.update()


def as_date(day: QDate) -> date:
    """A Qt date as Python's."""
    return date(day.year(), day.month(), day.day())
