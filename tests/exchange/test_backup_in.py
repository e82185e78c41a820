"""A backup is imported as any other file: checked, with its pictures, and opened by its words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from db import backup, keys, passphrase
from db.errors import (
    BackupDamagedError,
    DiaryError,
    PassphraseNeededError,
    WrongKeyError,
    WrongPassphraseError,
)
from db.folder import open_diary
from db.records import Everything, Photo, Put, Reading, Remove, key_of
from db.store import Store
from db.unpacked import Access
from diary.demo import sample
from diary.exchange import intake
from diary.exchange.backup_in import Unlock
from diary.exchange.content import BadFileError, Content
from diary.exchange.importing import read_file
from diary.fields import CATALOGUE
from diary.merging import Rule
from tests.exchange.diaries import NOW, add, diaries
from tests.exchange.test_photos import empty, pictured  # noqa: F401 - fixtures

WORDS = "other words"
DAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


def backed_up(store: Store, place: Path, *, pictures: bool = True) -> Path:
    file = place / "laptop.scdiary"
    backup.make(store, file, NOW, pictures=pictures)
    return file


def read(file: Path, access: Access | None = None) -> Content:
    return read_file(file, CATALOGUE, NOW, Unlock(access or Access()))


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Store]:
    """Another diary, with a passphrase."""
    with closing(open_diary(tmp_path / "laptop", passphrase=WORDS)) as opened:
        opened.write(Put(record) for record in sample(days=3).records())
        yield opened


@settings(deadline=None, max_examples=20)
@given(diary=diaries())
def test_any_diary_comes_in_as_it_was(diary: Everything) -> None:
    with TemporaryDirectory() as name, closing(open_diary(Path(name) / "diary")) as store:
        store.write(Put(record) for record in diary.records())
        content = read(backed_up(store, Path(name)))

        assert content.refusals == []
        assert content.everything() == store.everything()
        assert add(store, content).lines[0] == "Added: nothing."


def test_the_words_open_it(laptop: Store, tmp_path: Path) -> None:
    file = backed_up(laptop, tmp_path)
    secret = keys.load(tmp_path / "laptop", WORDS)

    for access in (Access(passphrase=WORDS), Access(recovered=secret), Access(present=secret)):
        assert read(file, access).everything() == sample(days=3)


@pytest.mark.parametrize(
    ("access", "error"),
    [
        (Access(), PassphraseNeededError),
        (Access(passphrase="no"), WrongPassphraseError),
        (Access(recovered=bytes(16)), WrongKeyError),
    ],
)
def test_other_words_do_not(
    laptop: Store, tmp_path: Path, access: Access, error: type[DiaryError]
) -> None:
    with pytest.raises(error):
        read(backed_up(laptop, tmp_path), access)


def test_it_leaves_nothing_beside_the_diary(laptop: Store, folder: Path, tmp_path: Path) -> None:
    file = backed_up(laptop, tmp_path)
    folder.mkdir(exist_ok=True)
    before = set(folder.iterdir())

    read_file(file, CATALOGUE, NOW, Unlock(Access(passphrase=WORDS), folder))

    assert set(folder.iterdir()) == before


def test_what_no_form_would_take_is_refused(store: Store, tmp_path: Path) -> None:
    """The maker of a backup can write anything into it that its tables allow."""
    odd = Reading(DAY, "skin.tightness", 99, NOW)
    unknown = Reading(DAY, "skin.colour", 1, NOW)
    store.write([Put(odd), Put(unknown), Put(replace(odd, value="much", day=date(2030, 1, 1)))])

    content = read(backed_up(store, tmp_path))

    assert [each.place for each in content.refusals] == [
        f"readings, entry {number}" for number in (1, 2, 3)
    ]
    assert add(store, content).refused == 3


def test_a_backup_full_of_errors_is_not_read_to_its_end(store: Store, tmp_path: Path) -> None:
    days = (DAY - timedelta(days=day) for day in range(intake.MOST_REFUSALS + 50))
    store.write(Put(Reading(day, "skin.tightness", 99, NOW)) for day in days)

    content = read(backed_up(store, tmp_path))

    assert len(content.refusals) == intake.MOST_REFUSALS
    assert "not read further" in content.notices[0]


def test_a_damaged_one_is_said(laptop: Store, tmp_path: Path) -> None:
    file = backed_up(laptop, tmp_path)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)

    with pytest.raises(BackupDamagedError):
        read(file, Access(passphrase=WORDS))


# Photos.


def test_photos_come_with_their_pictures(pictured: Store, empty: Store, tmp_path: Path) -> None:  # noqa: F811 - the fixtures
    file = backed_up(pictured, tmp_path)
    photos = pictured.events(Photo)

    add(empty, read(file))

    assert empty.events(Photo) == photos
    assert all(empty.picture(one.id) == pictured.picture(one.id) for one in photos)
    assert add(empty, read(file)).added == 0


def test_photos_without_pictures_stay_behind(
    pictured: Store, empty: Store, tmp_path: Path  # noqa: F811 - the fixtures
) -> None:  # fmt: skip
    content = read(backed_up(pictured, tmp_path, pictures=False))

    add(empty, content)

    assert empty.events(Photo) == []
    assert content.notices == ["4 photos stay behind: this backup does not hold their pictures."]


def test_a_picture_that_no_diary_keeps_is_refused(
    pictured: Store, tmp_path: Path  # noqa: F811 - the fixtures
) -> None:  # fmt: skip
    first, second = pictured.events(Photo)[:2]
    pictured.pictures.put([(first.id, b"a letter")])
    pictured.write([Put(replace(second, width=second.width + 1))])

    content = read(backed_up(pictured, tmp_path))

    assert len(content.refusals) == 2
    assert str(content.refusals[-1]).endswith("another width or height.")


def test_a_backup_that_changes_meanwhile_is_not_imported(
    pictured: Store, empty: Store, tmp_path: Path  # noqa: F811 - the fixtures
) -> None:  # fmt: skip
    content = read(backed_up(pictured, tmp_path))
    one = pictured.events(Photo)[0]
    other = pictured.picture(pictured.events(Photo)[1].id)
    assert other is not None
    pictured.pictures.put([(one.id, other)])
    backed_up(pictured, tmp_path)

    with pytest.raises(BadFileError, match="changed while it was read"):
        add(empty, content)
    assert empty.everything() == Everything()


# Both have it.


def test_two_laptops_become_the_same(laptop: Store, store: Store, tmp_path: Path) -> None:
    """Merged both ways, both hold the same; what was deleted on one stays away there."""
    both = sample(days=30)
    store.write(Put(record) for record in both.records())
    laptop.write(Put(record) for record in both.records())
    later = NOW + timedelta(hours=1)
    laptop.write([Put(replace(both.notes[0], text="x", recorded_at=later))])
    gone = both.attacks[0]
    store.write([Remove(key_of(gone))])

    here = add(store, read(backed_up(laptop, tmp_path), Access(passphrase=WORDS)))
    there = add(laptop, read(backed_up(store, tmp_path)))

    assert (here.replaced, there.replaced) == (1, 0)
    assert store.note(both.notes[0].day) == laptop.note(both.notes[0].day)
    assert store.attack(gone.id) is None
    add(store, read(backed_up(laptop, tmp_path), Access(passphrase=WORDS)), Rule.THEIRS)
    assert store.everything() == laptop.everything()
