"""Presses keys in the window that is in front, and prints what Orca says after each.

Runs in the system's own Python; it knows nothing of the diary's code.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SAID = re.compile(r"SPEECH OUTPUT: ['\"](.*?)['\"]\s*\{", re.DOTALL)
KEYS = {
    "Today": ["ctrl+1", "6", "Down", "1", "0", "Down", "Delete", "F6", "ctrl+z"],
    "Attacks": ["ctrl+2", "Down", "Tab", "Tab", "Tab"],
    "Skin & sores": ["ctrl+3", "Tab", "Tab", "F6", "Tab"],
    "Trends": ["ctrl+4", *["Tab"] * 9, "Right", "Right", "Escape"],
    "Medicines & visits": ["ctrl+5", "Down", "Tab", "Tab"],
    "History": ["ctrl+6", "Left", "Tab", "Tab", "Tab"],
    "Learn": ["ctrl+7", "Down", "Tab", "ctrl+f", "c", "o", "l", "d"],
    "Summary": ["ctrl+8", "Tab", "Tab", "Tab", "Tab"],
    "What to do": ["ctrl+k", "i", "t", "c", "h", "Escape"],
    "Settings": ["ctrl+comma", "Tab", "Tab", "Tab", "Tab"],
}
ECHO = {"left control"}
QUIET_S, LONGEST_S = 2.0, 6.0
"""Nothing more comes after so much silence; and it is waited no longer than that."""


def main() -> None:
    """Press the keys and print what Orca said after each."""
    with tempfile.TemporaryDirectory() as made:
        log = Path(made) / "orca.log"
        command = ["orca", "--replace", f"--debug-file={log}", "--disable=braille"]
        orca = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            time.sleep(8)
            print(*_said(log, 0), sep="\n")
            for page, keys in KEYS.items():
                print(f"\n## {page}\n")
                for key in keys:
                    print(f"- **{key}**: " + " / ".join(_press(key, log)), flush=True)
        finally:
            orca.kill()  # asked politely, it does not always go
            orca.wait()


def _press(key: str, log: Path) -> list[str]:
    before = log.stat().st_size
    subprocess.run(["xdotool", "key", key], check=True)
    _wait_for_silence(log)
    echo = {*ECHO, key.lower()}
    return [words for words in _said(log, before) if words.strip().lower() not in echo]


def _wait_for_silence(log: Path) -> None:
    """Orca writes down all that it hears, also what it does not speak of."""
    begun = heard = time.monotonic()
    size = log.stat().st_size
    while time.monotonic() < min(heard + QUIET_S, begun + LONGEST_S):
        time.sleep(0.1)
        if log.stat().st_size != size:
            size, heard = log.stat().st_size, time.monotonic()


def _said(log: Path, after: int) -> Iterator[str]:
    with log.open("rb") as stream:
        stream.seek(after)
        words = stream.read().decode("utf-8", "replace")
    yield from (" ".join(said.split()) for said in SAID.findall(words))


if __name__ == "__main__":
    main()
