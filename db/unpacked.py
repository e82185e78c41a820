"""A backup taken apart for a while: to look into it, to restore it, or to add what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from db import (
    backup_file,
    copying,
    errors,
    failures,
    judge,
    keys,
    legible,
    outline,
    recovery,
    upgrade,
)
from db.backup_file import About
from db.copying import Step, no_step
from db.engine import Database
from db.names import DB_NAME
from db.photos import NAME as PICTURES
from db.read import Reader
from db.schema import SCHEMA
from db.scratch import scratch


@dataclass(frozen=True, slots=True)
class Access:
    """What may open a backup: the present diary's secret, a passphrase, a recovered secret.

    `key` stands for the present secret where the diary is open: then only that is known.
    Where a recovered secret opens it, the passphrase is the one that a restored diary gets.
    """

    present: bytes | None = None
    passphrase: str | None = None
    recovered: bytes | None = None
    key: str | None = None

    @property
    def present_key(self) -> str | None:
        """The key of the present diary's database; None where it is not known."""
        return keys.database_key(self.present) if self.present else self.key


def typed(words: str, key: str) -> Access:
    """What may open a backup beside the present key: a recovery code, or else a passphrase."""
    try:
        return Access(key=key, recovered=recovery.read(words))
    except errors.RecoveryCodeError:
        return Access(key=key, passphrase=words or None)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The checked parts of a backup in a folder, brought to the present schema."""

    folder: Path
    key: str
    about: About

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Its diary, to read from."""
        database = Database(self.folder / DB_NAME, self.key)
        reader = Reader(database)
        try:
            yield reader
        finally:
            reader.pictures.close()
            database.close()


@contextmanager
def unpacked(file: Path, folder: Path, access: Access, step: Step = no_step) -> Iterator[Unpacked]:
    """Take a backup apart below `folder`, for as long as the block runs.

    Raises:
        PassphraseNeededError, WrongPassphraseError, WrongKeyError: Nothing in `access` opens it.
        DiaryError: What is wrong with it.
    """
    with failures.files_translated(folder):
        about = backup_file.verify(file)
        with scratch(folder) as place:
            for part in about.sums:
                step()
                backup_file.unpack(file, part, place / part)
            with _told_of(file):
                found = Unpacked(place, _key(place, file, access), about)
                _check(found, file, step)
            yield found


@contextmanager
def _told_of(file: Path) -> Iterator[None]:
    """What is wrong with a part is said of the backup, never of the diary.

    Raises:
        DiaryError: Damaged, foreign or newer.
    """
    try:
        yield
    except (errors.DamagedError, errors.KeyLostError, dbapi2.OperationalError) as error:
        raise errors.BackupDamagedError(file=file) from error  # the last: a text that is none
    except errors.ForeignFileError as error:
        raise errors.NotABackupError(file=file) from error


def _key(place: Path, file: Path, access: Access) -> str:
    """The first key that fits; the backup's own key file is asked last."""
    recovered = keys.database_key(access.recovered) if access.recovered else None
    for key in filter(None, (access.present_key, recovered)):
        with suppress(errors.WrongKeyError):
            judge.schema_of(place / DB_NAME, key)
            return key
    if recovered:
        raise errors.WrongKeyError(folder=file)
    return keys.database_key(keys.load(place, access.passphrase))


def _check(found: Unpacked, file: Path, step: Step) -> None:
    """Refuse what is damaged, foreign or newer, and bring an older diary to the present schema."""
    database = found.folder / DB_NAME
    try:
        schema = judge.schema_of(database, found.key)
        for part, built in ((DB_NAME, schema), (PICTURES, outline.PICTURES)):
            if part in found.about.sums:
                outline.check(found.folder / part, found.key, built)
                copying.content_of(found.folder / part, found.key, step)
        if schema < SCHEMA:
            upgrade.migrate(database, found.key)
        with found.reading() as reader:
            legible.check(reader)
    except errors.WrongKeyError as error:
        raise errors.BackupDamagedError(file=file) from error
