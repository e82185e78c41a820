"""One day: its fields in cards, its note, and the way to other days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from db.records import Attack, CustomField, Note, Preference, Reading
from diary.change import Change, FutureDayError
from diary.i18n import _, ngettext
from diary.kinds import Cadence
from diary.logic.attacks import totals
from diary.logic.day_plan import periodic, plan_day
from diary.logic.units import chosen_units
from diary.session import Session
from diary.ui.day_cards import DayCards
from diary.ui.focus import order_tabs
from diary.ui.theme import Theme
from diary.ui.widgets.day_frame import DayFrame

ONE_DAY = timedelta(days=1)
SHOWN_HERE = {Reading, Note, Attack}
CHOICES = {CustomField, Preference}


class TodayPage(DayFrame):
    """The page on which a day is recorded."""

    field_explained = Signal(str)
    section_wanted = Signal(str)
    page_wanted = Signal(str)
    announced = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._session = session
        self.day = session.today()
        self._wished: set[str] = set()
        self._seen: list[QWidget] = []
        self._asked: set[str] = set()
        self.day_cards = DayCards(session, theme, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._connect()
        self._welcome()
        self.refresh()

    def _connect(self) -> None:
        self.header.day_stepped.connect(self.step)
        self.header.calendar_wanted.connect(self.open_calendar)
        self.header.same_wanted.connect(self.same_as_yesterday)
        self.header.today_wanted.connect(self.go_to_today)
        self.header.note_wanted.connect(self.go_to_note)
        self.notice_followed.connect(self.go_to_today)
        self.note.written.connect(self._on_note_written)
        self.column.chosen.connect(self._on_chosen)
        self.column.explained.connect(self.field_explained)
        self.column.unfolded.connect(self.refresh)
        self._soon.timeout.connect(self._make_day_card)
        self.day_cards.announced.connect(self.announced)
        self.day_cards.explained.connect(self._on_explained)
        self.day_cards.wanted.connect(self.page_wanted)
        self._session.changed.connect(self._on_changed)
        self._session.day_turned.connect(self._on_day_turned)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Once the fields are seen, make what stands below them."""
        super().paintEvent(event)
        if not self.day_cards.are_made:
            self._soon.start()

    @Slot()
    def _make_day_card(self) -> None:
        """Make one card below the fields; one at a time, so that a key never waits for all."""
        if not self.day_cards.left or self._session.rests:
            return
        group, card = self.day_cards.make_next()
        self.column.add_below(group, [card])
        self.day_cards.show_last(self.day)
        if self.day_cards.are_made or not self._seen:
            self._show_cards()
        if not self.day_cards.are_made:
            self._soon.start()

    def make_day_cards(self) -> None:
        """Make all cards below the fields that are still to come."""
        while not self.day_cards.are_made:
            self._make_day_card()

    # Which day.

    def show_day(self, day: date) -> None:
        """Show a day; one that has not come yet becomes today."""
        self._take_typed()
        self.day = min(day, self._session.today())
        self._wished.clear()
        self.notice.forget()
        self._welcome()
        for row in self.column.rows:
            row.forget_typed()
        self.refresh()

    def _welcome(self) -> None:
        """One sentence while the diary is empty; it stays while the first day is written."""
        self.welcome.setVisible(self._session.read.span() is None)

    def _take_typed(self) -> None:
        """Record what is typed and was not left yet: it belongs to the day that is shown."""
        self.note.flush()
        focused = self.focusWidget()
        if focused is not None and self.column.isAncestorOf(focused):
            focused.clearFocus()
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

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
        from diary.ui.widgets.day_calendar import CalendarDialog  # noqa: PLC0415 - costs start time

        dialog = CalendarDialog(
            self.day,
            self._session.today(),
            self._session.read.recorded_days,
            self._theme,
            self,
            begins=self._session.week_begins(),
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
        self.notice.explain("" if filled else nothing)

    def focus_field(self, key: str) -> None:
        """Put the keyboard on a field, unfolding its card; one that is off is offered here."""
        if self.column.row(key) is None and key in self._session.catalogue:
            self._wished.add(key)
            self.refresh()
        row = self.column.unfold_to(key)
        if row is not None:
            self.go_to(row)

    # Showing.

    @Slot()
    def refresh(self) -> None:
        """Show the day as it is recorded."""
        session = self._session
        readings = session.day_readings(self.day)
        before = session.day_readings(self.day - ONE_DAY)
        self._show_plan(readings)
        self.column.show_day(readings, before, chosen_units(session.preference))
        attacks = session.read.attacks(self.day, self.day)
        self.column.show_timed(totals(attacks, session.clock.now()))
        self.note.show_text(session.note(self.day))
        self._show_header(readings)
        daily = (field.key for field in session.shown if field.cadence is Cadence.DAILY)
        self.header.offer_same(offered=any(key in before for key in daily))
        self.day_cards.show_day(self.day)
        self._show_cards()

    def _show_plan(self, readings: dict[str, Reading]) -> None:
        session = self._session
        last = session.last_recorded(periodic(session.shown), self.day)
        wanted = readings.keys() | self._wished
        plans = plan_day(session.catalogue, session.shown, wanted, last, self.day)
        self._asked = {field.key for plan in plans for field in plan.asked}
        self.column.show_plans(plans, last)

    def _show_cards(self) -> None:
        """Hide the cards that have nothing to offer, and let Tab follow what is seen.

        Tab waits for the first paint: a walk round the page loads every class of widget there is.
        """
        self.column.hide_empty()
        if not self.isVisible():
            return
        parts = [self.header, self.notice, *self.column.parts, self.note]
        seen = [*parts, *self.day_cards.inside]
        if seen != self._seen:
            self._seen = seen
            order_tabs(parts)

    def _show_header(self, recorded: Collection[str]) -> None:
        done = len(self._asked.intersection(recorded))
        self.header.show_day(self.day, self._session.today(), done, len(self._asked))

    # What happens.

    @Slot(str, object)
    def _on_chosen(self, key: str, value: object) -> None:
        self._wished.add(key)  # its row stays, whatever is entered
        try:
            if isinstance(value, int | float | str):
                self._session.record(self.day, key, value)
            else:
                self._session.clear(self.day, key)
        except FutureDayError as error:
            self.announced.emit(str(error))
        readings = self._session.day_readings(self.day)
        self.column.count(readings)
        self._show_header(readings)

    @Slot(str)
    def _on_note_written(self, text: str) -> None:
        try:
            self._session.write_note(self.day, text)
        except FutureDayError as error:
            self.announced.emit(str(error))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self.notice.explain("")
        near = change.touches(self.day - ONE_DAY, self.day)
        if (change.kinds & SHOWN_HERE and near) or change.kinds & CHOICES:
            self.refresh()
        else:
            self.day_cards.show_change(change, self.day)
            self._show_cards()

    @Slot(object)
    def _on_day_turned(self, today: date) -> None:
        """Keep the day that is open, and offer the new one; a day yet to come gives way."""
        if self.day > today:
            self.show_day(today)
            return
        if self.notice.offer(self.day, today):
            self.announced.emit(self.notice.words.text())
        self._show_header(self._session.day_readings(self.day))

    @Slot(str)
    def _on_explained(self, what: str) -> None:
        is_field = what in self._session.catalogue
        (self.field_explained if is_field else self.section_wanted).emit(what)
