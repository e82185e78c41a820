"""Which buttons stand so near to each other that a stiff finger meets the wrong one."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from diary.palette import design
from diary.ui.widgets.map_regions import MapRegion

ROLES = {"primary", "attack", "beside", "chip", "quiet"}


def crowded(root: QWidget) -> list[str]:
    """Pairs of buttons that are nearer than the gap of the grid; small ones may not touch.

    What is rolled half out of sight is left out: it moves under the pointer anyway. The rail is a
    list: its rows are 46 pixels high, and may stand close in a low window. The parts of a drawn map
    have no straight edges, and a list beside them that chooses the same.
    """
    found = [each for each in root.findChildren(QAbstractButton) if _is_whole(each)]
    return [
        f"“{one.text() or one.accessibleName()}” – “{other.text() or other.accessibleName()}”: "
        f"{distance(one, other, root)}"
        for one, other in combinations(found, 2)
        if distance(one, other, root) < _least(one, other)
    ]


def _is_whole(button: QAbstractButton) -> bool:
    seen = button.isVisible() and button.visibleRegion().boundingRect() == button.rect()
    return seen and button.property("role") != "rail" and not isinstance(button, MapRegion)


def _least(one: QWidget, other: QWidget) -> int:
    both = {str(one.property("role")), str(other.property("role"))}
    gap: int = design("space")["gap"]
    return gap if both <= ROLES else 0


def distance(one: QWidget, other: QWidget, root: QWidget) -> int:
    """Pixels between two of them, across or up and down, whichever is more."""
    a, b = (QRect(each.mapTo(root, QPoint(0, 0)), each.size()) for each in (one, other))
    across = max(a.left() - b.right(), b.left() - a.right())
    down = max(a.top() - b.bottom(), b.top() - a.bottom())
    return max(across, down) - 1
