"""A session, a theme and settings for tests of the window; and nothing may be left behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Put
from db.store import Store
from diary.collector import keep_what_is_made
from diary.demo import sample
from diary.fields import CATALOGUE
from diary.palette import Look
from diary.session import Session
from diary.settings import Settings
from diary.ui import icons
from diary.ui.garbage import Garbage
from diary.ui.main_window import MainWindow
from diary.ui.pages.trends import TrendsPage
from diary.ui.theme import Theme
from diary.ui.widgets import steady
from tests.conftest import FakeClock

Wait = Callable[[Callable[[], object]], None]
OpenTrends = Callable[[], TrendsPage]


@pytest.fixture(scope="session")
def garbage(qapp: QApplication) -> Garbage:
    """As in the program: no worker may find a test's windows as garbage and delete them."""
    keep_what_is_made()
    return qapp.findChild(Garbage) or Garbage(qapp)


@pytest.fixture(autouse=True)
def no_tremor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hand of a test is quick and never trembles."""
    monkeypatch.setattr(steady, "DEAF_MS", 0)


@pytest.fixture(autouse=True)
def no_window_stays(qapp: QApplication, garbage: Garbage) -> Iterator[None]:
    """Delete every window that a test made: each that lived on would be styled anew for ever."""
    before = set(qapp.topLevelWidgets())
    yield
    _delete_what_was_closed()
    made = set(qapp.topLevelWidgets()) - before
    left_open = [repr(each) for each in made if each.isVisible()]
    for each in made:
        each.close()
        each.deleteLater()
    _delete_what_was_closed()
    garbage.look()
    assert not left_open


def _delete_what_was_closed() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def session(store: Store, clock: FakeClock, qapp: QApplication) -> Iterator[Session]:
    """An open diary; every worker must have ended when the test has."""
    before = set(threading.enumerate())
    assert qapp is not None
    opened = Session(store, CATALOGUE, clock)
    yield opened
    opened.close()
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive()]
    assert not left


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    icons.register()
    made = Theme(qapp)
    made.apply(Look.LIGHT, 11)
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def save(session: Session, qtbot: QtBot) -> Wait:
    """Run a command and wait until its entry is durable."""

    def run(command: Callable[[], object]) -> None:
        with qtbot.waitSignal(session.saved, timeout=5000):
            command()

    return run


@pytest.fixture
def open_trends(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[OpenTrends]:
    """Opens Trends, and waits until it is drawn."""
    pages: list[TrendsPage] = []

    def make() -> TrendsPage:
        page = TrendsPage(session, theme)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        with qtbot.waitSignal(page.drawn, timeout=20_000):
            page.show()
        return page

    yield make
    for page in pages:
        page.close()


@pytest.fixture
def filled(store: Store) -> Store:
    """The diary of the sample patient over four months."""
    store.write(Put(record) for record in sample(days=120, until=date(2026, 11, 22)).records())
    return store


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, folder: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    """The whole window, shown."""
    made = MainWindow(session, settings, theme, str(folder))
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
