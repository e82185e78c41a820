"""A calendar in which recorded days are marked; choosing a day closes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCalendarWidget, QDialog, QVBoxLayout, QWidget

from diary.i18n import _, locale
from diary.ui.theme import Theme
from diary.ui.widgets.controls import button, label

Recorded = Callable[[date, date], set[date]]
WEEKS_SHOWN_DAYS = 14


class DayCalendar(QCalendarWidget):
    """One month; a bar under the number marks a day with entries."""

    def __init__(self, day: date, today: date, recorded: Recorded, theme: Theme) -> None:
        super().__init__()
        self._recorded, self._theme = recorded, theme
        self._days: set[date] = set()
        self.setLocale(QLocale(str(locale())))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setMaximumDate(QDate(today.year, today.month, today.day))
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        self.setAccessibleName(_("Calendar; days with entries are marked"))
        self.currentPageChanged.connect(self._on_month_changed)
        self._on_month_changed(day.year, day.month)

    @Slot(int, int)
    def _on_month_changed(self, year: int, month: int) -> None:
        shown = QDate(year, month, 1)
        first = shown.addDays(-WEEKS_SHOWN_DAYS)
        last = shown.addMonths(1).addDays(WEEKS_SHOWN_DAYS)
        self._days = self._recorded(as_date(first), as_date(last))
        self.updateCells()

    def paintCell(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        date: QDate | date,
    ) -> None:
        """Draw the day, and the mark of a recorded one."""
        day = date if isinstance(date, QDate) else QDate(date.year, date.month, date.day)
        super().paintCell(painter, rect, day)
        if as_date(day) not in self._days:
            return
        chosen = day == self.selectedDate()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("on_accent" if chosen else "accent"))
        middle = rect.center()
        painter.drawRoundedRect(QRectF(middle.x() - 8, rect.bottom() - 6, 16, 3), 1.5, 1.5)


class CalendarDialog(QDialog):
    """Choose a day; Escape leaves everything as it was."""

    day_chosen = Signal(object)

    def __init__(
        self, day: date, today: date, recorded: Recorded, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Choose a day"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = DayCalendar(day, today, recorded, theme)
        self.calendar.setMinimumSize(theme.px(420), theme.px(330))
        self.calendar.clicked.connect(self._on_chosen)
        self.calendar.activated.connect(self._on_chosen)
        inside = QVBoxLayout(self)
        inside.addWidget(self.calendar)
        inside.addWidget(label(_("A bar under a day: something is recorded."), "small"))
        inside.addWidget(button(_("Close"), on_click=self.reject))

    def show_under(self, place: QWidget) -> None:
        """Open below a widget, inside the screen."""
        self.adjustSize()
        self.move(place.mapToGlobal(QPoint(place.width() - self.width(), place.height() + 4)))
        self.open()
        self.calendar.setFocus()

    @Slot(QDate)
    def _on_chosen(self, chosen: QDate) -> None:
        self.accept()
        self.day_chosen.emit(as_date(chosen))


def as_date(day: QDate) -> date:
    """A Qt date as Python's."""
    return date(day.year(), day.month(), day.day())
