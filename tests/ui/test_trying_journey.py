"""From the first start into a sample diary and back, by keyboard alone, on a real screen."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from db.folder import open_diary
from tests.ui.test_journey import ROOT, WAIT, Screen, pytestmark, screen, until

__all__ = ["pytestmark", "screen"]


def come_up(screen: Screen, title: str) -> None:
    """Wait for a window while others go: the tool fails where one goes as it looks."""

    def is_there() -> bool:
        with suppress(subprocess.CalledProcessError):
            return bool(screen.run("xdotool", "search", "--onlyvisible", "--name", title))
        return False

    until(is_there, title)
    screen.wait_for(title)


def test_into_a_sample_and_back_by_keyboard_alone(screen: Screen, tmp_path: Path) -> None:
    diary, temporary = tmp_path / "diary", tmp_path / "temporary"
    temporary.mkdir()
    program = subprocess.Popen(
        [sys.executable, "-m", "diary", "--diary", str(diary), "--profile", str(tmp_path / "p")],
        cwd=ROOT,
        env={**screen.environment, "TMPDIR": str(temporary)},
    )
    try:
        screen.wait_for("Welcome to your diary")
        screen.press("shift+Tab", "shift+Tab", "shift+Tab", "Return")  # the link to a sample
        come_up(screen, "^Sample diary$")
        screen.press("7", "ctrl+q")  # a value, and back

        come_up(screen, "Welcome to your diary")
        until(lambda: not list(temporary.iterdir()), "the sample to go")
        screen.press("Tab", "Tab", "Tab", "Return", "Return", "Return")
        time.sleep(1.0)
        screen.press("3", "ctrl+q")
        assert program.wait(WAIT) == 0
    finally:
        program.kill()
    store = open_diary(diary)
    values = [each.value for each in store.everything().readings]
    store.close()
    assert values == [3]
