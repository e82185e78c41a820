"""Several widgets in one place, one of them seen. Used for the pages and the steps of dialogs."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget


class Stack(QWidget):
    """As QStackedWidget, which screen readers call a “layered pane” whenever it turns."""

    def __init__(self) -> None:
        super().__init__()
        self._leaves = QStackedLayout(self)

    def addWidget(self, leaf: QWidget) -> None:  # noqa: N802 - as in Qt, and so are the others
        """Add a widget behind the others."""
        self._leaves.addWidget(leaf)

    def setCurrentIndex(self, place: int) -> None:  # noqa: N802
        """Show the widget that was added at this place, from 0."""
        self._leaves.setCurrentIndex(place)

    def setCurrentWidget(self, leaf: QWidget) -> None:  # noqa: N802
        """Show this widget."""
        self._leaves.setCurrentWidget(leaf)

    def currentIndex(self) -> int:  # noqa: N802
        """The place of what is seen."""
        return self._leaves.currentIndex()

    def currentWidget(self) -> QWidget | None:  # noqa: N802
        """What is seen; None where nothing was added yet."""
        return self._leaves.currentWidget()

    def count(self) -> int:
        """How many there are."""
        return self._leaves.count()
