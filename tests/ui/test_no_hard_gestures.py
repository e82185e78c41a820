"""Nothing needs a drag, a double click, a long press, hovering or the other mouse button."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import diary.ui

HARD = {
    "a double click": r"mouseDoubleClick|doubleClicked|DoubleClick\b",
    "a drag": r"QDrag\b|AcceptDrops\(True|setDragEnabled\(True|dragEnterEvent|dropEvent",
    "hovering": r"enterEvent|hoverEnter|HoverEnter|HoverMove|setMouseTracking\(True",
    "a long press": r"TapAndHold|grabGesture|LongPress",
    "the other button": r"customContextMenu|contextMenuEvent|RightButton",
}
BESIDES = {
    "attack_list_view.py": "a double click opens an attack; so do Enter and the button",
    "care_list.py": "a double click opens a row; so do Enter and the button",
    "drawn_map.py": "names the part under the pointer; the arrows and the list do so, too",
}
"""A second way, where the first needs no such hands."""
SOURCES = sorted(Path(diary.ui.__path__[0]).rglob("*.py"))


@pytest.mark.parametrize("gesture", HARD)
def test_the_window_listens_to_none(gesture: str) -> None:
    assert len(SOURCES) > 150
    found = {file.name for file in SOURCES if re.search(HARD[gesture], file.read_text("utf-8"))}
    assert found <= BESIDES.keys(), gesture
