"""The views of Trends in the order of their chips, each made when it is first shown.

The imports stand inside the functions on purpose: a view that is not looked at costs no time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from diary.i18n import N_, Message
from diary.ui.studio import Studio
from diary.ui.widgets.trend_view import TrendView

Maker = Callable[[Studio], TrendView]


@dataclass(frozen=True, slots=True)
class TrendPlace:
    """A view: its key, its name on the chip, and how it is made."""

    key: str
    title: Message
    make: Maker


def _days(studio: Studio) -> TrendView:
    from diary.ui.widgets.trend_view_days import DaysView

    return DaysView(studio)


def _table(studio: Studio) -> TrendView:
    from diary.ui.widgets.trend_view_table import TableView

    return TableView(studio)


VIEWS: tuple[TrendPlace, ...] = (
    TrendPlace("days", N_("Day by day"), _days),
    TrendPlace("table", N_("Table"), _table),
)
