"""The head of a day: its name, and the buttons to other days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from diary.i18n import _, format_day, format_heading, format_number, ngettext
from diary.ui.widgets.controls import GAP, TARGET, button, label, writing
from diary.ui.widgets.flow import FlowLayout

ONE_DAY = timedelta(days=1)
FEW_DAYS = 31
"""Up to here a day is named by how long ago it was, from then on by its year."""


class DayHeader(QWidget):
    """Names the shown day; its buttons say where they lead."""

    day_stepped = Signal(int)
    calendar_wanted = Signal()
    same_wanted = Signal()
    today_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "title")
        self.subtitle = label("", "secondary")
        self.before = button("‹", on_click=partial(self.day_stepped.emit, -1))
        self.after = button("›", on_click=partial(self.day_stepped.emit, 1))
        self.today = button(_("Today"), on_click=self.today_wanted.emit)
        self.calendar = button(_("Calendar"), on_click=self.calendar_wanted.emit)
        self.same = writing(button(_("Same as yesterday"), on_click=self.same_wanted.emit))
        self.note = button(_("Note"), on_click=self.note_wanted.emit)
        self.note.setAccessibleName(_("Go to the note"))
        self._lasting = (self.before, self.after, self.calendar, self.note)
        self._passing = (self.today, self.same)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        buttons = QWidget()
        self._flow = FlowLayout(buttons)
        for made in (*self._lasting, *self._passing):
            made.setMinimumHeight(TARGET)
            self._flow.addWidget(made)
        self._buttons = buttons
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(words, 1)
        self._row.addWidget(buttons, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The buttons may need another place."""
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        """Put the buttons under the name where both do not fit side by side.

        Those that come and go stand where the others need not move for them.
        """
        needed = self._buttons.sizeHint().width() + self._name_width() + 3 * GAP
        wide = self.width() >= needed
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        both = (self._passing, self._lasting) if wide else (self._lasting, self._passing)
        self._flow.put_in_order([*both[0], *both[1]])
        self._buttons.setMinimumWidth(self._buttons.sizeHint().width() if wide else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its widest button, so that the buttons can move below."""
        return QSize(self._buttons.minimumSizeHint().width(), super().minimumSizeHint().height())

    def offer_same(self, *, offered: bool) -> None:
        """Offer the values of the day before, where there are any."""
        if offered is self.same.isHidden():
            self.same.setVisible(offered)
            self._stand()

    def _name_width(self) -> int:
        return self.title.fontMetrics().horizontalAdvance(self.title.text())

    def show_day(self, day: date, today: date, done: int, asked: int) -> None:
        """Show a day's name and how much is recorded; name the days beside it on the buttons."""
        self.title.setText(format_heading(day, "EEEE, d MMMM"))
        recorded = _("{done} of {all} recorded").format(
            done=format_number(done), all=format_number(asked)
        )
        self.subtitle.setText(f"{_day_words(day, today)} · {recorded}")
        before, after = day - ONE_DAY, day + ONE_DAY
        self.before.setText("‹ " + format_day(before, "EEE"))
        self.after.setText(format_day(after, "EEE") + " ›")
        self.before.setAccessibleName(_("Day before: {day}").format(day=format_day(before)))
        self.after.setAccessibleName(_("Day after: {day}").format(day=format_day(after)))
        self.after.setEnabled(day < today)
        self.same.setText(_("Same as yesterday") if day == today else _("Same as the day before"))
        if (day != today) is self.today.isHidden():
            self.today.setVisible(day != today)
            self._stand()


def _day_words(day: date, today: date) -> str:
    if day == today:
        return _("Today")
    if day == today - ONE_DAY:
        return _("Yesterday")
    ago = (today - day).days
    if 0 < ago <= FEW_DAYS:
        return ngettext("{n} day ago", "{n} days ago", ago)
    return format_day(day, "yyyy")
