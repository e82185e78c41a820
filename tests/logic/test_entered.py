"""Days, times and lengths as they are typed."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary import i18n
from diary.i18n import format_day, format_minutes, format_time
from diary.logic.entered import day_of, instants, minutes_of, time_of

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _british():
    i18n.use("en_GB")
    yield
    i18n.use("en_GB")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1405", time(14, 5)),
        ("14.05", time(14, 5)),
        ("14:05", time(14, 5)),
        ("14:05:30", time(14, 5)),
        ("14 05", time(14, 5)),
        ("14h05", time(14, 5)),
        ("14h", time(14, 0)),
        ("  9 ", time(9, 0)),
        ("905", time(9, 5)),
        ("0:00", time(0, 0)),
        ("2:05 pm", time(14, 5)),
        ("2.05PM", time(14, 5)),
        ("2 p.m.", time(14, 0)),
        ("12 am", time(0, 0)),
        ("12:30 pm", time(12, 30)),
        ("205pm", time(14, 5)),
    ],
)
def test_a_time_is_read_as_people_write_it(text, meant):
    assert time_of(text) == meant


@pytest.mark.parametrize(
    "text", ["", "noon-ish", "25:00", "14:60", "14:5:1:2", "13 pm", "0 am", "-3", "14050", "99"]
)
def test_no_time_is_guessed(text):
    assert time_of(text) is None


@pytest.mark.parametrize("language", ["en_GB", "en_US", "de_DE", "fr_FR", "ko_KR", "hi_IN"])
@given(moment=st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_a_time_shown_by_the_locale_is_read_back(language, moment):
    i18n.use(language)

    assert time_of(format_time(moment)) == moment


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("25", 25),
        ("25 min", 25),
        ("25m", 25),
        ("25 minutes", 25),
        ("1 h 20", 80),
        ("1h20", 80),
        ("1 hour 20 minutes", 80),
        ("1:20", 80),
        ("1.5 h", 90),
        ("1,5 h", 90),
        ("40 hours", 2400),
        ("0", 0),
    ],
)
def test_a_length_is_read_as_people_write_it(text, minutes):
    assert minutes_of(text) == minutes


@pytest.mark.parametrize("text", ["", "h", "min", "a while", "-5", "5 6", "1:75", "123456"])
def test_no_length_is_guessed(text):
    assert minutes_of(text) is None


@given(st.integers(1, 5000))
def test_a_length_shown_is_read_back(minutes):
    assert minutes_of(format_minutes(minutes)) == minutes


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 21)),
        ("21.11.", date(2026, 11, 21)),
        ("21/11", date(2026, 11, 21)),
        ("21/11/25", date(2025, 11, 21)),
        ("2025-02-03", date(2025, 2, 3)),
        ("21 Nov", date(2026, 11, 21)),
        ("Sat, 21 November", date(2026, 11, 21)),
        ("23 november", date(2025, 11, 23)),
        ("3 December 2024", date(2024, 12, 3)),
        ("29 Feb", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_write_it(text, meant):
    assert day_of(text, TODAY) == meant


@pytest.mark.parametrize("text", ["", "31/2/2026", "soon", "13/13", "1/2/3/4", "Nov"])
def test_no_day_is_guessed(text):
    assert day_of(text, TODAY) is None


def test_the_locale_says_whether_the_month_comes_first():
    i18n.use("en_US")

    assert day_of("11/2/2026", TODAY) == date(2026, 11, 2)


@pytest.mark.parametrize("language", ["en_GB", "en_US", "de_DE", "fr_FR"])
@given(day=st.dates(date(1950, 1, 1), TODAY))
def test_a_day_shown_by_the_locale_is_read_back(language, day):
    i18n.use(language)

    assert day_of(format_day(day, "EEEE d MMMM y"), TODAY) == day


@pytest.mark.parametrize(
    ("day", "clock", "zone", "found"),
    [
        (date(2026, 7, 1), time(9, 0), "Europe/London", ["2026-07-01T09:00:00+01:00"]),
        (date(2026, 3, 29), time(1, 30), "Europe/London", ["2026-03-29T02:30:00+01:00"]),
        (date(2026, 10, 4), time(2, 30), "Australia/Sydney", ["2026-10-04T03:30:00+11:00"]),
        (
            date(2026, 10, 25),
            time(2, 30),
            "Europe/Berlin",
            ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"],
        ),
        (
            date(2026, 4, 5),
            time(2, 30),
            "Australia/Sydney",
            ["2026-04-05T02:30:00+11:00", "2026-04-05T02:30:00+10:00"],
        ),
        (date(2011, 12, 30), time(8, 0), "Pacific/Apia", ["2011-12-31T08:00:00+14:00"]),
    ],
)
def test_a_wall_time_is_one_instant_or_two_and_never_none(day, clock, zone, found):
    assert [moment.isoformat() for moment in instants(day, clock, zone)] == found
