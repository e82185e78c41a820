"""The charts of the days as jobs: made without matplotlib, they load it when they draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.day_content import GroupContent, TimelineContent

if TYPE_CHECKING:
    from diary.charts.drawing import Drawing
    from diary.charts.style import Style


@dataclass(frozen=True, slots=True)
class GroupChart(GroupContent):
    """A group of fields."""

    def __call__(self, style: Style) -> Drawing:
        """Draw it."""
        from diary.charts.figures import draw  # noqa: PLC0415 - loads matplotlib

        return draw(self, style)


@dataclass(frozen=True, slots=True)
class Timeline(TimelineContent):
    """What happened in those days."""

    def __call__(self, style: Style) -> Drawing:
        """Draw it."""
        from diary.charts.timeline import draw  # noqa: PLC0415 - loads matplotlib

        return draw(self, style)
