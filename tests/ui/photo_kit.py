"""A strip of a sore's photos, and what is in it, for the tests of photos."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.records import Photo, Put
from db.store import Store
from diary.session import Session
from diary.ui.dialogs.photo_viewer import PhotoViewer
from diary.ui.theme import Theme
from diary.ui.widgets.photo_strip import PhotoStrip
from diary.ui.widgets.photo_tile import PhotoTile
from tests.pictures import DAY, kept, photo

SORE = "0195d3a0-0000-7000-8000-000000000100"
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
Make = Callable[..., PhotoStrip]


def maker(session: Session, theme: Theme, qtbot: QtBot) -> Make:
    """Makes a strip of a sore in a window, which chooses the given files."""

    def make(*files: Path, about: str = "sore", about_id: str = SORE) -> PhotoStrip:
        strip = PhotoStrip(session, theme, about, about_id)
        strip.choose = lambda _parent: list(files)
        qtbot.addWidget(strip)
        strip.resize(900, 500)
        strip.show()
        return strip

    return make


def stored(store: Store, number: int = 1, **more: object) -> list[Photo]:
    """Photos of the sore, the oldest first."""
    made = [
        photo("sore", SORE, day=DAY - timedelta(days=number - i), **more) for i in range(number)
    ]
    for one in made:
        store.write([Put(one)], [(one.id, kept())])
    return made


def tiles(strip: PhotoStrip) -> list[PhotoTile]:
    found = [each for each in strip.findChildren(PhotoTile) if each.isVisible()]
    return sorted(found, key=lambda each: (each.y(), each.x()))


def viewer_of(strip: QWidget) -> PhotoViewer:
    return next(each for each in strip.findChildren(PhotoViewer) if each.isVisible())
