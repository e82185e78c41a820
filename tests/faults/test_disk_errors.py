"""Fault 3: the disk gives an error at the n-th call, once and from then on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import totals
from tests.faults.nursling import READING, STRACE, WRITING, Nursery, Point
from tests.faults.sweep import Ground
from tests.faults.works import WORKS

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")
FAULTS = ("error=EIO", "error=EIO+", "error=ENOSPC", "error=ENOSPC+")
EACH = 12
"""So many-th points are tried, others for each fault: of all together, over a thousand."""

OWN_FILES_TOO = {"first start", "migration"}
"""These read the program's own files on the way, whose disk is not the diary's."""


def points(ground: Ground, work: str, fault: str) -> list[Point]:
    """A full disk can still be read."""
    reads = "EIO" in fault and work not in OWN_FILES_TOO
    return list(ground.points(WRITING + READING * reads, fault))


@pytest.mark.parametrize("work", WORKS)
def test_3_errors_at_some_calls_are_reported_and_lose_nothing(
    work: str, nursery: Nursery, tmp_path: Path
) -> None:
    ground = Ground(nursery, work, tmp_path / "ground")
    found = points(ground, work, "error=EIO")
    some = found[len(found) // 5 :: len(found) // 5][: len(FAULTS)]
    tally = ground.failing(
        [point._replace(fault=fault) for point, fault in zip(some, FAULTS, strict=True)]
    )
    assert tally.wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("work", WORKS)
def test_3_errors_at_many_calls_are_reported_and_lose_nothing(
    work: str, fault: str, nursery: Nursery, in_memory: Path
) -> None:
    ground = Ground(nursery, work, in_memory / "ground")
    tally = ground.failing(points(ground, work, fault)[FAULTS.index(fault) :: EACH])
    totals.add(totals.FAILING, tally)
    assert tally.wrong == []
