"""The fixtures of the window's tests, for faults that show there; a nursery."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.nursling import Nursery
from tests.faults.works import cheapen
from tests.ui.conftest import garbage, no_window_stays, save, session, settings, theme

__all__ = ["garbage", "no_window_stays", "save", "session", "settings", "theme"]


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Raises processes that faults may hit."""
    cheapen()
    with Nursery() as running:
        yield running


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder whose disk is fast, where there is one: for thousands of diaries."""
    shared = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    if not shared.is_dir():
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(dir=shared))
    yield folder
    shutil.rmtree(folder)
