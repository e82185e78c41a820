"""The diary's secret and the files that hold it.

A random 128-bit secret belongs to each diary; the database's key is derived from it. The one slot
in `keys.json` says who holds the secret: the *open* slot has it in clear, the *passphrase* slot
gives it to whoever knows the passphrase. A verified second file, `keys.copy.json`, stands in when
the first is lost. Another slot re-wraps 16 bytes; the database is never written anew for it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple

from db.durable import sync_folder
from db.errors import DiskFailedError, KeyLostError, PassphraseNeededError, WrongPassphraseError

KEYS_NAME = "keys.json"
COPY_NAME = "keys.copy.json"
NAMES = (KEYS_NAME, COPY_NAME)
FORMAT = "scleroderma-diary-keys"
VERSION = 1
SECRET_BYTES = 16

_KEY_BYTES, SALT_BYTES = 32, 16


def new_secret() -> bytes:
    """A fresh random secret of 128 bits."""
    return secrets.token_bytes(SECRET_BYTES)


def database_key(secret: bytes) -> str:
    """The database's raw key in hex: 256 bits of key, then 128 bits of salt.

    The salt is derived too, though it stands in the file's first bytes: a file with an
    overwritten beginning can so be told from one that belongs to another secret.
    """
    return derived(secret, b"scleroderma-diary database 1", _KEY_BYTES + SALT_BYTES).hex()


def salt(key: str) -> str:
    """The part of a database's key with which its file begins: it tells one diary from another."""
    return key[2 * _KEY_BYTES :]


def derived(secret: bytes, info: bytes, length: int) -> bytes:
    """HKDF-SHA256 of RFC 5869 without a salt: `length` bytes of key for the purpose `info`.

    Written out because `cryptography` would take longer to load than the diary to open.
    """
    root = hmac.digest(bytes(hashlib.sha256().digest_size), secret, "sha256")
    made = block = b""
    while len(made) < length:
        number = len(made) // len(root) + 1
        block = hmac.digest(root, block + info + bytes([number]), "sha256")
        made += block
    return made[:length]


def exist(folder: Path) -> bool:
    """Whether one of the key files is there, whatever it holds."""
    return any((folder / name).exists() for name in NAMES)


def sealed(folder: Path) -> bool:
    """Whether the diary in a folder has a passphrase.

    Raises:
        KeyLostError: Neither key file is whole.
    """
    return needs_passphrase(_whole(folder)[0][1])


class Found(NamedTuple):
    """The secret, and the key file that gave it."""

    secret: bytes
    file: Path


def store(folder: Path, secret: bytes, passphrase: str | None = None) -> None:
    """Write both key files with the one slot that shall open the diary, durably; read them back.

    Killed at any point, either the slot from before or the new one opens the diary.

    Raises:
        DiskFailedError: What was written cannot be read back.
        OSError: The files cannot be written.
    """
    slots = _new_slots(secret, passphrase)
    text = written(slots)
    for name in reversed(NAMES):
        _write(folder / name, text)
        if _slots_in(folder / name) != slots or _opened(slots, passphrase) != secret:
            raise DiskFailedError


def written(slots: dict[str, Any]) -> str:
    """The text of a key file."""
    body = {"format": FORMAT, "version": VERSION, "slots": slots, "sum": _sum(slots)}
    return json.dumps(body, indent=2, sort_keys=True) + "\n"


def text(folder: Path) -> str:
    """The text of a whole key file.

    Raises:
        KeyLostError: Neither is whole.
    """
    return written(_whole(folder)[0][1])


def load(folder: Path, passphrase: str | None = None) -> bytes:
    """The secret; see `find`."""
    return find(folder, passphrase).secret


def find(folder: Path, passphrase: str | None = None) -> Found:
    """The secret, from `keys.json` or else from its copy.

    Raises:
        KeyLostError: Neither file holds a usable slot.
        PassphraseNeededError: The secret is sealed, and no passphrase was given.
        WrongPassphraseError: The passphrase opens neither file.
    """
    whole = _whole(folder)
    if needs_passphrase(whole[0][1]) and passphrase is None:
        raise PassphraseNeededError
    for file, slots in whole:
        if secret := _opened(slots, passphrase):
            return Found(secret, file)
    raise WrongPassphraseError


def adopt(folder: Path, other: Path) -> None:
    """Take over the key file of another folder, as it is.

    Raises:
        KeyLostError: It has none.
    """
    found = text(other)
    for file in _files(folder):
        _write(file, found)


def needs_passphrase(slots: dict[str, Any]) -> bool:
    """Whether the secret is sealed."""
    return "open" not in slots


def mend(folder: Path, found: Found) -> None:
    """Make both key files the one that opened the diary; sweep what a killed program left of one.

    It may hold in clear the secret that a passphrase has sealed since.
    """
    text = found.file.read_text("utf-8")
    for file in _files(folder):
        _fresh(file).unlink(missing_ok=True)
        if file != found.file and _slots_in(file) != _slots_in(found.file):
            _write(file, text)


def _files(folder: Path) -> list[Path]:
    return [folder / name for name in NAMES]


def _whole(folder: Path) -> list[tuple[Path, dict[str, Any]]]:
    """The whole key files with their slots, at least one."""
    found = [(file, slots) for file in _files(folder) if (slots := _slots_in(file))]
    if not found:
        _read_again(folder)
        raise KeyLostError(folder=folder)
    return found


def _read_again(folder: Path) -> None:
    """Lost are keys that are not there or not whole; a disk that cannot be read says so itself."""
    try:
        for file in filter(Path.is_file, _files(folder)):
            file.read_bytes()
    except OSError as error:
        raise DiskFailedError from error


def _new_slots(secret: bytes, passphrase: str | None) -> dict[str, Any]:
    if passphrase is None:
        return {"open": {"secret": secret.hex()}}
    from db.passphrase import sealed  # noqa: PLC0415 - see there

    return {"passphrase": sealed(secret, passphrase)}


def _slots_in(file: Path) -> dict[str, Any] | None:
    """The slots of a whole key file; None for any other."""
    try:
        body = json.loads(file.read_text("utf-8"))
        slots = body["slots"]
        whole = body["sum"] == _sum(slots) and _has_slot(slots)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return slots if whole else None


def _has_slot(slots: dict[str, Any]) -> bool:
    if not needs_passphrase(slots):
        return len(bytes.fromhex(slots["open"]["secret"])) == SECRET_BYTES
    from db.passphrase import is_slot  # noqa: PLC0415 - see there

    return is_slot(slots["passphrase"])


def _opened(slots: dict[str, Any], passphrase: str | None) -> bytes | None:
    """The secret of one file's slots; None where the passphrase does not fit."""
    if not needs_passphrase(slots):
        return bytes.fromhex(slots["open"]["secret"])
    from db.passphrase import unsealed  # noqa: PLC0415 - see there

    return unsealed(slots["passphrase"], passphrase or "")


def _sum(slots: object) -> str:
    """Tells a damaged file from a whole one; it protects against nothing else."""
    return hashlib.sha256(json.dumps(slots, sort_keys=True).encode()).hexdigest()


def _fresh(file: Path) -> Path:
    """Where a key file is written before it takes its place."""
    return file.with_name(file.name + ".new")


def _write(file: Path, text: str) -> None:
    """Replace a file at once and durably, readable by its owner only."""
    fresh = _fresh(file)
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
    sync_folder(file.parent)
