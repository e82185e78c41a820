"""A dose of a medicine: a change of it, the end of taking it, taking it again, a correction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from PySide6.QtWidgets import QWidget
from uuid_utils import uuid7

from db.records import DosePeriod, Medicine
from diary.i18n import N_, _
from diary.logic.medicines import dose_change, next_dose, same_dose
from diary.logic.valid import Problems, dose_problems
from diary.session import Session
from diary.ui.dialogs.record_dialog import RecordDialog
from diary.ui.theme import Theme
from diary.ui.widgets.visit_day import DayRule, long_ago


class Doing(Enum):
    """What is done with a dose."""

    CHANGE = "change"
    STOP = "stop"
    AGAIN = "again"
    CORRECT = "correct"
    ADD = "add"


TITLES = {
    Doing.CHANGE: N_("Change the dose of {medicine}"),
    Doing.STOP: N_("Stop {medicine}"),
    Doing.AGAIN: N_("Take {medicine} again"),
    Doing.CORRECT: N_("Correct a dose of {medicine}"),
    Doing.ADD: N_("Add an earlier dose of {medicine}"),
}
DONE = {
    Doing.CHANGE: N_("The dose of {medicine} was changed."),
    Doing.STOP: N_("{medicine} was stopped."),
    Doing.AGAIN: N_("{medicine} is taken again."),
    Doing.CORRECT: N_("The dose of {medicine} was corrected."),
    Doing.ADD: N_("A dose of {medicine} was added."),
}
BEGINNINGS = {Doing.CHANGE, Doing.AGAIN}
NEW_DOSES = {Doing.CHANGE, Doing.AGAIN, Doing.ADD}


class DoseEditor(RecordDialog):
    """One dose period, or the step from one to the next, which is one step to undo."""

    section = "medicine"

    def __init__(  # noqa: PLR0913, PLR0917 - what is done, with which dose, beside which others
        self,
        session: Session,
        theme: Theme,
        doing: Doing,
        medicine: Medicine,
        dose: DosePeriod | None,
        others: Sequence[DosePeriod],
        parent: QWidget | None = None,
    ) -> None:
        name = medicine.name.strip()
        super().__init__(session, theme, str(TITLES[doing]).format(medicine=name), parent)
        self._doing, self._medicine, self._others = doing, medicine, others
        self._before = dose
        self._start = self._first_shown()
        self._add_inputs()
        self.form.show_values({part: getattr(self._start, part) for part in self.form.inputs})

    def _first_shown(self) -> DosePeriod:
        """The record that the inputs show first."""
        now, today = self.session.clock.now(), self.session.today()
        new = next_dose(self._before, self._medicine.id, str(uuid7()), now)
        match self._doing:
            case Doing.CORRECT if self._before is not None:
                return self._before
            case Doing.STOP if self._before is not None:
                return replace(self._before, last=today)
            case Doing.ADD:
                return replace(new, dose="", how_often="", first=None)
        return replace(new, first=today)

    def _add_inputs(self) -> None:
        if self._doing is not Doing.STOP:
            add_dose_lines(self)
            if self._doing in BEGINNINGS:
                self.form.add_day("first", _("First day of this dose"), DayRule())
            else:
                self.form.add_day("first", _("From"), long_ago())
        if self._doing not in BEGINNINGS:
            stops = self._doing is Doing.STOP
            words = _("Last day on which it was taken") if stops else _("Until")
            self.form.add_day("last", words, DayRule(empty="" if stops else _("still taken")))
            self.form.add_line("why_stopped", _("Why it was stopped"))
            self.form.add_text("side_effects", _("Side effects noticed"))

    @property
    def first_part(self) -> str:
        """The input where the keyboard begins."""
        return "last" if self._doing is Doing.STOP else "dose"

    @property
    def entered(self) -> DosePeriod:
        """The dose as entered."""
        return replace(self._start, **self.form.values())

    def _kept(self) -> tuple[tuple[DosePeriod, ...], bool]:
        """The records to keep, and whether the day of a change is possible."""
        if self._doing is Doing.CHANGE and self._before is not None:
            return dose_change(self._before, self.entered, self.session.today())
        return (self.entered,), True

    def problems(self) -> Problems:
        """What does not fit; the periods that are kept together are no others to each other."""
        entered = self.entered
        kept, possible = self._kept()
        today = self.session.today()
        if not possible:
            return {"first": _("The present dose began later. Choose a day after that.")}
        keys = {each.id for each in kept}
        others = [each for each in self._others if each.id not in keys]
        found = dose_problems(kept[-1], others, today)
        words = self.form.inputs
        if self._doing in NEW_DOSES and not (entered.dose.strip() or entered.how_often.strip()):
            found |= {"dose": _("Write the dose or how often it is taken, as you would say it.")}
        elif self._doing is Doing.CHANGE and self._before and same_dose(self._before, entered):
            found |= {"dose": _("This is the present dose. Write the new one.")}
        # A sentence must have an input to stand at: a stop asks only for its last day.
        return {part if part in words else next(iter(words)): said for part, said in found.items()}

    def save(self) -> str:
        """Keep it, as one step."""
        now = self.session.clock.now()
        kept, _possible = self._kept()
        self.session.put(*(replace(each, recorded_at=now) for each in kept))
        return str(DONE[self._doing]).format(medicine=self._medicine.name.strip())


def add_dose_lines(editor: RecordDialog) -> None:
    """The two lines in which a dose is written, as the patient says it."""
    editor.form.add_line("dose", _("Dose, in your words"), _("for example: 20 mg tablet"))
    editor.form.add_line("how_often", _("How often"), _("for example: twice a day, with food"))
