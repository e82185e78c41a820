"""Faults 5, 9, 16, 20 and 47: a full or pulled stick, odd backups, an update that is killed."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import backup, backup_file, judge, keys
from db.backup_folder import Occasion, is_whole
from db.check import check
from db.errors import DiskFullError
from db.folder import open_diary
from db.records import Everything, Put
from db.store import Store
from diary.backup_keeper import SECOND_NAME, Keeper
from diary.session import Session
from tests.cli.conftest import filled, run
from tests.cli.shared import Run
from tests.conftest import FakeClock
from tests.db.examples import NOTE, READING

__all__ = ["filled", "run"]

ROOT = Path(__file__).parents[2]
OLD = ROOT / "tests" / "db" / "stored" / "v1"
PROBLEM = 1


# A stick that is full, or pulled.


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB with the folder of the second place; mounting it needs root."""
    place = tmp_path / "stick"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    (place / SECOND_NAME).mkdir()
    yield place
    subprocess.run(["umount", "-l", place], check=False, capture_output=True)


def test_5_a_stick_that_fills_up_keeps_the_earlier_backups(
    store: Store, stick: Path, clock: FakeClock
) -> None:
    store.write([Put(READING), Put(NOTE)])
    keeper = Keeper(store, stick / SECOND_NAME)
    made = 0
    while (standing := keeper.daily(clock.now())).second_problem is None:
        made += 1
        clock.advance(days=1)
        assert made < 30, "the stick never filled up"

    assert isinstance(standing.second_problem, DiskFullError)
    assert (standing.problem, standing.last) == (None, clock.now())
    there = list((stick / SECOND_NAME).iterdir())
    assert made >= 1
    assert len(there) == made
    assert all(is_whole(file) for file in there)


def test_9_a_stick_that_is_pulled_is_harmless(store: Store, stick: Path, clock: FakeClock) -> None:
    keeper = Keeper(store, stick / SECOND_NAME)
    assert keeper.daily(clock.now()).second_there
    subprocess.run(["umount", stick], check=True)

    clock.advance(days=1)
    standing = keeper.daily(clock.now())

    assert not standing.second_there
    assert standing.problem is standing.second_problem is None
    assert standing.made
    assert list(stick.iterdir()) == [], "nothing is written to the disk below"


# A log of the present diary must not come back after a restore in the open window.


def test_16_nothing_of_the_present_diary_comes_back(
    session: Session, store: Store, clock: FakeClock, folder: Path, qtbot: QtBot
) -> None:
    store.write([Put(READING)])
    saved = Keeper(store).before(Occasion.DAILY, clock.now())
    for value in range(10):
        store.write([Put(replace(READING, value=value)), Put(NOTE)])
    assert (folder / "diary.db-wal").stat().st_size > 0
    clock.advance(minutes=1)

    with qtbot.waitSignal(session.restoring.restored, timeout=10_000):
        session.restoring.restore(saved)

    assert store.readings(READING.day, READING.day) == [READING]
    assert store.note(NOTE.day) is None
    assert sum(store.counts().values()) == backup_file.read(saved).rows
    assert check(store) == []


# An update.


def everything(folder: Path) -> Everything:
    with closing(open_diary(folder, create=False)) as store:
        assert check(store) == []
        return store.everything()


UPDATE = (
    "import sys; from pathlib import Path; from db.folder import open_diary; print(flush=True);"
)
UPDATE += "open_diary(Path(sys.argv[1]), create=False).close()"


def test_20_an_update_that_is_killed_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    shutil.copytree(OLD, tmp_path / "whole")
    wanted = everything(tmp_path / "whole")
    chance = random.Random(20261122)
    schemas = set()
    for number in range(12):
        folder = tmp_path / str(number)
        shutil.copytree(OLD, folder)
        command = [sys.executable, "-c", UPDATE, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(chance.uniform(0, 0.5))
            child.kill()

        schemas.add(judge.schema_of(folder / "diary.db", keys.database_key(keys.load(folder))))
        assert all(is_whole(file) for file in folder.glob("backups/*.scdiary"))
        assert everything(folder) == wanted
    assert schemas <= {1, 2}


def test_20_a_new_schema_is_never_there_without_a_backup_of_the_old(tmp_path: Path) -> None:
    shutil.copytree(OLD, tmp_path / "diary")
    everything(tmp_path / "diary")

    (kept,) = (tmp_path / "diary" / "backups").glob("before update *.scdiary")
    assert backup_file.verify(kept).schema == 1


# Backups that are not what they should be.


@pytest.fixture
def saved(filled: Path, tmp_path: Path) -> Path:
    file = tmp_path / "saved.scdiary"
    with closing(open_diary(filled)) as store:
        backup.make(store, file, FakeClock().now())
        store.write([Put(NOTE)])
    return file


def remove(file: Path) -> None:
    file.unlink()


def empty(file: Path) -> None:
    file.write_bytes(b"")


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def replace_by_a_letter(file: Path) -> None:
    file.write_bytes(b"Dear doctor")


@pytest.mark.parametrize("fault", [remove, empty, truncate, replace_by_a_letter])
def test_47_what_is_no_backup_changes_nothing(
    run: Run, filled: Path, saved: Path, fault: Callable[[Path], None]
) -> None:
    fault(saved)
    before = everything(filled)

    code, out, err = run("restore", saved)

    assert (code, out) == (PROBLEM, "")
    assert saved.name in err
    assert err.count("\n") == 1
    assert everything(filled) == before


def test_47_another_person_s_backup_can_be_undone(run: Run, filled: Path, tmp_path: Path) -> None:
    before = everything(filled)
    with closing(open_diary(tmp_path / "other")) as other:
        other.write([Put(NOTE)])
        backup.make(other, tmp_path / "theirs.scdiary", FakeClock().now())

    assert run("restore", tmp_path / "theirs.scdiary")[0] == 0
    assert everything(filled).notes == (NOTE,)

    (kept,) = filled.glob("backups/before restore *.scdiary")
    assert run("restore", kept)[0] == 0
    assert everything(filled) == before


def test_47_an_older_schema_is_brought_forward(run: Run, filled: Path, tmp_path: Path) -> None:
    shutil.copytree(OLD, tmp_path / "old")
    wanted = everything(tmp_path / "old")
    (old,) = (tmp_path / "old" / "backups").glob("*.scdiary")

    assert run("restore", old)[0] == 0
    assert everything(filled) == wanted


def test_47_a_restore_on_a_full_disk_leaves_the_present_diary(
    run: Run, filled: Path, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(filled)

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "pack", full)
    code, _out, err = run("restore", saved)

    assert code == PROBLEM
    assert "disk is full" in err
    assert everything(filled) == before
