"""The table twin of the charts, a row a day."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from diary.charts.series import Series, load
from diary.collector import no_collector
from diary.logic.ranges import Stretch
from diary.session import Session
from diary.ui.studio import Latest, Studio
from diary.ui.trend_fields import columns
from diary.ui.widgets.trend_numbers import TrendNumbers
from diary.ui.widgets.trend_view import TrendView


class TableView(TrendView):
    """The numbers of the shown days; read when they come into view."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._shown: Stretch | None = None
        self._latest = Latest(studio)
        self.numbers = TrendNumbers(studio.theme)
        self.numbers.day_wanted.connect(self.day_wanted)
        self.column.addWidget(self.numbers)

    def show_range(self, shown: Stretch | None) -> None:
        """Find out which fields have anything to show, then show them."""
        self._shown = shown
        if shown is not None:
            self._latest.begin()
            self._latest.run(partial(_read, self.studio.session, shown), self._on_read)

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        self.show_range(self._shown)

    def _on_read(self, series: Series) -> None:
        session = self.studio.session
        read = partial(load, session.read)
        fields = list(columns(session, series.used))
        self.numbers.fill(fields, read, series.first, series.last)
        self.drawn.emit()


def _read(session: Session, shown: Stretch) -> Series:
    with no_collector():
        return load(session.read, shown.first, shown.last)
