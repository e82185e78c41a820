"""A sample diary in a folder of its own: encrypted, and gone when it is left."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from db.records import Attack
from diary import startup
from diary.jobs import Stop, StoppedError
from diary.trying import BEGINS, DAYS, set_aside, sweep

TODAY = date(2026, 11, 22)
pytestmark = pytest.mark.usefixtures("temporary")
LEAVES_ONE = """
import os
from datetime import date
from diary import startup
from diary.jobs import Stop
from diary.trying import set_aside
print(set_aside(date(2026, 11, 22), Stop()).place, flush=True)
os.abort()
"""


class StopAfter(Stop):
    """Wanted no more at a later step."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self._left = steps

    def step(self) -> None:
        self._left -= 1
        if self._left == 0:
            self.set()
        super().step()


def test_it_ends_yesterday_so_that_today_can_be_tried() -> None:
    aside = set_aside(TODAY, Stop())
    yesterday = TODAY - timedelta(days=1)
    span = aside.store.span()
    days = aside.store.recorded_days(date.min, date.max)
    aside.clear()

    assert span is not None
    assert span[1] == yesterday
    assert DAYS * 0.7 < len(days) <= DAYS


def test_it_is_encrypted_and_for_nobody_else() -> None:
    aside = set_aside(TODAY, Stop())
    first_bytes = (aside.diary / "diary.db").read_bytes()[:16]
    mode = aside.place.stat().st_mode & 0o777
    attacks = aside.store.attacks(date.min, date.max)
    aside.clear()

    assert first_bytes != b"SQLite format 3\0"
    assert mode == 0o700 or os.name == "nt"
    assert isinstance(attacks[0], Attack)


@pytest.mark.parametrize("steps", [1, 2])
def test_stopped_nothing_is_left(steps: int) -> None:
    with pytest.raises(StoppedError):
        set_aside(TODAY, StopAfter(steps))


def test_what_cannot_be_made_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.store.Store.write", _full)
    with pytest.raises(OSError, match="full"):
        set_aside(TODAY, Stop())


def _full(*_given: object) -> None:
    raise OSError(28, "full")


def test_what_a_killed_program_left_goes_at_the_next_start(temporary: Path) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", LEAVES_ONE],
        env={**os.environ, "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert Path(killed.stdout.strip()).is_dir(), killed.stderr
    startup._sweep()


def test_a_sample_in_use_is_not_swept() -> None:
    aside = set_aside(TODAY, Stop())
    sweep()
    is_there = aside.diary.is_dir()
    aside.clear()

    assert is_there
    assert aside.place.name.startswith(BEGINS)
