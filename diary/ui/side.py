"""The article beside the page: made at its first opening, closed by Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from diary.session import Session
from diary.ui.focus import SEEN, focus_first, stay_in_sight
from diary.ui.theme import Theme

if TYPE_CHECKING:
    from diary.ui.widgets.article_panel import ArticlePanel

WIDTH = 400
LEAST, LEAST_SCALED = 380, 230
"""What the page beside it needs at least: in pixels, and in pixels at the usual text size."""


class Side(QWidget):
    """Holds the article panel. It gives the focus back to where it came from."""

    record_wanted = Signal(str)
    trend_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._panel: ArticlePanel | None = None
        self._came_from: QWidget | None = None
        self._page: QWidget | None = None
        self._rail: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self.fit)
        self.hide()

    def stand_beside(self, page: QWidget, rail: QWidget) -> None:
        """Say what it stands beside, and covers where there is no room for both."""
        self._page, self._rail = page, rail

    def make_way(self) -> None:
        """Uncover the page, if it is covered."""
        if self._page is not None and self.isVisible() and self._page.isHidden():
            self.hide()

    @property
    def panel(self) -> ArticlePanel:
        """The panel, made when first needed."""
        if self._panel is None:
            from diary.ui.widgets.article_panel import ArticlePanel

            self._panel = ArticlePanel(self._session.catalogue, self._theme)
            self._panel.record_wanted.connect(self.record_wanted)
            self._panel.trend_wanted.connect(self.trend_wanted)
            self._panel.closed.connect(self.close_panel)
            self._row.addWidget(self._panel)
        return self._panel

    @Slot(str)
    def show_field(self, key: str) -> None:
        """Open the part of the article that explains a field."""
        self._open()
        self.panel.show_field(key)

    @Slot(str)
    def show_section(self, slug: str) -> None:
        """Open a section of the article."""
        self._open()
        self.panel.show_section(slug)

    def _open(self) -> None:
        here = QApplication.focusWidget()
        if here is None or not self.isAncestorOf(here):
            self._came_from = here
        self.show()
        if here is not None and here is self._came_from and here.isVisible():
            stay_in_sight(here, SEEN)

    @Slot()
    def close_panel(self) -> None:
        """Close it; the keyboard goes back to where it was, or to the page if that is gone."""
        self.hide()
        before = self._came_from
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        elif self._page is not None:
            focus_first(self._page)

    @Slot()
    def fit(self) -> None:
        """Take a fair part of the window, or all of it beside the rail."""
        if self._page is None or self._rail is None or not self.isVisible():
            return
        room = self.window().width() - self._rail.width()
        width = min(self._theme.px(WIDTH), round(self.window().width() * 0.42))
        covers = room - width < max(LEAST, self._theme.px(LEAST_SCALED))
        self._page.setVisible(not covers)
        self.setFixedWidth(room if covers else width)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take its room."""
        super().showEvent(event)
        self.fit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Uncover the page."""
        super().hideEvent(event)
        if self._page is not None:
            self._page.show()
