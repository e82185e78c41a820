"""Faults 36 and 37: hostile zips and backups are refused in under 2 seconds and 200 MB."""

from __future__ import annotations

import io
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from db import backup_file, keys
from db.keys import KEYS_NAME
from diary.demo import sample
from diary.exchange import csv_in
from diary.exchange.content import BadFileError
from tests.exchange.diaries import exported, read_back
from tests.exchange.test_json_in import MEASURED, SLOW_MACHINE

MEGABYTE = 1_000_000
ROW = b'2026-01-31,skin.tightness,4,"2026-01-31T20:15:00+00:00"\r\n'


def zipped(name: str, content: bytes, times: int, *, compression: int = ZIP_DEFLATED) -> bytes:
    """An export in which one table holds some bytes very often."""
    stream = io.BytesIO()
    with (
        ZipFile(io.BytesIO(exported(sample(days=1), "csv"))) as whole,
        ZipFile(stream, "w", compression, compresslevel=1) as made,
    ):
        for each in whole.namelist():
            if each != name:
                made.writestr(each, whole.read(each))
        with made.open(name, "w", force_zip64=True) as member:
            member.write(whole.read(name).splitlines(keepends=True)[0])
            for _time in range(times):
                member.write(content)
    return stream.getvalue()


def lying() -> bytes:
    """A member that says it is small and unpacks to 190 MB."""
    content = bytearray(zipped("notes.csv", b"\0" * MEGABYTE, 190))
    with ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("notes.csv").file_size.to_bytes(4, "little")
    return bytes(content.replace(size, (1000).to_bytes(4, "little")))


def sealed(folder: Path) -> bytes:
    """A backup as its maker may seal it, with noise for a database."""
    keys.store(folder, keys.new_secret())
    database = folder / "diary.db"
    database.write_bytes(random.Random(1).randbytes(4096) * 48_000)
    parts = {KEYS_NAME: folder / KEYS_NAME, "diary.db": database}
    sums = {name: backup_file.sum_of(file) for name, file in parts.items()}
    about = backup_file.About(datetime.now(UTC), 2, 5, None, sums)
    backup_file.pack(parts, about, folder / "made")
    return (folder / "made").read_bytes()


HOSTILE: dict[str, Callable[[Path], bytes]] = {
    "a bomb": lambda _folder: zipped("notes.csv", b"\0" * MEGABYTE, 3000),
    "a bomb below the limit": lambda _folder: zipped("notes.csv", b"\0" * MEGABYTE, 190),
    "a lying bomb": lambda _folder: lying(),
    "201 MB of a table": lambda _folder: zipped(
        "notes.csv", bytes(range(10, 20)) * 100_000, 201, compression=ZIP_STORED
    ),
    "a quotation mark that is never closed": lambda _folder: zipped(
        "notes.csv", b'"' + b"a" * MEGABYTE, 150
    ),
    "the same reading a million times": lambda _folder: zipped("readings.csv", ROW * 10_000, 100),
    "a million columns": lambda _folder: zipped("readings.csv", b"," * MEGABYTE, 100),
    "as many columns as are read": lambda _folder: zipped("readings.csv", b"," * 11_900_000, 1),
    "as long a cell as is read": lambda _folder: zipped("notes.csv", b'"' + b"a" * 11_900_000, 1),
    "no zip at all": lambda _folder: b"PK\x03\x04" + bytes(201 * MEGABYTE),
    "no backup at all": lambda _folder: (
        b"PK\x03\x04" + bytes(26) + b"about.json" + bytes(201 * MEGABYTE)
    ),
    "a backup of noise": sealed,
}


def test_a_row_without_an_end_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_in, "LONGEST_ROW", 500)

    with pytest.raises(BadFileError, match=r"readings\.csv cannot be read at line 2: a row is too"):
        read_back(zipped("readings.csv", b"," * 600, 1), tmp_path)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures as Linux does")
@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_soon_and_in_little_memory(case: str, tmp_path: Path) -> None:
    file = tmp_path / "hostile"
    file.write_bytes(HOSTILE[case](tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "--diary", tmp_path / "d", "import", file],
        capture_output=True,
        text=True,
        check=False,
    )
    code, kilobytes, seconds = done.stdout.split()[-3:]

    assert code == "1", done.stdout
    assert int(kilobytes) < 200_000
    assert float(seconds) < 2 * SLOW_MACHINE
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "d").exists()
