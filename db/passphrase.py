"""The passphrase slot: the diary's secret, sealed under what only the patient knows.

Argon2id (RFC 9106, its second recommended choice: 64 MiB, 3 passes, 4 lanes) makes a key of the
passphrase, AES-256-GCM seals the secret under it. Loaded only for a diary that has a passphrase,
because the library of ciphers takes longer to load than a diary to open.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

MEMORY_KIB, PASSES, LANES = 64 * 1024, 3, 4
_MOST = {"memory_kib": 1024 * 1024, "passes": 20, "lanes": 16}
"""A slot that asks for more was not written by any diary: it would only keep the computer busy."""

_SALT_BYTES, _NONCE_BYTES, _KEY_BYTES = 16, 12, 32
_LENGTHS = {"salt": _SALT_BYTES, "nonce": _NONCE_BYTES, "sealed": 16 + 16}
"""The bytes of each part; what is sealed is the secret, and the seal's own 16."""

Slot = Mapping[str, Any]


def sealed(secret: bytes, passphrase: str) -> dict[str, Any]:
    """A slot that gives the secret back to whoever knows the passphrase.

    Raises:
        ValueError: The passphrase is empty.
    """
    if not passphrase:
        message = "an empty passphrase protects nothing"
        raise ValueError(message)
    slot: dict[str, Any] = {
        "kdf": "argon2id",
        "memory_kib": MEMORY_KIB,
        "passes": PASSES,
        "lanes": LANES,
        "salt": secrets.token_hex(_SALT_BYTES),
    }
    nonce = secrets.token_bytes(_NONCE_BYTES)
    box = AESGCM(_key(slot, passphrase)).encrypt(nonce, secret, _about(slot))
    return {**slot, "nonce": nonce.hex(), "sealed": box.hex()}


def unsealed(slot: Slot, passphrase: str) -> bytes | None:
    """The secret; None where the passphrase is another one.

    Raises:
        ValueError: Not a slot that this program writes.
    """
    nonce, box = bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["sealed"])
    try:
        return AESGCM(_key(slot, passphrase)).decrypt(nonce, box, _about(slot))
    except InvalidTag:
        return None


def is_slot(found: object) -> bool:
    """Whether it has the parts of a slot, with settings that a computer can bear."""
    if not isinstance(found, dict) or found.get("kdf") != "argon2id":
        return False
    return _bearable(found) and all(_is_hex(found.get(part), n) for part, n in _LENGTHS.items())


def _bearable(found: Slot) -> bool:
    counts = all(
        type(found.get(part)) is int and 1 <= found[part] <= most for part, most in _MOST.items()
    )
    return counts and found["memory_kib"] >= 8 * found["lanes"]


def _is_hex(found: object, length: int) -> bool:
    """Whether it is so many bytes in hex."""
    try:
        return isinstance(found, str) and len(bytes.fromhex(found)) == length
    except ValueError:
        return False


def _key(slot: Slot, passphrase: str) -> bytes:
    """The same passphrase typed on another keyboard is the same one: NFC, then UTF-8."""
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    made = Argon2id(
        salt=bytes.fromhex(slot["salt"]),
        length=_KEY_BYTES,
        iterations=slot["passes"],
        lanes=slot["lanes"],
        memory_cost=slot["memory_kib"],
    )
    return made.derive(typed)


def _about(slot: Slot) -> bytes:
    """What the seal also covers: nobody can weaken the settings unnoticed."""
    settings = {part: slot[part] for part in ("kdf", "memory_kib", "passes", "lanes", "salt")}
    return json.dumps(settings, sort_keys=True).encode()
