"""The command that imports a file. Loaded by `cli` like `commands`."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import DiaryError, PassphraseNeededError
from diary.clock import SystemClock
from diary.collector import no_collector
from diary.i18n import N_
from diary.known_fields import fields_in
from diary.opening import first_line, opened

if TYPE_CHECKING:
    from db.store import Store
    from db.unpacked import Access
    from diary.exchange.content import Content
    from diary.exchange.report import Report
    from diary.merging import Choices

DONE = 0


class RefusedRowsError(DiaryError):
    """An import with entries that do not fit."""

    sentence = N_("Nothing was imported, because of entries that do not fit ({refused}).").text


class LockedFileError(DiaryError):
    """A backup that nothing given opens."""

    sentence = N_(
        "{file} has a passphrase of its own. After “import”, name a file with it by "
        "--passphrase-file, or one with its recovery code by --recovery-code-file."
    ).text


@no_collector()
def import_command(given: Namespace) -> int:
    """Add what a file holds; says what was added, replaced, skipped and refused."""
    from diary.merging import Choices, Rule  # noqa: PLC0415 - only where a file is imported

    choices = Choices(Rule(given.conflicts))
    now = SystemClock().now()
    with _diary(given) as store:
        content = _read(given, store, now)
        if given.dry_run or content.refusals:
            report = _looked(store, content, choices)
        elif store is not None:
            report = _imported(store, content, choices, now)
        else:
            with closing(opened(given, create=True)) as made:
                report = _imported(made, content, choices, now)
    _say(*report.lines)
    if report.refused:
        raise RefusedRowsError(refused=report.refused)
    return DONE


@contextmanager
def _diary(given: Namespace) -> Iterator[Store | None]:
    """The diary that is there; none is made before a file was read."""
    from db.errors import NoDiaryError  # noqa: PLC0415 - only where a diary is opened

    try:
        store = opened(given)
    except NoDiaryError:
        yield None
        return
    with closing(store):
        yield store


def _read(given: Namespace, store: Store | None, now: datetime) -> Content:
    from diary.exchange.backup_in import Unlock  # noqa: PLC0415 - only where a file is imported
    from diary.exchange.importing import read_file  # noqa: PLC0415 - as above

    folder = store.database.file.parent if store else None
    unlock = Unlock(_access(given, store), folder)
    try:
        return read_file(given.file, fields_in(store), now, unlock)
    except PassphraseNeededError:
        raise LockedFileError(file=given.file) from None


def _access(given: Namespace, store: Store | None) -> Access:
    """What may open a backup: the key of the diary, then what was given."""
    from db import recovery  # noqa: PLC0415 - only where a file is imported
    from db.unpacked import Access  # noqa: PLC0415 - as above

    words: Path | None = given.backup_passphrase_file or given.passphrase_file
    code: Path | None = given.recovery_code_file
    return Access(
        key=store.database.key if store else None,
        passphrase=first_line(words) if words else None,
        recovered=recovery.read(first_line(code)) if code else None,
    )


def _looked(store: Store | None, content: Content, choices: Choices) -> Report:
    from diary.exchange.importing import compare  # noqa: PLC0415 - only where a file is imported
    from diary.exchange.report import report  # noqa: PLC0415 - as above

    return report(compare(store, content), choices, done=False)


def _imported(store: Store, content: Content, choices: Choices, now: datetime) -> Report:
    """Back up what is there, then import."""
    from diary.exchange.importing import bring, compare  # noqa: PLC0415 - where a file is imported
    from diary.exchange.report import report  # noqa: PLC0415 - as above

    run = compare(store, content)
    if run.writes(choices):
        _back_up(store, now)
    bring(store, run, choices)
    return report(run, choices, done=True)


def _back_up(store: Store, now: datetime) -> None:
    """Keep what is there before an import adds to it."""
    from db.backup_folder import Occasion  # noqa: PLC0415 - only where a diary is opened
    from diary.backup_keeper import Keeper  # noqa: PLC0415 - as above

    if any(store.counts().values()):
        Keeper(store).before(Occasion.IMPORT, now)


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
