"""The medicines: those taken now, then those that were stopped."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot

from db.records import DosePeriod, Medicine
from diary.i18n import _, ngettext
from diary.logic.medicine_phrases import dose_words, noticed_words, span_words
from diary.logic.medicines import Course, courses, stopped, taken
from diary.session import Session
from diary.ui.coming_back import comes_back
from diary.ui.dialogs.dose_editor import Doing, DoseEditor
from diary.ui.dialogs.medicine_editor import MedicineEditor, NewMedicine
from diary.ui.models.care_list import Entry
from diary.ui.theme import Theme
from diary.ui.widgets.care_panel import CarePanel
from diary.ui.widgets.controls import writing
from diary.ui.widgets.invitation import Invitation


class MedicinePanel(CarePanel):
    """What can be done: add, change the dose, stop, take again, open, delete."""

    kinds = frozenset({Medicine, DosePeriod})

    def __init__(self, session: Session, theme: Theme) -> None:
        empty = Invitation(
            _("Your medicines will appear here"),
            _(
                "Add what you take, with the dose in your own words. Changes of dose are then "
                "shown beside your days in Trends and on the summary."
            ),
            _("Add a medicine"),
        )
        super().__init__(
            session, theme, _("Medicines"), _("Enter opens a medicine, Delete removes it."), empty
        )
        self._courses: dict[str, Course] = {}
        self.add_button = writing(self.tool(_("Add a medicine"), "add", of_chosen=False))
        self.change_button = writing(self.tool(_("Change dose"), "change_dose"))
        self.stop_button = writing(self.tool(_("Stop"), "stop"))
        self.again_button = writing(self.tool(_("Take again"), "take_again"))
        self.open_button = self.tool(_("Edit"), "open_record")
        self.remove_button = writing(self.tool(_("Delete"), "remove"))
        self.refresh()

    # Showing.

    def entries(self) -> Iterable[Entry]:
        """Taken now first."""
        found = courses(self.session.events(Medicine), self.session.events(DosePeriod))
        self._courses = {course.medicine.id: course for course in found}
        today = self.session.today()
        now, before = taken(found, today), stopped(found, today)
        if now:
            yield Entry("", _("Taken now"), (ngettext("{n} medicine", "{n} medicines", len(now)),))
        for course in now:
            yield _entry(course, course.on(today))
        if before:
            yield Entry("", _("No longer taken"))
        for course in before:
            yield _entry(course, course.latest)

    @Slot(str)
    def show_tools(self, key: str) -> None:
        """A medicine that is taken can be changed and stopped, another taken again."""
        super().show_tools(key)
        course = self._courses.get(key)
        present = course is not None and course.going_on(self.session.today()) is not None
        filled = not self.list.isHidden()
        self.change_button.setVisible(filled and (present or course is None))
        self.stop_button.setVisible(filled and (present or course is None))
        self.again_button.setVisible(filled and course is not None and not present)

    # Doing.

    @Slot()
    @comes_back
    def add(self) -> None:
        """Write down a medicine."""
        self.open_editor(NewMedicine(self.session, self.theme, self), "name")

    @Slot(str)
    @comes_back
    def open_record(self, key: str) -> None:
        """Open a medicine with its history."""
        self.open_editor(MedicineEditor(self.session, self.theme, self._courses[key], self), "name")

    @Slot(str)
    def change_dose(self, key: str) -> None:
        """One step: the old dose ends, the new one begins."""
        self._open_dose(Doing.CHANGE, key)

    @Slot(str)
    def stop(self, key: str) -> None:
        """Say since when it is no longer taken."""
        self._open_dose(Doing.STOP, key)

    @Slot(str)
    def take_again(self, key: str) -> None:
        """Begin a new period of a stopped medicine."""
        self._open_dose(Doing.AGAIN, key)

    def _open_dose(self, doing: Doing, key: str) -> None:
        course = self._courses[key]
        dose = course.on(self.session.today()) or course.latest
        editor = DoseEditor(
            self.session, self.theme, doing, course.medicine, dose, course.periods, self
        )
        self.open_editor(editor, editor.first_part)

    @Slot(str)
    def remove(self, key: str) -> None:
        """Delete a medicine and its doses; undo brings them back."""
        course = self._courses.get(key)
        if course is not None:
            self.say(_("{medicine} was deleted.").format(medicine=course.medicine.name))
            self.session.remove(course.medicine)


def _entry(course: Course, dose: DosePeriod | None) -> Entry:
    title = course.medicine.name
    if dose is None:
        return Entry(course.medicine.id, title, (_("No dose is written down."),))
    earlier = len(course.periods) - 1
    when = span_words(dose)
    if earlier:
        count = ngettext("{n} other dose", "{n} other doses", earlier)
        when = _("{when} · {more}").format(when=when, more=count)
    lines = (" · ".join(filter(None, (dose_words(dose), when))), noticed_words(dose))
    return Entry(course.medicine.id, title, tuple(line for line in lines if line))
