"""Opening, locking and re-keying a diary that has a passphrase. Used by the window and commands.

What takes time (64 MiB of work for each passphrase) is called on a worker.
"""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db import keys
from db.errors import DiaryError, RecoveryCodeError, WrongKeyError
from diary.i18n import N_

if TYPE_CHECKING:
    from db.copying import Step
    from db.store import Store


class OtherCodeError(DiaryError):
    """A whole recovery code, of another diary."""

    sentence = N_(
        "This recovery code belongs to another diary. Look for the one of this diary."
    ).text


class Code(NamedTuple):
    """What is typed of a recovery code so far: in groups; and what is wrong with it."""

    text: str
    problem: RecoveryCodeError | None
    secret: bytes | None


def typed(words: str) -> str:
    """A passphrase as it counts: what a paste or a keyboard adds at its ends does not."""
    return words.strip()


def is_set(folder: Path) -> bool:
    """Whether the diary has a passphrase; no where that cannot be told."""
    try:
        return keys.sealed(folder)
    except DiaryError:
        return False


def opened(folder: Path, passphrase: str | None, *, create: bool = False) -> Store:
    """Open the diary that is there; where nothing can be written, to read it only.

    Args:
        folder: The diary's folder.
        passphrase: What opens its key files, where it has one.
        create: Whether a new diary may be made.
    """
    from db.errors import DiskFullError, ReadOnlyError  # noqa: PLC0415 - as below
    from db.folder import open_diary  # noqa: PLC0415 - the database, which settings do not need

    try:
        return open_diary(folder, create=create, passphrase=passphrase)
    except (ReadOnlyError, DiskFullError) as why:
        from db.reading_copy import open_to_read  # noqa: PLC0415 - hardly ever needed

        return open_to_read(folder, why, passphrase)


def leave_no_core_file() -> None:
    """Should the program crash, the system keeps nothing of its memory; Windows has no such file.

    Linux can hand the memory to another program, whatever the limit, but not where that is 1 byte.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - only there

    largest = 1 if sys.platform == "linux" else 0
    if resource.getrlimit(resource.RLIMIT_CORE)[1] != 0:
        resource.setrlimit(resource.RLIMIT_CORE, (largest, largest))


def key(folder: Path, passphrase: str | None) -> str:
    """The key of the diary's database, which it opens."""
    with closing(opened(folder, passphrase)) as store:
        return store.database.key


def secret(folder: Path, passphrase: str | None) -> bytes:
    """The diary's secret, from its key files."""
    return keys.load(folder, passphrase)


def recovered(folder: Path, found: bytes, passphrase: str | None) -> None:
    """Give the diary and its backups another passphrase, from the secret of a recovery code.

    Raises:
        OtherCodeError: It is another diary's code; nothing was changed.
    """
    from db.folder import recover  # noqa: PLC0415 - as above

    try:
        recover(folder, found, passphrase)
    except WrongKeyError:
        raise OtherCodeError from None
    change(folder, found, passphrase)


def change(
    folder: Path, found: bytes, passphrase: str | None, step: Step | None = None
) -> list[Path]:
    """Give the diary and its backups another passphrase, or none; gives those left as they were."""
    from db.copying import no_step  # noqa: PLC0415 - as above
    from db.rekey import rekey  # noqa: PLC0415 - as above

    return rekey(folder, found, passphrase, datetime.now(UTC), step or no_step)


def code_of(found: bytes) -> str:
    """The recovery code of a secret, in groups."""
    from db.recovery import written  # noqa: PLC0415 - only for those who see it

    return written(found)


def read_code(text: str) -> Code:
    """Look at what is typed of a recovery code so far.

    That characters are missing is no problem yet.
    """
    from db.errors import RecoveryLengthError  # noqa: PLC0415 - only for those who type one
    from db.recovery import read  # noqa: PLC0415 - as above

    shown = in_groups(text)
    try:
        return Code(shown, None, read(text))
    except RecoveryLengthError as error:
        short = int(str(error.values["found"])) < int(str(error.values["wanted"]))
        return Code(shown, None if short else error, None)
    except RecoveryCodeError as error:
        return Code(shown, error, None)


def in_groups(text: str) -> str:
    """What is typed of a code, as it is printed."""
    from db.recovery import GROUP  # noqa: PLC0415 - as above

    signs = "".join(each for each in text if not each.isspace() and each != "-").upper()
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))


def same_signs(one: str, other: str) -> bool:
    """Whether two pieces of a code are the same, as a person writes and reads them."""
    return _read(one) == _read(other)


def _read(text: str) -> str:
    """As it counts: small letters and what looks alike are the same."""
    signs = in_groups(text).replace("-", "")
    return signs.translate(str.maketrans("OIL", "011"))
