"""A window of pages: the rail, the pages, what is said above them and the article beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from diary.session import Session
from diary.settings import Settings
from diary.ui.book import PAGES, SETTINGS
from diary.ui.pages.today import TodayPage
from diary.ui.rail import Rail
from diary.ui.save_notice import SaveNotice
from diary.ui.shelf import Shelf
from diary.ui.side import Side
from diary.ui.theme import Theme
from diary.ui.widgets.attack_strip import AttackStrip
from diary.ui.widgets.notice import Notice


class PagedWindow(QMainWindow):
    """Knows the way to each page, day, field and attack."""

    def __init__(self, session: Session, settings: Settings, theme: Theme, folder: str) -> None:
        super().__init__()
        self.session, self._settings, self.theme = session, settings, theme
        self.strip = AttackStrip(session)
        self.rail = Rail([place for place, _maker in PAGES], SETTINGS, self.strip, theme)
        self.stack = Shelf(session, settings, theme, folder)
        self.side = Side(session, theme)
        self._lay_out()
        self.rail.place_chosen.connect(self.choose_page)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "page")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        self.notice = SaveNotice(self.session, inside)
        self._column = QVBoxLayout()
        self._column.addWidget(self.notice)
        self._column.addWidget(self.stack, 1)
        row.addLayout(self._column, 1)
        row.addWidget(self.side)
        self.side.stand_beside(self.stack, self.rail)
        self.setCentralWidget(inside)

    def put_on_top(self, bar: Notice) -> None:
        """Put something to know above the page."""
        self._column.insertWidget(0, bar)
        bar.lower()  # first to screen readers, too
        before = self.notice.button.previousInFocusChain()
        if before is not None:
            QWidget.setTabOrder(before, bar.button)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the page its room."""
        super().resizeEvent(event)
        self.side.fit()

    @Slot(str)
    def show_page(self, key: str, at: QWidget | None = None) -> QWidget:
        """Show a page, making it when it is first needed; `at` is where one was in it before."""
        self.side.make_way()
        page = self.stack.show_page(key, at)
        self.rail.show_place(key)
        return page

    @Slot(str)
    def choose_page(self, key: str) -> None:
        """Show a page that someone asks for; *Today* is today, whatever day was looked at."""
        self.show_page(key)
        if key == "today" and self.today_page().day != self.session.today():
            self.today_page().go_to_today()

    def today_page(self) -> TodayPage:
        """The page of a day, shown."""
        page = self.show_page("today")
        assert isinstance(page, TodayPage)  # noqa: S101 - the book of pages says so
        return page

    @Slot(object)
    def show_day(self, day: date) -> None:
        """Open a day."""
        self.today_page().show_day(day)

    @Slot(str)
    def record_field(self, key: str) -> None:
        """Open today at a field, or the skin check where it belongs to that."""
        if key in self.session.catalogue and self.session.catalogue[key].panel:
            self.check_skin()
            return
        page = self.today_page()
        page.go_to_today()
        page.focus_field(key)

    @Slot()
    def check_skin(self) -> None:
        """Open the skin check of today."""
        from diary.ui.pages.body import BodyPage

        page = self.show_page("body")
        if isinstance(page, BodyPage):
            page.skin_check.open(self.session.today())

    @Slot(str)
    def show_trend(self, key: str) -> None:
        """Open Trends at a field."""
        from diary.ui.pages.trends import TrendsPage

        page = self.show_page("trends")
        if isinstance(page, TrendsPage):
            page.focus_field(key)

    @Slot(str)
    def edit_attack(self, attack_id: str) -> None:
        """Open an attack to add what else is known of it."""
        from diary.ui.pages.attacks import AttacksPage

        page = self.show_page("attacks")
        if isinstance(page, AttacksPage):
            page.edit(attack_id)

    @Slot(str)
    def ask_details(self, attack_id: str) -> None:
        """Open an attack that has just ended, once its page is seen; then go on where one was."""
        before = self.stack.key
        at = self.stack.page(before).focusWidget()
        page = self.show_page("attacks")
        go_back = partial(self.show_page, before, at)
        QTimer.singleShot(0, page, partial(self._open_details, page, attack_id, go_back))

    def _open_details(self, page: QWidget, attack_id: str, go_back: Callable[[], object]) -> None:
        from diary.ui.pages.attacks import AttacksPage

        if isinstance(page, AttacksPage):
            page.add_details(attack_id)
            if page.editor is not None:
                page.editor.kept.connect(lambda _words: go_back())
                page.editor.rejected.connect(go_back)
