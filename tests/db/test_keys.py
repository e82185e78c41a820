from __future__ import annotations

import errno
import json
import stat
import subprocess
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db import keys
from db.errors import DiskFailedError, KeyLostError
from db.folder import open_diary

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
    """Another derivation would lock every diary."""
    assert keys.database_key(SECRET) == rfc_5869(SECRET, b"scleroderma-diary database 1", 48).hex()


@pytest.mark.parametrize("secret", [b"", b"\x00", SECRET, bytes(64), bytes(range(200))])
@pytest.mark.parametrize("info", [b"", b"scleroderma-diary database 1", bytes(90)])
@pytest.mark.parametrize("length", [1, 31, 32, 33, 48, 64, 1000, 255 * 32])
def test_keys_are_derived_as_the_standard_says(secret: bytes, info: bytes, length: int) -> None:
    assert keys.derived(secret, info, length) == rfc_5869(secret, info, length)


def rfc_5869(secret: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt=None, info=info).derive(secret)


def test_opening_a_diary_loads_no_library_of_ciphers(tmp_path: Path) -> None:
    """It would cost a tenth of the start."""
    script = """
import sys, pathlib, db.folder
db.folder.open_diary(pathlib.Path(sys.argv[1])).close()
db.folder.open_diary(pathlib.Path(sys.argv[1]), create=False).close()
sys.exit("cryptography" in sys.modules)
"""
    command = [sys.executable, "-c", script, str(tmp_path)]
    root = Path(keys.__file__).parents[1]
    assert subprocess.run(command, check=False, cwd=root).returncode == 0


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
    found = keys.find(kept)
    assert found.secret == SECRET
    keys.mend(kept, found)
    assert first.read_text() == (kept / keys.COPY_NAME).read_text()


def test_two_lost_files_are_a_lost_key(kept: Path) -> None:
    (kept / keys.KEYS_NAME).write_text("{}")
    (kept / keys.COPY_NAME).unlink()
    with pytest.raises(KeyLostError):
        keys.load(kept)
    assert (kept / keys.KEYS_NAME).read_text() == "{}"


def test_keys_on_a_disk_that_cannot_be_read_are_not_called_lost(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: Path, *_how: object, **_more: object) -> None:
        raise OSError(errno.EIO, "the disk", str(file))

    monkeypatch.setattr(Path, "read_text", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)

    with pytest.raises(DiskFailedError):
        keys.load(kept)


@pytest.mark.parametrize("failing", range(8))
def test_a_disk_that_once_cannot_be_read_costs_no_key(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """Fault 3: mending from what could not be read would write over both files."""
    open_diary(folder).close()
    reads = count()

    def read(file: Path, coding: str) -> str:
        if file.name in keys.NAMES and next(reads) == failing:
            raise OSError(errno.EIO, "the disk", str(file))
        return file.read_bytes().decode(coding)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_text", read)
        with suppress(DiskFailedError):
            open_diary(folder).close()

    assert all((folder / name).read_text() == keys.text(folder) for name in keys.NAMES)
    open_diary(folder).close()


def test_what_an_interrupted_write_left_is_no_hindrance(kept: Path) -> None:
    (kept / (keys.KEYS_NAME + ".new")).write_text("half")
    keys.store(kept, keys.new_secret())
    assert keys.load(kept) != SECRET
