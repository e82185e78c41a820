"""Runs commands one after another and says how far it is. Used by tasks.py."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RED, GREEN, PLAIN = "\033[31m", "\033[32m", "\033[0m"


class StoppedError(Exception):
    """A step that the rest needs did not work; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command and what it is for."""

    name: str
    command: Sequence[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step went."""

    name: str
    code: int
    seconds: float

    def __str__(self) -> str:
        word = "ok" if self.code == 0 else f"FAILED (exit {self.code})"
        return f"{self.name:26}{word}, {self.seconds:.1f} s"


def say(text: str, *, bad: bool = False, good: bool = False) -> None:
    """Print a line at once; `bad` in red and `good` in green where the terminal has colours."""
    colour = RED if bad else GREEN if good else ""
    print(f"{colour}{text}{PLAIN}" if colour and _colours() else text, flush=True)


def _colours() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def call(command: Sequence[str], extra: Mapping[str, str] | None = None) -> int:
    """Run a command in the project's folder with its output shown; gives its exit code."""
    try:
        return subprocess.run(
            list(command), cwd=ROOT, env=_environment(extra), check=False
        ).returncode
    except FileNotFoundError:
        say(f"{command[0]} was not found.", bad=True)
        return 127


def call_quietly(command: Sequence[str], extra: Mapping[str, str] | None = None) -> int:
    """Run a command without showing its output; gives its exit code."""
    done = subprocess.run(
        list(command), cwd=ROOT, env=_environment(extra), check=False, capture_output=True
    )
    return done.returncode


def _environment(extra: Mapping[str, str] | None) -> dict[str, str]:
    return os.environ | {"PYTHONUTF8": "1"} | dict(extra or {})


def must(command: Sequence[str], otherwise: str) -> None:
    """Run a command that the rest needs.

    Raises:
        StoppedError: with the sentence `otherwise`, when it fails.
    """
    if call(command) != 0:
        raise StoppedError(otherwise)


def output(command: Sequence[str], extra: Mapping[str, str] | None = None) -> str:
    """What a command prints, or nothing when it fails or is not there."""
    try:
        done = subprocess.run(
            list(command),
            cwd=ROOT,
            env=_environment(extra),
            check=False,
            capture_output=True,
            text=True,
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def run_all(todo: Sequence[Step]) -> int:
    """Run every step, whatever the others did; 0 only when all are well."""
    outcomes = [_run(step, number, len(todo)) for number, step in enumerate(todo, start=1)]
    say("")
    for outcome in outcomes:
        say(f"  {outcome}", bad=outcome.code != 0, good=outcome.code == 0)
    failed = [outcome.name for outcome in outcomes if outcome.code]
    if failed:
        say(f"Failed: {', '.join(failed)}", bad=True)
        return 1
    say("All is well.", good=True)
    return 0


def _run(step: Step, number: int, total: int) -> Outcome:
    say(f"\n[{number} of {total}] {step.name} ...")
    started = time.monotonic()
    code = call(step.command)
    outcome = Outcome(step.name, code, time.monotonic() - started)
    say(f"[{number} of {total}] {outcome}", bad=code != 0)
    return outcome
