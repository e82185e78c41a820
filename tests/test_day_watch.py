from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from diary.day_watch import JUST_AFTER_MS, MINUTE_MS, DayWatch

SECOND = timedelta(seconds=1)


class Days:
    """A day and what is left of it, set by the test."""

    def __init__(self) -> None:
        self.day = date(2026, 11, 22)
        self.left = timedelta(hours=5)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def watch(days: Days, qtbot: QtBot) -> Iterator[DayWatch]:
    made = DayWatch(lambda: days.day, lambda: days.left)
    yield made
    made.stop()


def test_it_looks_at_least_once_a_minute(watch: DayWatch) -> None:
    assert watch._timer.isActive()
    assert watch._timer.interval() <= MINUTE_MS + JUST_AFTER_MS


@pytest.mark.parametrize(("seconds", "wait"), [(25, 25), (60, 60), (61, 1), (3600, 60), (3599, 59)])
def test_it_looks_at_the_beginning_of_a_minute_so_that_a_reminder_is_not_late(
    days: Days, watch: DayWatch, seconds: int, wait: int
) -> None:
    days.left = seconds * SECOND
    watch.look()
    assert watch._timer.interval() == wait * 1000 + JUST_AFTER_MS


def test_it_looks_when_the_next_day_should_begin(days: Days, watch: DayWatch, qtbot: QtBot) -> None:
    days.left = SECOND / 10
    watch.look()
    days.day += timedelta(days=1)
    with qtbot.waitSignal(watch.turned, timeout=3000) as turned:
        days.left = timedelta(hours=24)
    assert turned.args == [date(2026, 11, 23)]
    assert watch._timer.isActive()


def test_it_says_each_day_once(days: Days, watch: DayWatch) -> None:
    turned: list[date] = []
    looked: list[bool] = []
    watch.turned.connect(turned.append)
    watch.looked.connect(lambda: looked.append(True))
    watch.look()
    days.day += timedelta(days=2)  # the computer slept
    watch.look()
    watch.look()
    days.day -= timedelta(days=3)  # the clock was set back
    watch.look()
    assert turned == [date(2026, 11, 24), date(2026, 11, 21)]
    assert len(looked) == 4


@pytest.mark.parametrize("left", [timedelta(), -SECOND, timedelta(microseconds=1)])
def test_a_day_that_is_over_is_looked_at_soon_but_not_without_pause(
    days: Days, watch: DayWatch, left: timedelta, qtbot: QtBot
) -> None:
    days.left = left
    looked: list[Callable[[], None]] = []
    watch.looked.connect(lambda: looked.append(watch.look))
    watch.look()
    qtbot.wait(120)
    assert 2 <= len(looked) <= 4


def test_when_stopped_it_looks_no_more(watch: DayWatch) -> None:
    watch.stop()
    assert not watch._timer.isActive()
