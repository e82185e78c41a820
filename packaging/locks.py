"""Writes the lock files from pyproject.toml: every part, its version and the hashes of its files.

uv resolves once for all systems and Python versions (parts for one system carry a marker), so
that one file serves Linux, macOS and Windows. The files name no index and no machine.
"""

from __future__ import annotations

import sys
import tempfile
import venv
from pathlib import Path

import steps
from steps import ROOT, say

RULES = (
    "--universal",
    "--fork-strategy=fewest",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--upgrade",
    "--quiet",
)


def write(run_lock: str, test_lock: str) -> int:
    """Write both lock files; the second holds the first and the test parts, at equal versions."""
    with tempfile.TemporaryDirectory() as folder:
        uv = _uv(Path(folder))
        here = ROOT / "packaging"
        run = _compile(uv, here / run_lock)
        held = ("--extra=test", f"--constraint=packaging/{run_lock}")
        return run or _compile(uv, here / test_lock, *held)


def _uv(folder: Path) -> str:
    say("Fetching uv, which resolves the versions ...")
    venv.EnvBuilder(with_pip=True).create(folder)
    place = folder / ("Scripts" if sys.platform == "win32" else "bin")
    steps.must([str(place / "python"), "-m", "pip", "install", "--quiet", "uv"], "No uv to be had.")
    return str(place / "uv")


def _compile(uv: str, target: Path, *more: str) -> int:
    name = f"packaging/{target.name}"
    say(f"Writing {name} ...")
    return steps.call(
        [uv, "pip", "compile", "pyproject.toml", *RULES, "--extra=build", *more, "-o", name]
    )
