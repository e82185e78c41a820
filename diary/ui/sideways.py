"""The keys of left and right as steps in the direction of reading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


def step_of(widget: QWidget, key: int) -> int:
    """1 for the key that goes on, -1 for the one that goes back; 0 for any other key."""
    if key not in SIDEWAYS:
        return 0
    mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return 1 if (key == Qt.Key.Key_Right) is not mirrored else -1
