"""The views of Trends in the order of their chips, each made when it is first shown.

The imports stand inside the functions on purpose: a view that is not looked at costs no time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from diary.i18n import N_, Message
from diary.ui.studio import Studio
from diary.ui.widgets.trend_view import TrendView

Maker = Callable[[Studio], TrendView]
LOADED_FIRST = ("diary.charts.series", "diary.charts.day_points", "diary.charts.days")
"""No part of Qt is in these, so that a worker may load them."""


@dataclass(frozen=True, slots=True)
class TrendPlace:
    """A view: its key, its name on the chip, and how it is made."""

    key: str
    title: Message
    make: Maker


def load_first() -> None:
    """Load, on the worker, what the first view reads the diary with."""
    for part in LOADED_FIRST:
        import_module(part)


def _days(studio: Studio) -> TrendView:
    from diary.ui.widgets.trend_view_days import DaysView

    return DaysView(studio)


def _patterns(studio: Studio) -> TrendView:
    from diary.ui.widgets.trend_view_patterns import PatternsView

    return PatternsView(studio)


def _year(studio: Studio) -> TrendView:
    from diary.ui.widgets.trend_view_year import YearView

    return YearView(studio)


def _around(studio: Studio) -> TrendView:
    from diary.ui.widgets.trend_view_around import AroundView

    return AroundView(studio)


def _table(studio: Studio) -> TrendView:
    from diary.ui.widgets.trend_view_table import TableView

    return TableView(studio)


VIEWS: tuple[TrendPlace, ...] = (
    TrendPlace("days", N_("Day by day"), _days),
    TrendPlace("patterns", N_("Raynaud’s patterns"), _patterns),
    TrendPlace("year", N_("Year"), _year),
    TrendPlace("around", N_("Around a change"), _around),
    TrendPlace("table", N_("Table"), _table),
)
