"""What is done to a diary while faults are put in its way, step by step.

A work prepares a folder, then gives its steps one after the other. A step that has returned is
acknowledged: whatever happens afterwards, it counts.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from db import backup, keys, passphrase
from db.backup_folder import Occasion, name_of
from db.errors import DiaryError, PassphraseNeededError, WrongPassphraseError
from db.folder import BACKUPS_NAME, open_diary
from db.records import Attack, Note, Photo, Put, Reading, Remove, key_of
from db.rekey import rekey
from db.restore import restore
from db.store import Store
from db.unpacked import Access
from diary.cli import main
from diary.demo import sample
from diary.exchange.json_out import write_json

Step = Callable[[], object]
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
DAY = date(2026, 11, 20)
STORED = Path(__file__).parents[1] / "db" / "stored"
WORDS = (None, "frost on the pane", "wool in the drawer")
PICTURE = bytes(range(256)) * 40
"""Whatever bytes: the diary keeps a picture as it is given."""


class Work(NamedTuple):
    """How the folder is before, and what is done in it."""

    prepare: Callable[[Path], None]
    steps: Callable[[Path], Iterator[Step]]


class NotDoneError(DiaryError):
    """The command said what was wrong."""

    sentence = "{said}"


def reading(value: int, day: date = DAY) -> Reading:
    """A reading of a day."""
    return Reading(day, "skin.itch", value, NOW)


def entry(number: int) -> list[Put]:
    """What one save may hold: it is there as a whole or not at all."""
    day = DAY - timedelta(days=number)
    attack = Attack(id=f"a{number}", started_at=NOW, zone="UTC", recorded_at=NOW, minutes=number)
    return [
        Put(reading(number % 10, day)),
        Put(Note(day, f"frost {number} " * 50, NOW)),
        Put(attack),
    ]


def a_few_days(folder: Path) -> None:
    """A diary in use."""
    store = open_diary(folder)
    for number in range(1, 5):
        store.write(entry(number))
    store.close()


def a_photo(number: int) -> tuple[Photo, bytes]:
    """A photo with its picture."""
    about = {"about": "day", "about_id": DAY.isoformat(), "recorded_at": NOW}
    return Photo(id=f"p{number}", day=DAY, width=4, height=3, **about), PICTURE  # type: ignore[arg-type]


def add_photo(store: Store, number: int) -> None:
    """Keep a photo."""
    photo, picture = a_photo(number)
    store.write([Put(photo)], [(photo.id, picture)])


def opening(folder: Path, kept: list[Store]) -> Step:
    """Open the diary; the next steps find it in `kept`."""
    return lambda: kept.append(open_diary(folder))


def saves(folder: Path) -> Iterator[Step]:
    """Save, edit, delete, undo."""
    kept: list[Store] = []
    yield opening(folder, kept)
    (store,) = kept
    yield lambda: store.write(entry(11))
    yield lambda: store.write([Put(reading(9, DAY - timedelta(days=11)))])
    yield lambda: store.write([Put(reading(7, DAY - timedelta(days=2)))])
    yield lambda: store.write([Remove(key_of(each.record)) for each in entry(11)])
    yield lambda: store.write(entry(11))
    for number in range(12, 20):
        yield lambda number=number: store.write(entry(number))  # type: ignore[misc]
    yield store.close


def photos(folder: Path) -> Iterator[Step]:
    """Add two photos, the first of which makes the file, delete one, let go of it, undo."""
    kept: list[Store] = []
    yield opening(folder, kept)
    (store,) = kept
    yield lambda: add_photo(store, 1)
    yield lambda: add_photo(store, 2)
    yield lambda: store.write([Remove(key_of(a_photo(1)[0]))])
    yield lambda: store.write([Put(a_photo(1)[0])])
    yield store.sweep
    yield store.close


def prepare_import(folder: Path) -> None:
    """A diary in use, and a file to import beside it."""
    a_few_days(folder)
    with (folder.parent / "in.json").open("wb") as stream:
        write_json(sample(days=20, seed=5), stream, NOW)


def imports(folder: Path) -> Iterator[Step]:
    """The command, with the backup that it makes before."""
    yield lambda: command("import", folder.parent / "in.json", folder=folder)


def command(*words: object, folder: Path) -> None:
    """Run a command; what it says of a fault is the error."""
    said = io.StringIO()
    places = ["--diary", folder, "--profile", folder.parent / "profile"]
    with redirect_stdout(io.StringIO()), redirect_stderr(said):
        code = main([str(each) for each in (*places, *words)])
    if code != 0:
        raise NotDoneError(said=said.getvalue())


def prepare_migration(folder: Path) -> None:
    """A diary of the first schema."""
    shutil.copytree(STORED / "v1", folder)


def migrates(folder: Path) -> Iterator[Step]:
    """Opening it backs it up and brings it to the present schema."""
    kept: list[Store] = []
    yield opening(folder, kept)
    yield kept[0].close


def prepare_backups(folder: Path) -> None:
    """A diary with photos that has a backup of each kind, old enough to be thinned out."""
    a_few_days(folder)
    store = open_diary(folder)
    add_photo(store, 1)
    for days in (23, 22, 21, 3, 2):
        backup.make_automatic(store, folder / BACKUPS_NAME, NOW - timedelta(days=days))
    for days in (3, 2):
        then = NOW - timedelta(days=days)
        backup.make_automatic(store, folder / BACKUPS_NAME, then, Occasion.PHOTOS)
    store.close()


def backs_up(folder: Path) -> Iterator[Step]:
    """A daily backup, and one of the photos; both thin the older ones out."""
    kept: list[Store] = []
    yield opening(folder, kept)
    (store,) = kept
    place = folder / BACKUPS_NAME
    yield lambda: backup.make_automatic(store, place, NOW)
    yield lambda: add_photo(store, 2)
    yield lambda: backup.make_automatic(store, place, NOW, Occasion.PHOTOS)
    yield store.close


def prepare_restore(folder: Path) -> None:
    """A diary with a backup that has a photo, and with entries and a photo since; a stale log."""
    a_few_days(folder)
    store = open_diary(folder)
    add_photo(store, 1)
    then = NOW - timedelta(days=1)
    backup.make_automatic(store, folder / BACKUPS_NAME, then, Occasion.PHOTOS)
    store.write([*entry(20), Remove(key_of(entry(1)[0].record))])
    add_photo(store, 2)
    shutil.copy(folder / "diary.db-wal", folder.parent / "kept-wal")
    store.close()
    shutil.move(folder.parent / "kept-wal", folder / "diary.db-wal")


def restores(folder: Path) -> Iterator[Step]:
    """Restore the only backup; the present diary is kept before."""
    file = folder / BACKUPS_NAME / name_of(NOW - timedelta(days=1), Occasion.PHOTOS)
    yield lambda: restore(folder, file, NOW, Access(present=keys.load(folder)))


def prepare_rekey(folder: Path) -> None:
    """A diary with two backups."""
    a_few_days(folder)
    store = open_diary(folder)
    for days in (1, 2):
        backup.make_automatic(store, folder / BACKUPS_NAME, NOW - timedelta(days=days))
    store.close()


def rekeys(folder: Path) -> Iterator[Step]:
    """A passphrase, another one, and none again; a backup that was left as it was is a failure."""
    cheapen()
    known: list[bytes] = []
    yield lambda: known.append(secret_of(folder))
    for number, word in enumerate((*WORDS[1:], None)):
        at = NOW + timedelta(minutes=number)
        yield lambda word=word, at=at: all_rekeyed(folder, known[0], word, at)  # type: ignore[misc]


def secret_of(folder: Path) -> bytes:
    """The secret of a diary that has one of the passphrases."""
    for word in WORDS:
        with suppress(PassphraseNeededError, WrongPassphraseError):
            return keys.load(folder, word)
    raise AssertionError


def all_rekeyed(folder: Path, secret: bytes, word: str | None, at: datetime) -> None:
    """Change the passphrase of the diary and of all of its backups."""
    if left := rekey(folder, secret, word, at):
        raise NotDoneError(said=f"{len(left)} backups have the old passphrase")


def cheapen() -> None:
    """Passphrases that cost no time: here they are tried thousands of times."""
    passphrase.MEMORY_KIB, passphrase.PASSES, passphrase.LANES = 64, 1, 1


def begins(folder: Path) -> Iterator[Step]:
    """The first start, and the first entry."""
    kept: list[Store] = []
    yield opening(folder, kept)
    yield lambda: kept[0].write(entry(1))
    yield kept[0].close


WORKS = {
    "first start": Work(Path.mkdir, begins),
    "save, edit, delete, undo": Work(a_few_days, saves),
    "photos": Work(a_few_days, photos),
    "import": Work(prepare_import, imports),
    "migration": Work(prepare_migration, migrates),
    "backup": Work(prepare_backups, backs_up),
    "restore": Work(prepare_restore, restores),
    "passphrase": Work(prepare_rekey, rekeys),
}
