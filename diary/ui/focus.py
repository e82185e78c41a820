"""Where the keyboard is when a page opens, and the order in which Tab goes through a page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_first(page: QWidget) -> None:
    """Put the keyboard in the page: where the page wants it, or on its first control."""
    wanted = getattr(page, "first_focus", None) or _first(page)
    if isinstance(wanted, QWidget):
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)


def order_tabs(parts: Iterable[QWidget]) -> None:
    """Let Tab go through parts of a page one after the other, each in its own order.

    Needed where a part was made later than what stands below it: Tab follows the order of making.
    """
    stops = [stop for part in parts for stop in _stops(part)]
    for before, after in pairwise(stops):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> list[QWidget]:
    """What Tab can reach in a part, in the order of the focus chain."""
    found: list[QWidget] = [part] if _is_stop(part) else []
    here: QWidget | None = part.nextInFocusChain()
    while here is not None and here is not part:
        if part.isAncestorOf(here) and _is_stop(here):
            found.append(here)
        here = here.nextInFocusChain()
    return found


def _is_stop(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.focusProxy() is None


def _first(page: QWidget) -> QWidget | None:
    here: QWidget | None = page.nextInFocusChain()
    while here is not None and here is not page:
        takes = bool(here.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and page.isAncestorOf(here) and here.isVisibleTo(page) and here.isEnabled():
            return here
        here = here.nextInFocusChain()
    return None
