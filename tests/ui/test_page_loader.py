"""The pages' modules are loaded after the start, by a worker that ends then."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.ui import page_loader
from diary.ui.page_loader import PageLoader

NAME = "a_page_that_nobody_opened"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that notes which thread loads it."""
    (tmp_path / f"{NAME}.py").write_text("import threading\nby = threading.current_thread()\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, NAME, raising=False)
    monkeypatch.setattr(page_loader, "MODULES", (NAME,))
    return NAME


@pytest.fixture
def loader(page: str, qtbot: QtBot) -> Iterator[PageLoader]:
    assert page not in sys.modules
    window = QWidget()
    qtbot.addWidget(window)
    made = PageLoader(window)
    yield made
    made.close()


def test_pages_are_loaded_by_a_worker_that_ends(loader: PageLoader, qtbot: QtBot) -> None:
    loader.timer.setInterval(1)

    with qtbot.waitSignal(loader.loaded, timeout=5000):
        loader.timer.start()

    by = sys.modules[NAME].by
    assert by is not threading.current_thread()
    assert not by.is_alive()


def test_nothing_is_loaded_for_a_window_that_was_closed(loader: PageLoader, qtbot: QtBot) -> None:
    loader.timer.start(1)
    loader.close()

    qtbot.wait(20)

    assert NAME not in sys.modules
