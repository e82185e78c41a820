"""The whole article and the guide: contents and search at the side, the chosen part to read."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diary.article_search import Hit, all_ways, search, search_some
from diary.guide import SLUGS as CHAPTERS
from diary.guide import everything, find
from diary.i18n import _, ngettext
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.article_view import ArticleView
from diary.ui.widgets.contents_rows import ContentsRows
from diary.ui.widgets.controls import GAP, button, card, label

TARGET = Qt.ItemDataRole.UserRole
CONTENTS_WIDTH = 270
SIDE_BY_SIDE = 560
LARGEST_SHARE = 0.6
ANY = 16_777_215
FIRST = 1
"""The first row that can be chosen: below the title of its part."""


class Row(NamedTuple):
    """One line of the contents, or one place that was found."""

    heading: str
    snippet: str
    slug: str
    anchor: str


class LearnPage(QWidget):
    """Read, search, and go from a field's words to recording it or to its trend."""

    field_wanted = Signal(str)
    trend_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sections = everything()
        self.setProperty("role", "page")
        self.search = QLineEdit()
        self.search.setAccessibleName(_("Search in the article and the guide"))
        self.search.setPlaceholderText(_("Search (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.contents = QListWidget()
        self.contents.setWordWrap(True)  # Qt lays out anew when the bar takes of the width
        self.contents.setItemDelegate(ContentsRows(theme, self.contents, TARGET))
        self.contents.setAccessibleName(_("Contents"))
        self.found = label("", "small")
        self.view = ArticleView(session.catalogue, theme)
        self.open_contents = button(_("Contents"), "chip")
        self._lay_out()
        self._connect()
        self._list_sections()

    def _lay_out(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(GAP)
        self._title = label(_("Learn"), "title")
        side.addWidget(self._title)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.search, 1)
        line.addWidget(self.open_contents)
        side.addLayout(line)
        side.addWidget(self.found)
        side.addWidget(self.contents, 1)
        frame, body = card()
        body.setContentsMargins(2, 2, 2, 2)
        body.addWidget(self.view)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        self._row.setSpacing(2 * GAP)
        self._row.addWidget(self._side)
        self._row.addWidget(frame, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.view.record_wanted.connect(self.field_wanted)
        self.view.trend_wanted.connect(self.trend_wanted)
        self.view.section_wanted.connect(self._on_section_wanted)
        self.contents.itemClicked.connect(self._on_picked)
        self.contents.itemActivated.connect(self._on_picked)
        self.open_contents.toggled.connect(self._on_contents_opened)
        self._theme.changed.connect(self._fit)
        self._theme.changed.connect(self.contents.doItemsLayout)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the text its room."""
        super().resizeEvent(event)
        self._fit()

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the contents, or what opens them."""
        return self.contents if self._side_by_side else self.open_contents

    @property
    def _side_by_side(self) -> bool:
        return self.width() >= self._theme.px(SIDE_BY_SIDE)

    @Slot()
    def _fit(self) -> None:
        """Side by side, or the contents folded away so that the text has most of the height."""
        wide, direction = self._side_by_side, QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        width = self._theme.px(CONTENTS_WIDTH)
        self._side.setMinimumWidth(width if wide else 0)  # not by what is found
        self._side.setMaximumWidth(width if wide else ANY)
        self._side.setMaximumHeight(ANY if wide else round(self.height() * LARGEST_SHARE))
        self._title.setVisible(wide)
        self.open_contents.setVisible(not wide)
        self._show_contents()

    def _show_contents(self) -> None:
        """Beside the text they keep their place, even where nothing is found."""
        opened = self.open_contents.isChecked() or bool(self.search.text().strip())
        above = opened and self.contents.count() > 0
        self.contents.setVisible(self._side_by_side or above)

    @Slot(bool)
    def _on_contents_opened(self, opened: bool) -> None:  # noqa: FBT001 - a signal carries it
        self._show_contents()
        if opened:
            self.contents.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QListWidgetItem)
    def _on_picked(self, _item: QListWidgetItem) -> None:
        """Where the contents stand above the text, they make way for what was chosen."""
        if not self._side_by_side:
            self.open_contents.setChecked(False)
            self.contents.hide()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Contents and search.

    def _list_sections(self) -> None:
        """All of them; the one that is shown stays, without the marks of a search."""
        self.found.hide()
        self.view.unmark()
        self._fill([Row(section.title, "", section.slug, "") for section in self._sections])
        if self.view.slug:
            with QSignalBlocker(self.contents):
                self._choose(self.view.slug)
        else:
            self.contents.setCurrentRow(FIRST)

    def _list_found(self, words: str) -> None:
        """The places with all the words; where there are none, those with some of them."""
        if hits := search(self._sections, words):
            self._say_found(ngettext("{n} place found", "{n} places found", len(hits)))
        elif hits := search_some(self._sections, words):
            self._say_found(_("Nothing holds all of these words. These hold some of them:"))
        else:
            self._say_found(_("Nothing found. Try another word."))
        self._fill_hits(hits)

    def _fill_hits(self, hits: list[Hit]) -> None:
        self._fill([Row(hit.heading, hit.snippet, hit.slug, hit.anchor) for hit in hits])
        if hits:
            self.contents.setCurrentRow(FIRST)

    def _say_found(self, words: str) -> None:
        """Once, not again at each letter that changes nothing."""
        if words != self.found.text() or self.found.isHidden():
            announce(self.search, words)
        self.found.setText(words)
        self.found.show()

    def _fill(self, rows: list[Row]) -> None:
        """The rows in two parts, each below its title."""
        self.contents.clear()
        article = [row for row in rows if row.slug not in CHAPTERS]
        guide = [row for row in rows if row.slug in CHAPTERS]
        for title, part in ((_("About scleroderma"), article), (_("Using the diary"), guide)):
            if part:
                self._add_title(title)
            for row in part:
                self._add_row(row)

    def _add_title(self, words: str) -> None:
        """A row to read: the arrow keys pass it."""
        item = QListWidgetItem(words)
        spoken = _("Heading: {title}").format(title=words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.contents.addItem(item)

    def _add_row(self, row: Row) -> None:
        item = QListWidgetItem(f"{row.heading}\n{row.snippet}" if row.snippet else row.heading)
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole, f"{row.heading}. {row.snippet}".strip(". ")
        )
        item.setData(TARGET, (row.slug, row.anchor))
        self.contents.addItem(item)

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        if words.strip():
            self._list_found(words)
        else:
            self._list_sections()
        self._show_contents()

    @Slot(str)
    def _on_section_wanted(self, slug: str) -> None:
        if not self._choose(slug) and any(known.slug == slug for known in self._sections):
            self.show_section(slug)

    def _choose(self, slug: str) -> bool:
        """Choose a section in the contents, if they list it."""
        for row in range(self.contents.count()):
            if self.contents.item(row).data(TARGET) == (slug, ""):
                self.contents.setCurrentRow(row)
                return True
        return False

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is None:
            return
        slug, anchor = item.data(TARGET)
        self.show_section(slug, anchor)

    def show_section(self, slug: str, anchor: str = "") -> None:
        """Show a section in the reading part, with the words marked that are searched for."""
        self.view.show_section(find(slug)[0], anchor, all_ways(self.search.text()))
