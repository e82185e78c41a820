"""A medicine: its name, its latest dose, what was noticed, and the history of its doses."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from uuid_utils import uuid7

from db.records import DosePeriod, Medicine
from diary.change import Change
from diary.i18n import N_, _
from diary.logic.medicines import Course, courses, next_dose
from diary.logic.valid import Problems, problems
from diary.session import Session
from diary.ui.dialogs.dose_editor import Doing, DoseEditor, add_dose_lines
from diary.ui.dialogs.record_dialog import RecordDialog
from diary.ui.theme import Theme
from diary.ui.widgets.controls import label
from diary.ui.widgets.medicine_history import MedicineHistory
from diary.ui.widgets.visit_day import long_ago

CORRECTS = N_(
    "This corrects the latest dose. Where the dose itself has changed, choose “Change dose” "
    "instead: that keeps what was before."
)
DOSE_PARTS = ("dose", "how_often", "first", "side_effects")


class NewMedicine(RecordDialog):
    """A medicine and its present dose, added as one step."""

    section = "medicine"

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, _("Add a medicine"), parent)
        self.for_new()
        now = session.clock.now()
        self._medicine = Medicine(id=str(uuid7()), name="", recorded_at=now)
        self._dose = next_dose(None, self._medicine.id, str(uuid7()), now)
        self._dose = replace(self._dose, first=None)
        self.form.add_line("name", _("Name of the medicine"))
        add_dose_lines(self)
        self.form.add_day("first", _("Taken since"), long_ago())
        self.form.add_text("note", _("Note"))
        parts = self.form.inputs
        both = {**_parts(self._medicine), **_parts(self._dose)}
        self.form.show_values({part: both[part] for part in parts})

    @property
    def _entered(self) -> tuple[Medicine, DosePeriod]:
        values = self.form.values()
        of_dose = {part: values.pop(part) for part in DOSE_PARTS if part in values}
        return replace(self._medicine, **values), replace(self._dose, **of_dose)

    def problems(self) -> Problems:
        """What does not fit."""
        medicine, dose = self._entered
        today = self.session.today()
        return problems(medicine, today) | problems(dose, today)

    def save(self) -> str:
        """Keep both."""
        medicine, dose = self._entered
        self.session.put(replace(medicine, name=medicine.name.strip()), dose)
        return _("{medicine} was added.").format(medicine=medicine.name.strip())


class MedicineEditor(RecordDialog):
    """A medicine that is there, with the history of its doses below."""

    section = "medicine"

    def __init__(
        self, session: Session, theme: Theme, course: Course, parent: QWidget | None = None
    ) -> None:
        self._course = course
        super().__init__(session, theme, course.medicine.name, parent)
        self._dose_editor: DoseEditor | None = None
        self.form.add_line("name", _("Name of the medicine"))
        if course.latest is not None:
            add_dose_lines(self)
            self.form.place("", label(str(CORRECTS), "secondary"))
            self.form.add_text("side_effects", _("Side effects noticed at the latest dose"))
        self.form.add_text("note", _("Note"))
        self._show_stored()
        self.history = MedicineHistory(theme, session.undo)
        self.history.show_course(course)
        self.history.correct_wanted.connect(self._on_correct)
        self.history.add_wanted.connect(self._on_add)
        self.history.remove_wanted.connect(self._on_remove_dose)
        self.add_below(self.history)
        self.add_remove(_("Delete this medicine"), course.medicine.id)
        session.changed.connect(self._on_changed)

    def _show_stored(self) -> None:
        """Show the medicine and its latest dose as they are stored."""
        shown = _parts(self._course.medicine)
        if self._course.latest is not None:
            shown |= _parts(self._course.latest)
        self.form.show_values(shown)

    def problems(self) -> Problems:
        """What does not fit."""
        return problems(self._entered, self.session.today())

    @property
    def _entered(self) -> Medicine:
        values = self.form.values()
        of_medicine = {part: each for part, each in values.items() if part not in DOSE_PARTS}
        return replace(self._course.medicine, **of_medicine)

    @property
    def _corrected(self) -> DosePeriod | None:
        """The latest dose as entered."""
        latest, values = self._course.latest, self.form.values()
        of_dose = {part: each for part, each in values.items() if part in DOSE_PARTS}
        return latest and replace(latest, **of_dose)

    def save(self) -> str:
        """Keep what was changed of the medicine and of its latest dose, as one step."""
        now = self.session.clock.now()
        records: list[Medicine | DosePeriod] = []
        if self._entered != self._course.medicine:
            records.append(replace(self._entered, recorded_at=now))
        if self._corrected is not None and self._corrected != self._course.latest:
            records.append(replace(self._corrected, recorded_at=now))
        if records:
            self.session.put(*records)
        return ""

    # The history of doses.

    def _dose(self, key: str) -> DosePeriod | None:
        return next((each for each in self._course.periods if each.id == key), None)

    def _on_correct(self, key: str) -> None:
        self._open_dose(Doing.CORRECT, self._dose(key))

    def _on_add(self) -> None:
        self._open_dose(Doing.ADD, None)

    def _open_dose(self, doing: Doing, dose: DosePeriod | None) -> None:
        self._dose_editor = DoseEditor(
            self.session,
            self.theme,
            doing,
            self._course.medicine,
            dose,
            self._course.periods,
            self,
        )
        if doing is Doing.CORRECT:
            self._dose_editor.add_remove(_("Delete this dose"), dose.id if dose else "")
        self._dose_editor.removed.connect(self._on_remove_dose)
        self._dose_editor.finished.connect(self._dose_editor.deleteLater)
        self._dose_editor.finished.connect(self.history.setFocus)
        self._dose_editor.open_at(self._dose_editor.first_part)

    def _on_remove_dose(self, key: str) -> None:
        dose = self._dose(key)
        if dose is not None:
            self.session.remove(dose)
            self.history.say_removed(_("The dose was deleted."))

    def _on_changed(self, change: Change) -> None:
        if not change.kinds & {Medicine, DosePeriod}:
            return
        fresh = courses(self.session.events(Medicine), self.session.events(DosePeriod))
        same = [each for each in fresh if each.medicine.id == self._course.medicine.id]
        if same:
            untouched, self._course = not self.form.dirty, same[0]
            if untouched:
                self._show_stored()
            self.history.show_course(same[0])


def _parts(record: Medicine | DosePeriod) -> dict[str, object]:
    names = ("name", "note") if isinstance(record, Medicine) else DOSE_PARTS
    return {name: getattr(record, name) for name in names}
