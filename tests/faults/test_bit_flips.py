"""Fault 13: one flipped bit, anywhere in the diary, its pictures or a backup, is found."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import pytest

from db import backup
from db.backup_file import verify
from db.check import check
from db.errors import DiaryError
from db.folder import DB_NAME, open_diary
from db.photos import NAME as PICTURES
from tests.faults import totals
from tests.faults.sweep import Tally
from tests.faults.works import NOW, a_few_days, add_photo

ENDS = [*range(0, 100 * 8, 25), *range(-200 * 8, 0, 51)]
"""Bits of a file's first and last bytes, which are unlike the rest of it."""


@pytest.fixture
def whole(in_memory: Path) -> Path:
    """A folder with a diary, its pictures and a backup of both."""
    folder = in_memory / "diary"
    a_few_days(folder)
    store = open_diary(folder)
    add_photo(store, 1)
    backup.make(store, folder / "some.scdiary", NOW, pictures=True)
    store.close()
    return folder


def finds_damage(folder: Path) -> bool:
    """Whether opening the diary or its checks say that something is wrong."""
    try:
        store = open_diary(folder, create=False)
    except DiaryError:
        return True
    try:
        return check(store) != []
    finally:
        with suppress(DiaryError):
            store.close()


def refuses_backup(folder: Path) -> bool:
    """Whether a backup is not taken for a whole one."""
    try:
        verify(folder / "some.scdiary")
    except DiaryError:
        return True
    return False


FILES: dict[str, Callable[[Path], bool]] = {
    DB_NAME: finds_damage,
    PICTURES: finds_damage,
    "some.scdiary": refuses_backup,
}


def flip(file: Path, bit: int) -> bytes:
    """Turn one bit over; the bytes that are there then."""
    body = bytearray(file.read_bytes())
    body[bit // 8] ^= 1 << bit % 8
    file.write_bytes(body)
    return bytes(body)


def flips(folder: Path, name: str, bits: Iterable[int]) -> Tally:
    """Flip each of the bits in a copy of its own; looking changes nothing."""
    tally = Tally()
    for bit in bits:
        copy = shutil.copytree(folder, folder.with_name("flipped"))
        before = flip(copy / name, bit)
        tally.points += 1
        if not FILES[name](copy):
            tally.wrong.append(f"{name}: bit {bit} is not found")
        if (copy / name).read_bytes() != before:
            tally.wrong.append(f"{name}: bit {bit}: the file was changed")
        shutil.rmtree(copy)
    return tally


def some_bits(file: Path, number: int) -> list[int]:
    return random.Random(20261122).sample(range(file.stat().st_size * 8), number)


@pytest.mark.parametrize("name", FILES)
def test_13_a_few_flips_are_found(whole: Path, name: str) -> None:
    tally = flips(whole, name, [*ENDS, *some_bits(whole / name, 20)])
    assert tally.wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_13_a_thousand_flips_are_found(whole: Path, name: str) -> None:
    tally = flips(whole, name, some_bits(whole / name, 1_000))
    totals.add(totals.FLIPPED, tally)
    assert tally.wrong == []
