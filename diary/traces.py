"""What the program has left on this computer: each file by its place, and of what kind it is.

One look for two uses: the privacy page shows it, and erasing carries it out. What no rule knows is
not ours: it is named, and never touched. Links are not followed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from db import drafts, keys, photos, scratch
from db.backup_file import ABOUT, SUFFIX, salt_of
from db.backup_folder import Occasion
from db.errors import DiaryError
from db.folder import BACKUPS_NAME, DB_NAME
from diary.autostart import autostart_here
from diary.logs import NAME as LOG_NAME
from diary.one_window import LOCK_NAME, SHOW_NAME
from diary.paths import CHOSEN_NAME, ERASING_NAME, NAME, Places
from diary.trace_kinds import About, Kind

READING = f"{NAME}-read-"
"""How the name of a folder begins from which a diary is read that cannot be written."""
SAMPLE = f"{NAME}-sample-"
"""How the name of a folder begins that holds a sample to look around in."""
HEAD = 64 * 1024
"""In its first bytes, so many, a backup has its key file and where its database begins."""

_MOMENT = r"\d{4}-\d\d-\d\d \d{6}"
_ENDS = "(-wal|-shm|-journal)?"
_NAMES = {
    rf"{re.escape(DB_NAME)}(\.new|\.restored|\.salvaged)?{_ENDS}": Kind.DIARY,
    rf"{re.escape(photos.NAME)}(\.new)?{_ENDS}": Kind.PHOTOS,
    rf"{re.escape(drafts.NAME)}{_ENDS}": Kind.DRAFT,
    rf"({'|'.join(map(re.escape, keys.NAMES))})(\.new)?": Kind.KEYS,
    rf"({re.escape(LOCK_NAME)}|{re.escape(SHOW_NAME)})(\.rmlock)?": Kind.WINDOW,
}
_BACKUP = rf"({'|'.join(Occasion)}){_MOMENT}{re.escape(SUFFIX)}"
_OLD_BYTES = rf"damaged {_MOMENT}"
_SETTINGS = rf"settings\.ini(\..+)?|{re.escape(CHOSEN_NAME)}|\.?{re.escape(ERASING_NAME)}(\..+)?"
_LOG = rf"{re.escape(LOG_NAME)}(\.\d+)?"


class Else(Enum):
    """What is no file of ours: a folder of ours, or what is not ours at all."""

    FOLDER = "folder"
    FOREIGN = "foreign"


class Trace(NamedTuple):
    """A file or a folder, and what it is."""

    file: Path
    kind: Kind | Else


@dataclass(frozen=True, slots=True)
class Traces:
    """Our files, our folders (inner ones first), and what is not ours in these folders."""

    files: tuple[Trace, ...]
    folders: tuple[Path, ...]
    foreign: tuple[Path, ...]

    def of(self, *kinds: Kind) -> list[Path]:
        """The files of some kinds."""
        return [each.file for each in self.files if each.kind in kinds]


Rule = Callable[[Path], "Kind | Rule | None"]
"""Says what lies in a folder of ours: a kind, the rule for a folder of ours, or nothing of ours."""


def look(places: Places, salt: str, second: Path | None = None) -> Traces:
    """Find what there is of one diary.

    Args:
        places: Where the diary, the settings and the log are.
        salt: By what the files of this diary are known; see `db.keys.salt`.
        second: The folder of its second place, where that is meant, too.
    """
    every = list(_everything(places, salt, second))
    return Traces(
        tuple(each for each in every if isinstance(each.kind, Kind)),
        tuple(each.file for each in every if each.kind is Else.FOLDER),
        tuple(each.file for each in every if each.kind is Else.FOREIGN),
    )


def place_of(kind: Kind, places: Places, second: Path | None = None) -> Path | None:
    """Where the files of a kind lie, or would lie; None where there is no such place."""
    match kind:
        case Kind.SECOND:
            return second
        case Kind.READING | Kind.SAMPLE:
            return scratch.temporary()
        case Kind.SETTINGS:
            return places.settings
        case Kind.LOG:
            return places.logs / LOG_NAME
        case Kind.START:
            return autostart_here(()).file
    about: About = kind.value
    return places.diary / about.usual.partition(",")[0]


def _everything(places: Places, salt: str, second: Path | None) -> Iterator[Trace]:
    diary, logs = places.diary.absolute().resolve(), places.logs.absolute()
    yield from _below(diary, partial(_in_diary, salt))
    if second is not None:
        yield from _below(second, partial(_in_second, salt))
    temporary = scratch.temporary()
    for copy in temporary.glob(READING + "*") if temporary else ():
        if _is_folder(copy) and _begins_with(salt, copy / DB_NAME):
            yield from _below(copy, lambda _file: Kind.READING)
    for sample in temporary.glob(SAMPLE + "*") if temporary else ():
        if _is_folder(sample) and os.access(sample, os.R_OK | os.X_OK):
            yield from _below(sample, _in_sample)
    start = autostart_here(()).file
    if start is not None and start.is_file():
        yield Trace(start, Kind.START)
    yield from _below(logs, _in_logs)
    yield from _below(places.settings.parent.absolute(), _in_settings, {diary, logs})
    usual = (each.parent for each in (diary, logs) if each.parent.name == NAME)
    yield from (Trace(each, Else.FOLDER) for each in usual)


def _below(folder: Path, rule: Rule, apart: Collection[Path] = ()) -> Iterator[Trace]:
    """What lies in a folder of ours, then the folder itself."""
    if not folder.is_dir():
        return
    for each in sorted(folder.iterdir()):
        kind = None if each.is_symlink() else rule(each)
        if each in apart:
            continue
        if callable(kind):
            yield from _below(each, kind)
        else:
            yield Trace(each, kind or Else.FOREIGN)
    yield Trace(folder, Else.FOLDER)


# The rules.


def _in_diary(salt: str, file: Path) -> Kind | Rule | None:
    if file.is_dir():
        return partial(_in_backups, salt) if file.name == BACKUPS_NAME else _scratch(file)
    return _named(file)


def _in_backups(salt: str, file: Path) -> Kind | Rule | None:
    if file.is_dir():
        return _scratch(file)
    return Kind.BACKUPS if _is_backup(salt, file) else None


def _scratch(folder: Path) -> Rule | None:
    known = folder.name.startswith(scratch.PREFIX) or re.fullmatch(_OLD_BYTES, folder.name)
    return _in_scratch if known else None


def _in_scratch(file: Path) -> Kind | None:
    """The parts of a backup, or each byte of a damaged diary."""
    unnamed = file.name in {ABOUT, scratch.IN_USE, scratch.PACKED}
    return Kind.BACKUPS if unnamed else _named(file)


def _in_sample(file: Path) -> Kind | Rule:
    """Whatever is in it: nobody keeps anything of their own there."""
    return _in_sample if file.is_dir() else Kind.SAMPLE


def _named(file: Path) -> Kind | None:
    return next((kind for name, kind in _NAMES.items() if re.fullmatch(name, file.name)), None)


def _in_second(salt: str, file: Path) -> Kind | Rule | None:
    """Other people may keep their backups in the same place."""
    if file.is_dir() and file.name.startswith(scratch.PREFIX):
        ours = _begins_with(salt, file / scratch.PACKED)
        return (lambda _file: Kind.SECOND) if ours else None
    return Kind.SECOND if _has_suffix(file) and _begins_with(salt, file) else None


def _in_logs(file: Path) -> Kind | None:
    return Kind.LOG if re.fullmatch(_LOG, file.name) else None


def _in_settings(file: Path) -> Kind | None:
    return Kind.SETTINGS if re.fullmatch(_SETTINGS, file.name) else None


def _is_backup(salt: str, file: Path) -> bool:
    """Of this diary, or so damaged under a name of ours that it is nobody's any more."""
    if not _has_suffix(file):
        return False
    if _begins_with(salt, file):
        return True
    return bool(re.fullmatch(_BACKUP, file.name)) and not _is_others(salt, file)


def _is_others(salt: str, file: Path) -> bool:
    with suppress(DiaryError):
        return salt_of(file) != salt
    return False


def _begins_with(salt: str, file: Path) -> bool:
    """Whether a file holds this diary’s database, also where it is cut off or not yet whole."""
    try:
        with file.open("rb") as stream:
            return bytes.fromhex(salt) in stream.read(HEAD)
    except OSError:
        return False


def _has_suffix(file: Path) -> bool:
    return file.name.endswith(SUFFIX) and file.is_file()


def _is_folder(file: Path) -> bool:
    return file.is_dir() and not file.is_symlink()
