"""Faults 1, 20 and 29: `kill -9` at each call that writes, of everything that a diary is put to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import totals
from tests.faults.nursling import STRACE, WRITING, Nursery
from tests.faults.sweep import Ground
from tests.faults.works import WORKS

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")
KILL = "signal=KILL"


@pytest.mark.parametrize("work", WORKS)
def test_1_killed_at_some_calls_nothing_is_lost(
    work: str, nursery: Nursery, tmp_path: Path
) -> None:
    ground = Ground(nursery, work, tmp_path / "ground")
    points = list(ground.points(WRITING, KILL))
    tally = ground.killed(points[5 :: len(points) // 3])
    assert tally.wrong == []
    assert tally.points >= 2


@pytest.mark.slow
@pytest.mark.parametrize("work", WORKS)
def test_1_killed_at_each_call_nothing_is_lost(
    work: str, nursery: Nursery, in_memory: Path
) -> None:
    ground = Ground(nursery, work, in_memory / "ground")
    tally = ground.killed(list(ground.points(WRITING, KILL)))
    totals.add(totals.KILLED, tally)
    assert tally.wrong == []
