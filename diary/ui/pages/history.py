"""History: the year at a glance, what each day holds, and a search through everything."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from db.records import DayCount
from diary.change import Change
from diary.i18n import _
from diary.logic.day_content import day_content
from diary.logic.search import Found, Hit
from diary.logic.search_texts import ATTACKS
from diary.logic.units import chosen_units
from diary.logic.year import View, count_words, told_day
from diary.session import Session
from diary.ui.day_records import day_records
from diary.ui.dialogs.deleted import DeletedDialog
from diary.ui.finder import Finder
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label, scrolling
from diary.ui.widgets.day_content_panel import DayContentPanel
from diary.ui.widgets.search_results import SearchResults
from diary.ui.widgets.year_calendar import YearCalendar
from diary.ui.widgets.year_tools import YearLegend, YearTools
from diary.ui.year_reader import is_of, read_year

SIDE_BY_SIDE = 660
PANEL_WIDTH = 320
TYPING_MS = 180
LEAST = 44
ANY = 16_777_215


class HistoryPage(QWidget):
    """`day_wanted` and `page_wanted` ask to open a day or a page, `attack_wanted` an attack."""

    day_wanted = Signal(object)
    page_wanted = Signal(str)
    attack_wanted = Signal(str)
    announced = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._view: str = View.ALL
        self._year = 0
        self._wide = True
        self.finder = Finder(session.read, self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self.setProperty("role", "page")
        self.search = QLineEdit()
        self.search.setAccessibleName(_("Search in everything that you wrote"))
        self.search.setPlaceholderText(_("Search everything (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(LEAST)
        self.deleted_button = button(_("Recently deleted"), "quiet", self.show_deleted)
        self.deleted_button.setMinimumHeight(LEAST)
        self.tools = YearTools()
        self.words = label("", "secondary")
        self.day_words = label("", "strong")
        self.calendar = YearCalendar(session.today(), theme)
        self.legend = YearLegend(theme)
        self.results = SearchResults(theme)
        self.panel = DayContentPanel()
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self._title = label(_("History"), "title")
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._title)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.search, 1)
        line.addWidget(self.deleted_button)
        left.addLayout(line)
        self._left = left
        left.addWidget(self.tools)
        left.addWidget(self.words)
        left.addWidget(self.day_words)
        left.addWidget(self._calendar_part(), 1)
        left.addWidget(self.results, 1)
        self.results.hide()
        self.day_words.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self._row.setSpacing(2 * GAP)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.panel)

    def _calendar_part(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        for part in (self.legend, self.calendar):
            column.addWidget(part)
        self._column = column
        column.addStretch(1)
        self.area = scrolling(inside)
        return self.area

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_search_entered)
        self._typing.timeout.connect(self._ask)
        self.finder.found.connect(self._on_found)
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
        self._theme.changed.connect(self._fit)

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the calendar, or the results of a search."""
        if not self.searching:
            return self.calendar
        return self.search if self.results.list.isHidden() else self.results.list

    # The year and its days.

    @Slot()
    def refresh(self) -> None:
        """Show everything as it is stored."""
        self.calendar.today = self._session.today()
        if self._view not in set(View) and self._view not in self._session.catalogue:
            self._view = View.ALL
        self.tools.offer(self._session.catalogue, self._view)
        self._show_year()
        self.show_content(self.calendar.day)

    def _show_year(self) -> None:
        day = self.calendar.day
        self._year = day.year
        year = read_year(self._session, day.year, self._view)
        self.tools.show_year(day.year, self.calendar.today)
        self.words.setText(year.words)
        self.legend.say(year.legend)
        valued = self._view != View.ALL
        begins = self._session.week_begins()
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
        self._reveal(day)
        self.show_content(day)

    def _reveal(self, day: date) -> None:
        place = self.calendar.place_of(day).translated(self.calendar.pos())
        middle = place.center()
        self.area.ensureVisible(middle.x(), middle.y(), 0, 3 * place.height())

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

    @Slot(object)
    def _on_day_turned(self, _day: date) -> None:
        if self.isVisible():
            self.refresh()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self.finder.forget()
        if not self.isVisible():
            return
        if self.searching:
            self._typing.start()
        if is_of(change.kinds, change.days, self._year):
            self.refresh()
        else:
            self.show_content(self.calendar.day)

    # The search.

    @property
    def searching(self) -> bool:
        """Whether anything is being looked for."""
        return bool(self.search.text().strip())

    @Slot(str)
    def _on_typed(self, _words: str) -> None:
        self._show_parts()
        if self.searching:
            self._typing.start()
            return
        self._typing.stop()
        self.finder.forget()
        self.results.show_found(Found())
        self.show_content(self.calendar.day)

    def _show_parts(self) -> None:
        """The calendar or the results."""
        for part in (self.tools, self.words, self.area):
            part.setVisible(not self.searching)
        self.day_words.setVisible(not self.searching and not self._wide)
        self.results.setVisible(self.searching)
        self._reveal_soon()

    @Slot()
    def _ask(self) -> None:
        self.results.wait()
        self.finder.ask(self.search.text())

    @Slot()
    def _on_search_entered(self) -> None:
        if self.searching and self.results.list.isVisible():
            self.results.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        if self.searching:
            self.results.show_found(found)
            announce(self, self.results.count.text())

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

    # Room.

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin where the chosen day is to be seen, and search anew: things may have changed."""
        super().showEvent(event)
        self._reveal_soon()
        if self.searching:
            self._typing.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep no texts in memory while nobody searches."""
        super().hideEvent(event)
        self._typing.stop()
        self.finder.forget()

    def _reveal_soon(self) -> None:
        """As soon as everything has its place."""
        QTimer.singleShot(0, self, lambda: self._reveal(self.calendar.day))

    @Slot()
    def _fit(self) -> None:
        """The day beside the calendar, or below it where there is little room."""
        wide = self.width() >= self._theme.px(SIDE_BY_SIDE)
        self._title.setVisible(wide)
        self.panel.setMinimumWidth(self._theme.px(PANEL_WIDTH) if wide else 0)
        self.panel.setMaximumWidth(self._theme.px(PANEL_WIDTH) if wide else ANY)
        if wide is not self._wide:
            self._wide = wide
            self._stand_beside() if wide else self._stand_below()
            self.panel.stand(alone=wide)
            self._show_parts()

    def _stand_beside(self) -> None:
        """The figures stay above the calendar, the day beside it."""
        self._row.addWidget(self.panel)
        self._left.insertWidget(self._left.indexOf(self.area), self.words)
        self._column.insertWidget(0, self.legend)

    def _stand_below(self) -> None:
        """All in one column that scrolls."""
        for place, part in enumerate((self.words, self.calendar, self.legend, self.panel)):
            self._column.insertWidget(place, part)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the calendar its room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves the search."""
        if event.key() == Qt.Key.Key_Escape and self.searching:
            self.search.clear()
            self.calendar.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stop searching."""
        self._typing.stop()
        self._theme.changed.disconnect(self._fit)
        self._session.changed.disconnect(self._on_changed)
        self.finder.close()
        super().closeEvent(event)
