"""The table twin of the charts, a row a day."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication

from diary.charts.day_table import as_text
from diary.charts.series import load, used_fields
from diary.collector import no_collector
from diary.field import Field
from diary.i18n import _
from diary.logic.periods import Period
from diary.session import Session
from diary.ui.studio import Latest, Studio
from diary.ui.trend_fields import columns
from diary.ui.widgets.controls import button
from diary.ui.widgets.trend_numbers import TrendNumbers
from diary.ui.widgets.trend_view import TrendView


class TableView(TrendView):
    """The numbers of the shown days; read when they come into view."""

    fills = True

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._shown: Period | None = None
        self._latest = Latest(studio)
        self.numbers = TrendNumbers(studio.theme)
        self.numbers.day_wanted.connect(self.day_wanted)
        self.copy = button(_("Copy as text"), on_click=self._on_copy_wanted)
        self.options = (self.copy,)
        self.column.addWidget(self.numbers)

    def show_range(self, shown: Period | None) -> None:
        """Find out which fields have anything to show, then show them."""
        self._shown = shown
        if shown is not None:
            self._latest.begin()
            job = partial(used_fields, self.studio.session.read, shown.first, shown.last)
            self._latest.run(job, self._on_used)

    @Slot()
    def refresh(self) -> None:
        """Read anew."""
        self.show_range(self._shown)

    def _on_used(self, used: set[str]) -> None:
        session, shown = self.studio.session, self._shown
        if shown is not None:
            fields = list(columns(session, used))
            self.numbers.fill(fields, partial(load, session.read), shown.first, shown.last)
        self.drawn.emit()

    @Slot()
    def _on_copy_wanted(self) -> None:
        """Copy all shown days; read and written on the worker, since there may be 18,000."""
        if self._shown is not None:
            job = partial(_text, self.studio.session, self.numbers.fields, self._shown)
            self.studio.run(job, self._on_text)

    def _on_text(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.announced.emit(_("Copied as text."))


def _text(session: Session, fields: Sequence[Field], shown: Period) -> str:
    with no_collector():
        return as_text(fields, load(session.read, shown.first, shown.last))
