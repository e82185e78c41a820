"""Where the keyboard is when a page opens, and the order in which Tab goes through a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_first(page: QWidget) -> None:
    """Put the keyboard in the page: where the page wants it, or on its first control."""
    wanted = getattr(page, "first_focus", None) or _first(page)
    if isinstance(wanted, QWidget):
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)


def order_tabs(parts: Sequence[QWidget]) -> None:
    """Let Tab go through parts of a page one after the other, each in its own order.

    Needed where a part was made later than what stands below it: Tab follows the order of making.
    """
    places = {part: place for place, part in enumerate(parts)}
    stops = [(_place(stop, places), stop) for stop in _stops(parts[0].window())]
    ordered = [stop for place, stop in sorted(stops, key=lambda pair: pair[0]) if place >= 0]
    for before, after in pairwise(ordered):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def _place(widget: QWidget, places: dict[QWidget, int]) -> int:
    """Which part a widget belongs to; -1 for none.

    Not by `parentWidget`: that ties the wrappers of widgets together, and the collector of garbage
    then takes wrappers of widgets that live.
    """
    those = (place for part, place in places.items() if part is widget or part.isAncestorOf(widget))
    return next(those, -1)


def _stops(page: QWidget) -> Iterator[QWidget]:
    """What Tab can reach in a page, in the order of the focus chain."""
    here: QWidget | None = page.nextInFocusChain()
    while here is not None and here is not page:
        by_tab = bool(here.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if by_tab and here.focusProxy() is None and page.isAncestorOf(here):
            yield here
        here = here.nextInFocusChain()


def _first(page: QWidget) -> QWidget | None:
    return next(
        (each for each in _stops(page) if each.isVisibleTo(page) and each.isEnabled()), None
    )
