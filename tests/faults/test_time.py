"""Faults 40, 41, 44 and 45: clock changes, travel, odd days, long attacks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from db.check import check
from db.records import Attack
from db.store import Store
from diary.change import FutureDayError
from diary.clock import fixed
from diary.logic.attacks import by_day, totals, totals_by_day
from diary.logic.coverage import coverage
from diary.logic.entered import instants
from diary.logic.periods import Period
from diary.session import Session
from tests.conftest import FakeClock
from tests.faults.kit import EVER, comes_back
from tests.ui.conftest import Wait


def travel(clock: FakeClock, place: str, moment: datetime) -> None:
    """Let the clock show `moment` (UTC) where the patient is now."""
    clock.place = place
    clock.moment = fixed(moment.astimezone(ZoneInfo(place)))


def wall(clock: FakeClock) -> str:
    return clock.moment.strftime("%d %H:%M")


# 40


TWICE = [
    ("Europe/Berlin", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 60),
    ("America/New_York", datetime(2026, 11, 1, 5, 30, tzinfo=UTC), 60),
    ("Australia/Sydney", datetime(2026, 4, 4, 15, 30, tzinfo=UTC), 60),
    ("Australia/Lord_Howe", datetime(2026, 4, 4, 14, 45, tzinfo=UTC), 30),
]


@pytest.mark.parametrize(("place", "first", "minutes"), TWICE)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_40_an_hour_that_comes_twice_keeps_both_attacks_in_order(
    session: Session, store: Store, clock: FakeClock, save: Wait, tmp_path: Path,
    place: str, first: datetime, minutes: int, form: str,
) -> None:  # fmt: skip
    shown = []
    for start in (first, first + timedelta(minutes=minutes)):
        travel(clock, place, start)
        shown.append(wall(clock))
        save(session.start_attack)
        travel(clock, place, start + timedelta(minutes=5))
        save(session.end_attack)

    one, two = session.read.attacks(*EVER)
    assert shown[0] == shown[1]
    assert two.started_at - one.started_at == timedelta(minutes=minutes)
    assert one.day == two.day == clock.moment.date()
    assert (one.minutes, two.minutes) == (5, 5)
    assert comes_back(store, tmp_path, form)
    assert check(store) == []


@pytest.mark.parametrize(
    ("place", "day", "moved"),
    [
        ("Europe/Berlin", date(2026, 3, 29), time(3, 30)),
        ("Australia/Sydney", date(2026, 10, 4), time(3, 30)),
        ("America/New_York", date(2026, 3, 8), time(3, 30)),
    ],
)
def test_40_a_time_in_the_gap_of_spring_is_kept_on_its_day(
    session: Session, clock: FakeClock, save: Wait, place: str, day: date, moved: time
) -> None:
    (start,) = instants(day, time(2, 30), place)
    travel(clock, place, start.astimezone(UTC) + timedelta(hours=1))
    save(
        lambda: session.put_attack(
            Attack(id="a", started_at=start, zone=place, recorded_at=clock.now(), minutes=20)
        )
    )

    (kept,) = session.read.attacks(day, day)
    assert kept.started_at.time() == moved
    assert kept.recorded_at_the_time


@pytest.mark.parametrize("start", ["00:00", "02:00", "03:00", "04:00"])
@pytest.mark.parametrize("place", ["Europe/Berlin", "Australia/Sydney", "America/Havana"])
def test_40_each_day_of_a_year_comes_once_and_in_order(
    session: Session, clock: FakeClock, save: Wait, start: str, place: str
) -> None:
    save(lambda: session.prefer("day.start", start))
    days: list[date] = []
    moment = datetime(2026, 1, 1, 12, tzinfo=UTC)
    while moment < datetime(2027, 1, 2, 12, tzinfo=UTC):
        travel(clock, place, moment)
        today = session.today()
        if not days or days[-1] != today:
            days.append(today)
        moment += timedelta(minutes=30)

    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]


# 41


def test_41_flying_back_over_the_date_line_moves_nothing(
    session: Session, clock: FakeClock, save: Wait
) -> None:
    left = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
    travel(clock, "Pacific/Auckland", left)
    written = session.today()
    save(lambda: session.record(written, "skin.itch", 4))
    save(lambda: session.write_note(written, "Packed"))
    save(session.start_attack)

    travel(clock, "Pacific/Honolulu", left + timedelta(hours=9))
    assert session.today() == written - timedelta(days=1)
    save(session.end_attack)

    assert session.day_readings(written)["skin.itch"].value == 4
    assert session.note(written) == "Packed"
    (attack,) = session.read.attacks(written, written)
    assert attack.minutes == 540
    assert attack.zone == "Pacific/Auckland"
    with pytest.raises(FutureDayError):
        session.record(written, "skin.itch", 5)
    save(lambda: session.record(session.today(), "skin.itch", 1))

    travel(clock, "Pacific/Honolulu", left + timedelta(hours=30))
    assert session.today() == written
    save(lambda: session.record(written, "skin.itch", 6))
    assert session.day_readings(written)["skin.itch"].value == 6
    assert not session.day_readings(written)["skin.itch"].late


def test_41_attacks_on_a_journey_are_in_the_order_in_which_they_were_had(
    session: Session, clock: FakeClock, save: Wait
) -> None:
    places = ("Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu", "Europe/London")
    for hours, place in enumerate(places):
        travel(clock, place, datetime(2026, 11, 21, 10 + hours, tzinfo=UTC))
        save(session.start_attack)
        clock.advance(minutes=10)
        save(session.end_attack)
    assert [attack.zone for attack in session.read.attacks(*EVER)] == list(places)


# 44


@pytest.mark.parametrize(
    "day",
    [
        date(2024, 2, 29),
        date(2025, 12, 31),
        date(2026, 1, 1),
        date(2021, 1, 1),  # ISO week 53 of 2020
        date(2011, 12, 29),
        date(2011, 12, 31),
    ],
)
def test_44_odd_days_are_days_like_any_other(
    session: Session, store: Store, clock: FakeClock, save: Wait, day: date, tmp_path: Path
) -> None:
    travel(clock, "Pacific/Apia", datetime.combine(day, time(12), ZoneInfo("Pacific/Apia")))
    assert session.today() == day
    save(lambda: session.record(day, "skin.itch", 3))
    save(lambda: session.record(day - timedelta(days=1), "skin.itch", 2))
    save(session.start_attack)
    clock.advance(minutes=20)
    save(session.end_attack)

    assert [r.day for r in session.read.readings(*EVER)] == [day - timedelta(days=1), day]
    assert session.read.attacks(day, day)[0].day == day
    assert comes_back(store, tmp_path, "json")


def test_44_samoa_had_no_30_december_2011(session: Session, clock: FakeClock, save: Wait) -> None:
    evening = datetime(2011, 12, 30, 9, 0, tzinfo=UTC)  # the 29th, 23:00 there
    travel(clock, "Pacific/Apia", evening)
    save(session.start_attack)
    assert session.today() == date(2011, 12, 29)

    travel(clock, "Pacific/Apia", evening + timedelta(hours=2))
    assert session.today() == date(2011, 12, 31)
    save(session.end_attack)

    (attack,) = session.read.attacks(*EVER)
    assert (attack.day, attack.minutes) == (date(2011, 12, 29), 120)
    (moved,) = instants(date(2011, 12, 30), time(10), "Pacific/Apia")
    assert moved.date() == date(2011, 12, 31)
    assert coverage(Period(date(2011, 12, 28), date(2011, 12, 31)), [attack]).days == 4


# 45


def test_45_an_attack_over_midnight_counts_once_on_the_day_it_began(
    session: Session, clock: FakeClock, save: Wait
) -> None:
    clock.moment = clock.moment.replace(hour=23, minute=50)
    began = session.today()
    save(session.start_attack)
    clock.advance(minutes=30)
    save(session.end_attack)

    assert session.today() == began + timedelta(days=1)
    found = totals_by_day(session.read.attacks(*EVER), clock.now())
    assert {day: (each.count, each.minutes) for day, each in found.items()} == {began: (1, 30)}


def test_45_an_attack_of_40_hours_keeps_its_length(
    session: Session, clock: FakeClock, save: Wait
) -> None:
    began = session.today()
    save(session.start_attack)
    clock.advance(hours=40)
    save(session.end_attack)
    found = totals_by_day(session.read.attacks(*EVER), clock.now())
    assert {day: (each.count, each.minutes) for day, each in found.items()} == {began: (1, 2400)}


def test_45_an_attack_that_was_never_ended_goes_on_and_counts_once(
    session: Session, clock: FakeClock, save: Wait
) -> None:
    began = session.today()
    save(session.start_attack)
    clock.advance(days=400)

    running = session.running_attack()
    assert running is not None
    assert running.day == began
    assert totals([running], clock.now()).minutes == 14 * 24 * 60
    assert list(by_day(session.read.attacks(*EVER))) == [began]
    save(session.end_attack)
    assert session.running_attack() is None
