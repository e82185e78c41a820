"""A month or a year, as it is typed where nobody knows the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from diary import i18n
from diary.logic.about_day import first_day_of

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    yield
    i18n.use("en_GB")


@pytest.mark.parametrize(
    ("spoken", "text", "meant"),
    [
        ("en_GB", "March 2019", date(2019, 3, 1)),
        ("en_GB", " mar  2019 ", date(2019, 3, 1)),
        ("en_GB", "03/2019", date(2019, 3, 1)),
        ("en_US", "3-2019", date(2019, 3, 1)),
        ("en_GB", "2019-03", date(2019, 3, 1)),
        ("en_GB", "2019", date(2019, 1, 1)),
        ("en_GB", "November 2026", date(2026, 11, 1)),
        ("es", "marzo de 2019", date(2019, 3, 1)),
        ("de", "März 2019", date(2019, 3, 1)),
    ],
)
def test_a_month_or_year_begins_on_its_first_day(spoken: str, text: str, meant: date) -> None:
    i18n.use(spoken)
    assert first_day_of(text, TODAY) == meant


@pytest.mark.parametrize(
    "text",
    ["", "March", "19", "summer 2019", "2027", "December 2026", "13/2019", "3 March 2019", "0000"],
)
def test_what_is_no_month_or_year_that_has_come_is_none(text: str) -> None:
    assert first_day_of(text, TODAY) is None
