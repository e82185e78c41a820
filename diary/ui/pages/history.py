"""History: the year at a glance, what each day holds, and a search through everything."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from db.records import DayCount
from diary.change import Change
from diary.i18n import as_line
from diary.logic.day_content import day_content
from diary.logic.search import Hit
from diary.logic.search_texts import ATTACKS
from diary.logic.units import chosen_units
from diary.logic.year import View, count_words, told_day
from diary.session import Session
from diary.ui.day_records import day_records
from diary.ui.dialogs.deleted import DeletedDialog
from diary.ui.searching import Searching
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.history_frame import HistoryFrame
from diary.ui.year_reader import is_of, read_year


class HistoryPage(HistoryFrame):
    """`day_wanted` and `page_wanted` ask to open a day or a page, `attack_wanted` an attack."""

    day_wanted = Signal(object)
    page_wanted = Signal(str)
    attack_wanted = Signal(str)
    announced = Signal(str)
    sample_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session.today(), theme, parent)
        self._session = session
        self._view: str = View.ALL
        self._year = 0
        self._searching = Searching(session.read, self.search, self.results, self)
        self.finder = self._searching.finder
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._searching.typed.connect(self._on_typed)
        self.deleted_button.clicked.connect(self.show_deleted)
        self.invitation.begin_wanted.connect(self._on_begin)
        self.invitation.sample_wanted.connect(self.sample_wanted)
        self.results.hit_chosen.connect(self._on_hit_chosen)
        self.results.hit_opened.connect(self.open_hit)
        self.tools.stepped.connect(self._on_year_stepped)
        self.tools.view_chosen.connect(self.show_view)
        self.calendar.day_chosen.connect(self._on_day_chosen)
        self.calendar.day_opened.connect(self.day_wanted)
        self.panel.day_wanted.connect(self.day_wanted)
        self.panel.announced.connect(self.announced)
        self._session.changed.connect(self._on_changed)
        self._session.day_turned.connect(self._on_day_turned)

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the calendar or the invitation, or the results of a search."""
        if not self.searching:
            return self.begin_button if self.is_empty else self.calendar
        return self.search if self.results.list.isHidden() else self.results.list

    # The year and its days.

    @Slot()
    def refresh(self) -> None:
        """Show everything as it is stored."""
        self._invite_or_not()
        self.calendar.today = self._session.today()
        if self._view not in set(View) and self._view not in self._session.catalogue:
            self._view = View.ALL
        self.tools.offer(self._session.catalogue, self._view)
        self._show_year()
        self.show_content(self.calendar.day)

    def _invite_or_not(self) -> None:
        self.show_empty(is_empty=self._session.read.span() is None)

    def _show_year(self) -> None:
        day = self.calendar.day
        self._year = day.year
        year = read_year(self._session, day.year, self._view)
        self.tools.show_year(day.year, self.calendar.today)
        self.words.setText(as_line(year.words))
        self.legend.say(year.legend)
        valued = self._view != View.ALL
        begins, span = self._session.week_begins(), self._session.read.span()
        self.calendar.begun = span[0] if span else self.calendar.today
        self.calendar.show_year(day, year.cells, first_weekday=begins, valued=valued)

    @Slot(str)
    def show_view(self, view: str) -> None:
        """Look at everything, a field, attacks, sores or notes."""
        self._view = view
        self._show_year()
        announce(self, self.words.text())

    @Slot(int)
    def _on_year_stepped(self, years: int) -> None:
        self.calendar.step_months(12 * years)

    @Slot(object)
    def _on_day_chosen(self, day: date) -> None:
        if day.year != self._year:
            self._show_year()
        self.reveal(day)
        self.show_content(day)

    def show_content(self, day: date) -> None:
        """Show what a day holds."""
        session = self._session
        count = session.read.day_counts(day, day).get(day, DayCount())
        units = chosen_units(session.preference)
        now = session.clock.now()
        sections = day_content(day_records(session, day), session.catalogue, units, now)
        words = count_words(count)
        self.panel.show_day(day, words, sections)
        self.day_words.setText(told_day(day, words))

    @Slot()
    def _on_begin(self) -> None:
        self.day_wanted.emit(self._session.today())

    @Slot(object)
    def _on_day_turned(self, _day: date) -> None:
        if self.isVisible():
            self.refresh()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self.finder.forget()
        if not self.isVisible():
            return
        self._searching.again()
        self._invite_or_not()
        if is_of(change.kinds, change.days, self._year):
            self.refresh()
        else:
            self.show_content(self.calendar.day)

    # The search.

    @Slot()
    def _on_typed(self) -> None:
        self.show_parts()
        if not self.searching:
            self.show_content(self.calendar.day)

    @Slot(object)
    def _on_hit_chosen(self, hit: Hit | None) -> None:
        if hit is not None and hit.text.day is not None and hit.text.day <= self._session.today():
            self.show_content(hit.text.day)

    @Slot(object)
    def open_hit(self, hit: Hit) -> None:
        """Open where a hit is: its attack, its page, or its day."""
        text = hit.text
        if text.page == ATTACKS:
            self.attack_wanted.emit(text.key)
        elif text.page:
            self.page_wanted.emit(text.page)
        elif text.day is not None:
            self.day_wanted.emit(text.day)

    # What was deleted.

    @Slot()
    def show_deleted(self) -> None:
        """Open the list of what was deleted lately."""
        dialog = DeletedDialog(self._session, self._theme, self)
        dialog.announced.connect(self.announced)
        dialog.finished.connect(self._on_deleted_closed)
        dialog.open()

    @Slot()
    def _on_deleted_closed(self) -> None:
        self.deleted_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # Coming and going.

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin where the chosen day is to be seen, and search anew: things may have changed."""
        super().showEvent(event)
        self.reveal_soon()
        self._searching.again()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep no texts in memory while nobody searches."""
        super().hideEvent(event)
        self._searching.rest()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves the search."""
        if event.key() == Qt.Key.Key_Escape and self.searching:
            self.search.clear()
            self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stop searching."""
        self._theme.changed.disconnect(self.fit)
        self._session.changed.disconnect(self._on_changed)
        self._searching.close()
        super().closeEvent(event)
