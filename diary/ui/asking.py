"""The window that asks for the passphrase, on the diary in a folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from db.errors import DiaryError
from diary import lock
from diary.collector import no_collector
from diary.ui.unlock import Unlock, Ways


def asking(folder: Path, lost: DiaryError | None = None) -> Unlock:
    """Before the diary's window is there: `opened` carries the store. `lost`: see `Unlock`."""
    lock.leave_no_core_file()
    ways = Ways(partial(_opened, folder), partial(_recovered, folder, _opened))
    return Unlock(ways, lost)


def asking_again(folder: Path) -> Unlock:
    """For a diary that rests: `opened` carries its key."""
    return Unlock(Ways(partial(_key, folder), partial(_recovered, folder, _key)))


@no_collector()
def _opened(folder: Path, words: str | None) -> object:
    return lock.opened(folder, words)


@no_collector()
def _key(folder: Path, words: str | None) -> str:
    return lock.key(folder, words)


@no_collector()
def _recovered(
    folder: Path, then: Callable[[Path, str | None], object], secret: bytes, words: str | None
) -> object:
    lock.recovered(folder, secret, words)
    return then(folder, words)
