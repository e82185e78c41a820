"""The program on a bus of its own, and somebody who has nothing but that bus.

    dbus-run-session -- python -m tests.atspi.desk FOLDER SCRIPT WORDS

Starts the window with the diary in FOLDER, lets the system’s Python run SCRIPT, which has the
bindings of the AT-SPI bus, and closes the window. Ends as the script did.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"
MOST_SECONDS = 120


@contextmanager
def virtual_screen() -> Iterator[str]:
    """A screen that nobody sees; gives its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        name = told.readline().strip()
    try:
        yield f":{name}"
    finally:
        server.terminate()
        server.wait(MOST_SECONDS)


def read_by_bus(folder: Path, script: str, *words: str, seconds: int = MOST_SECONDS) -> str:
    """Run a script beside the program; gives what it printed."""
    runtime = folder / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    with virtual_screen() as display:
        environment = {
            **{key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"},
            "DISPLAY": display,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(ROOT),
        }
        bus = ["dbus-run-session", "--", sys.executable, "-m", "tests.atspi.desk"]
        done = subprocess.run(
            [*bus, str(folder), script, *words],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return done.stdout


def main(folder: Path, script: str, *words: str) -> int:
    """Sit down at the desk; gives the script’s exit code."""
    places = ["--diary", str(folder / "diary"), "--profile", str(folder / "profile")]
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    program = subprocess.Popen([sys.executable, "-m", "diary", *places], cwd=ROOT)
    try:
        return subprocess.run([SYSTEM_PYTHON, str(HERE / script), *words], check=False).returncode
    finally:
        for process in (program, manager):
            process.terminate()
            process.wait(MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
