"""Medicines and visits in Trends: the bars, the lines in the charts, "since last visit"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from db.records import Appointment, DosePeriod, Medicine
from diary.charts.care import CareMarks, care_marks
from diary.charts.geometry import Plot
from diary.logic.medicines import courses
from diary.logic.ranges import Stretch
from diary.logic.visits import last_visit
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.widgets.chart_card import ChartCard
from diary.ui.widgets.medicine_bars import MedicineBars
from diary.ui.widgets.trend_tools import TrendTools

CARE = frozenset({Appointment, Medicine, DosePeriod})
"""The kinds of records that it shows."""


class TrendCare:
    """Reads what the page of Trends shows of care, and hands it to its parts."""

    def __init__(
        self, session: Session, theme: Theme, cards: Iterable[ChartCard], tools: TrendTools
    ) -> None:
        self._session, self._cards, self._tools = session, tuple(cards), tools
        self.bars = MedicineBars(theme)
        self.marks = CareMarks()

    @property
    def last_visit(self) -> date | None:
        """The day of the last visit."""
        found = last_visit(self._session.events(Appointment), self._session.today())
        return found.day if found else None

    def show(self, shown: Stretch) -> None:
        """Show medicines and visits of these days."""
        self._tools.offer_visit(offered=self.last_visit is not None)
        found = courses(self._session.events(Medicine), self._session.events(DosePeriod))
        visits = self._session.events(Appointment)
        self.marks = care_marks(found, visits, shown.first, shown.last)
        self.bars.show_marks(self.marks)
        for card in self._cards:
            card.view.show_marks(self.marks)

    def show_axis(self, plot: Plot) -> None:
        """Put the bars under the axis of the charts."""
        self.bars.show_axis(plot)

    def show_bars(self, *, wanted: bool) -> None:
        """The bars stand with the charts, where there is something to show."""
        self.bars.setVisible(wanted and not self.bars.empty)
