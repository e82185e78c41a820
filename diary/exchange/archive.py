"""Opens the zip of a CSV export with suspicion: known names, honest sizes, no links.

Nothing is ever unpacked to disk, so a name cannot reach outside a folder.
"""

from __future__ import annotations

import re
import stat
from errno import EINVAL
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from diary.exchange.content import BadFileError
from diary.exchange.csv_cells import TABLES
from diary.exchange.jpeg import LARGEST_PICTURE
from diary.i18n import _

MOST_BYTES = 200_000_000
MOST_TIMES = 300
SMALL = 20_000_000
DIRECTORY_MARK = b"PK\x05\x06"
DIRECTORY_TAIL = 22 + 65_535
MOST_PHOTOS = 10_000
MOST_DIRECTORY = 65_536 + 160 * MOST_PHOTOS
MOST_OF_PHOTOS = 4_000_000_000
PICTURE = re.compile(r"photos/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.jpg")
ENCRYPTED = 0x1


def open_archive(path: Path) -> ZipFile:
    """The archive, if it holds the tables of an export and nothing else.

    Raises:
        BadFileError: It does not, is damaged, or would unpack to far too much.
    """
    _refuse_long_directory(path)
    try:
        archive = ZipFile(path)
    except (BadZipFile, LargeZipFile, ValueError, NotImplementedError):
        raise _damaged() from None
    try:
        _check(archive.infolist())
    except BadFileError:
        archive.close()
        raise
    return archive


def open_member(archive: ZipFile, name: str) -> IO[bytes]:
    """One table's or picture's bytes, unpacked as they are read."""
    try:
        return archive.open(name)
    except (BadZipFile, NotImplementedError, RuntimeError):
        raise _damaged() from None
    except OSError as error:
        if error.errno != EINVAL:  # what the directory says lies before the beginning of the file
            raise
        raise _damaged() from None


def _damaged() -> BadFileError:
    return BadFileError(_("This zip file is damaged. Nothing was changed."))


def _refuse_long_directory(path: Path) -> None:
    """Read the directory's own length first: a huge one costs memory before any check."""
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - DIRECTORY_TAIL))
        tail = stream.read()
    at = tail.rfind(DIRECTORY_MARK)
    if at >= 0 and int.from_bytes(tail[at + 12 : at + 16], "little") > MOST_DIRECTORY:
        raise _strange()


def _strange() -> BadFileError:
    return BadFileError(
        _("This zip file is no export of the diary: it holds something else than its tables.")
    )


def _check(members: list[ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(set(names)) < len(names) or not names:
        raise _strange()
    for member in members:
        _check_member(member)
    tables = [member for member in members if member.filename in TABLES]
    pictures = [member for member in members if PICTURE.fullmatch(member.filename)]
    if len(tables) + len(pictures) < len(members):
        raise _strange()
    if _size(tables) > MOST_BYTES or _size(pictures) > MOST_OF_PHOTOS:
        raise _too_much()
    if any(member.file_size > LARGEST_PICTURE for member in pictures):
        raise _too_much()


def _size(members: list[ZipInfo]) -> int:
    return sum(member.file_size for member in members)


def _check_member(member: ZipInfo) -> None:
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        raise _strange()
    if member.flag_bits & ENCRYPTED:
        raise BadFileError(_("This zip file has a password. Save it without one, then import it."))
    if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise _strange()
    if member.file_size > SMALL and member.file_size > MOST_TIMES * member.compress_size:
        raise _too_much()


def _too_much() -> BadFileError:
    return BadFileError(_("This zip file unpacks to far more than a diary. Nothing was changed."))
