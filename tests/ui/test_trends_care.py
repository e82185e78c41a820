"""Trends shows medicines and visits, and offers the time since the last visit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from db.records import Appointment
from diary.logic.ranges import Range
from diary.session import Session
from diary.ui.pages.trends import TrendsPage
from diary.ui.theme import Theme
from tests.ui.care_states import put_care
from tests.ui.conftest import Wait
from tests.ui.trend_kit import choose_view, days


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot, save: Wait) -> Iterator[TrendsPage]:
    save(lambda: session.record(session.today(), "skin.tightness", 3))
    made = TrendsPage(session, theme)
    made.resize(900, 700)
    with qtbot.waitSignal(made.drawn, timeout=20_000):
        made.show()
    yield made
    made.close()


def test_nothing_of_care_is_shown_where_there_is_none(page: TrendsPage) -> None:
    assert not days(page).care.bars.isVisible()
    assert not page.tools.ranges._buttons[Range.VISIT.value].isVisible()


def test_medicines_and_visits_are_shown_as_soon_as_there_are_some(
    page: TrendsPage, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        put_care(session)

    assert days(page).care.bars.isVisible()
    assert days(page).care.bars.lanes.height() > 40
    assert "Nifedipine MR: 10 mg" in days(page).care.bars.lanes.accessibleDescription()
    assert page.tools.ranges._buttons[Range.VISIT.value].isVisible()
    shown = {day for day, _words in days(page).care.marks.visits}
    assert shown == {session.today() - timedelta(weeks=8)}
    choose_view(page, "table", qtbot)
    assert not days(page).care.bars.isVisible()


def test_the_time_since_the_last_visit_can_be_chosen(
    page: TrendsPage, session: Session, qtbot: QtBot
) -> None:
    day = session.today() - timedelta(days=40)
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        session.put(Appointment(id="v", day=day, recorded_at=session.clock.now()))

    with qtbot.waitSignal(page.drawn, timeout=20_000):
        page.tools.ranges.choose(Range.VISIT.value)

    assert (page.shown.first, page.shown.last) == (day, session.today())
    assert not page.tools.earlier.isEnabled()
