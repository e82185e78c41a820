"""The photos of one record, as a row of small pictures: add, look at, describe, delete.

Pages and dialogs use it for sores, patches, attacks and days.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.session import Session
from diary.ui.theme import Theme


def _ready() -> bool:
    return True


class PhotoStrip(QWidget):
    """The photos about one record, newest first.

    `about` is "sore", "patch", "attack" or "day" and `about_id` the record's id (a day's ISO
    text). `keep_first` is asked before a photo is added: a form of a record that is not stored
    yet stores it then, and gives False where it cannot. `announced` carries what was done.
    """

    announced = Signal(str)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        about: str,
        about_id: str = "",
        *,
        keep_first: Callable[[], bool] = _ready,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._about = about
        self._about_id = about_id
        self._keep_first = keep_first
        self._day: date | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_about(self, about_id: str, day: date | None = None) -> None:
        """Show another record's photos; new ones are of `day` (None: today)."""
        self._about_id = about_id
        self._day = day
