"""One measurement: added on a day of the patient's choice, corrected, deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from uuid_utils import uuid7

from db.records import Measurement
from diary.i18n import _
from diary.logic.day_start import KEY, day_at, parsed_start
from diary.logic.measurements import GROUPS, OXYGEN, PRESSURE, WEIGHT, entry_problems
from diary.logic.units import chosen_units
from diary.logic.valid import Problems
from diary.measures import MEASURES, OXYGEN_PLACES
from diary.session import Session
from diary.ui.dialogs.measurement_inputs import add_moment, add_number, add_pressure
from diary.ui.dialogs.record_dialog import RecordDialog
from diary.ui.theme import Theme
from diary.ui.widgets.measurement_moment import MeasurementMoment

WHEN = ("day", "time")


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


class MeasurementDialog(RecordDialog):
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
        self.section, self.group = event.measure, GROUPS[event.measure]
        super().__init__(session, theme, str(MEASURES[event.measure].label), parent)
        self._is_new, self._stored = is_new, event
        self._units = chosen_units(session.preference)
        self._begins = parsed_start(session.preference(KEY))
        self.when = MeasurementMoment(_("When"), session.date_here)
        self._add_inputs()
        self._show_moment()
        self.form.show_values(self._shown())
        if is_new:
            self.for_new()
        else:
            self.add_remove(_("Delete"), event.id)

    def _add_inputs(self) -> None:
        form, measure = self.form, self._stored.measure
        if measure == PRESSURE:
            add_pressure(form)
        else:
            add_number(form, measure, self._units)
        if measure == OXYGEN:
            words = _("Where it was measured. In scleroderma a finger can read too low.")
            form.add_choice("place", words, [(each.key, str(each.label)) for each in OXYGEN_PLACES])
        if measure == WEIGHT:
            form.add_yes_no("intended", _("Was a change of weight intended?"))
        add_moment(form, self.when)
        form.add_text("note", _("Note"))

    def _show_moment(self) -> None:
        event = self._stored
        if self._is_new and event.day < self.session.today():
            self.when.ask_time(event.day, event.zone, self._begins)
        else:
            self.when.show_moment(event.measured_at, event.zone)

    def _shown(self) -> dict[str, Any]:
        parts = [part for part in self.form.inputs if part not in WHEN]
        shown = {part: getattr(self._stored, part) for part in parts}
        return shown | {"value": None} if self._is_new else shown

    def open_first(self) -> None:
        """Open with the keyboard on the number."""
        self.open_at("value")

    @property
    def entered(self) -> Measurement:
        """The measurement as entered; what was not touched comes back exactly."""
        values = {part: each for part, each in self.form.values().items() if part not in WHEN}
        if values.get("value", 0) is None:
            del values["value"]
        if "place" in values:
            values["place"] = values["place"] or ""
        event, moment = replace(self._stored, **values), self.when.moment()
        if moment is None or moment == self._stored.measured_at:
            return event
        return replace(event, measured_at=moment, day=day_at(moment, self._begins))

    def problems(self) -> Problems:
        """What does not fit, or is missing."""
        now, today = self.session.clock.now(), self.session.today()
        found = entry_problems(self.entered, self._units, now, today)
        if self.form.inputs["value"].read() is None:
            upper = self._stored.measure == PRESSURE
            missing = _("Write the upper number.") if upper else _("Write the number.")
            found = {part: each for part, each in found.items() if part in WHEN}
            found["value"] = missing
        if self.when.moment() is None:
            words = _("Write the time. If you do not know it, about when is enough.")
            found["time"] = words
        return found

    def save(self) -> str:
        """Keep it."""
        if self._is_new or self.entered != self._stored:
            self.session.put(self.entered)
        return _("The measurement was kept.")
