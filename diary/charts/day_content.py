"""What the charts of the days are of. No matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diary.charts.happened import NOTHING, Happened
from diary.charts.series import Series
from diary.field import Field, Group
from diary.logic.periods import Period


@dataclass(frozen=True, slots=True)
class GroupContent:
    """The fields of a group, one row each.

    `recent` shades the last 14 days, over which trials of Raynaud's take their means.
    """

    group: Group
    fields: Sequence[Field]
    series: Series
    happened: Happened = NOTHING
    recent: bool = False


@dataclass(frozen=True, slots=True)
class TimelineContent:
    """What happened, on the same date axis; `lanes` limits how many medicines are drawn."""

    happened: Happened
    shown: Period
    lanes: int
