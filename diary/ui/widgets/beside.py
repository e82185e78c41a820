"""Two widgets side by side where there is room for both, one below the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

GAP = 16


class Beside(QWidget):
    """The first stands on the reading side, or above. `shares` are their parts of the width.

    The second has room where it has this many `characters` in a line, and the first its own.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        shares: tuple[int, int] = (1, 1),
        characters: int = 0,
        first_characters: int = 0,
    ) -> None:
        super().__init__()
        self._parts = (first, second)
        self._shares = shares
        self._characters = (first_characters, characters)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        for part, share in zip(self._parts, shares, strict=True):
            self._box.addWidget(part, share)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand side by side, or one below the other."""
        super().resizeEvent(event)
        self.stand()

    def stand(self) -> None:
        """Stand as there is room now."""
        letter = self.fontMetrics().averageCharWidth()
        first, second = (
            max(self.least(part), letters * letter)
            for part, letters in zip(self._parts, self._characters, strict=True)
        )
        way = QBoxLayout.Direction
        beside = self.width() >= first + GAP + second
        wanted = way.LeftToRight if beside else way.TopToBottom
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            for place, share in enumerate(self._shares):
                self._box.setStretch(place, share if beside else 0)
            self.updateGeometry()

    def least(self, part: QWidget) -> int:
        """In how many pixels a part has room."""
        return part.minimumSizeHint().width()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the wider of the two: they can always stand one below the other."""
        sizes = [part.minimumSizeHint() for part in self._parts]
        return QSize(max(size.width() for size in sizes), max(size.height() for size in sizes))
