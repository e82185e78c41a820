"""The commands that keep a diary safe: backup, restore, check. Loaded by `cli` like `commands`."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import DiaryError
from diary.clock import SystemClock
from diary.i18n import N_, _, format_day, format_time, ngettext
from diary.opening import first_line, opened, passphrase_of

if TYPE_CHECKING:
    from datetime import datetime

    from db.backup_file import About
    from db.store import Store
    from db.unpacked import Access

DONE = 0


class NotWholeError(DiaryError):
    """The check found damage."""

    sentence = N_("The diary is damaged. Restore a backup of it.").text


class BackupsNotWholeError(DiaryError):
    """The check found backups that cannot be used."""

    sentence = N_(
        "The diary is whole, but not every backup: {names}. Make a new one with “backup”."
    ).text


class WindowOpenError(DiaryError):
    """The diary is open in its window, where a restore would pull it away."""

    sentence = N_("The diary is open in its window. Close it, then try again.").text


def backup_command(given: Namespace) -> int:
    """Back up into the file that was named; else as the window does it."""
    with closing(opened(given)) as store:
        if given.output:
            _back_up_to(given.output, store, SystemClock().now())
        else:
            _back_up(given, store, SystemClock().now())
    return DONE


def _back_up_to(file: Path, store: Store, now: datetime) -> None:
    """One file with everything, also the pictures."""
    from db import backup, backup_file  # noqa: PLC0415 - only where a backup is made
    from db.errors import BackupDamagedError  # noqa: PLC0415 - as above
    from diary.exchange.files import CannotWriteError  # noqa: PLC0415 - as above

    if not file.parent.is_dir():
        raise CannotWriteError(file=file, reason=_("there is no such folder"))
    if file.is_dir():
        raise CannotWriteError(file=file, reason=_("it is not a file"))
    if file.exists():
        with suppress(BackupDamagedError):
            backup_file.read(file)
    about = backup.make(store, file, now, pictures=True)
    _say(_("Backed up to {file}: {what}.").format(file=file, what=_amount(about)))


def _back_up(given: Namespace, store: Store, now: datetime) -> None:
    from db import backup_file  # noqa: PLC0415 - only where a backup is made
    from diary.backup_keeper import Keeper  # noqa: PLC0415 - as above
    from diary.settings import Settings  # noqa: PLC0415 - it loads Qt

    second = Settings(given.places.settings).second_place()
    keeper = Keeper(store, second)
    standing = keeper.now(now)
    if problem := standing.problem or standing.second_problem:
        raise problem
    newest = keeper.here.newest()
    if newest:
        what = _amount(backup_file.read(newest))
        _say(_("Backed up to {file}: {what}.").format(file=newest, what=what))
    if second and standing.second_there:
        _say(_("Also copied to {folder}.").format(folder=second))
    elif second:
        _say(_("The second place is not there at the moment: {folder}.").format(folder=second))


def restore_command(given: Namespace) -> int:
    """Put a backup in the diary's place, and say where the present one was kept."""
    from db.backup_file import read  # noqa: PLC0415 - only where a backup is restored
    from db.restore import restore  # noqa: PLC0415 - as above
    from diary.one_window import OneWindow  # noqa: PLC0415 - it loads Qt

    about = read(given.file)
    folder: Path = given.places.diary
    one = OneWindow(folder)
    if not one.claim():
        raise WindowOpenError
    try:
        access = _access(given)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = restore(folder, given.file, SystemClock().now(), access)
    finally:
        one.release()
    at = about.made.astimezone()
    words = _("The diary is as it was on {day} at {time}: {what}.")
    _say(words.format(day=format_day(at.date()), time=format_time(at), what=_amount(about)))
    if kept:
        _say(_("The diary from before is kept in {file}").format(file=kept))
    return DONE


def _access(given: Namespace) -> Access:
    """What may open the backup: the present secret first, then what was given."""
    from db import recovery  # noqa: PLC0415 - only where a backup is restored
    from db.restore import present_secret  # noqa: PLC0415 - as above
    from db.unpacked import Access  # noqa: PLC0415 - as above

    code: Path | None = given.recovery_code_file
    recovered = recovery.read(first_line(code)) if code else None
    passphrase = passphrase_of(given)
    present = present_secret(given.places.diary, passphrase)
    return Access(present, passphrase, recovered)


def check_command(given: Namespace) -> int:
    """Check the database, the pictures and the backups."""
    from db.check import check  # noqa: PLC0415 - only where a diary is opened
    from db.folder import BACKUPS_NAME  # noqa: PLC0415 - as above
    from diary.exchange.photos import LostPicturesError  # noqa: PLC0415 - as above

    with closing(opened(given)) as store:
        problems = check(store)
        lost, unused = (0, 0) if problems else _pictures(store)
        number = sum(store.counts().values())
        folder = store.database.folder / BACKUPS_NAME
    _say(*problems)
    if problems:
        raise NotWholeError
    if lost:
        raise LostPicturesError(lost)
    _say(ngettext("The diary is whole: {n} record.", "The diary is whole: {n} records.", number))
    if unused:
        one = "{n} picture belongs to no photo. The window clears it away."
        _say(ngettext(one, "{n} pictures belong to no photo. The window clears them away.", unused))
    _check_backups(folder)
    return DONE


def _pictures(store: Store) -> tuple[int, int]:
    """How many photos have no picture, and how many pictures no photo."""
    return len(store.without_picture()), len(store.unused_pictures())


def _check_backups(folder: Path) -> None:
    from db.backup_file import SUFFIX  # noqa: PLC0415 - only where backups are read
    from db.backup_folder import is_whole  # noqa: PLC0415 - as above

    files = sorted(folder.glob("*" + SUFFIX))
    damaged = [file.name for file in files if not is_whole(file)]
    if damaged:
        raise BackupsNotWholeError(names=", ".join(damaged))
    if files:
        _say(ngettext("{n} backup is whole.", "{n} backups are whole.", len(files)))


def _amount(about: About) -> str:
    """How much is in a backup."""
    entries = ngettext("{n} entry", "{n} entries", about.rows)
    if not about.pictures:
        return entries
    photos = ngettext("{n} photo", "{n} photos", about.pictures)
    return _("{entries}, {photos}").format(entries=entries, photos=photos)


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
