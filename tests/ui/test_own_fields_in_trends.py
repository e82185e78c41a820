"""Fields of one's own in Trends: drawn under their own group, said in words, and in the table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from db.records import CustomField, Put, Reading
from db.store import Store
from diary.field import Group
from diary.session import Session
from diary.ui.pages.trends import TrendsPage
from diary.ui.theme import Theme
from tests.ui.trend_kit import choose_view, days, table

LAST = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
JAW = CustomField(key="custom.0a1b2c3d", name="Stiff jaw", kind="scale10", recorded_at=NOW)
SIDE = CustomField(
    key="custom.1a1b2c3d",
    name="Worse side",
    kind="choice",
    choices=("Left", "Right"),
    archived=True,
    rank=1,
    recorded_at=NOW,
)


@pytest.fixture
def own(store: Store) -> None:
    """Ten days with two fields of one's own, of which one was put away; before the session."""
    recorded = [LAST - timedelta(days=number) for number in range(10)]
    store.write([Put(JAW), Put(SIDE)])
    store.write([Put(Reading(day, JAW.key, 3 + day.day % 2, NOW)) for day in recorded])
    store.write([Put(Reading(day, SIDE.key, "c2", NOW)) for day in recorded[:4]])


@pytest.fixture
def page(own: None, session: Session, theme: Theme, qtbot: QtBot) -> Iterator[TrendsPage]:
    made = TrendsPage(session, theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitSignal(made.drawn, timeout=20_000):
        made.show()
    yield made
    made.close()


def test_they_have_a_chart_of_their_own_that_is_said_in_words(page: TrendsPage) -> None:
    card = days(page).cards[Group.OWN]
    said = card.view.accessibleDescription()

    assert card.isVisibleTo(page)
    assert "Stiff jaw: " in said
    assert "recorded on 10 of 14 days, median 3.5, highest 4 on 21 November 2026" in said
    assert "Worse side" in said
    assert "“Left” on 0 and “Right” on 4" in said


def test_they_stand_last_in_the_table_and_gaps_stay_gaps(page: TrendsPage, qtbot: QtBot) -> None:
    choose_view(page, "table", qtbot)
    model = table(page).numbers.model
    keys = [field.key for field in model._fields]
    column = keys.index(JAW.key) + 1
    told = {model.day(row): model.text(row, column) for row in range(model.rowCount())}

    assert keys[-2:] == [JAW.key, SIDE.key]
    assert (told[LAST], told[LAST - timedelta(days=1)]) == ("3", "4")
    assert told[LAST - timedelta(days=10)] == "–"
