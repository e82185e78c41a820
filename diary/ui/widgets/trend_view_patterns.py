"""Raynaud's patterns: when, where and with what attacks came, in the chosen time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QWidget

from diary.charts.pattern_titles import (
    BY_COLD,
    BY_COLOUR,
    BY_HOUR,
    BY_PLACE,
    BY_TRIGGER,
    BY_WEEKDAY,
)
from diary.charts.twin import Shown
from diary.collector import keep_what_is_loaded
from diary.field import Group
from diary.i18n import _
from diary.logic.periods import Period
from diary.logic.units import Unit, chosen_units
from diary.session import Session
from diary.ui.studio import Studio
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.shown_view import ShownView
from diary.ui.widgets.trend_part import TrendPart

LETTERS = 42
"""Two charts stand side by side where each has room for so many letters in a line."""
PAIRS = ((BY_HOUR, BY_WEEKDAY), (BY_TRIGGER, BY_COLOUR), (BY_PLACE, BY_COLD))


class _Pair(Beside):
    """Two charts, or their tables, that part the room alike."""

    def __init__(self, one: TrendPart, other: TrendPart) -> None:
        self._pair = one, other
        super().__init__(one, other, characters=LETTERS)

    def least(self, part: QWidget) -> int:
        """Pixels in which no word of either table is cut."""
        return max(super().least(part), *(each.least_width for each in self._pair))

    def event(self, event: QEvent) -> bool:
        """A part shows something else now."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.stand()
        return super().event(event)


class PatternsView(ShownView):
    """Six charts in pairs."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._shown: Period | None = None
        self.nothing.setText(
            _(
                "No attacks are recorded in these days. Once a few are, you see here at what "
                "hours they came, where, and what set them off."
            )
        )
        self.place_tools()
        for pair in PAIRS:
            one, other = (self.add_part(str(title), Group.RAYNAUD) for title in pair)
            self.column.addWidget(_Pair(one, other))

    def show_range(self, shown: Period | None) -> None:
        """Read and draw these days."""
        self._shown = shown
        if shown is not None:
            session = self.studio.session
            unit = chosen_units(session.preference).of("temperature")
            period = Period(shown.first, shown.last)
            self.read(partial(_shown, session, period, session.week_begins(), unit))

    @Slot()
    def refresh(self) -> None:
        """Read and draw anew."""
        self.show_range(self._shown)


def _shown(session: Session, period: Period, first_weekday: int, unit: Unit) -> tuple[Shown, ...]:
    """Read on the worker; the charts load matplotlib."""
    from diary.ui.pattern_reader import read_patterns

    keep_what_is_loaded()
    return read_patterns(session, period, first_weekday, unit)
