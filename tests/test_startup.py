"""Starting the window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":4711"}])
def test_without_a_screen_one_sentence_says_so(tmp_path: Path, display: dict[str, str]):
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    words = ["--diary", str(tmp_path / "diary"), "--profile", str(tmp_path / "profile")]
    done = subprocess.run(
        [sys.executable, "-m", "diary", *words],
        env=environment | display,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("No window can be opened here")
    assert len(done.stderr.splitlines()) == 1
