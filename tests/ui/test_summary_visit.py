"""The summary is of the time since the last visit, unless something else is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from db.records import Appointment
from diary.logic.periods import Period
from diary.session import Session
from diary.ui.pages.summary import SummaryPage
from diary.ui.theme import Theme
from diary.ui.widgets.summary_period import SINCE_VISIT, THREE_MONTHS
from tests.ui.conftest import Wait


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[SummaryPage]:
    made = SummaryPage(session, theme)
    made.resize(1100, 700)
    with qtbot.waitSignal(made.made, timeout=20_000):
        made.show()
    yield made
    made.close()


def visit(session: Session, ago: int) -> Appointment:
    day = session.today() - timedelta(days=ago)
    return Appointment(id=f"v{ago}", day=day, recorded_at=session.clock.now())


def test_without_a_visit_it_is_three_months(page: SummaryPage, session: Session) -> None:
    page.choices.time.stretch.choose(None)

    assert page.choices.time.stretch.value_or_none() == THREE_MONTHS
    assert page.choices.time.period() == Period.months(session.today(), 3)


def test_a_visit_becomes_the_usual_beginning(
    page: SummaryPage, session: Session, save: Wait, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.made, timeout=20_000):
        save(lambda: session.put(visit(session, 40), visit(session, -20)))

    assert page.choices.time.stretch.value_or_none() == SINCE_VISIT
    assert page.choices.time.period() == Period.ending(session.today(), 41)

    with qtbot.waitSignal(page.made, timeout=20_000):
        save(lambda: session.remove(visit(session, 40)))
    assert page.choices.time.stretch.value_or_none() == THREE_MONTHS


def test_what_the_patient_chose_stays(
    page: SummaryPage, session: Session, save: Wait, qtbot: QtBot
) -> None:
    page.choices.time.stretch.choose("two_weeks")

    with qtbot.waitSignal(page.made, timeout=20_000):
        save(lambda: session.put(visit(session, 40)))

    assert page.choices.time.period() == Period.ending(session.today(), 14)


def test_a_visit_of_long_ago_leaves_ten_years(
    page: SummaryPage, session: Session, save: Wait, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.made, timeout=60_000):
        save(lambda: session.put(visit(session, 9000)))

    assert len(page.choices.time.period()) == 3660
