"""No usual step holds up the window for long: the processor's time of its longest turn."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from diary.settings import Settings
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from tests.ui.gap_walk import load_pages, walk
from tests.ui.gaps import Gaps, floor

MOST = 2.0
"""Times the floor of 50 ms: what a person notices, on any machine. `tasks.py bench --only gaps`
tells the exact figures."""
KNOWN = {
    "larger text": 7.0,
    "another look": 7.0,
}
"""What takes longer, and is known: Qt styles every widget of every page that was opened anew."""


@pytest.mark.usefixtures("filled", "temporary")
def test_no_usual_step_holds_up_the_window(
    window: MainWindow,
    settings: Settings,
    theme: Theme,
    tmp_path: Path,
) -> None:
    load_pages(window)
    gaps, work = Gaps(), floor()
    found = {
        step.name: gaps.of(step.do, step.settled)
        for step in walk(window, settings, theme, tmp_path)
    }

    for name, gap in found.items():
        print(f"{name:24} {gap.processor:7.1f} ms of the processor, {gap.clock:7.1f} on the clock")
    long = {
        name: round(gap.processor / work, 1)
        for name, gap in found.items()
        if gap.processor > work * KNOWN.get(name, MOST)
    }
    assert not long, f"times the floor of {work:.0f} ms"


def test_a_long_turn_is_seen_even_where_it_comes_late(qapp: object) -> None:
    assert qapp is not None
    owner = Gaps()

    def busy() -> None:
        until = time.thread_time() + 0.03
        while time.thread_time() < until:
            pass

    assert owner.of(lambda: None).processor < 20
    assert owner.of(lambda: QTimer.singleShot(5, owner, busy)).processor >= 30
