"""Goes through the points at which a fault may hit a work, and judges each folder that is left."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from db.errors import DiaryError
from tests.faults.disk import Left, write_out
from tests.faults.look import Between, states
from tests.faults.nursling import Nursery, Outcome, Point
from tests.faults.works import WORKS

_AGAIN = 10
"""After each so many points the whole work is done once more: nothing left over is in its way."""

_ALSO = {
    "read": ("BackupDamagedError",),
    "pread64": ("DamagedError", "BackupDamagedError"),
    "openat": ("ReadOnlyError", "DamagedError", "BackupDamagedError"),
}
"""What cannot be read is taken for damaged; what cannot be opened is tried for reading only."""


@dataclass
class Tally:
    """Points tried, steps acknowledged, and what was wrong."""

    points: int = 0
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)


class Ground:
    """A work's folder as it is before, from which each try gets a copy."""

    def __init__(self, nursery: Nursery, work: str, place: Path) -> None:
        self._nursery, self._work, self._place = nursery, work, place
        self._before = place / "before"
        place.mkdir()
        WORKS[work].prepare(self.fresh())
        shutil.move(self._folder, self._before)
        self._states = states(work, self.fresh())

    @property
    def _folder(self) -> Path:
        return self._place / "diary"

    def fresh(self) -> Path:
        """The folder as it was before; what an earlier try left goes."""
        shutil.rmtree(self._folder, ignore_errors=True)
        if self._before.exists():
            shutil.copytree(self._before, self._folder)
        return self._folder

    def points(self, calls: Sequence[str], fault: str) -> Iterator[Point]:
        """Each time that one of the calls is made."""
        counted = self._nursery.counted(self._work, self.fresh(), list(calls))
        for call, times in sorted(counted.items()):
            yield from (Point(call, number, fault) for number in range(1, times + 1))

    def killed(self, points: Sequence[Point]) -> Tally:
        """A kill at each point: the diary is the one of the last acknowledged step, or the next."""
        tally = Tally()
        for point in points:
            outcome = self._nursery.hit(self._work, self.fresh(), point)
            missed = [] if outcome.killed else ["was not killed"]
            self._judge(tally, point, outcome, missed)
        return tally

    def failing(self, points: Sequence[Point]) -> Tally:
        """An error at each point: reported with a sentence; once it is over, all can be done."""
        tally = Tally()
        for point in points:
            outcome = self._nursery.hit(self._work, self.fresh(), point)
            undone = [f"ended after {outcome.said}"] * (outcome.done < len(self._states) - 1)
            self._judge(tally, point, outcome, undone + outcome.bugs + _odd(point, outcome))
        return tally

    def judged(self, left: Left, said: int) -> list[str]:
        """What is wrong with a folder that holds just this, after so many acknowledged steps."""
        shutil.rmtree(self._folder, ignore_errors=True)
        write_out(left, self._folder)
        return self._ends(said).faults(self._folder)

    def _judge(self, tally: Tally, point: Point, outcome: Outcome, wrong: list[str]) -> None:
        tally.points += 1
        tally.acknowledged += outcome.done
        wrong += outcome.bugs or self._ends(outcome.done).faults(self._folder)
        if not wrong and tally.points % _AGAIN == 0:
            wrong += self._done_again()
        tally.wrong += [f"{self._work}, {point.option}: {each}" for each in wrong]

    def _ends(self, done: int) -> Between:
        before, after = self._states[done], self._states[min(done + 1, len(self._states) - 1)]
        return Between(before, after, self._states[0].backups)

    def _done_again(self) -> list[str]:
        try:
            for step in WORKS[self._work].steps(self._folder):
                step()
        except DiaryError as error:
            return [f"cannot be done again: {error!r}"]
        left = [each for each in self._folder.rglob("*") if _is_left_over(each)]
        return [f"left over: {left}"] * bool(left)


def _is_left_over(file: Path) -> bool:
    return file.name.endswith(".new") or "unfinished" in file.name or file.name.startswith(".")


def _odd(point: Point, outcome: Outcome) -> list[str]:
    """Failures that name another cause than the disk."""
    causes = "DiskFailedError", "DiskFullError", "NotDoneError", *_ALSO.get(point.call, ())
    return [f"odd: {each}" for each in outcome.failed if not each.startswith(causes)]
