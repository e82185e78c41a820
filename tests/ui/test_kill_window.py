"""`kill -9` of the window right after it said saved: nothing that was said may be lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from db.check import check
from db.folder import open_diary

ROOT = Path(__file__).resolve().parent.parent.parent


def acknowledged_until_killed(folder: Path, seconds: float) -> list[tuple[date, int]]:
    """Run the window, kill it some time after its first entry; what it had said was saved."""
    command = [sys.executable, "-m", "tests.ui.window_child", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment
    ) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline()]
        time.sleep(seconds)
        child.kill()
        lines += child.stdout.readlines()
    pairs = [line.split() for line in lines if line.endswith("\n")]
    return [(date.fromisoformat(day), int(value)) for day, value in pairs]


def lost(folder: Path, said: list[tuple[date, int]]) -> list[date]:
    """The days whose last acknowledged value is not in the reopened diary."""
    store = open_diary(folder / "diary", create=False)
    assert check(store) == []
    kept = {day: store.reading(day, "skin.itch") for day, _value in said}
    store.close()
    last = dict(said)
    newest = said[-1][0]
    return [
        day
        for day, value in last.items()
        if (reading := kept[day]) is None or (reading.value != value and day != newest)
    ]


@pytest.mark.parametrize("point", range(2))
def test_nothing_that_was_said_saved_is_lost(tmp_path: Path, point: int) -> None:
    said = acknowledged_until_killed(tmp_path, random.Random(point).uniform(0, 0.3))
    assert said
    assert lost(tmp_path, said) == []


@pytest.mark.slow
def test_nothing_is_lost_at_a_hundred_points(tmp_path: Path) -> None:
    entries = 0
    for point in range(100):
        folder = tmp_path / str(point)
        said = acknowledged_until_killed(folder, random.Random(point).uniform(0, 0.5))
        assert lost(folder, said) == []
        entries += len(said)
    print(f"window: 100 kills, {entries} acknowledged entries, 0 lost")
