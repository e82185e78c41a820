from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from db import keys
from db.errors import KeyLostError

SECRET = bytes(range(16))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    keys.store(tmp_path, SECRET)
    return tmp_path


def test_both_files_hold_the_secret(kept: Path) -> None:
    assert keys.load(kept) == SECRET
    assert sorted(each.name for each in kept.iterdir()) == sorted(keys.NAMES)
    for name in keys.NAMES:
        assert stat.S_IMODE((kept / name).stat().st_mode) == 0o600


def test_secrets_are_random_and_keys_differ() -> None:
    secrets = {keys.new_secret() for _ in range(50)}
    assert len(secrets) == 50
    assert {len(secret) for secret in secrets} == {16}
    assert len({keys.database_key(secret) for secret in secrets}) == 50


def test_the_derived_key_never_changes() -> None:
    """Another derivation would lock every diary; the value is RFC 5869's, worked out apart."""
    import hashlib  # noqa: PLC0415 - the independent calculation
    import hmac  # noqa: PLC0415 - as above

    def mac(key: bytes, message: bytes) -> bytes:
        return hmac.new(key, message, hashlib.sha256).digest()

    info = b"scleroderma-diary database 1"
    root = mac(bytes(32), SECRET)
    first = mac(root, info + b"\x01")
    second = mac(root, first + info + b"\x02")
    assert keys.database_key(SECRET) == (first + second)[:48].hex()


def damages(text: str) -> dict[str, bytes]:
    body = json.loads(text)
    wrong_secret = json.dumps(body).replace(SECRET.hex(), "f" + SECRET.hex()[1:])
    return {
        "empty": b"",
        "half": text.encode()[: len(text) // 2],
        "not text": b"\xff\xfe\x00" * 40,
        "another shape": b"[1, 2]",
        "no slots": b"{}",
        "a changed digit": wrong_secret.encode(),
        "deep": b"[" * 100_000,
    }


@pytest.mark.parametrize("damage", list(damages(json.dumps({"slots": {}}))))
def test_the_copy_stands_in_for_a_damaged_file(kept: Path, damage: str) -> None:
    first = kept / keys.KEYS_NAME
    first.write_bytes(damages(first.read_text())[damage])
    assert keys.load(kept) == SECRET
    keys.mend(kept)
    assert first.read_text() == (kept / keys.COPY_NAME).read_text()


def test_two_lost_files_are_a_lost_key(kept: Path) -> None:
    (kept / keys.KEYS_NAME).write_text("{}")
    (kept / keys.COPY_NAME).unlink()
    with pytest.raises(KeyLostError):
        keys.load(kept)
    keys.mend(kept)
    assert (kept / keys.KEYS_NAME).read_text() == "{}"


def test_what_an_interrupted_write_left_is_no_hindrance(kept: Path) -> None:
    (kept / (keys.KEYS_NAME + ".new")).write_text("half")
    keys.store(kept, keys.new_secret())
    assert keys.load(kept) != SECRET
