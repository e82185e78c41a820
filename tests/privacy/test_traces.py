"""Every file of ours is known for what it is, and nothing else is taken for ours."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from db import backup, reading_copy
from db.backup_folder import name_of
from db.errors import DiskFullError
from db.folder import BACKUPS_NAME, open_diary
from diary import trying
from diary.jobs import Stop
from diary.paths import Places
from diary.trace_kinds import Kind
from diary.traces import READING, SAMPLE, look, place_of
from tests.privacy.kit import NOW, files, leave_everything, salt_of, second_place

OUTSIDE = {Kind.READING, Kind.SAMPLE}
"""Made by a diary in a folder that cannot be written, or beside every diary: see below."""


def test_each_file_that_there_can_be_is_known(places: Places, home: Path) -> None:
    second = second_place(home)
    salt = leave_everything(places, second)

    found = look(places, salt, second)

    assert found.foreign == ()
    assert {each.kind for each in found.files} == set(Kind) - OUTSIDE
    assert {each.file for each in found.files} == set(files(home))


def test_the_folders_of_killed_programs_are_known_by_their_names() -> None:
    assert reading_copy._BEGINS == READING
    assert trying.BEGINS == SAMPLE


def test_a_copy_to_read_from_is_found_if_it_is_of_this_diary(places: Places, home: Path) -> None:
    open_diary(places.diary).close()
    open_diary(home / "other").close()
    for name, folder in (("ours", places.diary), ("theirs", home / "other")):
        copy = home / "tmp" / (READING + name)
        copy.mkdir()
        shutil.copy(folder / "diary.db", copy)

    found = look(places, salt_of(places.diary))

    assert found.of(Kind.READING) == [home / "tmp" / (READING + "ours") / "diary.db"]


def test_each_file_of_a_sample_is_found_and_another_persons_is_not_opened(
    places: Places, home: Path
) -> None:
    open_diary(places.diary).close()
    aside = trying.set_aside(NOW.date(), Stop())
    theirs = home / "tmp" / (SAMPLE + "theirs")
    theirs.mkdir(mode=0)

    found = look(places, salt_of(places.diary))
    there = {each for each in aside.place.rglob("*") if each.is_file()}
    aside.clear()
    theirs.rmdir()

    assert set(found.of(Kind.SAMPLE)) == there
    assert aside.place in found.folders


def test_where_no_temporary_file_can_be_written_there_is_no_copy(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_diary(places.diary).close()
    salt, why = salt_of(places.diary), DiskFullError()

    def nowhere() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(tempfile, "gettempdir", nowhere)
    with pytest.raises(DiskFullError) as told:
        reading_copy.open_to_read(places.diary, why)

    assert told.value is why
    assert look(places, salt).of(Kind.READING) == []
    assert place_of(Kind.READING, places) is None


@pytest.fixture
def crowded(places: Places, home: Path) -> tuple[str, list[Path]]:
    """Folders in which other things lie, too: the salt, and these things."""
    second = second_place(home)
    salt = leave_everything(places, second)
    backups = places.diary / BACKUPS_NAME
    with_theirs = open_diary(home / "theirs")
    theirs = backup.make_automatic(with_theirs, home / "theirs" / BACKUPS_NAME, NOW)
    with_theirs.close()
    made = [
        *(folder / "letter.txt" for folder in (places.diary, backups, second, places.logs)),
        places.settings.parent / "notes.ini",
        backups / ("mother " + theirs.name),
        second / ("mother " + theirs.name),
        second / ("before " + name_of(NOW)),
        places.diary / "holiday",
    ]
    for file in made[:5]:
        file.write_text("not ours")
    for file in made[5:7]:
        shutil.copy(theirs, file)
    made[7].write_bytes(b"PK\x03\x04 cut off, and nobody knows whose")
    made[8].mkdir()
    (made[8] / "diary.db").write_text("not ours")
    return salt, made


def test_what_is_not_ours_is_named_and_nothing_more(
    crowded: tuple[str, list[Path]], places: Places, home: Path
) -> None:
    salt, others = crowded

    found = look(places, salt, second_place(home))

    assert set(found.foreign) == set(others)


def test_links_are_not_followed(places: Places, home: Path) -> None:
    salt = leave_everything(places, second_place(home))
    elsewhere = home / "elsewhere"
    shutil.copytree(places.diary, elsewhere)
    links = {places.diary / "photos.db": elsewhere / "photos.db"}
    links[places.diary / BACKUPS_NAME] = elsewhere / BACKUPS_NAME
    (places.diary / "photos.db").unlink()
    shutil.rmtree(places.diary / BACKUPS_NAME)
    for link, target in links.items():
        link.symlink_to(target)

    found = look(places, salt)

    assert set(found.foreign) == set(links)
    assert not [each for each in found.files if each.file.is_relative_to(elsewhere)]


def test_a_copy_that_was_not_finished_in_the_second_place_is_ours(
    places: Places, home: Path
) -> None:
    second = second_place(home)
    salt = leave_everything(places, second)
    (taken,) = second.iterdir()
    for name in ("ours", "theirs"):
        (second / f".unfinished-{name}").mkdir()
    left = second / ".unfinished-ours" / "packed"
    left.write_bytes(taken.read_bytes())
    (second / ".unfinished-theirs" / "packed").write_bytes(b"another person's")

    found = look(places, salt, second)

    assert set(found.of(Kind.SECOND)) == {taken, left}
    assert second / ".unfinished-theirs" in found.foreign
