"""Today with its photos unfolded, and one photo large, for the tests of controls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from diary.ui.main_window import MainWindow
from diary.ui.widgets.photo_card import PhotoCard
from diary.ui.widgets.photo_strip import MOST_TILES, PhotoStrip
from tests.pictures import photo


def _unfolded(window: MainWindow) -> PhotoStrip:
    """The day's strip with more photos than it shows at first, and one just deleted."""
    page, day = window.today_page(), window.session.today()
    window.show_page("today")
    page.make_day_cards()
    if not window.session.photos.about("day", day.isoformat()):
        for number in range(MOST_TILES + 2):
            caption = "Left index finger, with a ruler beside it" if number % 2 else ""
            window.session.put(photo("day", day.isoformat(), day=day, caption=caption))
    (card,) = page.findChildren(PhotoCard)
    if card.is_folded:
        card.toggle()
    assert card.strip is not None
    QApplication.processEvents()
    return card.strip


def _large(window: MainWindow) -> None:
    strip = _unfolded(window)
    strip.open(strip.photos()[1].id)


def _of_attack(window: MainWindow) -> None:
    today = window.session.today()
    attack = window.session.read.attacks(today, today)[0]
    if not window.session.photos.about("attack", attack.id):
        window.session.put(photo("attack", attack.id, day=today))
    window.edit_attack(attack.id)


def _dated(window: MainWindow) -> None:
    _of_attack(window)
    editor = QApplication.activeModalWidget()
    assert editor is not None
    (strip,) = editor.findChildren(PhotoStrip)
    strip.open(strip.photos()[0].id)


PHOTO_STATES: dict[str, Callable[[MainWindow], object]] = {
    "photos": _unfolded,
    "photo": _large,
    "photos of an attack": _of_attack,
    "photo of an attack": _dated,
}
