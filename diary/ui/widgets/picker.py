"""A box to choose one of many: named by its label, and not moved by the wheel while scrolling."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from diary.ui.widgets.controls import GAP, TARGET, label

LETTERS = 14
"""The usual room at least, in letters."""
FEWEST = 8
"""In a narrow window with large text the words are cut; the open list shows them whole."""


class _Box(QComboBox):
    """Ignores the wheel: a page that scrolls under it must not choose."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Less than the longest words need."""
        usual = super().minimumSizeHint()
        narrow = self.fontMetrics().averageCharWidth() * FEWEST + TARGET
        return QSize(min(usual.width(), narrow), usual.height())


class Picker(QWidget):
    """`chosen` carries the key of what the patient chose."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = label(name)
        self.name.setWordWrap(False)
        self.box = _Box()
        self.box.setMinimumHeight(TARGET)
        self.box.setMinimumContentsLength(LETTERS)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.setMaxVisibleItems(14)
        self.name.setBuddy(self.box)
        self.box.setAccessibleName(name)
        self.box.activated.connect(self._on_activated)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.name)
        row.addWidget(self.box, 1)
        self.setFocusProxy(self.box)

    def offer(self, groups: Iterable[Iterable[tuple[str, str]]], chosen: str) -> None:
        """Offer keys and words, a line between two groups; one of them is chosen."""
        self.box.clear()
        for group in groups:
            if self.box.count():
                self.box.insertSeparator(self.box.count())
            for key, words in group:
                self.box.addItem(words, key)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        view = self.box.view()
        view.setMinimumWidth(
            view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width()
        )

    @property
    def key(self) -> str:
        """What is chosen; empty where nothing is offered."""
        return str(self.box.currentData() or "")

    @Slot(int)
    def _on_activated(self, _place: int) -> None:
        self.chosen.emit(self.key)
