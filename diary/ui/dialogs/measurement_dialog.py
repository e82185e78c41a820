"""One measurement: added on a day of the patient's choice, corrected, deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget
from uuid_utils import uuid7

from db.records import Measurement
from diary.i18n import _
from diary.logic.day_start import KEY, day_at, parsed_start
from diary.logic.measurements import GROUPS, entry_problems
from diary.logic.units import chosen_units
from diary.measures import MEASURES
from diary.session import Session
from diary.ui.dialogs.measurement_form import MeasurementForm
from diary.ui.dialogs.record_sheet import RecordSheet
from diary.ui.theme import Theme
from diary.ui.widgets.measurement_moment import MeasurementMoment


def new_measurement(session: Session, measure: str, day: date) -> Measurement:
    """A measurement to be added on a day: made now, its value still to come."""
    now = session.clock.now()
    return Measurement(
        id=str(uuid7()),
        measure=measure,
        day=day,
        measured_at=now.replace(second=0, microsecond=0),
        zone=session.clock.zone(),
        value=0,
        recorded_at=now,
    )


class MeasurementDialog(RecordSheet):
    """Shows a measurement; a new one is asked for its time where its day is over."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        event: Measurement,
        parent: QWidget | None = None,
        *,
        is_new: bool = False,
    ) -> None:
        name = str(MEASURES[event.measure].label)
        super().__init__(name, GROUPS[event.measure], theme, parent, is_new=is_new)
        self._session = session
        self._units = chosen_units(session.preference)
        self._begins = parsed_start(session.preference(KEY))
        self._stored = event
        self.form = MeasurementForm(event.measure, self._units, theme)
        self.when = MeasurementMoment(_("When"), session.date_here)
        self._fill()
        self.form.edited.connect(self._on_edited)
        self.when.moment_changed.connect(self._on_edited)

    def _fill(self) -> None:
        for words, widgets in self.form.rows():
            self.add_row(words, *widgets)
        self.add_row(_("When"), self.when)
        self.add_row(_("Note"), self.form.note)
        event = self._stored
        if not self.is_new:
            self.form.show_value(event)
        if self.is_new and event.day < self._session.today():
            self.when.ask_time(event.day, event.zone, self._begins)
        else:
            self.when.show_moment(event.measured_at, event.zone)

    def show_form(self) -> None:
        """Open with the keyboard on the number."""
        self.show_at(self.form.first)

    # What was entered.

    def commit(self) -> None:
        """Read what is typed as it stands."""
        self.form.commit()
        self.when.commit()

    def _entered(self) -> Measurement:
        event = self.form.entered(self._stored)
        moment = self.when.moment()
        if moment is None or moment == self._stored.measured_at:
            return event
        return replace(event, measured_at=moment, day=day_at(moment, self._begins))

    def is_changed(self) -> bool:
        """Whether something was entered that is not stored yet."""
        if self.form.bad or self.when.bad:
            return True
        if self.is_new:
            return not self.form.is_empty or bool(self.form.note.toPlainText().strip())
        return self._entered() != self._stored

    def say_problems(self) -> bool:
        """Whether something is wrong; if so it is said at its input."""
        now, today = self._session.clock.now(), self._session.today()
        missing = self.form.say_missing()
        found = {} if missing else entry_problems(self._entered(), self._units, now, today)
        if not missing:
            self.form.say(found)
        return self._say_moment(found) or missing or bool(found) or self.form.bad

    def _say_moment(self, found: dict[str, str]) -> bool:
        """Whether the time is unknown, unread or still to come; if so it is said."""
        if self.when.bad:
            return True
        if self.when.moment() is None:
            self.when.say_missing()
        else:
            self.when.day.say(found.get("day", ""))
            self.when.time.say(found.get("time", ""))
        wrong = self.when.moment() is None or bool(found.keys() & {"day", "time"})
        if wrong and not (self.form.bad or found.keys() - {"day", "time"}):
            self.when.time.setFocus()
        return wrong

    def store(self) -> str:
        """Keep what was entered."""
        self._session.put(self._entered())
        return self._stored.id

    def erase(self) -> str:
        """Delete it; undo brings it back."""
        self._session.remove(self._stored)
        return self._stored.id
