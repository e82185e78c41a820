"""Erasing all that the program keeps of one diary on this computer.

First it is written down that all shall go: should the program be killed, the next start finishes.
Then the keys are destroyed, also those in the backups: what is still there after that is noise to
everyone. Then go the files, and last the note. The diary must be closed.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from db import keys
from db.durable import sync_folder
from db.names import DB_NAME
from db.read import Reader
from diary.autostart import autostart_here
from diary.exchange.files import write_whole
from diary.paths import ERASING_NAME, Places
from diary.trace_kinds import Kind
from diary.traces import HEAD, Traces, look

KEYED = (Kind.KEYS, Kind.BACKUPS, Kind.SECOND)
"""The kinds of files that hold a key."""
_SALT_SIGNS = 32

Step = Callable[[int, int], object]
"""Told after each file: how many are done, of how many."""


def _no_step(_done: int, _of: int) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall go: the diary that is known by its salt, and its backups in a second place."""

    places: Places
    salt: str
    second: Path | None = None

    def traces(self) -> Traces:
        """What there is of it now."""
        return look(self.places, self.salt, self.second)

    def here(self) -> Wish:
        """The same without the second place."""
        return Wish(self.places, self.salt)


@dataclass(frozen=True, slots=True)
class Left:
    """What is still there: what the system did not let go, and what is not ours."""

    stuck: tuple[Path, ...] = ()
    foreign: tuple[Path, ...] = ()


def wish(reader: Reader, places: Places, second: Path | None = None) -> Wish:
    """What shall go of the open diary."""
    return Wish(places, keys.salt(reader.database.key), second)


def begin(wish: Wish) -> None:
    """Write it down, durably: from now on it will be done, if need be by the next start.

    Raises:
        DiaryError: It cannot be written; nothing was erased.
    """
    second = str(wish.second.absolute()) if wish.second else ""
    places = {"diary": wish.places.diary, "logs": wish.places.logs}
    body = {name: str(place.absolute()) for name, place in places.items()}
    body |= {"salt": wish.salt, "second": second}
    write_whole(_note(wish.places), json.dumps(body).encode())


def begun(places: Places) -> Wish | None:
    """What an earlier program began to erase and did not finish; None where there is nothing.

    The note lies beside this person’s settings, never in a folder that came from elsewhere.
    """
    try:
        body = json.loads(_note(places).read_text("utf-8"))
        salt, second = str(body["salt"]), Path(body["second"]) if body["second"] else None
        diary, logs = Path(body["diary"]), Path(body["logs"])
        whole = len(bytes.fromhex(salt)) * 2 == _SALT_SIGNS
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Wish(Places(diary, places.settings, logs), salt, second) if whole else None


def carry_out(wish: Wish, step: Step = _no_step) -> Left:
    """Erase; what cannot be erased is given back, with what is not ours."""
    traces, note = wish.traces(), _note(wish.places)
    for file in traces.of(*KEYED):
        _spoil(file, bytes.fromhex(wish.salt))
    files = [each.file for each in traces.files if each.file != note]
    stuck = []
    for done, file in enumerate(files, 1):
        if not _unlink(file):
            stuck.append(file)
        step(done, len(files))
    with suppress(OSError):
        autostart_here(()).turn(on=False)
    _drop(note)
    for folder in traces.folders:
        with suppress(OSError):
            folder.rmdir()
    return Left(tuple(stuck), traces.foreign)


def finish(places: Places) -> None:
    """Finish what an earlier program began; harmless where there is nothing.

    A note that came back from a copy of the settings must not take a diary that was begun since.
    """
    wish = begun(places)
    if wish is None:
        return
    if _is_another(wish):
        _drop(_note(places))
    else:
        carry_out(wish)


def _is_another(wish: Wish) -> bool:
    """Whether the diary that is there now is not the one that was to go."""
    salt = bytes.fromhex(wish.salt)
    try:
        with (wish.places.diary / DB_NAME).open("rb") as stream:
            return stream.read(len(salt)) != salt
    except OSError:
        return False


def _drop(note: Path) -> None:
    """Take the note away, durably."""
    _unlink(note)
    with suppress(OSError):
        sync_folder(note.parent)


def _note(places: Places) -> Path:
    return places.settings.absolute().with_name(ERASING_NAME)


def _spoil(file: Path, salt: bytes) -> None:
    """Overwrite the part of a file that holds a key, durably; where that fails, unlinking is left.

    The salt is what is written: by it a later start knows a backup as ours.
    """
    with suppress(OSError):
        handle = os.open(file, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "wb") as stream:
            facts = os.fstat(handle)
            if stat.S_ISREG(facts.st_mode):
                size = min(facts.st_size, HEAD)
                stream.write((salt * (HEAD // len(salt)))[:size])
                stream.flush()
                os.fsync(handle)


def _unlink(file: Path) -> bool:
    """Whether it is gone."""
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return False
    return True
