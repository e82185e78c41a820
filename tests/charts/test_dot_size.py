"""The dots of a chart: large enough to be seen, and never wider than their day."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from diary.charts.marks import dot_size
from diary.charts.style import Style
from diary.field import Cadence


@pytest.mark.parametrize(("day_width", "least"), [(8, 6.5), (24, 9), (52, 9)])
def test_a_dot_is_seen_at_first_sight(day_width: float, least: float) -> None:
    sheet: Any = SimpleNamespace(style=Style(), plot=SimpleNamespace(day_width=day_width))
    assert least <= dot_size(sheet, Cadence.DAILY) <= day_width
