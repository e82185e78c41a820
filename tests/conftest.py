"""Fixtures that every test may use: a diary folder, an open store, a clock that stands still."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from db.folder import open_diary
from db.store import Store
from tests.telling import pytest_sessionfinish, pytest_terminal_summary, pytest_testnodedown

__all__ = ["pytest_sessionfinish", "pytest_terminal_summary", "pytest_testnodedown"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@dataclass
class FakeClock:
    """A clock that the test sets; it stands still in between."""

    moment: datetime = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    place: str = "Europe/Berlin"

    def now(self) -> datetime:
        """The moment that was set."""
        return self.moment

    def zone(self) -> str:
        """The zone that was set."""
        return self.place

    def advance(self, **parts: float) -> None:
        """Move on by `timedelta(**parts)`."""
        self.moment += timedelta(**parts)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a diary could be; nothing is there yet."""
    return tmp_path / "diary"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """A new, empty diary."""
    opened = open_diary(folder)
    yield opened
    opened.close()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of temporary files; nothing may stay in it."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    yield place
    assert not list(place.iterdir())
