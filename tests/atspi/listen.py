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
WAIT_S, PAGE_S = 3.5, 6.0


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
                    print(f"- **{key}**: " + " / ".join(_press(key, log)))
        finally:
            orca.terminate()
            orca.wait()


def _press(key: str, log: Path) -> list[str]:
    before = log.stat().st_size
    subprocess.run(["xdotool", "key", key], check=True)
    time.sleep(PAGE_S if key.startswith("ctrl") else WAIT_S)
    echo = {*ECHO, key.lower()}
    return [words for words in _said(log, before) if words.strip().lower() not in echo]


def _said(log: Path, after: int) -> Iterator[str]:
    with log.open("rb") as stream:
        stream.seek(after)
        words = stream.read().decode("utf-8", "replace")
    yield from (" ".join(said.split()) for said in SAID.findall(words))


if __name__ == "__main__":
    main()
