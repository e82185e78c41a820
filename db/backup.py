"""Making backups of an open diary, and keeping the right ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from db import copying, failures, keys, rotation
from db.backup_file import DATABASE, PARTS, SUFFIX, About, pack, sum_of, verify
from db.durable import sync_folder
from db.engine import Database
from db.errors import DiaryError
from db.photos import NAME as PICTURES
from db.read import Reader

FORM = "%Y-%m-%d %H%M%S"
"""The name of an automatic backup: its moment in UTC."""

_SCRATCH = ".scdiary-unfinished"

Step = Callable[[], None]
"""Called between the steps of a long work; it may raise to cancel."""


def make(
    store: Reader,
    target: Path,
    made: datetime,
    *,
    pictures: bool = False,
    step: Step = lambda: None,
) -> About:
    """Write a verified backup of an open diary to `target`, replacing what is there at the end.

    Raises:
        DiaryError: What went wrong; an earlier file under that name is untouched.
    """
    fresh = target.with_name(target.name + ".new")
    with failures.files_translated(target.parent), _scratch(target.parent, fresh) as scratch:
        content = _copy(store.database, scratch / DATABASE)
        step()
        wanted = store.pictures.database() if pictures else None
        shown = _copy(wanted, scratch / PICTURES).rows if wanted else None
        step()
        (scratch / keys.KEYS_NAME).write_text(keys.text(store.database.file.parent), "utf-8")
        parts = {name: scratch / name for name in PARTS if (scratch / name).exists()}
        sums = {name: sum_of(file) for name, file in parts.items()}
        pack(parts, about := About(made, content.schema, content.rows, shown, sums), fresh)
        verify(fresh)
        step()
        fresh.replace(target)
        sync_folder(target.parent)
    return about


def make_automatic(store: Reader, folder: Path, now: datetime, step: Step = lambda: None) -> Path:
    """Write a backup named by its moment, then thin the older ones out.

    Raises:
        DiaryError: What went wrong; no earlier backup was touched.
    """
    with failures.files_translated(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / (now.astimezone(UTC).strftime(FORM) + SUFFIX)
    make(store, target, now, step=step)
    with failures.files_translated(folder):
        thin(folder, now)
    return target


def automatic(folder: Path) -> dict[datetime, Path]:
    """The automatic backups in a folder by their moments, as their names say."""
    found = {}
    for file in folder.glob("*" + SUFFIX) if folder.is_dir() else ():
        try:
            at = datetime.strptime(file.stem, FORM).replace(tzinfo=UTC)
        except ValueError:
            continue
        found[at] = file
    return found


def thin(folder: Path, now: datetime) -> None:
    """Remove the automatic backups that are not to be kept. A damaged one stays, and counts not."""
    whole = {made: file for made, file in automatic(folder).items() if is_whole(file)}
    for made in whole.keys() - rotation.kept(whole, now):
        whole[made].unlink()


def is_whole(file: Path) -> bool:
    """Whether a backup can be read to its end and is what was written."""
    try:
        verify(file)
    except DiaryError:
        return False
    return True


def _copy(database: Database, target: Path) -> copying.Content:
    return copying.copy(database.file, target, database.key)


@contextmanager
def _scratch(folder: Path, fresh: Path) -> Iterator[Path]:
    """A folder for the parts, which goes with all that is unfinished, also by a killed try."""
    scratch = folder / _SCRATCH
    _sweep(scratch, fresh)
    scratch.mkdir(mode=0o700)
    try:
        yield scratch
    finally:
        _sweep(scratch, fresh)


def _sweep(scratch: Path, fresh: Path) -> None:
    fresh.unlink(missing_ok=True)
    for name in PARTS:
        copying.clear(scratch / name)
    if scratch.exists():
        scratch.rmdir()
