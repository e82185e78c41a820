"""Fault 2: the power goes at any moment; what was not synced is lost, torn, or out of order."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import totals
from tests.faults.disk import Disk, Name, Said, Size, Sync, Write
from tests.faults.nursling import STRACE, Nursery
from tests.faults.recorded import OPTIONS, Recording
from tests.faults.sweep import Ground, Tally
from tests.faults.works import WORKS

STATES = {"save, edit, delete, undo": 6_000, "photos": 2_000, "passphrase": 600}
"""How many states are tried of a work; of the others, fewer."""

traced = pytest.mark.skipif(STRACE is None, reason="strace is not installed")


def replayed(ground: Ground, work: str, nursery: Nursery, wanted: int) -> Tally:
    """Let the power go `wanted` times, as often after each event of a work."""
    recording = Recording(ground.fresh())
    disk = recording.disk()
    log = recording.folder.parent / "log"
    nursery.record(work, recording.folder, log, *OPTIONS)
    events = list(recording.events(log.read_text("utf-8")))
    tally, chance, seen = Tally(), random.Random(20261122), set[int]()
    said = 0
    for number, event in enumerate(events, 1):
        disk.take(event)
        said += isinstance(event, Said)
        for _try in range(wanted * number // len(events) - tally.points):
            left = disk.left(chance)
            tally.points += 1
            tally.acknowledged += said
            if (state := hash((said, *sorted(left.items())))) not in seen:
                seen.add(state)
                tally.wrong += [f"{work}, event {number}: {e}" for e in ground.judged(left, said)]
    return tally


@traced
@pytest.mark.parametrize("work", WORKS)
def test_2_the_power_goes_at_some_moments(work: str, nursery: Nursery, in_memory: Path) -> None:
    ground = Ground(nursery, work, in_memory / "ground")
    tally = replayed(ground, work, nursery, 12)
    assert tally.wrong == []
    assert tally.points == 12


@traced
@pytest.mark.slow
@pytest.mark.parametrize("work", WORKS)
def test_2_the_power_goes_at_any_moment(work: str, nursery: Nursery, in_memory: Path) -> None:
    ground = Ground(nursery, work, in_memory / "ground")
    tally = replayed(ground, work, nursery, STATES.get(work, 400))
    totals.add(totals.POWER, tally)
    assert tally.wrong == []


def test_2_what_is_not_synced_may_be_lost_and_what_is_may_not() -> None:
    disk = Disk({"a": 1}, {1: b"old" + bytes(1021)})
    for event in (Write(1, 0, b"new"), Sync(1), Write(1, 512, b"more"), Name("b", 2), Size(2, 9)):
        disk.take(event)
    chance = random.Random(1)
    found = [disk.left(chance) for _ in range(100)]

    assert all(left["a"].startswith(b"new") for left in found)
    assert {left["a"][512:516] for left in found} == {bytes(4), b"more"}
    assert {left.get("b") for left in found} == {None, b"", bytes(9)}


def test_2_a_write_is_torn_at_512_bytes() -> None:
    disk = Disk({"a": 1}, {1: bytes(2048)})
    disk.take(Write(1, 500, b"x" * 1000))
    chance = random.Random(1)
    found = {disk.left(chance)["a"].count(b"x") for _ in range(1_000)}

    assert found == {0, 12, 476, 488, 512, 524, 988, 1000}


def test_2_a_program_that_does_not_sync_would_be_found_out(
    nursery: Nursery, in_memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if STRACE is None:
        pytest.skip("strace is not installed")
    work = "save, edit, delete, undo"
    ground = Ground(nursery, work, in_memory / "ground")
    take = Disk.take
    monkeypatch.setattr(Disk, "take", lambda disk, e: isinstance(e, Sync) or take(disk, e))

    assert replayed(ground, work, nursery, 30).wrong
