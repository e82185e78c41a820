"""States of the privacy page and of erasing, for the sweep over every control and every dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import cast

from PySide6.QtCore import Qt

from diary.erasing import Left, Wish
from diary.paths import Places
from diary.ui.dialogs.erase import EraseDialog
from diary.ui.dialogs.privacy import PrivacyPage
from diary.ui.erased_window import ErasedWindow
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.widgets.settings_folder import FolderSettings


def _settings(window: MainWindow) -> FolderSettings:
    """The window's folder is made up; the diary has a real one."""
    page = cast("SettingsPage", window.show_page("settings"))
    part = next(each for each in page.parts if isinstance(each, FolderSettings))
    part._folder = window.session.read.database.file.parent
    return part


def _privacy(window: MainWindow) -> None:
    part = _settings(window)
    part.show_privacy()
    dialog = part.findChildren(PrivacyPage)[-1]
    dialog._jobs.drain()


def _erase(window: MainWindow) -> EraseDialog:
    part = _settings(window)
    part.ask_to_erase()
    dialog = part.findChildren(EraseDialog)[-1]
    dialog._jobs.drain()
    return dialog


def _erased(window: MainWindow) -> None:
    """As a window above: so it is found, and goes with its window."""
    nowhere = Path(mkdtemp())
    made = ErasedWindow(Wish(Places(nowhere, nowhere / "settings.ini", nowhere), "00"))
    made.setParent(window, Qt.WindowType.Dialog)
    made.setWindowModality(Qt.WindowModality.WindowModal)
    made.show()
    made._on_erased(Left(stuck=(nowhere / "diary.db",), foreign=(nowhere / "letter.txt",)))


ERASE_STATES: dict[str, Callable[[MainWindow], object]] = {
    "where it is kept": _privacy,
    "erase everything": _erase,
    "erase, last question": lambda window: _erase(window).ask(),
    "erased": _erased,
}
