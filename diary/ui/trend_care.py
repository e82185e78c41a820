"""Medicines and visits in Trends: the bars and the lines in the charts."""

from __future__ import annotations

from collections.abc import Iterable

from db.records import Appointment, DosePeriod, Medicine
from diary.charts.care import CareMarks, care_marks
from diary.charts.geometry import Plot
from diary.logic.medicines import courses
from diary.logic.ranges import Stretch
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.widgets.chart_card import ChartCard
from diary.ui.widgets.medicine_bars import MedicineBars


class TrendCare:
    """Reads what the page of Trends shows of care, and hands it to its parts."""

    def __init__(self, session: Session, theme: Theme, cards: Iterable[ChartCard]) -> None:
        self._session, self._cards = session, tuple(cards)
        self.bars = MedicineBars(theme)
        self.marks = CareMarks()

    def show(self, shown: Stretch) -> None:
        """Show medicines and visits of these days."""
        found = courses(self._session.events(Medicine), self._session.events(DosePeriod))
        visits = self._session.events(Appointment)
        self.marks = care_marks(found, visits, shown.first, shown.last)
        self.bars.show_marks(self.marks)
        for card in self._cards:
            card.view.show_marks(self.marks)

    def show_axis(self, plot: Plot) -> None:
        """Put the bars under the axis of the charts."""
        self.bars.show_axis(plot)

    def show_bars(self) -> None:
        """The bars stand with the charts, where there is something to show."""
        self.bars.setVisible(not self.bars.empty)
