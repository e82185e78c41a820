"""Photos are added from files, kept beside their record and shown small with their dates."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from db.errors import DiskFullError
from db.folder import open_diary
from db.records import Photo, Put
from db.store import Store
from diary.photo import Prepared, prepared
from diary.session import Session
from diary.ui.dialogs.attack_editor import AttackEditor
from diary.ui.theme import Theme
from diary.ui.widgets.photo_card import PhotoCard
from diary.ui.widgets.photo_strip import MOST_TILES, PhotoStrip, choose_pictures
from diary.ui.widgets.photo_tile import PhotoTile
from tests.pictures import file_bytes, kept, photo
from tests.ui.conftest import Wait
from tests.ui.photo_kit import LEFT, SORE, Make, maker, stored, tiles, viewer_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "IMG_0001.png"
    found.write_bytes(file_bytes())
    return found


@pytest.fixture
def make(session: Session, theme: Theme, qtbot: QtBot) -> Make:
    return maker(session, theme, qtbot)


def added(strip: PhotoStrip, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed, timeout=10_000):
        qtbot.mouseClick(strip.add_button, LEFT)


# Adding.


def test_a_file_becomes_a_photo(
    make: Make, session: Session, store: Store, qtbot: QtBot, file: Path
) -> None:
    strip = make(file)

    added(strip, session, qtbot)

    (one,) = store.photos("sore", SORE)
    assert (one.day, one.width, one.height) == (session.today(), 64, 48)
    assert store.picture(one.id) == kept()
    assert [tile.photo for tile in tiles(strip)] == [one]
    assert "stays where it is" in strip.saying.text()


def test_several_files_are_several_photos(
    make: Make, session: Session, store: Store, qtbot: QtBot, file: Path
) -> None:
    strip = make(file, file, file)

    qtbot.mouseClick(strip.add_button, LEFT)

    qtbot.waitUntil(lambda: len(store.photos("sore", SORE)) == 3, timeout=10_000)
    qtbot.waitUntil(lambda: len(tiles(strip)) == 3)


def test_choosing_nothing_adds_nothing(make: Make, qtbot: QtBot) -> None:
    strip = make()

    qtbot.mouseClick(strip.add_button, LEFT)

    assert strip.saying.isHidden()


def test_what_is_no_picture_is_said_beside_the_button(
    make: Make, store: Store, qtbot: QtBot, file: Path
) -> None:
    file.write_text("a letter")
    strip = make(file)

    qtbot.mouseClick(strip.add_button, LEFT)

    qtbot.waitUntil(lambda: "no picture" in strip.saying.text(), timeout=10_000)
    assert strip.saying.text().startswith("IMG_0001.png: ")
    assert store.photos("sore", SORE) == []
    assert store.pictures.ids() == set()


def test_the_day_that_the_camera_noted_is_the_photos_day(
    session: Session, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    notes = Image.Exif()
    notes.get_ifd(0x8769)[0x9003] = "2026:11:01 10:11:12"
    file = tmp_path / "a.jpg"
    Image.new("RGB", (64, 48), "red").save(file, exif=notes)
    today = session.today()

    for about in ("sore", "day"):
        with qtbot.waitSignal(session.changed, timeout=10_000):
            session.photos.add(about, "x", today, file)

    assert [one.day.day for one in store.photos("sore", "x")] == [1]
    assert [one.day for one in store.photos("day", "x")] == [today]


def test_a_photo_of_a_record_that_cannot_be_kept_is_not_asked_for(
    session: Session, theme: Theme, qtbot: QtBot
) -> None:
    asked: list[object] = []
    strip = PhotoStrip(session, theme, "sore", SORE, keep_first=lambda: False)
    strip.choose = lambda parent: [asked.append(parent)]  # type: ignore[func-returns-value, list-item]
    qtbot.addWidget(strip)

    strip.add()

    assert asked == []


def test_what_could_not_be_saved_is_shown_and_saved_later(
    make: Make,
    session: Session,
    store: Store,
    qtbot: QtBot,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    save: Wait,
) -> None:
    def full(*_given: object) -> None:
        raise DiskFullError

    strip = make(file)
    with monkeypatch.context() as broken:
        broken.setattr(store, "write", full)
        with qtbot.waitSignal(session.save_failed, timeout=10_000):
            strip.add()
    (tile,) = tiles(strip)
    assert session.photos.picture(tile.photo.id) == kept()

    save(session.retry)

    assert store.picture(tile.photo.id) == kept()
    assert store.without_picture() == []


def test_a_photo_that_is_being_made_ready_is_kept_when_the_diary_closes(
    store: Store, session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slowly(source: Path | bytes) -> Prepared:
        begun.set()
        go_on.wait(5)
        return prepared(source)

    monkeypatch.setattr("diary.album.prepared", slowly)
    photo_id = session.photos.add("sore", SORE, session.today(), file)
    begun.wait(5)
    go_on.set()

    session.close()

    again = open_diary(folder)
    assert again.picture(photo_id) == kept()
    assert [one.id for one in again.photos("sore", SORE)] == [photo_id]
    again.close()


def test_nothing_of_a_photo_is_on_disk_outside_the_encrypted_file(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    notes = Image.Exif()
    notes[0x010E] = "canary-4711"
    notes.get_ifd(0x8825)[29] = "canary-4711"
    chosen = tmp_path / "chosen.jpg"
    Image.effect_noise((300, 300), 90).convert("RGB").save(
        chosen, exif=notes, comment=b"canary-4711"
    )
    assert chosen.read_bytes().count(b"canary-4711") == 3

    with qtbot.waitSignal(session.changed, timeout=10_000):
        photo_id = session.photos.add("day", "2026-11-22", session.today(), chosen)
    jpeg = session.photos.picture(photo_id)
    assert jpeg is not None
    session.close()

    assert b"canary-4711" not in jpeg
    for path in tmp_path.rglob("*"):
        if path.is_file() and path != chosen:
            assert b"canary-4711" not in path.read_bytes()
            assert jpeg[200:264] not in path.read_bytes()
    assert list(temporary.iterdir()) == []


# Showing.


def test_the_newest_comes_first_with_its_date(make: Make, store: Store, qtbot: QtBot) -> None:
    made = stored(store, 3)

    strip = make()

    assert [tile.photo.id for tile in tiles(strip)] == [one.id for one in reversed(made)]
    qtbot.waitUntil(lambda: not tiles(strip)[0].picture.pixmap().isNull(), timeout=10_000)
    assert tiles(strip)[0].accessibleName() == "Photo of 19 November 2026"


def test_many_are_shown_when_asked_for(make: Make, store: Store, qtbot: QtBot) -> None:
    made = stored(store, MOST_TILES + 3)
    strip = make()
    assert len(tiles(strip)) == MOST_TILES

    qtbot.mouseClick(strip.all_button, LEFT)

    assert len(tiles(strip)) == MOST_TILES + 3
    focused = strip.focusWidget()
    assert isinstance(focused, PhotoTile)
    assert focused.photo == made[2]
    assert strip.all_button.isHidden()


def test_a_missing_picture_is_said(make: Make, store: Store, qtbot: QtBot) -> None:
    store.write([Put(photo("sore", SORE))])
    strip = make()

    qtbot.waitUntil(lambda: "missing" in tiles(strip)[0].picture.text(), timeout=10_000)
    qtbot.mouseClick(tiles(strip)[0], LEFT)

    viewer = viewer_of(strip)
    qtbot.waitUntil(lambda: "missing" in viewer.view.words, timeout=10_000)
    viewer.close()


def test_another_record_shows_its_own(make: Make, store: Store, session: Session) -> None:
    stored(store, 2)
    strip = make()

    strip.show_about("other")

    assert tiles(strip) == []


# Where it is used.


def test_a_days_photos_are_folded_until_they_are_wanted(
    session: Session, theme: Theme, store: Store, qtbot: QtBot
) -> None:
    day = session.today()
    one = photo("day", day.isoformat(), day=day)
    store.write([Put(one)], [(one.id, kept())])
    card = PhotoCard(session, theme)
    qtbot.addWidget(card)
    card.show()
    assert card.findChildren(PhotoStrip) == []
    assert card.state.text() == "1 photo"

    qtbot.mouseClick(card.title, LEFT)
    assert card.strip is not None
    assert len(tiles(card.strip)) == 1
    card.show_day(day - timedelta(days=1))
    assert (card.state.text(), tiles(card.strip)) == ("", [])

    qtbot.mouseClick(card.title, LEFT)
    assert card.is_folded


def test_a_photo_of_a_new_attack_keeps_the_attack_first(
    session: Session, theme: Theme, qtbot: QtBot, file: Path
) -> None:
    editor = AttackEditor(session, theme, None)
    qtbot.addWidget(editor)
    editor.show()
    editor.photos.choose = lambda _parent: [file]
    editor.form.note.setPlainText("in the shop")

    editor.photos.add()
    qtbot.waitUntil(lambda: len(tiles(editor.photos)) == 1, timeout=10_000)
    editor.keep()
    qtbot.waitUntil(lambda: len(session.read.events(Photo)) == 1)

    (attack,) = session.read.attacks(session.today(), session.today())
    assert attack.note == "in the shop"
    assert len(session.photos.about("attack", attack.id)) == 1
    session.remove_attack(attack.id)
    qtbot.waitUntil(lambda: session.read.events(Photo) == [])
    session.undo()
    qtbot.waitUntil(lambda: len(session.read.events(Photo)) == 1)
    assert session.read.attack(attack.id) == attack
    assert session.read.without_picture() == []


def test_unused_pictures_go_once_the_start_is_over(
    session: Session, store: Store, qtbot: QtBot
) -> None:
    store.write([], [("orphan", kept())])
    (one,) = stored(store)

    session.forget_old()

    qtbot.waitUntil(lambda: store.pictures.ids() == {one.id}, timeout=5000)


def test_the_pictures_of_telephones_can_be_chosen_and_are_explained(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(*texts: object) -> tuple[list[str], str]:
        asked.append(str(texts[-1]))
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert choose_pictures(parent) == []
    assert "*.jpg " in asked[0]
    assert "*.heic " in asked[0]
