"""What the key of the search does: it searches the page that is shown, or everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from diary.ui.main_window import MainWindow


def search_here(window: MainWindow) -> None:
    """Search the page that is shown, where it can be; else, or once more, everything."""
    line = _line(window.stack.currentWidget())
    if line is None or line.hasFocus():
        line = _line(window.show_page("history"))
    if line is not None:
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()


def _line(page: QWidget | None) -> QLineEdit | None:
    """The search line of a page that has one."""
    line = getattr(page, "search", None)
    return line if isinstance(line, QLineEdit) else None
