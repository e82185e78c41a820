"""From card to card by one key, whatever lies between."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from diary.ui.focus import focus_first, stops_of


def go_to_card(page: QWidget | None, step: int) -> None:
    """Put the keyboard on the first control of the next card (1) or of the one before (-1)."""
    cards = _cards(page) if page is not None else []
    if cards and page is not None:
        focused = page.window().focusWidget()
        here = [place for place, each in enumerate(cards) if each.isAncestorOf(focused)]
        start = here[0] if here else -min(step, 0) - 1
        focus_first(cards[(start + step) % len(cards)])


def _cards(page: QWidget) -> list[QFrame]:
    """The cards that are seen and have a control, in the order of Tab."""
    found: dict[QFrame, None] = {}
    for stop in stops_of(page):
        if (card := _outermost(stop, page)) is not None:
            found.setdefault(card)
    return list(found)


def _outermost(stop: QWidget, page: QWidget) -> QFrame | None:
    card: QFrame | None = None
    above = stop.parentWidget()
    while above is not None and above is not page:
        if isinstance(above, QFrame) and above.property("role") == "card":
            card = above
        above = above.parentWidget()
    return card
