"""The pages of the window: each is made when it is first shown, and stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from diary.session import Session
from diary.settings import Settings
from diary.ui.book import PAGES, SETTINGS
from diary.ui.focus import bring_in_sight, focus_first
from diary.ui.theme import Theme
from diary.ui.widgets.stack import Stack


class Shelf(Stack):
    """Shows one page at a time, by its key in the book."""

    made = Signal(QWidget)

    def __init__(self, session: Session, settings: Settings, theme: Theme, folder: str) -> None:
        super().__init__()
        self._session, self._settings, self._theme = session, settings, theme
        self._folder = folder
        self._makers = {place.key: maker for place, maker in PAGES}
        places = [*(place for place, _maker in PAGES), SETTINGS]
        self._names = {place.key: str(place.label) for place in places}
        self.pages: dict[str, QWidget] = {}

    @property
    def key(self) -> str:
        """The key of the page that is shown."""
        return next(key for key, page in self.pages.items() if page is self.currentWidget())

    def page(self, key: str) -> QWidget:
        """A page, made where that was not yet done."""
        if key not in self.pages:
            page = self._make(key)
            page.setAccessibleName(self._names[key])
            self.pages[key] = page
            self.addWidget(page)
            self.made.emit(page)
        return self.pages[key]

    def show_page(self, key: str, at: QWidget | None = None) -> QWidget:
        """Show a page, brought up to date, with the keyboard on its first control.

        Or `at` another, where one comes back: then the page stays as it was scrolled.
        """
        known = key in self.pages
        page = self.page(key)
        if known and page is self.currentWidget():
            return page
        self.setCurrentWidget(page)
        if known:
            refresh(page)
        if at is not None and isValid(at) and at.isVisible() and at.isEnabled():
            at.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            focus_first(page)
        return page

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The window opens: at the top of its page, unless the keyboard is further down."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_where_the_keyboard_is)

    @Slot()
    def _show_where_the_keyboard_is(self) -> None:
        here = self.window().focusWidget()
        if here is not None and self.isAncestorOf(here):
            bring_in_sight(here, 0)

    def close_pages(self) -> None:
        """Let every page finish what it does."""
        for page in self.pages.values():
            page.close()

    def _make(self, key: str) -> QWidget:
        """A page, inside from the start: Qt styles all that moves in with one anew."""
        if key == SETTINGS.key:
            return self._settings_page()
        return self._makers[key](self._session, self._theme, self)

    def _settings_page(self) -> QWidget:
        from diary.ui.pages.settings import SettingsPage

        return SettingsPage(self._session, self._settings, self._theme, self._folder, self)


def refresh(page: QWidget) -> None:
    """Let a page show what there is now."""
    by_itself: Callable[[], object] | None = getattr(page, "refresh", None)
    if by_itself is not None:
        by_itself()
