"""How long the window's thread keeps its event loop waiting, step by step. Run by probes.py.

The steps and the clock are those of `tests/ui/test_event_loop_gaps.py`. Each step's figures go to
standard error, where `probes.py gaps FOLDER YEARS` shows them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from diary.paths import Places
from diary.settings import Settings
from diary.startup import open_window
from diary.ui.main_window import MainWindow
from tests.ui.gap_walk import load_pages, walk
from tests.ui.gaps import Gaps, floor

Figures = dict[str, float]
LONG_MS = 50


def gaps_floor(_home: Path) -> Figures:
    """What the window may hold up at most, in milliseconds, and how long that work takes here."""
    return {"figure": LONG_MS, "cpu": floor()}


def gaps(home: Path) -> Figures:
    """The longest turn of the usual steps, on the clock and in the processor's time."""
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / "home"
        shutil.copytree(home, copy)
        return _walked(copy)


def _walked(home: Path) -> Figures:
    places = Places(home / "diary", home / "settings.ini", home / "logs")
    _application, window = open_window(places)
    assert isinstance(window, MainWindow)  # noqa: S101 - the prepared diary has no passphrase
    load_pages(window)
    clock = Gaps()
    clock.of(lambda: None)
    longest = Figures(figure=0, cpu=0, **{"steps over 50 ms": 0})
    for step in walk(window, Settings(places.settings), window.theme, home):
        gap = clock.of(step.do, step.settled)
        print(f"{step.name:24} {gap.clock:7.1f} {gap.processor:7.1f}", file=sys.stderr)
        longest["figure"] = max(longest["figure"], gap.clock)
        longest["cpu"] = max(longest["cpu"], gap.processor)
        longest["steps over 50 ms"] += gap.processor > LONG_MS
    return longest
