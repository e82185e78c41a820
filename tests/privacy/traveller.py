"""Starts the journey as a process of its own, in a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.faults.nursling import ROOT

PATIENCE = 240


def travel(
    home: Path, end: str, *given: str, before: Sequence[str] = (), umask: int = 0o022
) -> subprocess.CompletedProcess[str]:
    """Let it run to its end.

    Args:
        home: Where it runs; the environment says the rest.
        end: How it ends; see `journey`.
        given: Arguments of the program.
        before: A command that runs it, such as strace.
        umask: Which rights new files lack.
    """
    command = [*before, sys.executable, "-m", "tests.privacy.journey", end, *given]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command,
        cwd=home,
        env=environment,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
