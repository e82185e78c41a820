"""The form of a backup: one `.scdiary` file that opens on any computer.

A zip whose parts lie in it as they are: the key file, the encrypted database, where wanted the
encrypted pictures, and `about.json`, which says without any key when it was made, how much is in
it, and the SHA-256 of each part. Who holds the passphrase or the recovery code can open it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from errno import EINVAL
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from db import failures, keys
from db.errors import (
    BackupDamagedError,
    BackupMissingError,
    NewerDiaryError,
    NotABackupError,
)
from db.names import DB_NAME
from db.photos import NAME as PICTURES

SUFFIX = ".scdiary"
FORMAT = "scleroderma-diary-backup"
VERSION = 1
ABOUT = "about.json"
PARTS = (keys.KEYS_NAME, DB_NAME, PICTURES)

_ZIP = b"PK\x03\x04"
_CHUNK = 1 << 20
_DIGEST = hashlib.sha256().digest_size
_SEAL = b"sealed "
"""The zip's comment: this, then the SHA-256 of all bytes before it."""
_LONGEST_TEXT = 20_000
"""More bytes than about.json or a key file ever has."""


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself.

    `rows` counts what the diary holds, `pictures` those of its photos: None where they were left
    out. `sums` has the SHA-256 of each part in hex. `album` is a digest of the pictures' names,
    which tells whether others have come since; empty without any, and from an older program.
    """

    made: datetime
    schema: int
    rows: int
    pictures: int | None
    sums: Mapping[str, str]
    album: str = ""


def pack(parts: Mapping[str, Path], about: About, target: Path) -> None:
    """Put the parts into the new file `target`, durably.

    Raises:
        OSError: The disk failed or is full.
    """
    handle = os.open(target, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w+b") as stream:
        with ZipFile(stream, "w", ZIP_STORED) as archive:
            archive.comment = _SEAL + bytes(2 * _DIGEST)
            archive.writestr(_member(ABOUT, about.made), _text(about))
            for name, file in parts.items():
                info = _member(name, about.made)
                with (
                    file.open("rb") as found,
                    archive.open(info, "w", force_zip64=True) as out,
                ):
                    for chunk in _chunks(found):
                        out.write(chunk)
        _seal(stream)
        stream.flush()
        os.fsync(stream.fileno())


def _seal(stream: IO[bytes]) -> None:
    """Write over the end what was written before it comes to."""
    sealed = stream.seek(-2 * _DIGEST, os.SEEK_END)
    stream.seek(0)
    digest = _sum_of(stream, sealed)
    stream.seek(sealed)
    stream.write(digest.encode())


def read(file: Path) -> About:
    """What a backup says of itself; its parts are not looked at.

    Raises:
        NotABackupError: Another kind of file.
        BackupDamagedError: A backup that is cut off or changed.
        NewerDiaryError: A newer program's.
    """
    with _opened(file) as archive:
        return _about(archive, file)


def verify(file: Path) -> About:
    """What a backup says of itself, after every byte of every part was read and compared.

    Raises:
        NotABackupError, BackupDamagedError, NewerDiaryError: See `read`.
    """
    with _opened(file) as archive:
        about = _about(archive, file)
        for name, wanted in about.sums.items():
            with archive.open(name) as stream:
                if _sum_of(stream) != wanted:
                    raise BackupDamagedError(file=file)
        if not _is_sealed(file, archive.comment):
            raise BackupDamagedError(file=file)
        return about


def _is_sealed(file: Path, seal: bytes) -> bool:
    """Whether no byte was changed, also none between the parts. Older programs wrote no seal."""
    if not seal:
        return True
    with file.open("rb") as stream:
        return seal == _SEAL + _sum_of(stream, file.stat().st_size - 2 * _DIGEST).encode()


def salt_of(file: Path) -> str:
    """The first bytes of its database in hex. They follow from the secret: they tell whose it is.

    Raises:
        NotABackupError, BackupDamagedError, NewerDiaryError: See `read`.
    """
    with _opened(file) as archive:
        _about(archive, file)
        with archive.open(DB_NAME) as stream:
            return stream.read(keys.SALT_BYTES).hex()


def unpack(file: Path, part: str, target: Path) -> None:
    """Write one part to the new file `target`, durably.

    Raises:
        BackupDamagedError: The part is missing or changed; what was written is to be thrown away.
    """
    digest = hashlib.sha256()
    with _opened(file) as archive:
        wanted = _about(archive, file).sums.get(part)
        if wanted is None:
            raise BackupDamagedError(file=file)
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as out, archive.open(part) as stream:
            for chunk in _chunks(stream):
                digest.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
    if digest.hexdigest() != wanted:
        raise BackupDamagedError(file=file)


def sum_of(file: Path) -> str:
    """The SHA-256 of a file in hex."""
    with file.open("rb") as stream:
        return _sum_of(stream)


def _sum_of(stream: IO[bytes], length: int | None = None) -> str:
    digest = hashlib.sha256()
    for chunk in _chunks(stream, length):
        digest.update(chunk)
    return digest.hexdigest()


def _chunks(stream: IO[bytes], length: int | None = None) -> Iterator[bytes]:
    """All that follows in a stream, or so many bytes of it."""
    left = sys.maxsize if length is None else length
    while chunk := stream.read(min(_CHUNK, left)):
        left -= len(chunk)
        yield chunk


def _member(name: str, made: datetime) -> ZipInfo:
    """A part of the zip, readable by its owner only. A zip knows no time before 1980."""
    info = ZipInfo(name, (max(made.year, 1980), *made.timetuple()[1:6]))
    info.external_attr = 0o600 << 16
    return info


def _text(about: About) -> str:
    body = {
        "format": FORMAT,
        "version": VERSION,
        "made": about.made.isoformat(),
        "schema": about.schema,
        "rows": about.rows,
        "pictures": about.pictures,
        "album": about.album,
        "sums": dict(about.sums),
    }
    return json.dumps(body, indent=2, sort_keys=True) + "\n"


@contextmanager
def _opened(file: Path) -> Iterator[ZipFile]:
    """The zip; what its reader stumbles over is a damaged backup."""
    with failures.files_translated(file.parent):
        _check_start(file)
        try:
            with ZipFile(file) as archive:
                yield archive
        except (BadZipFile, EOFError, ValueError, RuntimeError, NotImplementedError) as error:
            raise BackupDamagedError(file=file) from error
        except OSError as error:
            if error.errno != EINVAL:  # a part that would lie before the beginning of the file
                raise
            raise BackupDamagedError(file=file) from error


def _check_start(file: Path) -> None:
    if not file.exists():
        raise BackupMissingError(file=file)
    if not file.is_file():
        raise NotABackupError(file=file)
    with file.open("rb") as stream:
        start = stream.read(len(_ZIP))
    if not start:
        raise BackupDamagedError(file=file)
    if start != _ZIP:
        raise NotABackupError(file=file)


def _about(archive: ZipFile, file: Path) -> About:
    """Read and judge `about.json`; every part that it names is there, and no other."""
    members = {info.filename: info for info in archive.infolist()}
    if ABOUT not in members:
        raise NotABackupError(file=file)
    body = _json(archive, members[ABOUT], file)
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise NotABackupError(file=file)
    if body.get("version") != VERSION:
        raise NewerDiaryError(found=body.get("version"), known=VERSION)
    about = _judged(body, file)
    plain = all(info.compress_type == ZIP_STORED for info in members.values())
    named = {ABOUT, *about.sums} == members.keys() and len(members) == len(archive.infolist())
    if not plain or not named or not {keys.KEYS_NAME, DB_NAME} <= about.sums.keys() <= set(PARTS):
        raise BackupDamagedError(file=file)
    return about


def _json(archive: ZipFile, info: ZipInfo, file: Path) -> Any:
    if info.file_size > _LONGEST_TEXT or info.compress_type != ZIP_STORED:
        raise NotABackupError(file=file)
    try:
        return json.loads(archive.read(info))
    except (ValueError, RecursionError) as error:
        raise NotABackupError(file=file) from error


def _judged(body: dict[str, Any], file: Path) -> About:
    try:
        made = datetime.fromisoformat(body["made"])
        schema, rows, pictures, sums = (body[p] for p in ("schema", "rows", "pictures", "sums"))
    except (KeyError, TypeError, ValueError) as error:
        raise BackupDamagedError(file=file) from error
    counts = all(type(each) is int for each in (schema, rows, 0 if pictures is None else pictures))
    album = body.get("album", "")
    texts = isinstance(album, str) and isinstance(sums, dict)
    if not counts or not texts or made.tzinfo is None:
        raise BackupDamagedError(file=file)
    return About(made, schema, rows, pictures, sums, album)
