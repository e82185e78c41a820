"""One day: its fields in cards, its note, and the way to other days."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Attack, Note, Reading
from diary.change import Change
from diary.field import Group
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES
from diary.i18n import _, format_day, format_minutes, format_number, ngettext
from diary.logic.attacks import timed_value, totals
from diary.session import Session
from diary.ui.day_cards import DayCards
from diary.ui.focus import order_tabs
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, card, label, scrolling
from diary.ui.widgets.day_calendar import CalendarDialog
from diary.ui.widgets.day_header import DayHeader
from diary.ui.widgets.field_row import FieldRow
from diary.ui.widgets.group_card import GroupCard
from diary.ui.widgets.note_edit import NoteEdit

ONE_DAY = timedelta(days=1)


class TodayPage(QWidget):
    """The page on which a day is recorded."""

    field_explained = Signal(str)
    section_wanted = Signal(str)
    page_wanted = Signal(str)
    announced = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.setProperty("role", "page")
        self.day = session.today()
        self.header = DayHeader()
        self.note = NoteEdit()
        self.cards = [
            GroupCard(group, session.catalogue.in_group(group), theme)
            for group in session.catalogue.groups()
        ]
        self.day_cards = DayCards(session, theme, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._rows = {row.field.key: row for made in self.cards for row in made.rows}
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the first field of the day."""
        return self.cards[0].rows[0].input

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(self.header)
        for made in self.cards:
            column.addWidget(made)
        frame, body = card(_("Note"))
        self.note.setAccessibleName(_("Note for this day"))
        self.note.setFixedHeight(self._theme.px(96))
        body.addWidget(label(_("Anything that you want to remember about this day"), "secondary"))
        body.addWidget(self.note)
        column.addWidget(frame)
        column.addStretch(1)
        self._area = scrolling(inside)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _connect(self) -> None:
        self.header.day_stepped.connect(self.step)
        self.header.calendar_wanted.connect(self.open_calendar)
        self.header.same_wanted.connect(self.same_as_yesterday)
        self.header.today_wanted.connect(self.go_to_today)
        self.note.written.connect(self._on_note_written)
        for row in self._rows.values():
            row.chosen.connect(self._on_chosen)
            row.explained.connect(self.field_explained)
            row.left.connect(self._on_row_left)
        self._soon.timeout.connect(self.make_day_cards)
        self.day_cards.announced.connect(self.announced)
        self.day_cards.explained.connect(self._on_explained)
        self.day_cards.wanted.connect(self.page_wanted)
        self._session.changed.connect(self._on_changed)
        self._theme.changed.connect(self._on_theme_changed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Once the fields are seen, make what stands below them."""
        super().paintEvent(event)
        if not self.day_cards.made:
            self._soon.start()

    @Slot()
    def make_day_cards(self) -> None:
        """Make the cards below the fields, and show the day on them."""
        if self.day_cards.made:
            return
        self.day_cards.make()
        for made in self.cards:
            made.add_below(self.day_cards.of(made.group))
        self.day_cards.show_day(self.day)
        order_tabs([self.header, *self.cards, self.note])

    # Which day.

    def show_day(self, day: date) -> None:
        """Show a day; one that has not come yet becomes today."""
        self.note.flush()
        self.day = min(day, self._session.today())
        self.refresh()

    @Slot(int)
    def step(self, days: int) -> None:
        """Go some days back (negative) or on."""
        self.show_day(self.day + timedelta(days=days))

    @Slot()
    def go_to_today(self) -> None:
        """Show the present day."""
        self.show_day(self._session.today())

    @Slot()
    def open_calendar(self) -> None:
        """Choose a day in a calendar."""
        dialog = CalendarDialog(
            self.day, self._session.today(), self._session.read.recorded_days, self._theme, self
        )
        dialog.day_chosen.connect(self.show_day)
        dialog.show_under(self.header.calendar)

    @Slot()
    def same_as_yesterday(self) -> None:
        """Fill what is not recorded with the values of the day before."""
        filled = self._session.same_as_yesterday(self.day)
        self.refresh()
        words = ngettext("{n} entry filled", "{n} entries filled", filled)
        nothing = _("Nothing to fill: the day before has no entry that this day lacks.")
        self.announced.emit(words if filled else nothing)

    def focus_field(self, key: str) -> None:
        """Put the keyboard on a field, unfolding its card."""
        for made in self.cards:
            if any(row.field.key == key for row in made.rows):
                made.fold(folded=False)
        if key in self._rows:
            self._rows[key].focus()
            self._show_row(self._rows[key])

    # Showing.

    def refresh(self) -> None:
        """Show the day as it is recorded."""
        readings = self._session.day_readings(self.day)
        before = self._session.day_readings(self.day - ONE_DAY)
        for made in self.cards:
            made.show_day(readings, before)
        self._show_timed()
        self.note.show_text(self._session.note(self.day))
        self.day_cards.show_day(self.day)
        self._show_header(readings)

    def _show_header(self, readings: dict[str, Reading]) -> None:
        fields = len(self._rows)
        done = sum(key in self._rows for key in readings)
        today = self._session.today()
        words = [
            _day_words(self.day, today),
            _("{done} of {all} recorded").format(
                done=format_number(done), all=format_number(fields)
            ),
        ]
        self.header.show_day(self.day, today, " · ".join(words))

    def _show_timed(self) -> None:
        attacks = self._session.read.attacks(self.day, self.day)
        timed = totals(attacks, self._session.clock.now())
        for key in (ATTACK_COUNT, ATTACK_MINUTES):
            if key in self._rows:
                self._rows[key].show_timed(timed_value(key, timed))
        words = ngettext("{n} attack timed", "{n} attacks timed", timed.count)
        if timed.minutes:
            words += ", " + format_minutes(timed.minutes)
        for made in self.cards:
            if made.group is Group.RAYNAUD:
                made.say(words if timed.count else "")

    def _show_row(self, row: FieldRow) -> None:
        self._area.ensureWidgetVisible(row, 0, self._theme.px(80))

    # What happens.

    @Slot(str, object)
    def _on_chosen(self, key: str, value: object) -> None:
        if isinstance(value, int | float | str):
            self._session.record(self.day, key, value)
        else:
            self._session.clear(self.day, key)
        readings = self._session.day_readings(self.day)
        for made in self.cards:
            made.count(readings.keys())
        self._show_header(readings)

    @Slot(str, int)
    def _on_row_left(self, key: str, step: int) -> None:
        rows = [row for made in self.cards if not made.is_folded for row in made.rows]
        here = next(i for i, row in enumerate(rows) if row.field.key == key)
        if 0 <= here + step < len(rows):
            rows[here + step].focus()
            self._show_row(rows[here + step])
        elif step > 0:
            self.note.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self.note)

    @Slot(str)
    def _on_note_written(self, text: str) -> None:
        self._session.write_note(self.day, text)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.kinds & {Reading, Note, Attack} and change.touches(self.day - ONE_DAY, self.day):
            self.refresh()
        else:
            self.day_cards.show_change(change, self.day)

    @Slot(str)
    def _on_explained(self, what: str) -> None:
        is_field = what in self._session.catalogue
        (self.field_explained if is_field else self.section_wanted).emit(what)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.note.setFixedHeight(self._theme.px(96))


def _day_words(day: date, today: date) -> str:
    if day == today:
        return _("Today")
    if day == today - ONE_DAY:
        return _("Yesterday")
    return format_day(day, "yyyy")
