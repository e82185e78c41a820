"""What the key of explanations does: it opens the article at what the keyboard is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from diary.ui.book import SECTIONS
from diary.ui.widgets.field_row import FieldRow

if TYPE_CHECKING:
    from diary.ui.main_window import MainWindow


def explain_here(window: MainWindow) -> None:
    """Open the article at the focused field, or at what the shown page is about."""
    place: QWidget | None = QApplication.focusWidget()
    while place is not None:
        if isinstance(place, FieldRow):
            window.side.show_field(place.field.key)
            return
        if isinstance(about := place.property("explains"), str):
            window.side.show_section(about)
            return
        place = place.parentWidget()
    window.side.show_section(SECTIONS[window.stack.key])
