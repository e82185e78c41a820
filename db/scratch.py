"""Folders for what is unfinished: they go with all that is in them, also those of killed programs.

What is finished is renamed out of them: they lie where it will stand, on the same disk.

The system holds a file in each for whoever works in it, and lets go of it when that ends: so two
programs never tread on each other, and what nobody holds can be swept away.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

PREFIX = ".unfinished-"
IN_USE = "in-use"
PACKED = "packed"
"""What a backup is called here until it is whole and gets its own name."""


def temporary() -> Path | None:
    """The folder of temporary files; None where none can be written, as on a full disk."""
    try:
        return Path(tempfile.gettempdir())
    except OSError:
        return None


@contextmanager
def scratch(place: Path) -> Iterator[Path]:
    """A folder below `place` for as long as the block runs, for nobody but its owner."""
    sweep(place)
    folder, held = take(place)
    try:
        yield folder
    finally:
        let_go(folder, held)


def take(place: Path, prefix: str = PREFIX) -> tuple[Path, IO[bytes]]:
    """A new folder below `place`, and what holds it."""
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
    try:
        return folder, hold(folder)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def hold(folder: Path) -> IO[bytes]:
    """Hold a folder for as long as the stream is open.

    Raises:
        OSError: Another program holds it, or it is another person's.
    """
    stream = (folder / IN_USE).open("ab")
    try:
        _lock(stream)
    except BlockingIOError:
        stream.close()
        raise
    except OSError:  # a file system without locks: nobody can tell
        pass
    return stream


def let_go(folder: Path, held: IO[bytes]) -> None:
    """Take a folder away."""
    held.close()
    shutil.rmtree(folder, ignore_errors=True)


def sweep(place: Path, prefix: str = PREFIX) -> None:
    """Take away the folders that nobody holds any more."""
    for left in place.glob(prefix + "*"):
        if left.is_symlink():
            continue
        with suppress(OSError):
            hold(left).close()
            (left / IN_USE).unlink()  # Windows refuses it while the file is open
            shutil.rmtree(left, ignore_errors=True)


def _lock(stream: IO[bytes]) -> None:
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415 - only there

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
