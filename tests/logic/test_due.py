"""Weekly and monthly fields are asked when they are due, and not before."""

from datetime import date, timedelta

import pytest

from diary.fields import CATALOGUE
from diary.logic.due import is_due, next_due

DAY = date(2026, 3, 31)
TIRED = CATALOGUE["general.fatigue"]
LUMPS = CATALOGUE["skin.lumps"]
GAP = CATALOGUE["skin.palm_gap_right"]
FINGERS = CATALOGUE["skin.check_right_fingers"]


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def test_what_was_never_recorded_is_due():
    assert is_due(LUMPS, DAY, None)
    assert next_due(LUMPS, None) is None


@pytest.mark.parametrize(("field", "days"), [(LUMPS, 7), (GAP, 28), (FINGERS, 28)])
def test_it_is_due_from_its_day_on_and_not_before(field, days):
    assert not is_due(field, DAY, ago(1))
    assert not is_due(field, DAY, ago(days - 1))
    assert is_due(field, DAY, ago(days))
    assert is_due(field, DAY, ago(days + 300))
    assert next_due(field, ago(days)) == DAY


def test_it_stays_on_the_day_on_which_it_was_recorded():
    assert is_due(GAP, DAY, DAY)


def test_a_daily_field_is_due_on_every_day():
    assert is_due(TIRED, DAY, ago(0))
    assert is_due(TIRED, DAY, ago(1))
