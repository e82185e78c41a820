"""Faults 15 and 16: a write-ahead log that is cut off, garbage, or another diary's."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from db.check import check
from db.errors import DamagedError
from db.folder import DB_NAME, open_diary
from db.records import Everything
from tests.faults.works import a_few_days, entry

LOG = DB_NAME + "-wal"
HEAD, FRAME = 32, 24 + 4096
"""Bytes in the beginning of a log, and in each of its pages."""

SAVES = range(10, 14)


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """A folder as a crash leaves it: a few saves are in the log only."""
    folder = tmp_path / "diary"
    a_few_days(folder)
    store = open_diary(folder)
    for number in SAVES:
        store.write(entry(number))
    copy = shutil.copytree(folder, tmp_path / "crashed")
    store.close()
    return copy


def copy_with(crashed: Path, log: bytes) -> Path:
    """The folder with another log."""
    copy = crashed.with_name("with-log")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(crashed, copy, ignore=shutil.ignore_patterns("*-shm"))
    (copy / LOG).write_bytes(log)
    return copy


def held(folder: Path) -> Everything:
    store = open_diary(folder, create=False)
    assert check(store) == []
    found = store.everything()
    store.close()
    return found


def whole_saves(crashed: Path) -> list[Everything]:
    """The diary as it is without any of the saves, with the first, the first two ..."""
    folder = copy_with(crashed, b"")
    found = [held(folder)]
    for number in SAVES:
        store = open_diary(folder)
        store.write(entry(number))
        store.close()
        found.append(held(folder))
    return found


def test_15_a_log_that_is_cut_off_gives_whole_saves_only(crashed: Path) -> None:
    log = (crashed / LOG).read_bytes()
    wanted = whole_saves(crashed)
    cuts = random.Random(1).sample(range(len(log)), 20)
    cuts += range(HEAD, len(log) + 1, FRAME * 3)

    found = [wanted.index(held(copy_with(crashed, log[:cut]))) for cut in sorted(cuts)]

    assert found == sorted(found)
    assert found[0] == 0
    assert held(copy_with(crashed, log)) == wanted[-1]


def test_15_a_damaged_page_of_the_log_ends_it(crashed: Path) -> None:
    log = (crashed / LOG).read_bytes()
    wanted = whole_saves(crashed)
    for place in random.Random(2).sample(range(len(log)), 20):
        body = bytearray(log)
        body[place] ^= 0x40
        assert held(copy_with(crashed, bytes(body))) in wanted


@pytest.mark.parametrize("length", [1, HEAD, 5_000, 100_000])
def test_15_garbage_is_no_log(crashed: Path, length: int) -> None:
    garbage = random.Random(3).randbytes(length)
    assert held(copy_with(crashed, garbage)) == whole_saves(crashed)[0]


def test_15_another_diary_s_log_changes_nothing(crashed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    a_few_days(other)
    store = open_diary(other)
    store.write(entry(30))
    folder = copy_with(crashed, (other / LOG).read_bytes())
    store.close()
    before = (folder / DB_NAME).read_bytes()

    with pytest.raises(DamagedError, match="Nothing was changed"):
        open_diary(folder)

    assert (folder / DB_NAME).read_bytes() == before
    (folder / LOG).unlink()
    assert held(folder) == whole_saves(crashed)[0]


def test_16_the_diary_s_own_older_log_changes_nothing(crashed: Path) -> None:
    """As one that a stick or a cloud folder brings back after the diary was closed."""
    log = (crashed / LOG).read_bytes()
    wanted = whole_saves(crashed)[-1]
    assert held(crashed) == wanted
    store = open_diary(crashed)
    store.close()
    (crashed / LOG).write_bytes(log)

    assert held(crashed) == wanted
