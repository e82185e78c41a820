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
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from db.durable import sync_folder
from db.errors import DiskFailedError, KeyLostError, PassphraseNeededError, WrongPassphraseError

KEYS_NAME = "keys.json"
COPY_NAME = "keys.copy.json"
NAMES = (KEYS_NAME, COPY_NAME)
OTHERS = "keys of another diary {}.json"
FORMAT = "scleroderma-diary-keys"
VERSION = 1
SECRET_BYTES = 16

_KEY_BYTES, SALT_BYTES = 32, 16
_DIARY = "diary"
"""Whose secret is sealed, in a slot: the first bytes of the database in hex, which all can read."""

_Whole = list[tuple[Path, dict[str, Any]]]


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
    return any(needs_passphrase(slots) for slots in _deciding(_whole(folder)))


def mixed(folder: Path) -> bool:
    """Whether the two key files are of different diaries, as far as that can be told.

    Raises:
        KeyLostError: Neither is whole.
    """
    return _are_of_two(_whole(folder))


class Found(NamedTuple):
    """The secret, with the slots that gave it: a second look at the disk might not see them."""

    secret: bytes
    slots: dict[str, Any]


def store(folder: Path, secret: bytes, passphrase: str | None = None) -> None:
    """Write both key files with the one slot that shall open the diary, durably; read them back.

    Killed at any point, either the slot from before or the new one opens the diary.

    Raises:
        DiskFailedError: What was written cannot be read back.
        OSError: The files cannot be written.
    """
    slots = _new_slots(secret, passphrase)
    for name in reversed(NAMES):
        _put(folder / name, slots, _name_of(secret))
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
    return next(each_found(folder, passphrase))


def each_found(folder: Path, passphrase: str | None = None) -> Iterator[Found]:
    """The secret of each key file that opens; they differ where one is another diary's.

    Raises:
        DiaryError: See `find`. After the last one, where a file stays closed.
    """
    whole = _whole(folder)
    if passphrase is None and all(needs_passphrase(slots) for slots in _deciding(whole)):
        raise PassphraseNeededError
    closed = False
    for _file, slots in whole:
        if secret := _opened(slots, passphrase):
            yield Found(secret, slots)
        else:
            closed = True
    if closed:
        raise PassphraseNeededError if passphrase is None else WrongPassphraseError


def adopt(folder: Path, other: Path) -> None:
    """Take over the key file of another folder, as it is.

    Raises:
        KeyLostError: It has none.
    """
    slots = _whole(other)[0][1]
    for file in _files(folder):
        _put(file, slots, _whose(slots))


def needs_passphrase(slots: dict[str, Any]) -> bool:
    """Whether the secret is sealed."""
    return "open" not in slots


def mend(folder: Path, found: Found) -> None:
    """Make both key files the one that opened the diary; sweep what a killed program left of one.

    That may hold in clear the secret that a passphrase has sealed since.
    """
    for file in _files(folder):
        _fresh(file).unlink(missing_ok=True)
        if _slots_in(file) != found.slots:
            _put(file, found.slots, _name_of(found.secret))


def _files(folder: Path) -> list[Path]:
    return [folder / name for name in NAMES]


def _name_of(secret: bytes) -> str:
    """By what a diary is known to whoever has not got its secret."""
    return salt(database_key(secret))


def _whose(slots: dict[str, Any]) -> str | None:
    """The name of the diary that the slots open; older programs did not write it."""
    if not needs_passphrase(slots):
        return _name_of(bytes.fromhex(slots["open"]["secret"]))
    name: str | None = slots["passphrase"].get(_DIARY)
    return name


def _are_of_two(whole: _Whole) -> bool:
    return len({_whose(slots) for _file, slots in whole}) > 1


def _deciding(whole: _Whole) -> list[dict[str, Any]]:
    """The slots that say whether there is a passphrase: the first, or both where one is foreign."""
    return [slots for _file, slots in (whole if _are_of_two(whole) else whole[:1])]


def _whole(folder: Path) -> _Whole:
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

    return {"passphrase": {**sealed(secret, passphrase), _DIARY: _name_of(secret)}}


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
    """The secret of one file's slots; None where no passphrase is given or it does not fit."""
    if not needs_passphrase(slots):
        return bytes.fromhex(slots["open"]["secret"])
    if passphrase is None:
        return None
    from db.passphrase import unsealed  # noqa: PLC0415 - see there

    return unsealed(slots["passphrase"], passphrase)


def _sum(slots: object) -> str:
    """Tells a damaged file from a whole one; it protects against nothing else."""
    return hashlib.sha256(json.dumps(slots, sort_keys=True).encode()).hexdigest()


def _fresh(file: Path) -> Path:
    """Where a key file is written before it takes its place."""
    return file.with_name(file.name + ".new")


def _put(file: Path, slots: dict[str, Any], ours: str | None) -> None:
    """Write a key file of the diary `ours`; another diary's that is there keeps all but its name.

    It may be the last one that opens that diary.
    """
    theirs = _slots_in(file)
    name = _whose(theirs) if theirs else None
    if name and ours and name != ours:
        file.replace(file.with_name(OTHERS.format(name[:8])))
    _write(file, written(slots))


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
