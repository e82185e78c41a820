"""Where the keyboard is when a page opens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_first(page: QWidget) -> None:
    """Put the keyboard in the page: where the page wants it, or on its first control."""
    wanted = getattr(page, "first_focus", None) or _first(page)
    if isinstance(wanted, QWidget):
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)


def _first(page: QWidget) -> QWidget | None:
    here: QWidget | None = page.nextInFocusChain()
    while here is not None and here is not page:
        takes = bool(here.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and page.isAncestorOf(here) and here.isVisibleTo(page) and here.isEnabled():
            return here
        here = here.nextInFocusChain()
    return None
