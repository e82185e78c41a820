"""The appointments: those to come, then past ones, the last first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot

from db.records import Appointment
from diary.i18n import _
from diary.logic.visit_phrases import how_far, visit_words, with_whom
from diary.logic.visits import coming, past
from diary.session import Session
from diary.ui.calendar_file import CalendarFile
from diary.ui.coming_back import comes_back
from diary.ui.dialogs.visit_editor import VisitEditor
from diary.ui.models.care_list import Entry
from diary.ui.theme import Theme
from diary.ui.widgets.care_panel import CarePanel
from diary.ui.widgets.controls import writing
from diary.ui.widgets.invitation import Invitation


class VisitPanel(CarePanel):
    """What can be done: add, open, delete."""

    kinds = frozenset({Appointment})

    def __init__(self, session: Session, theme: Theme) -> None:
        empty = Invitation(
            _("Your visits will appear here"),
            _(
                "Add the next one, and the last one too: Trends and the summary can then show the "
                "time since it."
            ),
            _("Add a visit"),
        )
        super().__init__(
            session, theme, _("Visits"), _("Enter opens a visit, Delete removes it."), empty
        )
        self.add_button = writing(self.tool(_("Add a visit"), "add", of_chosen=False))
        self.open_button = self.tool(_("Edit"), "open_record")
        self.agreed_button = writing(self.tool(_("Write what was agreed"), "write_agreed"))
        self.remove_button = writing(self.tool(_("Delete"), "remove"))
        self.calendar = CalendarFile(session, self)
        self.calendar_button = self.tool(_("Save for a phone…"), "save_calendar", of_chosen=False)
        self.calendar_button.setAccessibleName(_("Save a calendar file for a phone"))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is in the diary; without a visit to come there is none for a phone."""
        super().refresh()
        visits = self.session.events(Appointment)
        self.calendar_button.setVisible(bool(coming(visits, self.session.today())))

    def entries(self) -> Iterable[Entry]:
        """To come first."""
        visits, today = self.session.events(Appointment), self.session.today()
        for heading, found in (
            (_("To come"), coming(visits, today)),
            (_("Past"), past(visits, today)),
        ):
            if found:
                yield Entry("", heading)
            for visit in found:
                far = how_far(visit.day, today)
                title = _("{visit} · {far}").format(visit=visit_words(visit), far=far)
                yield Entry(visit.id, title, (with_whom(visit), visit.agreed.strip()))

    @Slot(str)
    def show_tools(self, key: str) -> None:
        """What was agreed is known from the day of a visit on."""
        super().show_tools(key)
        visit = self._visit(key)
        has_been = visit is None or visit.day <= self.session.today()
        self.agreed_button.setVisible(has_been and not self.list.isHidden())

    def _visit(self, key: str) -> Appointment | None:
        return next((each for each in self.session.events(Appointment) if each.id == key), None)

    @Slot()
    @comes_back
    def add(self) -> None:
        """Write down an appointment."""
        self.open_editor(VisitEditor(self.session, self.theme, None, self), "day")

    @Slot(str)
    @comes_back
    def open_record(self, key: str) -> None:
        """Open an appointment."""
        self._open(key, "day")

    @Slot(str)
    def write_agreed(self, key: str) -> None:
        """Open an appointment where its notes stand."""
        self._open(key, "agreed")

    def _open(self, key: str, part: str) -> None:
        visit = self._visit(key)
        if visit is not None:
            self.open_editor(VisitEditor(self.session, self.theme, visit, self), part)

    @Slot()
    def save_calendar(self) -> None:
        """Write the visits to come for a phone; who and where stay at home."""
        words = self.calendar.save(names=False)
        if words:
            self.announced.emit(words)

    @Slot(str)
    def remove(self, key: str) -> None:
        """Delete an appointment; undo brings it back."""
        visit = self._visit(key)
        if visit is not None:
            self.say(_("The visit was deleted."))
            self.session.remove(visit)
