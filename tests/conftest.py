"""Fixtures that every test may use: a diary folder, an open store, a clock that stands still."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from db.folder import open_diary
from db.store import Store
from tests.telling import pytest_sessionfinish, pytest_terminal_summary, pytest_testnodedown

__all__ = ["pytest_sessionfinish", "pytest_terminal_summary", "pytest_testnodedown"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("busy", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")  # a fresh clone makes its tables of letters first

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
PLENTY = 4 << 30


def pytest_configure(config: pytest.Config) -> None:
    """Keep the tests' folders in memory: no diary waits for the disk. The slow run has the disk."""
    roomy = IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > PLENTY
    if roomy and config.getoption("markexpr") == "not slow":
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


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


@pytest.fixture(scope="session")
def empty_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new diary, closed again; to be copied, which takes a fifth of the time of making one."""
    made = tmp_path_factory.mktemp("empty") / "diary"
    open_diary(made).close()
    return made


@pytest.fixture
def store(folder: Path, empty_diary: Path) -> Iterator[Store]:
    """A new, empty diary."""
    shutil.copytree(empty_diary, folder)
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
