"""States of the search of the settings, for the sweep over every control."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QApplication

from diary.settings import SYSTEM, TEXT_SIZE
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage


def _search(window: MainWindow, words: str) -> None:
    page = cast("SettingsPage", window.show_page("settings"))
    page.search.setText(words)
    QApplication.processEvents()


def _like_the_system(window: MainWindow) -> None:
    window._settings.set(TEXT_SIZE, SYSTEM)
    window.show_page("settings")


SETTINGS_STATES: dict[str, Callable[[MainWindow], object]] = {
    "settings found": lambda window: _search(window, "itch"),
    "no settings found": lambda window: _search(window, "xyzzy"),
    "text like the system": _like_the_system,
}
