"""Killed at any point, the diary has no photo without its picture, and no picture stays unused."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db.check import check
from db.folder import open_diary
from db.photos import NAME
from db.records import Put
from tests.db.photo_writer import POINTS
from tests.pictures import kept, photo

ROOT = Path(__file__).parents[2]


def started(folder: Path, *point: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.db.photo_writer", str(folder), *point]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def assert_sound(folder: Path, acknowledged: set[str]) -> set[str]:
    """No reference leads nowhere, nothing acknowledged is lost, orphans go at the next start."""
    store = open_diary(folder, create=False)
    known = {one.id for one in store.photos("day", "2026-11-20")}
    assert store.without_picture() == []
    assert acknowledged <= known
    assert len(known - acknowledged) <= 1

    store.sweep()

    assert store.pictures.ids() == known
    assert all(store.picture(each) for each in known)
    one = photo()
    store.write([Put(one)], [(one.id, kept())])
    assert store.picture(one.id) == kept()
    assert check(store) == []
    store.close()
    return known


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_point_between(folder: Path, point: str) -> None:
    open_diary(folder).close()

    with started(folder, point) as child:
        assert child.stdout is not None
        assert child.stdout.read() == ""
    assert child.returncode == -9

    known = assert_sound(folder, set())
    assert len(known) == (point == "after both")


def kills(folder: Path, number: int) -> None:
    open_diary(folder).close()
    chance = random.Random(20261122)
    for _run in range(number):
        before = open_diary(folder)
        there = {one.id for one in before.photos("day", "2026-11-20")}
        before.close()
        with started(folder) as child:
            assert child.stdout is not None
            first = child.stdout.readline()
            time.sleep(chance.uniform(0, 0.1))
            child.kill()
            said = (first + child.stdout.read()).split("\n")
        acknowledged = {line for line in said if len(line) == 36}
        assert acknowledged
        assert_sound(folder, there | acknowledged)


def test_killed_at_3_moments(folder: Path) -> None:
    kills(folder, 3)


@pytest.mark.slow
def test_killed_at_60_moments(folder: Path) -> None:
    kills(folder, 60)


def test_a_file_made_by_halves_is_not_taken_for_one(folder: Path) -> None:
    open_diary(folder).close()
    with started(folder, "before its name is durable") as child:
        child.wait()

    assert (folder / NAME).exists()
    assert_sound(folder, set())
