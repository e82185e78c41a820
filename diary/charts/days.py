"""The charts of the days: what each is of. Called with a style they draw, and load matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.happened import NOTHING, Happened
from diary.charts.series import Series
from diary.field import Field, Group
from diary.logic.ranges import Stretch

if TYPE_CHECKING:
    from diary.charts.drawing import Drawing
    from diary.charts.style import Style


@dataclass(frozen=True, slots=True)
class GroupChart:
    """The fields of a group, one row each.

    `recent` shades the last 14 days, over which trials of Raynaud's take their means.
    """

    group: Group
    fields: Sequence[Field]
    series: Series
    happened: Happened = NOTHING
    recent: bool = False

    def __call__(self, style: Style) -> Drawing:
        """Draw it."""
        from diary.charts.figures import draw  # noqa: PLC0415 - loads matplotlib

        return draw(self, style)


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened, on the same date axis; `lanes` limits how many medicines are drawn."""

    happened: Happened
    shown: Stretch
    lanes: int

    def __call__(self, style: Style) -> Drawing:
        """Draw it."""
        from diary.charts.timeline import draw  # noqa: PLC0415 - loads matplotlib

        return draw(self, style)
