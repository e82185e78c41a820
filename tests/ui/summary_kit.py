"""What the tests of the summary share: its page, shown, of a diary in which one day is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from db.records import Profile, Put, Reading
from db.store import Store
from diary.session import Session
from diary.ui.pages.summary import SummaryPage
from diary.ui.theme import Theme
from tests.conftest import FakeClock


@pytest.fixture
def show(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[Callable[[], SummaryPage]]:
    pages: list[SummaryPage] = []

    def make() -> SummaryPage:
        page = SummaryPage(session, theme)
        page.resize(1100, 700)
        qtbot.addWidget(page)
        with qtbot.waitActive(page), qtbot.waitSignal(page.preview.page_shown, timeout=20000):
            page.show()
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.close()


@pytest.fixture
def page(store: Store, clock: FakeClock, show: Callable[[], SummaryPage]) -> SummaryPage:
    """The page of a diary in which one day is recorded."""
    today = clock.now().date()
    store.write(
        [
            Put(Profile("Ann Example", date(1968, 3, 14), "")),
            Put(Reading(today, "skin.itch", 4, clock.now())),
        ]
    )
    return show()
