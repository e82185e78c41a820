"""Where the signals of pages and panels lead. Pages know no page; this knows the signals' names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from diary.ui.main_window import MainWindow


def connect_links(source: QWidget, window: MainWindow) -> None:
    """Connect those signals that `source` has: a day, a section, a field, a page wanted."""
    targets = {
        "day_wanted": window.show_day,
        "section_wanted": window.side.show_section,
        "field_explained": window.side.show_field,
        "field_wanted": window.record_field,
        "record_wanted": window.record_field,
        "trend_wanted": window.show_trend,
        "page_wanted": window.show_page,
        "attack_wanted": window.edit_attack,
        "announced": window.say,
        "lock_wanted": window.lock_wanted,
        "passphrase_changed": window.passphrase_changed,
        "erase_wanted": window.erase_wanted,
        "sample_wanted": window.sample_wanted,
    }
    for name, target in targets.items():
        signal = getattr(source, name, None)
        if isinstance(signal, SignalInstance):
            signal.connect(target)
