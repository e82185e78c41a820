"""Trends shows what happened, and offers the time since the last visit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from db.records import Appointment, Sore
from diary.charts.drawing import Point
from diary.field import Group
from diary.logic.ranges import Range
from diary.session import Session
from diary.ui.pages.trends import TrendsPage
from diary.ui.theme import Theme
from diary.ui.widgets.chart_pane import ChartPane
from tests.ui.care_states import put_care
from tests.ui.conftest import Wait
from tests.ui.trend_kit import choose_view, days


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot, save: Wait) -> Iterator[TrendsPage]:
    for day in (session.today() - timedelta(weeks=12), session.today()):
        save(partial(session.record, day, "skin.tightness", 3))
    made = TrendsPage(session, theme)
    made.resize(900, 700)
    with qtbot.waitSignal(made.drawn, timeout=20_000):
        made.show()
    yield made
    made.close()


def test_nothing_is_said_to_have_happened_where_nothing_did(page: TrendsPage) -> None:
    happened = days(page).happened
    assert happened is not None
    assert not happened.isVisible()
    assert not page.tools.ranges.chips._buttons[Range.VISIT.value].isVisible()


def test_medicines_and_visits_are_shown_as_soon_as_there_are_some(
    page: TrendsPage, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        put_care(session)
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        page.refresh()

    happened = days(page).happened
    assert happened is not None
    assert happened.isVisible()
    assert "Nifedipine MR: 10 mg" in happened.view.accessibleDescription()
    assert page.tools.ranges.chips._buttons[Range.VISIT.value].isVisible()
    visit = session.today() - timedelta(weeks=8)
    spoken = [point.words for point in _points(happened) if point.day == visit]
    assert any("visit" in words for words in spoken)
    assert "V: visit, M: medicine started, changed or stopped." in days(page).key.text()

    choose_view(page, "table", qtbot)
    assert not happened.isVisible()


def test_a_sore_and_a_note_are_marked_and_read(
    page: TrendsPage, session: Session, qtbot: QtBot, save: Wait
) -> None:
    day, now = session.today() - timedelta(days=5), session.clock.now()
    healed = day + timedelta(days=2)
    sore = Sore(id="s", place="right_thumb", noticed=day, healed=healed, recorded_at=now)
    save(lambda: session.put(sore))
    save(lambda: session.write_note(day, "Cold & wet."))
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        page.refresh()

    card = days(page).cards[Group.SKIN]
    spoken = {point.day: point.words for point in _points(card)}
    assert "sore noticed: Right thumb" in spoken[day]
    assert "note: “Cold & wet.”" in spoken[day]
    assert "sore healed: Right thumb" in spoken[healed]
    happened = days(page).happened
    assert happened is not None
    assert [point.day for point in _points(happened)] == [day, day]


def test_the_last_14_days_are_shaded_on_demand(page: TrendsPage, qtbot: QtBot) -> None:
    view = days(page).cards[Group.SKIN].view
    before = view.picture
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        days(page).recent.trigger()
    assert before is not None
    assert view.picture is not None
    assert view.picture.height > before.height


def test_what_a_point_says_stands_below_the_charts_where_its_own_words_are_cut(
    page: TrendsPage, qtbot: QtBot
) -> None:
    card, strip = days(page).cards[Group.SKIN], page.strip
    page.resize(900, 1400)
    qtbot.waitUntil(lambda: card.view.visibleRegion().boundingRect() == card.view.rect())
    card.view.go_to(0)
    qtbot.wait(10)
    assert not strip.isVisible()

    page.resize(900, card.view.mapTo(page, card.view.rect().bottomLeft()).y() + 6)
    qtbot.waitUntil(strip.isVisible)
    assert strip.words.text() == card.here.text()
    qtbot.waitUntil(lambda: strip.y() == page.area.geometry().bottom() + 1)  # it covers nothing
    with qtbot.waitSignal(page.day_wanted):
        strip.open_day.click()

    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
    qtbot.waitUntil(strip.isHidden)
    page.area.verticalScrollBar().setValue(0)
    qtbot.waitUntil(strip.isVisible)
    card.view.go_to(None)
    qtbot.waitUntil(strip.isHidden)


def _points(pane: ChartPane) -> list[Point]:
    return [pane.view.points[number] for number in range(len(pane.view.points))]


def test_the_time_since_the_last_visit_can_be_chosen(
    page: TrendsPage, session: Session, qtbot: QtBot
) -> None:
    day = session.today() - timedelta(days=40)
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        session.put(Appointment(id="v", day=day, recorded_at=session.clock.now()))

    with qtbot.waitSignal(page.drawn, timeout=20_000):
        page.tools.ranges.chips.choose(Range.VISIT.value)

    assert (page.shown.first, page.shown.last) == (day, session.today())
    assert page.tools.earlier.isEnabled()
