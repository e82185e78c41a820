"""Whatever was acknowledged before `kill -9` is there afterwards, and nothing by halves."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from db.check import check
from db.errors import NoDiaryError
from db.folder import open_diary

ROOT = Path(__file__).parents[2]


def killed(folder: Path, run: int, delay: float, *, wait: bool) -> list[str]:
    """What a writer said that lived for `delay` seconds (`wait`: after its first word)."""
    command = [sys.executable, "-m", "tests.db.writer", str(folder), str(run)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        first = child.stdout.readline() if wait else ""
        time.sleep(delay)
        child.kill()
        said = first + child.stdout.read()
    return [line for line in said.splitlines(keepends=True) if line.endswith("\n")]


def run_once(folder: Path, run: int, delay: float) -> int:
    said = [line.strip() for line in killed(folder, run, delay, wait=True)]
    store = open_diary(folder, create=False)
    present = {reading.field for reading in store.readings(date.min, date.max)}
    attacks = {attack.id for attack in store.attacks(date.min, date.max)}
    problems = check(store)
    store.close()

    put = {line[1:] for line in said if line.startswith("+")}
    removed = {line[1:] for line in said if line.startswith("-")}
    mine = {name for name in present if name.startswith(f"{run}.")}
    mine_attacks = {name for name in attacks if name.startswith(f"{run}.")}
    assert problems == []
    assert put <= mine_attacks, "an acknowledged attack is lost"
    assert len(mine_attacks - put) <= 1, "only the last write may go unsaid"
    last = f"{run}.{len(put) - 1}"
    assert put - removed - {last} <= mine, "an acknowledged reading is lost"
    assert not (removed & mine), "a removed reading came back"
    assert mine <= mine_attacks, "half a write"
    return len(said)


def kills(folder: Path, number: int) -> None:
    open_diary(folder).close()
    chance = random.Random(20261122)
    acknowledged = sum(run_once(folder, run, chance.uniform(0, 0.05)) for run in range(number))
    assert acknowledged >= number


def test_nothing_acknowledged_is_lost_in_5_kills(folder: Path) -> None:
    kills(folder, 5)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_in_200_kills(folder: Path) -> None:
    kills(folder, 200)


def create_and_kill(folder: Path, delay: float) -> None:
    """Killed while it is made, a diary opens at the next try."""
    killed(folder, 0, delay, wait=False)
    store = open_diary(folder)
    assert check(store) == []
    store.close()
    with pytest.raises(NoDiaryError):
        open_diary(folder.with_name("never made"), create=False)


@pytest.mark.slow
@pytest.mark.parametrize("step", range(30))
def test_a_creation_killed_at_any_moment_locks_nobody_out(folder: Path, step: int) -> None:
    create_and_kill(folder, 0.2 + step * 0.02)
