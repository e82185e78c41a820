"""Brings a file into a diary: read, compared, and then all of it or nothing.

Used by the window (`diary.importing`) and by the `import` command.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from db.errors import DiaryError
from db.records import (
    EVENTS,
    Edit,
    Key,
    Photo,
    Profile,
    Put,
    Reading,
    Record,
    key_of,
)
from db.store import Reader, Store
from diary.exchange.archive import MOST_OF_PHOTOS
from diary.exchange.backup_in import Unlock, is_backup, read_backup
from diary.exchange.content import BadFileError, Content, Follow, nobody_follows
from diary.exchange.csv_in import read_csv
from diary.exchange.intake import AT_ONCE, Intake
from diary.exchange.json_in import read_json
from diary.field import Catalogue
from diary.fields import CATALOGUE
from diary.i18n import N_, _
from diary.known_fields import fields_in
from diary.merging import Batch, Choices, Plan, merged

LARGEST_FILE = 150_000_000
LARGEST_ZIP = LARGEST_FILE + MOST_OF_PHOTOS
ZIP_START = b"PK"


class ChangedMeanwhileError(DiaryError):
    """Another program wrote between the dry run and the import."""

    sentence = N_(
        "The diary was changed in the meantime. Nothing was imported. Look at the file once more."
    ).text


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a file would bring into a diary.

    `mended` are the ids of photos that are there without their picture, which is in the file.
    `catalogue` has the fields of the program, of the diary and of the file: it has their names.
    """

    content: Content
    plan: Plan
    mended: tuple[str, ...] = ()
    catalogue: Catalogue = CATALOGUE

    def writes(self, choices: Choices) -> bool:
        """Whether an import would change anything."""
        return bool(self.plan.new or self.mended or self.plan.taken(choices))


def read_file(
    path: Path,
    catalogue: Catalogue,
    now: datetime,
    unlock: Unlock | None = None,
    follow: Follow = nobody_follows,
) -> Content:
    """What a file holds, checked: JSON, the zip of CSV tables, or a backup that `unlock` opens.

    Raises:
        BadFileError: It cannot be imported at all, and why.
        PassphraseNeededError, WrongPassphraseError, WrongKeyError: A backup that stays closed.
        DiaryError: What is wrong with a backup.
    """
    intake = Intake(catalogue, now, follow)
    try:
        if not path.is_file() and path.exists():
            raise BadFileError(_("{file} is not a file.").format(file=path))
        with path.open("rb") as stream:
            is_zip = stream.peek(2)[:2] == ZIP_START
            if path.stat().st_size > (LARGEST_ZIP if is_zip else LARGEST_FILE):
                raise BadFileError(_("This file is larger than any diary. Nothing was changed."))
            if is_backup(stream):
                read_backup(path, unlock or Unlock(), intake)
            elif is_zip:
                read_csv(path, intake)
            else:
                read_json(stream, intake)
    except OSError as error:
        sentence = _("{file} cannot be read: {reason}.")
        raise BadFileError(sentence.format(file=path, reason=error.strerror or error)) from None
    return intake.done()


def compare(reader: Reader | None, content: Content) -> DryRun:
    """What importing would do to the diary as it is now; without a diary, everything is new."""
    catalogue = fields_in(reader, content.own_fields())
    if content.refusals:
        return DryRun(content, Plan(), catalogue=catalogue)
    plan = merged(_batches(reader, content), _gone(reader))
    photos = {one.id for one in content.events if isinstance(one, Photo)}
    lost = photos.intersection(reader.without_picture()) if reader and photos else ()
    return DryRun(content, plan, tuple(sorted(lost)), catalogue)


def bring(
    store: Store, run: DryRun, choices: Choices, follow: Follow = nobody_follows
) -> tuple[Edit, ...]:
    """Write what the dry run showed, in one transaction; the edits, for undo.

    Raises:
        ChangedMeanwhileError: The diary is no longer what it was compared with.
        DiaryError: Nothing was written, and why.
    """
    if not run.writes(choices):
        return ()
    brought, before = run.plan.brought(choices), run.plan.before(choices)
    photos = [one.id for one in brought if isinstance(one, Photo)]

    def check(edit: Edit) -> None:
        if edit.after and edit.before != before.get(key_of(edit.after)):
            raise ChangedMeanwhileError

    wishes = map(Put, _followed(brought, follow))
    return store.write(wishes, run.content.pictures([*photos, *run.mended]), check)


def _followed(records: Iterable[Record], follow: Follow) -> Iterator[Record]:
    for count, record in enumerate(records):
        if not count % AT_ONCE:
            follow(count)
        yield record


def _batches(reader: Reader | None, content: Content) -> Iterator[Batch]:
    """The readings year by year, so that a long diary is not held twice; then everything else."""
    readings = sorted(content.readings, key=lambda one: (one.day, one.field))
    for year, some in groupby(readings, key=_year):
        yield reader.readings(*_days(year)) if reader else (), some
    profile = content.profile if content.profile != Profile() else None
    if profile:
        yield _profile(reader), [profile]
    if content.notes:
        yield reader.notes(date.min, date.max) if reader else (), content.notes
    if content.attacks:
        yield reader.attacks(date.min, date.max) if reader else (), content.attacks
    for kind in EVENTS:
        if events := [one for one in content.events if type(one) is kind]:
            yield reader.events(kind) if reader else (), events


def _profile(reader: Reader | None) -> list[Profile]:
    there = reader.profile() if reader else Profile()
    return [there] if there != Profile() else []


def _gone(reader: Reader | None) -> dict[Key, datetime]:
    deletions = reader.deletions() if reader else ()
    return {key_of(record): each.at for each in deletions for record in each.records}


def _year(reading: Reading) -> int:
    return reading.day.year


def _days(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
