"""A patient with only the keyboard, in the real window on a real (virtual) screen.

xdotool presses the keys as the X server would; nothing reaches into the program. What came of it
is read from the diary and from the saved PDF afterwards.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.check import check
from db.folder import open_diary
from diary.ui.book import PAGES

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS = ("Xvfb", "xdotool", "openbox")
WAIT = 30.0

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the virtual screen is X11's, on Linux"
)


def page_key(page: str) -> str:
    """The key that opens a page."""
    return f"ctrl+{[place.key for place, _maker in PAGES].index(page) + 1}"


class Screen:
    """A virtual screen with a window manager, and someone at its keyboard."""

    def __init__(self, display: str) -> None:
        self.environment = {
            **{
                k: v
                for k, v in os.environ.items()
                if k not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}
            },
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
        }

    def run(self, *command: str) -> str:
        """Run a tool on this screen."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True, timeout=WAIT
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self.run("xdotool", "key", "--clearmodifiers", "--delay", "60", *keys)

    def type(self, words: str) -> None:
        """Type words."""
        self.run("xdotool", "type", "--delay", "15", words)

    def wait_for(self, title: str) -> None:
        """Wait until a window with this title is there, and give it the keyboard."""
        self.run("xdotool", "search", "--sync", "--onlyvisible", "--name", title)
        window = self.run("xdotool", "search", "--onlyvisible", "--name", title).split()[-1]
        self.run("xdotool", "windowactivate", "--sync", window)


@pytest.fixture
def screen() -> Iterator[Screen]:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    assert not missing, f"install {missing}; packaging/tasks.py test does so on Debian"
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        made = Screen(":" + told.readline().strip())
    manager = subprocess.Popen(["openbox"], env=made.environment, stderr=subprocess.DEVNULL)
    yield made
    for process in (manager, server):
        process.terminate()
        process.wait(WAIT)


def until(condition, what: str) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + WAIT
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.1)


def test_a_whole_day_by_keyboard_alone(screen: Screen, tmp_path: Path) -> None:
    diary, pdf = tmp_path / "diary", tmp_path / "summary.pdf"
    program = subprocess.Popen(
        [sys.executable, "-m", "diary", "--diary", str(diary), "--profile", str(tmp_path / "p")],
        cwd=ROOT,
        env=screen.environment,
    )
    try:
        screen.wait_for("Welcome to your diary")
        screen.press("Return", "Return", "Return")  # three steps, without a passphrase
        time.sleep(1.0)
        screen.press("6", "Down", "4", "Down", "2", "Down")  # skin
        screen.press("2", "Down", "2", "Down", "3", "0", "Down", "5", "Down")  # Raynaud's
        screen.press("3", "Down", "0", "Down", "1", "Down", "0", "Down", "0", "Down", "1", "0")
        screen.press("Down", "2", "Down", "4", "Down", "3", "Down", "5", "Down", "3", "Down")
        screen.type("cold wind at the bus stop")

        screen.press("F2")  # an attack
        time.sleep(1.2)
        screen.press("F2")
        screen.wait_for("Attack")
        screen.press("Escape")

        screen.press("ctrl+1", "F1")  # an article section, and back
        time.sleep(0.8)
        screen.press("Escape", page_key("trends"))  # a trend, and its table
        time.sleep(3.0)
        screen.press("Tab", "Left", "Left")

        screen.press(page_key("summary"))  # the summary
        time.sleep(5.0)
        screen.press("ctrl+s")
        screen.wait_for("Save")
        screen.press("ctrl+a")
        screen.type(str(pdf))
        screen.press("Return")
        until(lambda: pdf.exists() and pdf.stat().st_size > 10_000, "the PDF")
        screen.press("ctrl+q")
        assert program.wait(WAIT) == 0
    finally:
        if program.poll() is None:
            program.kill()
            program.wait(WAIT)

    assert pdf.read_bytes().startswith(b"%PDF-")
    store = open_diary(diary, create=False)
    assert check(store) == []
    today = date.today()  # noqa: DTZ011 - the program's own local day
    readings = {key: reading.value for key, reading in store.day_readings(today).items()}
    (attack,) = store.attacks(today, today)
    note = store.note(today)
    store.close()
    assert readings == {
        "skin.tightness": 6,
        "skin.movement": 4,
        "skin.itch": 2,
        "raynaud.day_pattern": "attacks",
        "raynaud.attack_count": 2,
        "raynaud.total_minutes": 30,
        "raynaud.impact": 5,
        "digestion.heartburn": 3,
        "digestion.swallowing": 0,
        "digestion.bloating": 1,
        "digestion.cramps": 0,
        "digestion.constipation": 0,
        "digestion.diarrhoea": 10,
        "organs.breathlessness": 2,
        "general.fatigue": 4,
        "general.pain": 3,
        "general.hands": 5,
        "general.overall": 3,
    }
    assert not attack.ongoing
    assert attack.minutes == 1
    assert note is not None
    assert note.text == "cold wind at the bus stop"
