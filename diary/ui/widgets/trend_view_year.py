"""A year of any field: every day of it, and its weeks beside those of the year before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.charts.pressure_fields import measures, with_pressures
from diary.charts.series import load, numbers
from diary.charts.twin import Shown
from diary.charts.year_words import THE_DAYS, THE_WEEKS
from diary.collector import keep_what_is_loaded
from diary.field import Field
from diary.i18n import _, format_day
from diary.logic.drawn import TOTAL
from diary.logic.periods import Period
from diary.logic.seasons import comparable, needed, seasons
from diary.logic.units import chosen_units
from diary.logic.year import days_of_year
from diary.session import Session
from diary.ui.studio import Studio
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, TARGET, button, label
from diary.ui.widgets.picker import Picker
from diary.ui.widgets.shown_view import ShownView


class YearView(ShownView):
    """The year is chosen here; the range of the page means nothing to it."""

    uses_range = False

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._year = studio.session.today().year
        self.field = Picker(_("What to look at"))
        self.before = button("‹", on_click=partial(self._step, -1), name=_("Year before"))
        self.year = label("", "heading")
        self.after = button("›", on_click=partial(self._step, 1), name=_("Year after"))
        self._lay_out()
        self.field.chosen.connect(self._on_chosen)

    def _lay_out(self) -> None:
        years = QWidget()
        row = QHBoxLayout(years)
        row.setContentsMargins(0, 0, GAP, 0)
        row.setSpacing(GAP)
        self.year.setWordWrap(False)
        for part in (self.before, self.year, self.after):
            row.addWidget(part)
        for step in (self.before, self.after):
            step.setMinimumSize(TARGET, TARGET)
            step.setToolTip(step.accessibleName())
        self.place_tools(self.field, years)
        for title in (THE_DAYS, THE_WEEKS):
            self.column.addWidget(self.add_part(str(title)))

    def show_range(self, _shown: Period | None) -> None:
        """Show the chosen year, whatever is chosen elsewhere."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the chosen field and year, and draw them anew."""
        session = self.studio.session
        groups = _offered(session)
        fields = {field.key: field for group in groups for field in group}
        self.field.offer(
            [[(field.key, str(field.label)) for field in group] for group in groups],
            self.field.key,
        )
        today = session.today()
        self._year = min(self._year, today.year)
        self.year.setText(format_day(date(self._year, 1, 1), "y"))
        self.after.setEnabled(self._year < today.year)
        span = session.read.span()
        self.before.setEnabled(span is not None and self._year > span[0].year)
        field = fields[self.field.key]
        self.read(partial(_shown, session, field, self._year, session.week_begins(), today))

    def _step(self, years: int) -> None:
        self._year += years
        self.refresh()
        announce(self, self.year.text())

    @Slot(str)
    def _on_chosen(self, _key: str) -> None:
        self.refresh()


def _offered(session: Session) -> list[list[Field]]:
    """What is asked, in the patient's order; then the other fields; then measures."""
    asked = list(session.shown)
    others = [field for field in session.catalogue if field not in asked]
    groups = (
        dict.fromkeys(_with_total(asked)),
        dict.fromkeys(_with_total(others)),
        measures(chosen_units(session.preference)),
    )
    return [found for group in groups if (found := list(group))]


def _with_total(fields: Iterable[Field]) -> Iterator[Field]:
    """The regions of the skin check stand as their total."""
    return (TOTAL if field.panel == TOTAL.panel else field for field in fields)


def _shown(
    session: Session, field: Field, year: int, first_weekday: int, today: date
) -> Iterable[Shown]:
    """Read on the worker; the charts load matplotlib."""
    from diary.charts.year_days import YearOfDays, days_shown
    from diary.charts.year_weeks import weeks_shown, words_shown

    keep_what_is_loaded()
    days, span = days_of_year(year, today), session.read.span()
    first = max(days.first, min(span[0], days.last)) if span else days.first
    series = with_pressures(load(session.read, first, days.last))
    yield days_shown(YearOfDays(field, series, first_weekday))
    if not comparable(field):
        yield words_shown(field)
        return
    both = needed(year)
    series = with_pressures(load(session.read, both.first, both.last))
    values = numbers(series.shown.get(field.key, {}))
    yield weeks_shown(field, seasons(field, values, year, first_weekday, today))
