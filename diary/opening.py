"""Opening a diary for a command: its passphrase comes from a file or is asked for.

Never from the command line or the environment, where other programs of this computer see it.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import DiaryError
from diary import lock
from diary.i18n import N_, _
from diary.lock import is_set, leave_no_core_file, typed

if TYPE_CHECKING:
    from db.store import Store


class EmptyFileError(DiaryError):
    """The file with the passphrase or recovery code cannot be read, or holds none."""

    sentence = N_("Nothing can be read on the first line of {file}. Nothing was changed.").text


class NobodyToAskError(DiaryError):
    """A passphrase is needed; there is no terminal and no file."""

    sentence = N_(
        "This diary has a passphrase. Type it in a terminal, or write it on the first line of a "
        "file and name that by --passphrase-file."
    ).text


def opened(given: Namespace, *, create: bool = False) -> Store:
    """Open the diary of a command; where nothing can be written, to read it only.

    Raises:
        DiaryError: It cannot be opened, or nobody gives its passphrase.
    """
    return lock.opened(given.places.diary, passphrase_of(given), create=create)


def passphrase_of(given: Namespace) -> str | None:
    """What the file says, or the person types; None where none is given and none is needed.

    Raises:
        DiaryError: There is none in the file, or nobody can be asked.
    """
    if is_set(given.places.diary):
        leave_no_core_file()
    if given.passphrase_file is not None:
        return first_line(given.passphrase_file)
    return _asked() if is_set(given.places.diary) else None


def first_line(file: Path) -> str:
    """The first line of a file, without what an editor adds.

    Raises:
        EmptyFileError: There is nothing in it.
    """
    try:
        words = typed(file.read_text(encoding="utf-8-sig").partition("\n")[0])
    except (OSError, UnicodeError):
        words = ""
    if not words:
        raise EmptyFileError(file=file)
    return words


def _asked() -> str:
    """Ask at the terminal; what is typed is not shown."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise NobodyToAskError
    try:
        words = typed(getpass(_("Passphrase: ")))
    except EOFError:
        words = ""
    if not words:
        raise NobodyToAskError
    return words
