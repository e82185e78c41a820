"""A layout that fills rows from the reading side and wraps, as words do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

GAP = 8

Row = list[tuple[QLayoutItem, QSize]]


class FlowLayout(QLayout):
    """Items in rows, each at its own width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802 - Qt's name
        """Add a widget at the end.

        The item is made here and not by Qt: of an item that Qt makes and deletes, PySide keeps a
        dead wrapper, and gives it for the next item that lies at the same address.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Add at the end."""
        self._items.append(item)

    def put_in_order(self, widgets: Sequence[QWidget]) -> None:
        """Lay out the widgets, which are all that there are, in another order."""
        order = {widget: place for place, widget in enumerate(widgets)}
        wanted = sorted(self._items, key=lambda item: order[cast("QWidget", item.widget())])
        if wanted != self._items:
            self._items = wanted
            self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Remove and give the item at a place, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the rows at a width; asked for many times before a page is shown."""
        if width not in self._heights:
            rows = self._rows(width)
            gaps = GAP * max(0, len(rows) - 1)
            self._heights[width] = sum(map(_height, rows)) + gaps
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it has changed."""
        self._heights.clear()
        self._hint = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the items, the middles of a row in one line."""
        super().setGeometry(rect)
        top, mirrored = rect.y(), self._mirrored
        for row in self._rows(rect.width()):
            used, high = 0, _height(row)
            for item, size in row:
                left = rect.width() - used - size.width() if mirrored else used
                corner = QPoint(rect.x() + left, top + (high - size.height()) // 2)
                item.setGeometry(QRect(corner, size))
                used += size.width() + GAP
            top += high + GAP

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One row, if there is room."""
        if self._hint is None:
            sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
            width = sum(size.width() for size in sizes) + GAP * max(0, len(sizes) - 1)
            self._hint = QSize(width, max((size.height() for size in sizes), default=0))
        return self._hint

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _rows(self, width: int) -> list[Row]:
        """What stands in each row, with the size that it takes; what is hidden leaves no gap."""
        rows: list[Row] = []
        used = width + 1
        for item in self._items:
            if item.isEmpty():
                continue
            size = _size(item, width)
            if used + size.width() > width:
                rows.append([])
                used = 0
            rows[-1].append((item, size))
            used += size.width() + GAP
        return rows

    @property
    def _mirrored(self) -> bool:
        widget = self.parentWidget()
        return widget is not None and widget.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _size(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint().boundedTo(QSize(max(width, 1), 10_000))
    if item.hasHeightForWidth():
        size.setHeight(item.heightForWidth(size.width()))
    return size


def _height(row: Row) -> int:
    return max(size.height() for _item, size in row)
