from __future__ import annotations

from datetime import date

import pytest

from diary.i18n import speaking
from diary.logic.day_ahead import day_ahead

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        (date(2027, 1, 31), "in 1 month", date(2027, 2, 28)),
        (date(2026, 12, 15), "in 13 months", date(2028, 1, 15)),
        (MONDAY, "monday", date(2026, 11, 30)),
    ],
)
def test_months_end_where_they_end_and_today_is_not_ahead(
    today: date, text: str, day: date
) -> None:
    assert day_ahead(text, today) == day


def test_it_is_read_in_the_language_of_the_window() -> None:
    with speaking("es"):
        assert day_ahead("dentro de 2 semanas", MONDAY) == date(2026, 12, 7)
        assert day_ahead("miércoles", MONDAY) == date(2026, 11, 25)
        assert day_ahead("el próximo jueves", MONDAY) == date(2026, 11, 26)
