"""How large a window opens: as it was left, and never larger than its screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QWidget

from diary.settings import WINDOW, Settings

if TYPE_CHECKING:
    from diary.ui.main_window import MainWindow

FRAME = QSize(16, 48)
"""What the edges and the title of a window take, at most; in pixels."""

WHOLE = " whole"
"""Follows the size of a window that was left as large as the screen."""


def fit_to_screen(window: QWidget, size: QSize) -> None:
    """Give a window this size, as far as its screen has room."""
    window.resize(size.boundedTo(window.screen().availableGeometry().size() - FRAME))


class KeptSize(QObject):
    """Opens the diary's window as large as it was left, and remembers how it is left."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        kept = settings.value(WINDOW)
        fit_to_screen(window, _size(kept) or window.size())
        if kept.endswith(WHOLE):
            window.setWindowState(Qt.WindowState.WindowMaximized)
        window.closed.connect(self._keep)

    @Slot()
    def _keep(self) -> None:
        whole = self._window.isMaximized()
        size = self._window.normalGeometry().size() if whole else self._window.size()
        self._settings.set(WINDOW, f"{size.width()}x{size.height()}{WHOLE if whole else ''}")


def _size(kept: str) -> QSize | None:
    found = re.match(r"(\d+)x(\d+)", kept)
    return QSize(int(found[1]), int(found[2])) if found else None
