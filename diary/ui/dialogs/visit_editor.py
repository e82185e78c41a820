"""An appointment: when, with whom, where, and what was agreed there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget
from uuid_utils import uuid7

from db.records import Appointment
from diary.i18n import _
from diary.logic.valid import Problems, problems
from diary.logic.visits import shown_time, stored_time
from diary.session import Session
from diary.ui.dialogs.record_dialog import RecordDialog
from diary.ui.theme import Theme
from diary.ui.widgets.visit_day import DayRule

PARTS = ("day", "who", "place", "agreed")


class VisitEditor(RecordDialog):
    """A new appointment (None) or one that is there."""

    section = "appointment"

    def __init__(
        self,
        session: Session,
        theme: Theme,
        visit: Appointment | None,
        parent: QWidget | None = None,
    ) -> None:
        title = _("Add a visit") if visit is None else _("Visit")
        super().__init__(session, theme, title, parent)
        self._is_new = visit is None
        now = session.clock.now()
        self._stored = visit or Appointment(id=str(uuid7()), day=session.today(), recorded_at=now)
        self.form.add_day("day", _("Day"), DayRule(ahead=True))
        self.form.add_time("time", _("Time, if you know it"))
        self.form.add_line("who", _("With whom"), _("for example: Dr Adams"))
        self.form.add_line("place", _("Where"))
        self.form.add_text("agreed", _("What was agreed, once you were there"))
        shown: dict[str, Any] = {part: getattr(self._stored, part) for part in PARTS}
        self.form.show_values(shown | {"time": shown_time(self._stored.time)})
        if self._is_new:
            self.for_new()
        else:
            self.add_remove(_("Delete this visit"), self._stored.id)

    @property
    def entered(self) -> Appointment:
        """The appointment as entered."""
        values = self.form.values()
        if "time" in values:
            values["time"] = stored_time(values["time"])
        return replace(self._stored, **values)

    def problems(self) -> Problems:
        """What does not fit; any day may be, for a visit can be planned or remembered."""
        return problems(self.entered, self.session.today())

    def save(self) -> str:
        """Keep it."""
        if not self._is_new and self.entered == self._stored:
            return ""
        self.session.put(replace(self.entered, recorded_at=self.session.clock.now()))
        return _("The visit was added.") if self._is_new else ""
