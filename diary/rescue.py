"""What can be done for a diary that does not open: its backups, and what can still be read of it.

No Qt. All of it takes time: the window calls it on a worker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from db import backup_file, keys
from db.errors import DiaryError
from db.folder import BACKUPS_NAME
from diary.i18n import _, format_day, ngettext

if TYPE_CHECKING:
    from db.ruins import Lost

_BY_DAY = ("reading", "note")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file; `rows` counts what is in it, `whole` is whether each byte was read."""

    file: Path
    made: datetime
    size: int
    rows: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved of a damaged diary, what is missing in words, and where the old files are."""

    rows: int
    missing: tuple[str, ...]
    kept: Path


def backups(folder: Path, second: Path | None = None) -> list[Backup]:
    """The backups beside a diary and in its second place, the newest first, each read to its end.

    In the second place only those of this diary count, as far as that can be told.
    """
    here = _files(folder / BACKUPS_NAME)
    whose = _salts(folder, here)
    there = [file for file in _files(second) if not whose or _salt(file) in whose] if second else []
    found = [_looked_at(file) for file in (*here, *there)]
    return sorted(filter(None, found), key=lambda each: each.made, reverse=True)


def restore(folder: Path, file: Path, now: datetime, passphrase: str | None = None) -> Path | None:
    """Put a backup in the diary's place; where that was kept.

    Raises:
        DiaryError: What is wrong; the diary is as it was.
    """
    from db import restore as restoring  # noqa: PLC0415 - the database, only when it is wanted
    from db.unpacked import Access  # noqa: PLC0415 - as above

    present = restoring.present_secret(folder, passphrase)
    return restoring.restore(folder, file, now, Access(present=present, passphrase=passphrase))


def save(folder: Path, now: datetime, passphrase: str | None = None) -> Saved:
    """Put what can be read of the damaged diary in its place.

    Raises:
        DiaryError: Nothing can be read, or what else is wrong; the diary is as it was.
    """
    from db.rescue import rescue  # noqa: PLC0415 - the database, only when it is wanted

    found = rescue(folder, now, passphrase)
    return Saved(found.salvaged.rows, tuple(missing(found.salvaged.lost)), found.kept)


def missing(lost: Iterable[Lost]) -> Iterator[str]:
    """What could not be read, in words: days where they are known, else how much it was."""
    by_table: defaultdict[str, list[str]] = defaultdict(list)
    for each in lost:
        by_table[each.table].append(each.name)
    for table in _BY_DAY:
        yield from _days(table, by_table.pop(table, []))
    if rest := sum(map(len, by_table.values())):
        words = ngettext(
            "{n} other entry, such as an attack, a sore or a medicine",
            "{n} other entries, such as attacks, sores or medicines",
            rest,
        )
        yield words.format(n=rest)


def _days(table: str, names: Iterable[str]) -> Iterator[str]:
    known = sorted({name for name in names if name})
    what = _("{day}: answers") if table == "reading" else _("{day}: the note")
    for name in known:
        yield what.format(day=format_day(date.fromisoformat(name)))
    if "" in names:
        yield _("Days that are not known any more")


def _files(place: Path) -> list[Path]:
    """The backups in a folder; none where its disk fails, which is what brought one here."""
    with suppress(OSError):
        return list(place.glob("*" + backup_file.SUFFIX))
    return []


def _salts(folder: Path, here: list[Path]) -> set[str]:
    """By what the backups of this diary are known."""
    with suppress(DiaryError):
        key = keys.database_key(keys.load(folder))
        return {key[-2 * keys.SALT_BYTES :]}
    return set(filter(None, map(_salt, here)))


def _salt(file: Path) -> str:
    with suppress(DiaryError):
        return backup_file.salt_of(file)
    return ""


def _looked_at(file: Path) -> Backup | None:
    """None for a file that is no backup of this program, or one that says nothing any more."""
    try:
        about = backup_file.read(file)
        size = file.stat().st_size
    except (DiaryError, OSError):
        return None
    try:
        backup_file.verify(file)
    except DiaryError:
        return Backup(file, about.made, size, about.rows, whole=False)
    return Backup(file, about.made, size, about.rows, whole=True)
