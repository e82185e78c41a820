"""Writes a file whole or not at all: an earlier good one stays until the new one is safe."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from db.durable import sync_folder
from db.errors import DiaryError
from diary.errors import refusal
from diary.i18n import N_, _


class CannotWriteError(DiaryError):
    """A file that the user asked for cannot be written where they want it."""

    sentence = N_("{file} cannot be written: {reason}. Choose another place.").text


@contextmanager
def written_whole(file: Path) -> Iterator[IO[bytes]]:
    """A stream that becomes `file` when the block ends well, and vanishes otherwise.

    The file is readable by its owner alone.

    Raises:
        CannotWriteError: The place cannot be written, or the disk is full.
    """
    temporary: Path | None = None
    try:
        _refuse_other_than_file(file)
        with tempfile.NamedTemporaryFile(
            dir=file.parent, prefix=f".{file.name[:40]}.", suffix=".part", delete=False
        ) as stream:
            temporary = Path(stream.name)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        raise CannotWriteError(file=file, reason=refusal(error)) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def write_whole(file: Path, content: bytes) -> None:
    """Write bytes already at hand, whole or not at all."""
    with written_whole(file) as stream:
        stream.write(content)


def _refuse_other_than_file(file: Path) -> None:
    """A folder or a device is not to be replaced."""
    if file.exists() and not file.is_file():
        raise CannotWriteError(file=file, reason=_("it is not a file"))
