"""A photo large: keys, sizes, its words and its date, and how it is deleted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from db.store import Store
from diary.session import Session
from diary.ui.dialogs.photo_viewer import PhotoViewer
from diary.ui.theme import Theme
from diary.ui.widgets.photo_strip import PhotoStrip
from tests.ui.photo_kit import LEFT, SORE, Key, Make, maker, stored, tiles, viewer_of


@pytest.fixture
def make(session: Session, theme: Theme, qtbot: QtBot) -> Make:
    return maker(session, theme, qtbot)


@pytest.fixture
def viewer(make: Make, store: Store, qtbot: QtBot) -> PhotoViewer:
    """The first of three photos, large."""
    stored(store, 3)
    strip = make()
    qtbot.keyClick(tiles(strip)[0], Key.Key_Space)
    found = viewer_of(strip)
    qtbot.waitUntil(lambda: found.view.can_grow, timeout=10_000)
    return found


def test_keys_go_through_the_photos_and_leave(viewer: PhotoViewer, qtbot: QtBot) -> None:
    assert viewer.count.text() == "1 of 3"

    qtbot.keyClick(viewer.view, Key.Key_Right)
    qtbot.keyClick(viewer.view, Key.Key_Right)
    qtbot.keyClick(viewer.view, Key.Key_Right)
    assert viewer.count.text() == "3 of 3"
    qtbot.keyClick(viewer.view, Key.Key_Left)
    assert viewer.count.text() == "2 of 3"

    qtbot.keyClick(viewer.view, Key.Key_Escape)
    assert not viewer.isVisible()


def width(viewer: PhotoViewer) -> int:
    picture = viewer.view.widget()
    assert picture is not None
    return picture.width()


def test_keys_change_the_size(viewer: PhotoViewer, qtbot: QtBot) -> None:
    whole = width(viewer)

    qtbot.keyClick(viewer.view, Key.Key_Plus)
    assert width(viewer) == round(whole * 1.5)
    qtbot.keyClick(viewer.view, Key.Key_Right)
    assert viewer.count.text() == "1 of 3", "arrows move a picture that is larger than its room"
    qtbot.keyClick(viewer.larger, Key.Key_Minus)

    assert width(viewer) == whole
    assert not viewer.smaller.isEnabled()
    viewer.close()


def test_words_are_kept_on_the_way_out(viewer: PhotoViewer, qtbot: QtBot, session: Session) -> None:
    viewer.caption.setFocus()
    qtbot.keyClicks(viewer.caption, "left, with a ruler+")

    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(viewer.caption, Key.Key_Escape)

    assert session.read.photos("sore", SORE)[-1].caption == "left, with a ruler+"


def test_the_date_can_be_corrected_and_not_be_in_the_future(
    viewer: PhotoViewer, qtbot: QtBot, session: Session
) -> None:
    viewer.day.setText("2026-12-24")
    qtbot.keyClick(viewer.view, Key.Key_Escape)
    assert viewer.isVisible()
    assert "not come yet" in viewer.day.sentence.text()

    viewer.day.setText("yesterday")
    with qtbot.waitSignals([session.changed, viewer.finished]):
        qtbot.keyClick(viewer.view, Key.Key_Escape)

    assert session.read.photos("sore", SORE)[-1].day == session.today() - timedelta(days=1)


def test_what_is_deleted_can_be_brought_back_in_two_ways(
    viewer: PhotoViewer, qtbot: QtBot, session: Session
) -> None:
    strip = viewer.parentWidget()
    assert isinstance(strip, PhotoStrip)
    before = session.read.photos("sore", SORE)

    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(viewer.delete_button, LEFT)
    assert len(tiles(strip)) == 2
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(strip.back_button, LEFT)
    assert session.read.photos("sore", SORE) == before
    assert strip.back_button.isHidden()

    with qtbot.waitSignal(session.changed):
        session.remove(before[0])
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert session.read.photos("sore", SORE) == before
    assert session.read.without_picture() == []
