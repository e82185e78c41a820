"""An appointment: when, with whom, where; what to ask there, or once it was, what was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget
from uuid_utils import uuid7

from db.records import Appointment, Question
from diary.i18n import _
from diary.logic.valid import Problems, problems
from diary.logic.visits import for_next_visit, last_rank, shown_time, stored_time
from diary.session import Session
from diary.ui.dialogs.record_dialog import RecordDialog
from diary.ui.theme import Theme
from diary.ui.widgets.controls import label
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
        self.form.add_text("ask", _("What I want to ask"))
        self.written = label(self._written_words(), "secondary")
        self.form.place("", self.written)
        self.form.add_text("agreed", _("What was agreed"))
        shown: dict[str, Any] = {part: getattr(self._stored, part) for part in PARTS}
        self.form.show_values(shown | {"time": shown_time(self._stored.time), "ask": ""})
        self.form.edited.connect(self._fit)
        self._fit()
        if self._is_new:
            self.for_new()
        else:
            self.add_remove(_("Delete this visit"), self._stored.id)

    def _written_words(self) -> str:
        """The questions that wait for the next visit, below each other."""
        lines = [each.text.strip() for each in for_next_visit(self.session.events(Question))]
        return "\n• ".join([_("Written already for the next visit:"), *lines]) if lines else ""

    def _fit(self) -> None:
        """Before its day there are questions; what was agreed is known from its day on."""
        coming = self.entered.day > self.session.today()
        self.form.show_input("ask", seen=coming)
        self.written.setVisible(coming and bool(self.written.text()))
        self.form.show_input("agreed", seen=not coming or bool(self.entered.agreed.strip()))

    @property
    def entered(self) -> Appointment:
        """The appointment as entered."""
        values = self.form.values()
        values.pop("ask", None)
        if "time" in values:
            values["time"] = stored_time(values["time"])
        return replace(self._stored, **values)

    def problems(self) -> Problems:
        """What does not fit; any day may be, for a visit can be planned or remembered."""
        return problems(self.entered, self.session.today())

    def save(self) -> str:
        """Keep it."""
        records: list[Appointment | Question] = list(self._question())
        if self._is_new or self.entered != self._stored:
            records.append(replace(self.entered, recorded_at=self.session.clock.now()))
        if records:
            self.session.put(*records)
        return _("The visit was added.") if self._is_new else ""

    def _question(self) -> Iterator[Question]:
        """What is to be asked, if something was written: a question for the next visit."""
        text = str(self.form.all()["ask"]).strip()
        if text:
            session = self.session
            yield Question(
                id=str(uuid7()),
                text=text,
                written=session.today(),
                rank=last_rank(session.events(Question)),
                recorded_at=session.clock.now(),
            )
