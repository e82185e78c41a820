"""Where the keyboard is when a page opens, and the order in which Tab goes through a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

SETTLES_MS = 400
SEEN, ABOVE = 40, 100
"""Pixels around a part of a widget, and above the widget, that are scrolled into sight."""


def focus_first(page: QWidget) -> None:
    """Put the keyboard in the page, in sight: where the page wants it, or on its first control.

    Before a window is shown its pages have no size yet, and nothing is scrolled.
    """
    wanted = getattr(page, "first_focus", None) or _first(page)
    if isinstance(wanted, QWidget):
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        if page.isVisible():
            bring_in_sight(wanted)


def bring_in_sight(widget: QWidget, around: int | None = None) -> None:
    """Scroll to it and a little further: a page that was left stays where it was scrolled.

    `around`: by how many pixels; a third of what is seen of the page where it is not said.
    """
    area = _scrolled_by(widget)
    if area is not None and widget.height() < area.viewport().height():
        third = area.viewport().height() // 3
        area.ensureWidgetVisible(widget, 0, third if around is None else around)


def stay_in_sight(widget: QWidget, around: int) -> None:
    """Bring it in sight, and again while its page, which has another width now, finds its place."""
    area = _scrolled_by(widget)
    if area is None:
        return

    def follow() -> None:
        if isValid(widget):
            bring_in_sight(widget, around)

    moved = area.verticalScrollBar().rangeChanged
    moved.connect(follow)
    QTimer.singleShot(SETTLES_MS, area, lambda: moved.disconnect(follow))
    QTimer.singleShot(0, widget, follow)


def bring_part_in_sight(widget: QWidget, part: QRect) -> None:
    """Scroll a page that is smaller than a widget to a part of it, and to what stands above it."""
    area = _scrolled_by(widget)
    inside = area.widget() if area is not None else None
    if area is not None and inside is not None:
        top = widget.mapTo(inside, QPoint(0, 0))
        area.ensureVisible(top.x(), top.y(), 0, ABOVE)
        middle = widget.mapTo(inside, part.center())
        area.ensureVisible(middle.x(), middle.y(), 0, part.height() // 2 + SEEN)


def _scrolled_by(widget: QWidget) -> QScrollArea | None:
    """The innermost area around it.

    Found from outside: on the way up there are parts that Qt has made itself, and the first of
    these that Python meets makes PySide look through all of its classes, at the start of all times.
    """
    top = widget.window()
    areas = [
        each for each in (top, *top.findChildren(QScrollArea)) if isinstance(each, QScrollArea)
    ]
    around = [area for area in areas if area.isAncestorOf(widget)]
    return min(around, key=lambda each: sum(map(each.isAncestorOf, around)), default=None)


def begin_in(place: QWidget) -> None:
    """Put the keyboard in an input: where one of some answers is chosen, on that."""
    wanted = getattr(place, "chosen_button", place)
    wanted.setFocus(Qt.FocusReason.TabFocusReason)


def order_tabs(parts: Sequence[QWidget]) -> None:
    """Let Tab go through parts of a page one after the other, each in its own order.

    Needed where a part was made later than what stands below it: Tab follows the order of making.
    """
    places = _places(parts)
    inputs = [made for part in parts if (made := getattr(part, "input", None)) is not None]
    whole = {made: proxy for made in inputs if (proxy := made.focusProxy()) is not None}
    inside = (each for each in _chain(parts[0].window()) if each in places)
    ordered = sorted((each for each in inside if _stands(each, whole)), key=lambda e: places[e])
    for before, after in pairwise(ordered):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


@contextmanager
def same_place(rows: QWidget) -> Iterator[None]:
    """Have the keyboard on the button of the same name, once rows were made anew."""
    before = rows.window().focusWidget()
    name = before.accessibleName() if before is not None and rows.isAncestorOf(before) else ""
    yield
    if before is None or not name or before.isVisibleTo(rows):
        return
    for made in rows.findChildren(type(before)):
        if made is not before and made.accessibleName() == name:
            made.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def tab_after(place: QWidget, buttons: Sequence[QWidget]) -> None:
    """Let Tab come to buttons after all that is in a place, also what is no stop at present."""
    none = Qt.FocusPolicy.NoFocus
    inside = [each for each in _chain(place.window()) if place.isAncestorOf(each)]
    last = [each for each in inside if each.focusPolicy() != none][-1:]
    for before, after in pairwise([*last, *buttons]):
        QWidget.setTabOrder(before, after)


def _places(parts: Sequence[QWidget]) -> dict[QWidget, int]:
    """The place of the part to which each widget belongs; of parts in parts, the inner one."""
    inside = [(part.findChildren(QWidget), place, part) for place, part in enumerate(parts)]
    places: dict[QWidget, int] = {}
    for within, place, part in sorted(inside, key=lambda one: len(one[0]), reverse=True):
        places |= dict.fromkeys([part, *within], place)
    return places


def _stands(widget: QWidget, whole: dict[QWidget, QWidget]) -> bool:
    """Whether to order this widget. A whole input stands for the part that takes its focus.

    Left behind, it would lead Tab back: Qt moves an input with its part, not a part with its input.
    """
    return widget in whole or (_is_stop(widget) and widget not in whole.values())


def _chain(page: QWidget) -> Iterator[QWidget]:
    """What is in a page, in the order of the focus chain."""
    here: QWidget | None = page.nextInFocusChain()
    while here is not None and here is not page:
        if page.isAncestorOf(here):
            yield here
        here = here.nextInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.focusProxy() is None


def stops_of(page: QWidget) -> Iterator[QWidget]:
    """What Tab comes to in a page at present, in its order."""
    stops = (each for each in _chain(page) if _is_stop(each))
    return (each for each in stops if each.isVisibleTo(page) and each.isEnabled())


def _first(page: QWidget) -> QWidget | None:
    return next(stops_of(page), None)
