"""Readings for charts, and ways to find what a figure drew."""

from __future__ import annotations

from collections.abc import Container
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from matplotlib.figure import Figure
from matplotlib.text import Text

from db.records import Reading, Value
from diary.charts.days import GroupChart
from diary.charts.geometry import Plot, plan
from diary.charts.series import Series, series_of
from diary.charts.style import Style
from diary.field import Field, Group
from diary.fields import CATALOGUE

FIRST = date(2026, 9, 1)
TIGHTNESS = CATALOGUE["skin.tightness"]


def reading(number: int, value: Value, field: str = TIGHTNESS.key, late: int = 0) -> Reading:
    """The value of one day, counted from `FIRST`, written `late` days afterwards."""
    day = FIRST + timedelta(days=number)
    return Reading(day, field, value, datetime.combine(day + timedelta(late), time(21), UTC))


def figure(readings: list[Reading], days: int, field: str = TIGHTNESS.key) -> Figure:
    """The figure of one field over the first `days` days."""
    chart = GroupChart(Group.SKIN, [CATALOGUE[field]], stretch(readings, days))
    return chart(Style(width_px=700)).figure


def stretch(readings: list[Reading], days: int) -> Series:
    """The series of the first `days` days."""
    return series_of(readings, [], FIRST, FIRST + timedelta(days=days - 1))


def laid_out(fields: list[Field], days: int, style: Style, empty: Container[str] = ()) -> Plot:
    """The plan of a chart of these fields, of which those in `empty` have no reading."""
    shown = {field.key: {FIRST: 1} for field in fields if field.key not in empty}
    words = {field.key: ["median 1", "1 of 14 days"] for field in fields}
    return plan(fields, words, shown, FIRST, FIRST + timedelta(days=days - 1), style)


def drawn(figure: Figure, name: str) -> list[Any]:
    """The artists of a kind: "readings", "late", "median" or "range"."""
    return [artist for artist in figure.get_children() if artist.get_gid() == name]


def words(figure: Figure) -> list[str]:
    """Every text of a figure."""
    return [child.get_text() for child in figure.get_children() if isinstance(child, Text)]
