"""The diary's secret and the files that hold it.

A random 128-bit secret belongs to each diary; the database's key is derived from it. The slots in
`keys.json` say who holds the secret: the *open* slot has it in clear. A verified second file,
`keys.copy.json`, stands in when the first is lost.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path

from db.durable import sync_folder
from db.errors import DiskFailedError, KeyLostError

KEYS_NAME = "keys.json"
COPY_NAME = "keys.copy.json"
NAMES = (KEYS_NAME, COPY_NAME)
FORMAT = "scleroderma-diary-keys"
VERSION = 1
SECRET_BYTES = 16

_KEY_BYTES, _SALT_BYTES = 32, 16


def new_secret() -> bytes:
    """A fresh random secret of 128 bits."""
    return secrets.token_bytes(SECRET_BYTES)


def database_key(secret: bytes) -> str:
    """The database's raw key in hex: 256 bits of key, then 128 bits of salt.

    The salt is derived too, though it stands in the file's first bytes: a file with an
    overwritten beginning can so be told from one that belongs to another secret.
    """
    return derived(secret, b"scleroderma-diary database 1", _KEY_BYTES + _SALT_BYTES).hex()


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


def store(folder: Path, secret: bytes) -> None:
    """Write both key files with the open slot, durably, and read them back."""
    slots = {"open": {"secret": secret.hex()}}
    body = {"format": FORMAT, "version": VERSION, "slots": slots, "sum": _sum(slots)}
    text = json.dumps(body, indent=2, sort_keys=True) + "\n"
    for name in reversed(NAMES):
        _write(folder / name, text)
        if _secret_in(folder / name) != secret:
            raise DiskFailedError


def load(folder: Path) -> bytes:
    """The secret, from `keys.json` or else from its copy.

    Raises:
        KeyLostError: Neither file holds a usable secret.
    """
    found = [_secret_in(folder / name) for name in NAMES]
    secret = next((each for each in found if each is not None), None)
    if secret is None:
        raise KeyLostError(folder=folder)
    return secret


def mend(folder: Path) -> None:
    """Replace a lost or damaged key file by the other, whole one."""
    files = [folder / name for name in NAMES]
    whole = [file for file in files if _secret_in(file) is not None]
    for file in files:
        if whole and file not in whole:
            _write(file, whole[0].read_text("utf-8"))


def _secret_in(file: Path) -> bytes | None:
    try:
        body = json.loads(file.read_text("utf-8"))
        slots = body["slots"]
        secret = bytes.fromhex(slots["open"]["secret"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    whole = body.get("sum") == _sum(slots) and len(secret) == SECRET_BYTES
    return secret if whole else None


def _sum(slots: object) -> str:
    """Tells a damaged file from a whole one; it protects against nothing else."""
    return hashlib.sha256(json.dumps(slots, sort_keys=True).encode()).hexdigest()


def _write(file: Path, text: str) -> None:
    """Replace a file at once and durably, readable by its owner only."""
    fresh = file.with_name(file.name + ".new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
    sync_folder(file.parent)
