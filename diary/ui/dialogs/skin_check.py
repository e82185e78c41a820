"""The skin check of one day. Each grade is saved as it is given; there is nothing to lose."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Reading
from diary.change import Change
from diary.field import Group
from diary.fields import SKIN_CHECK
from diary.i18n import _, format_day
from diary.logic.skin_check import FIELDS, SkinCheck, check_of, checks, field_of
from diary.session import Session
from diary.ui.dialogs.entry_dialog import EntryDialog
from diary.ui.dialogs.skin_check_form import SkinCheckForm
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import button, writing

NEAR = timedelta(days=400)
"""So far back a check is found quickly."""


def all_checks(session: Session) -> list[SkinCheck]:
    """Every check, the newest first. Of a diary of 50 years this takes a third of a second."""
    return checks(session.read.readings(date.min, date.max, FIELDS))


def recent_checks(session: Session, day: date) -> list[SkinCheck]:
    """The checks of the 400 days before a day: quick to find, also in a diary of 50 years."""
    return checks(session.read.readings(day - NEAR, day - timedelta(days=1), FIELDS))


def check_before(session: Session, day: date) -> SkinCheck | None:
    """The last check before a day, however long ago."""
    near = recent_checks(session, day)
    known = near or [check for check in all_checks(session) if check.day < day]
    return known[0] if known else None


class SkinCheckDialog(EntryDialog):
    """Eight regions, 0 to 3 each."""

    wide = 860

    def __init__(
        self, session: Session, theme: Theme, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, _("Skin check"), SKIN_CHECK, parent)
        self._day = day
        self._before = check_before(session, day)
        self.clear_button = writing(button(_("Clear this check"), "beside", self.clear))
        self.form = writing(SkinCheckForm(session.catalogue[FIELDS[0]], theme))
        self._fill()
        self.form.graded.connect(self._on_graded)
        session.changed.connect(self._on_changed)
        self.refresh()

    def _fill(self) -> None:
        self.leave_button.hide()
        self._buttons.addWidget(self.clear_button)
        day = format_day(self._day, "EEEE d MMMM y")
        self.column.addLayout(self.heading(_("Skin check, {day}").format(day=day), Group.SKIN))
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        totals = QVBoxLayout()
        totals.setSpacing(0)
        totals.addWidget(self.form.total)
        totals.addWidget(self.form.before)
        self.foot_row.addLayout(totals, 1)

    def open_first(self) -> None:
        """Open with the keyboard on the drawing."""
        self.open_on(self.form.map)

    @property
    def unsaved(self) -> bool:
        """Each grade is saved as it is given."""
        return False

    def say_problems(self) -> bool:
        """There is nothing that could be wrong."""
        return False

    def save(self) -> str:
        """All is saved."""
        return ""

    @Slot()
    def refresh(self) -> None:
        """Show what is recorded, with what is still being saved."""
        values = {key: each.value for key, each in self.session.day_readings(self._day).items()}
        check = check_of(self._day, values)
        self.form.show_check(check, self._before)
        self.clear_button.setVisible(check.answered > 0)

    @Slot()
    def clear(self) -> None:
        """Take back the whole check, in one step."""
        given = self.session.day_readings(self._day)
        self.form.map.setFocus()
        self.session.remove(*(given[key] for key in FIELDS if key in given))
        self.refresh()
        announce(self, self.form.total.text())

    @Slot(str, object)
    def _on_graded(self, region: str, grade: int | None) -> None:
        if grade is None:
            self.session.clear(self._day, field_of(region))
        else:
            self.session.record(self._day, field_of(region), grade)
        self.refresh()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if Reading in change.kinds and change.touches(self._day, self._day):
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Z undoes here too."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.session.undo()
        else:
            super().keyPressEvent(event)
