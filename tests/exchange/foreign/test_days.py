"""Days, times and numbers in the forms in which other programs write them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal

import pytest

from diary import i18n
from diary.exchange.foreign import days, decimals
from diary.exchange.foreign.days import Moment, Order
from diary.exchange.foreign.decimals import Sign

APRIL = date(2026, 4, 3)


@pytest.fixture
def german() -> Iterator[None]:
    i18n.use("de_DE")
    yield
    i18n.use("en_GB")


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-03", "2026/4/3", "20260403", "3 Apr 2026", "3-Apr-26", "3. April 2026",
        "Apr 3, 2026", "April 3rd, 2026", "Friday, 3 April 2026", "Fri 3 Apr 2026", " 2026-04-03 ",
        "3 april 2026",
    ],
)  # fmt: skip
@pytest.mark.parametrize("order", list(Order))
def test_a_month_in_words_or_a_year_in_front_needs_no_order(text, order):
    assert days.read(text, order) == Moment(APRIL)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("03/04/2026", Order.DAY_MONTH), ("3.4.26", Order.DAY_MONTH),
        ("3. 4. 2026", Order.DAY_MONTH), ("04/03/2026", Order.MONTH_DAY),
        ("4-3-26", Order.MONTH_DAY), ("26-04-03", Order.YEAR_FIRST),
    ],
)  # fmt: skip
def test_numbers_alone_are_read_in_their_order(text, order):
    assert days.read(text, order) == Moment(APRIL)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-04-03T21:15:30.250", time(21, 15, 30)), ("2026-04-03 9:05 pm", time(21, 5)),
        ("2026-04-03, 12:00 a.m.", time(0)), ("2026-04-03 12:00\u202fPM", time(12)),
        ("3 Apr 2026 at 9.05", time(9, 5)), ("2026-04-03T21:15:00+02:00", time(21, 15)),
    ],
)  # fmt: skip
def test_a_time_after_the_day_is_read(text, at):
    assert days.read(text, Order.DAY_MONTH) == Moment(APRIL, at)


@pytest.mark.parametrize("zone", ["Z", "UTC", " GMT"])
def test_the_time_of_greenwich_becomes_that_of_home(zone):
    moment = days.read(f"2026-04-03T23:15:00{zone}", Order.DAY_MONTH)
    assert moment == Moment(APRIL, time(23, 15), world=True)
    assert moment.at_home("Europe/Berlin") == Moment(date(2026, 4, 4), time(1, 15))
    assert Moment(APRIL, time(23, 15)).at_home("Europe/Berlin").day == APRIL


@pytest.mark.parametrize(
    "text",
    [
        "", "31/02/2026", "2026-13-01", "3 Foo 2026", "3/4/126", "Total", "3 Apr", "46115", "7,5",
        "2026-04-03 25:00", "2026-04-03 13:00 pm", "0000-01-01", "9999-12-31", "3 Apr 2026" * 10,
    ],
)  # fmt: skip
def test_what_is_no_day_is_none(text):
    assert not days.is_day(text)


def test_months_are_known_in_the_readers_own_language(german):
    assert days.read("3. März 2026", Order.MONTH_DAY) == Moment(date(2026, 3, 3))
    assert days.read("3 March 2026", Order.MONTH_DAY) == Moment(date(2026, 3, 3))


@pytest.mark.parametrize(
    ("texts", "orders"),
    [
        (["03/04/2026", "04/04/2026"], (Order.DAY_MONTH, Order.MONTH_DAY)),
        (["03/04/2026", "25/12/2025"], (Order.DAY_MONTH,)),
        (["03/04/2026", "12/25/2025", "Total"], (Order.MONTH_DAY,)),
        (["04/04/2026", "2026-05-06"], (Order.DAY_MONTH,)),
        (["25/12/2025", "12/25/2025"], (Order.DAY_MONTH, Order.MONTH_DAY)),
        (["Total", ""], ()),
    ],
)
def test_the_orders_that_fit_a_whole_file(texts, orders):
    assert days.find(texts).options == orders


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("7", 7, 7), ("-5", -5, -5), ("−5", -5, -5), ("+5", 5, 5), ("7.5", "7.5", None),
        ("7,5", None, "7.5"), ("1,234", 1234, "1.234"), ("1.234", "1.234", 1234),
        ("1,234.5", "1234.5", None), ("1.234,5", None, "1234.5"), ("1 234", 1234, 1234),
        ("1’234.5", "1234.5", None), ("12,34,567", None, None), ("1e5", None, None),
        ("٣", None, None), ("", None, None), ("7/10", None, None), ("9" * 13, None, None),
    ],
)  # fmt: skip
def test_a_number_by_either_decimal_sign(text, point, comma):
    expected = [None if each is None else Decimal(each) for each in (point, comma)]
    assert [decimals.read(text, sign) for sign in Sign] == expected
