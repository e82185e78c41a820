"""A home of the test's own: nothing of the person who runs the tests is found or erased."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from diary.paths import Places
from tests.ui.conftest import garbage, no_window_stays, save, session, settings, theme

__all__ = ["garbage", "no_window_stays", "save", "session", "settings", "theme"]

XDG = {"CONFIG": "config", "DATA": "share", "STATE": "state", "CACHE": "cache"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "home"
    temporary = made / "tmp"
    temporary.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(made))
    for kind, folder in XDG.items():
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(made / folder))
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return made


@pytest.fixture
def places(home: Path) -> Places:
    """As the program has them by itself, in that home."""
    usual = "scleroderma-diary"
    return Places(
        home / "share" / usual / "diary",
        home / "config" / usual / "settings.ini",
        home / "state" / usual / "log",
    )
