"""What stands on whole pages of a damaged diary comes back; the rest is named."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from db import keys
from db.check import check
from db.engine import Database
from db.errors import DiaryError, DiskFullError
from db.folder import DB_NAME, open_diary
from db.read import Reader
from db.records import Everything, Put, Sore, SoreDay, key_of
from db.salvage import Salvaged, salvage
from diary.demo import sample

PAGE = 4096
SAMPLE = sample(days=500)
SORES = SAMPLE.of(Sore)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A diary of 500 days."""
    folder = tmp_path_factory.mktemp("whole") / "diary"
    with closing(open_diary(folder)) as store:
        store.write([Put(record) for record in SAMPLE.records()])
    return folder


def damaged(whole: Path, folder: Path, pages: list[int]) -> Path:
    shutil.copytree(whole, folder)
    content = bytearray((folder / DB_NAME).read_bytes())
    for page in pages:
        content[page * PAGE + 100] ^= 1
    (folder / DB_NAME).write_bytes(content)
    return folder / DB_NAME


def saved(file: Path) -> tuple[Salvaged, Everything]:
    target = file.with_name("new.db")
    found = salvage(file, keys.database_key(keys.load(file.parent)), target)
    return found, everything(target)


def everything(file: Path) -> Everything:
    with closing(Database(file, keys.database_key(keys.load(file.parent)))) as database:
        reader = Reader(database)
        assert check(reader) == []
        return reader.everything()


def count(whole: Path) -> int:
    return (whole / DB_NAME).stat().st_size // PAGE


def test_a_whole_diary_comes_over_whole(whole: Path, tmp_path: Path) -> None:
    found, content = saved(damaged(whole, tmp_path / "copy", []))

    assert found.lost == ()
    assert content == everything(whole / DB_NAME)
    assert found.rows == len(list(content.records()))


@pytest.mark.parametrize("seed", range(6))
def test_a_lost_page_costs_no_more_than_itself(whole: Path, tmp_path: Path, seed: int) -> None:
    """A page of 4 KiB holds some 60 readings; the diary has thousands."""
    page = random.Random(seed).randrange(2, count(whole))
    original = everything(whole / DB_NAME)

    found, content = saved(damaged(whole, tmp_path / "copy", [page]))

    here, there = set(map(key_of, original.records())), set(map(key_of, content.records()))
    assert there <= here
    assert len(there) >= len(here) - 400
    missing = {key for key in here - there if key[0] is not SoreDay}
    named = {name for _, name in found.lost}
    assert "" in named or {first for _, first, _ in missing} <= named


def test_many_lost_pages_leave_the_others(whole: Path, tmp_path: Path) -> None:
    """Given 5 lost pages of 100 of them, at least 85 of 100 rows are there (some pages lead to
    others)."""
    pages = random.Random(7).sample(range(20, count(whole)), count(whole) // 20)
    original = sum(1 for _ in everything(whole / DB_NAME).records())

    found, content = saved(damaged(whole, tmp_path / "copy", pages))

    assert found.lost
    assert sum(1 for _ in content.records()) > original * 0.85


def test_a_cut_off_file_gives_what_is_left(whole: Path, tmp_path: Path) -> None:
    file = damaged(whole, tmp_path / "copy", [])
    content = file.read_bytes()
    file.write_bytes(content[: len(content) * 3 // 4 // PAGE * PAGE])

    found, left = saved(file)

    assert found.lost
    assert left.readings


@pytest.mark.parametrize("content", [b"", b"garbage" * 4096, bytes(PAGE * 3)])
def test_without_its_first_page_nothing_can_be_read(
    whole: Path, tmp_path: Path, content: bytes
) -> None:
    file = damaged(whole, tmp_path / "copy", [])
    file.write_bytes(content)
    target = file.with_name("new.db")

    with pytest.raises(DiaryError):
        salvage(file, keys.database_key(keys.load(file.parent)), target)
    assert not target.exists()


def test_a_child_whose_parent_is_lost_is_named(whole: Path, tmp_path: Path) -> None:
    """Given a record whose parent's row is gone though its own page is whole."""
    folder = tmp_path / "copy"
    shutil.copytree(whole, folder)
    file, key = folder / DB_NAME, keys.database_key(keys.load(folder))
    with closing(Database(file, key)) as database, database.writing() as connection:
        connection.execute("COMMIT")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        (gone,) = connection.execute("SELECT sore FROM sore_day LIMIT 1").fetchone()
        connection.execute("DELETE FROM sore WHERE id = ?", (gone,))

    found, content = saved(file)

    assert ("sore_day", gone) in found.lost
    assert gone not in {each.sore for each in content.of(SoreDay)}


def test_a_row_that_its_table_forbids_is_named_and_costs_no_other(
    whole: Path, tmp_path: Path
) -> None:
    """Given a row that another program put there."""
    folder = tmp_path / "copy"
    shutil.copytree(whole, folder)
    file, key = folder / DB_NAME, keys.database_key(keys.load(folder))
    with closing(Database(file, key)) as database, database.writing() as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("UPDATE sore SET healed = '0001-01-01' WHERE id = ?", (SORES[0].id,))

    found, content = saved(file)

    assert ("sore", SORES[0].id) in found.lost
    assert len(content.of(Sore)) == len(SORES) - 1


def test_a_disk_that_fills_up_leaves_no_half_diary(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = damaged(whole, tmp_path / "copy", [])
    target = file.with_name("new.db")

    def full_disk(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.salvage.set_journal", full_disk)
    with pytest.raises(DiskFullError):
        salvage(file, keys.database_key(keys.load(file.parent)), target)
    assert not target.exists()
