"""A line that holds one value: what is typed takes the place of what was there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent

from diary.ui.widgets.turned import Line


class ValueLine(Line):
    """The first click marks all, as Tab does; the next one puts the cursor somewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._just_pointed_at = False

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Whether the pointer brought the keyboard here."""
        super().focusInEvent(event)
        self._just_pointed_at = event.reason() is Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Mark all, unless something was marked by hand."""
        super().mouseReleaseEvent(event)
        if self._just_pointed_at and not self.hasSelectedText():
            self.selectAll()
        self._just_pointed_at = False
