"""A section or chapter to read: text that can be copied, pictures, links that do something."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QDesktopServices,
    QFontMetrics,
    QImage,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from diary.article import Section
from diary.article_html import html
from diary.field import Catalogue
from diary.guide import picture
from diary.i18n import _
from diary.ui.theme import Theme
from diary.ui.widgets.found_marks import found_marks
from diary.ui.widgets.reading_text import AIR, ReadingText

MEASURE = 68
"""The longest line of text, in characters of average width."""
MARGIN = 20
INSIDE = "diary"
LINE_HEIGHT_PERCENT = 132
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
PICTURE_DENSITY = 2
"""So many pixels of a picture were one pixel of the window, at 11 points, that it shows."""


class ArticleView(ReadingText):
    """Shows one section. Web links open in the browser, and only when they are chosen."""

    record_wanted = Signal(str)
    trend_wanted = Signal(str)
    section_wanted = Signal(str)

    def __init__(self, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue, self._theme = catalogue, theme
        self._section: Section | None = None
        self._html = ""
        self._ways: set[str] = set()
        self._was_seen = False
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(self.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("Article"))
        self.anchorClicked.connect(self._on_link)
        theme.changed.connect(self._on_theme_changed)

    @property
    def slug(self) -> str:
        """What is shown; empty before anything is."""
        return self._section.slug if self._section else ""

    def show_section(self, section: Section, anchor: str = "", ways: Iterable[str] = ()) -> None:
        """Show a section from its top, or from a heading's anchor.

        `ways` are to be marked wherever they occur; the first one is scrolled to.
        """
        self._section, self._ways = section, set(ways)
        self.setAccessibleName(section.title)
        self._render()
        self._stand_at(section, anchor)
        if anchor and not self._was_seen:  # where it stands is known once it has its width
            QTimer.singleShot(0, self, partial(self._stand_at, section, anchor))

    def _stand_at(self, section: Section, anchor: str) -> None:
        if section is not self._section:
            return
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if anchor:
            self.scrollToAnchor(anchor)
        self._reveal_mark()

    def unmark(self) -> None:
        """Take the marks away; the text stays where it is."""
        self._ways = set()
        self.setExtraSelections([])

    def _reveal_mark(self) -> None:
        """Scroll on to the first mark from here, if it is not yet to be seen."""
        top, marks = self.top.position(), self.extraSelections()
        places = (mark.cursor for mark in marks)
        first = next((place for place in places if place.position() >= top), None)
        if first is None:
            return
        below = self.cursorRect(first).bottom() - self.viewport().height()
        if below > 0:
            scroll = self.verticalScrollBar()
            scroll.setValue(scroll.value() + below + self.viewport().height() // 2)

    def _render(self) -> None:
        if self._section is None:
            return
        document = self.document()
        document.setDocumentMargin(MARGIN)
        document.setDefaultFont(self._theme.font())
        document.setDefaultStyleSheet(self._sheet())
        self._html = html(self._section, self._catalogue)
        self.setHtml(self._html)
        self._space_lines(document)
        self.setExtraSelections(found_marks(document, self._ways, self._theme))

    def _space_lines(self, document: QTextDocument) -> None:
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            shape = block.blockFormat()
            if shape.headingLevel() == 0 and PICTURE not in block.text():
                shape.setLineHeight(LINE_HEIGHT_PERCENT, 1)
                cursor.setBlockFormat(shape)
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """A picture of the guide: as large as the text, where the column is wide enough."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        whole = QImage.fromData(picture(QUrl(name).fileName()))
        if whole.isNull():
            return None
        natural = self._theme.px(whole.width() / PICTURE_DENSITY)
        column = self.lineWrapColumnOrWidth() - 2 * MARGIN
        sharpness = self.devicePixelRatioF()
        width = round(min(natural, column) * sharpness)
        shown = whole.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(sharpness)
        return shown

    def _sheet(self) -> str:
        colour, points = self._theme.colour, self._theme.points
        ink, ink2, accent = (colour(role).name() for role in ("ink", "ink2", "accent"))
        return (
            f"h1 {{ font-size: {points * 1.7:.1f}pt; font-weight: 600; color: {ink}; "
            "margin-top: 0; margin-bottom: 10px; }"
            f"h2 {{ font-size: {points * 1.25:.1f}pt; font-weight: 600; margin-top: 22px; "
            "margin-bottom: 6px; }"
            f"h3 {{ font-size: {points * 1.15:.1f}pt; font-weight: 600; margin-top: 24px; "
            "margin-bottom: 4px; }"
            "p { margin-top: 0; margin-bottom: 9px; } li { margin-bottom: 5px; }"
            f"a {{ color: {accent}; }}"
            f"p.picture {{ margin-top: 14px; margin-bottom: 2px; }} p.caption {{ color: {ink2}; "
            f"font-size: {points * 0.9:.1f}pt; margin-bottom: 16px; }}"
            f"div.references p {{ color: {ink2}; font-size: {points * 0.9:.1f}pt; }}"
        )

    @Slot()
    def _on_theme_changed(self) -> None:
        place = self.verticalScrollBar().value()
        self._fit()
        self._render()
        self.verticalScrollBar().setValue(place)

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        if link.scheme() in {"http", "https"}:
            QDesktopServices.openUrl(link)
        elif link.scheme() == INSIDE:
            what, _slash, key = link.path().partition("/")
            leads = {
                "record": self.record_wanted,
                "trend": self.trend_wanted,
                "section": self.section_wanted,
            }
            if what in leads and key:
                leads[what].emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        self._was_seen = True
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep lines short enough to read, however wide the window is; fit pictures anew.

        The line at the top stays there, also the first time: before, the view has no width.
        """
        before, top = self.lineWrapColumnOrWidth(), self.top.position()
        self._fit()
        super().resizeEvent(event)
        if before == self.lineWrapColumnOrWidth():
            return
        if "<img" in self._html:
            self._render()
        self._begin_at(top)

    def _begin_at(self, place: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        scroll = self.verticalScrollBar()
        scroll.setValue(scroll.value() + self.cursorRect(cursor).top() - AIR)

    def _fit(self) -> None:
        characters = MEASURE * QFontMetrics(self._theme.font()).averageCharWidth()
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        column = min(characters + 2 * MARGIN, room)
        aside = (room - column) // 2
        self.setViewportMargins(aside, 0, aside, 0)
        self.setLineWrapColumnOrWidth(min(column, self.viewport().width()))
