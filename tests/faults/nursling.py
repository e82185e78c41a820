"""Has a work done by a process that a fault hits at a chosen system call."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from tests.faults.nursery import BUG, DONE, FAILED

ROOT = Path(__file__).parents[2]
WRITING = [
    *("write", "pwrite64", "writev", "pwritev", "ftruncate", "fallocate", "fsync", "fdatasync"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"),
    *("chmod", "fchmod"),
]
"""The calls between which the disk is another one."""

READING = ["openat", "pread64", "read"]
STRACE = shutil.which("strace")

_CALL = re.compile(r"^\d+ +(\w+)\(", re.MULTILINE)


class Point(NamedTuple):
    """The n-th time that a call is made, and what happens then, in strace's words."""

    call: str
    number: int
    fault: str

    @property
    def option(self) -> str:
        """What makes strace do it; a `+` behind means from then on."""
        fault, ever = self.fault.removesuffix("+"), "+" * self.fault.endswith("+")
        return f"inject={self.call}:{fault}:when={self.number}{ever}"


class Outcome(NamedTuple):
    """What a process said, and whether it was killed."""

    said: list[str]
    killed: bool

    @property
    def done(self) -> int:
        """How many steps it acknowledged."""
        return sum(line == DONE for line in self.said)

    @property
    def failed(self) -> list[str]:
        """The failures that it reported, with their sentences."""
        return [line.removeprefix(FAILED) for line in self.said if line.startswith(FAILED)]

    @property
    def bugs(self) -> list[str]:
        """What it said that nobody should see."""
        return [line for line in self.said if line.startswith(BUG)]


class Nursery:
    """The program `tests.faults.nursery`, running."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.faults.nursery"]
        self._running = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._running.communicate()

    def run(self, work: str, folder: Path, *options: str) -> Outcome:
        """Have a work done in a folder, under strace with these options."""
        assert self._running.stdin is not None
        assert self._running.stdout is not None
        request = {"work": work, "folder": str(folder), "options": ["-o", "/dev/null", *options]}
        self._running.stdin.write(json.dumps(request) + "\n")
        self._running.stdin.flush()
        answer = json.loads(self._running.stdout.readline())
        return Outcome(answer["said"], answer["status"] == 9)

    def hit(self, work: str, folder: Path, point: Point) -> Outcome:
        """Have a work done with one fault."""
        return self.run(work, folder, "-e", f"trace={point.call}", "-e", point.option)

    def record(self, work: str, folder: Path, log: Path, *options: str) -> None:
        """Have a work done without a fault, and its calls written down."""
        outcome = self.run(work, folder, "-o", str(log), *options)
        assert not outcome.bugs + outcome.failed, outcome.said

    def counted(self, work: str, folder: Path, calls: list[str]) -> Counter[str]:
        """How often a work makes each call."""
        log = folder.parent / "calls"
        self.record(work, folder, log, "-e", "trace=" + ",".join(calls))
        return Counter(_CALL.findall(log.read_text("utf-8")))
