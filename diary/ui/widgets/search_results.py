"""What a search found: how many, and a list of hits. Enter or a second click opens one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from diary.i18n import _, format_number, ngettext
from diary.logic.search import Found, Hit
from diary.ui.models.search_list import HIT, SearchListModel
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, TARGET, button, label
from diary.ui.widgets.search_rows import SearchRows

LEAST_HEIGHT = 160
AT_ONCE = 25
"""So many rows are measured at a time, so that the window never waits for all of them."""


def found_words(found: Found) -> str:
    """How many there are, and whether all are shown."""
    if not found.count:
        return _("Nothing found. Try another word, or fewer words.")
    words = ngettext("{n} result", "{n} results", found.count)
    if found.count == 1:
        return words
    shown = len(found.hits)
    if shown < found.count:
        return _("{results}, the newest {shown} shown, the newest first").format(
            results=words, shown=format_number(shown)
        )
    return _("{results}, the newest first").format(results=words)


class HitList(QListView):
    """Hits by arrow keys; `hit_chosen` and `hit_opened` carry one."""

    hit_chosen = Signal(object)
    hit_opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = SearchListModel(self)
        self.rows = SearchRows(theme, self)
        self.setModel(self.hits)
        self.setItemDelegate(self.rows)
        self.setAccessibleName(_("Results"))
        self.setAccessibleDescription(_("Enter opens the day or the page of a result."))
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.doItemsLayout)

    def chosen(self) -> Hit | None:
        """The chosen hit."""
        hit = self.currentIndex().data(HIT)
        return hit if isinstance(hit, Hit) else None

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _new: QModelIndex, _old: QModelIndex) -> None:
        self.hit_chosen.emit(self.chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens; the arrows move."""
        hit = self.chosen()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and hit is not None:
            self.hit_opened.emit(hit)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Coming in, something is always chosen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.hits.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class SearchResults(QWidget):
    """The results of one search; `hit_opened` asks to open where one is."""

    hit_chosen = Signal(object)
    hit_opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = label("", "secondary")
        self.list = HitList(theme)
        self.open_button = button(_("Open this result"), "quiet", self._on_open)
        self.open_button.setMinimumHeight(TARGET)
        self.open_button.setEnabled(False)
        self._rest = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rest, 1)
        self.list.hit_chosen.connect(self._on_chosen)
        self.list.hit_opened.connect(self.hit_opened)

    def wait(self) -> None:
        """Say that it is being looked for."""
        self.count.setText(_("Searching…"))

    def show_found(self, found: Found) -> None:
        """Show what was found; the chosen hit stays chosen, if it is still there."""
        chosen = self.list.chosen()
        self.count.setText(found_words(found))
        self.list.rows.forget()
        self.list.hits.show_hits(found.hits)
        if chosen in found.hits:
            self.list.setCurrentIndex(self.list.hits.index(found.hits.index(chosen)))
        self._on_chosen(self.list.chosen())
        for part in (self.list, self.open_button):
            part.setVisible(bool(found.hits))
        self._rest.setVisible(not found.hits)

    @Slot(object)
    def _on_chosen(self, hit: Hit | None) -> None:
        self.open_button.setEnabled(hit is not None)
        self.hit_chosen.emit(hit)

    def _on_open(self) -> None:
        hit = self.list.chosen()
        if hit is not None:
            self.hit_opened.emit(hit)
