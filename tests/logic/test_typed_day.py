from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary import i18n
from diary.logic.typed_day import typed_day

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    i18n.use("en_GB")
    yield
    i18n.use("en_GB")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 21)),
        ("3 Oct", date(2026, 10, 3)),
        ("3 October 2025", date(2025, 10, 3)),
        ("october 3", date(2026, 10, 3)),
        ("October 3, 2025", date(2025, 10, 3)),
        ("3. December", date(2025, 12, 3)),
        ("2025-10-03", date(2025, 10, 3)),
        ("3/10", date(2026, 10, 3)),
        ("3.10.25", date(2025, 10, 3)),
        ("29 feb", date(2024, 2, 29)),
        ("22 Nov", TODAY),
        ("23 Nov 2026", None),
        ("31 Sept", None),
        ("3", None),
        ("oct", None),
        ("3 oc", None),
        ("3 oct 4", None),
        ("3 octopus", None),
        ("0/0", None),
        ("9999-99-99", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, day: date | None) -> None:
    assert typed_day(typed, TODAY) == day


def test_numbers_are_read_in_the_order_of_the_country() -> None:
    i18n.use("en_US")
    assert typed_day("3/10", TODAY) == date(2026, 3, 10)


@given(st.text(max_size=20))
def test_whatever_is_typed_gives_a_day_up_to_today_or_none(typed: str) -> None:
    found = typed_day(typed, TODAY)
    assert found is None or found <= TODAY
