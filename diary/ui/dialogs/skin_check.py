"""The skin check of one day. Each grade is saved as it is given; there is nothing to lose."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.records import Reading
from diary.change import Change
from diary.i18n import _, format_day
from diary.logic.skin_check import FIELDS, SkinCheck, check_of, checks, field_of
from diary.present import LOOK_BACK
from diary.session import Session
from diary.ui.dialogs.skin_check_form import SkinCheckForm
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, label, scrolling

WIDE, HIGH = 860, 700
"""The drawing does not shrink with the text."""
ROOM = 32
"""Pixels of the window that stay visible around the dialog."""


def all_checks(session: Session) -> list[SkinCheck]:
    """Every check, the newest first. Of a diary of 50 years this takes a third of a second."""
    return checks(session.read.readings(date.min, date.max, FIELDS))


def recent_checks(session: Session, day: date) -> list[SkinCheck]:
    """The checks of the 400 days before a day: quick to find, also in a diary of 50 years."""
    return checks(session.read.readings(day - LOOK_BACK, day - timedelta(days=1), FIELDS))


def check_before(session: Session, day: date) -> SkinCheck | None:
    """The last check before a day, however long ago."""
    near = recent_checks(session, day)
    known = near or [check for check in all_checks(session) if check.day < day]
    return known[0] if known else None


class SkinCheckDialog(QDialog):
    """Eight regions, 0 to 3 each."""

    def __init__(
        self, session: Session, theme: Theme, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._day = session, day
        self._before = check_before(session, day)
        self.form = SkinCheckForm(session.catalogue[FIELDS[0]], theme)
        self.done_button = button(_("Done"), "primary", self.accept)
        self.setWindowTitle(_("Skin check"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._lay_out()
        self.resize(self._size(theme))
        self.form.graded.connect(self._on_graded)
        session.changed.connect(self._on_changed)
        self.refresh()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, GAP)
        day = format_day(self._day, "EEEE d MMMM y")
        column.addWidget(label(_("Skin check, {day}").format(day=day), "heading"))
        column.addWidget(self.form)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, GAP + 4)
        whole.addWidget(scrolling(inside), 1)
        row = QHBoxLayout()
        row.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        row.setSpacing(2 * GAP)
        row.addWidget(self.done_button)
        totals = QVBoxLayout()
        totals.setSpacing(0)
        totals.addWidget(self.form.total)
        totals.addWidget(self.form.before)
        row.addLayout(totals, 1)
        whole.addLayout(row)

    def _size(self, theme: Theme) -> QSize:
        wanted = QSize(max(WIDE, theme.px(WIDE)), max(HIGH, theme.px(HIGH)))
        owner = self.parentWidget()
        free = owner.window().size() if owner else self.screen().availableGeometry().size()
        return wanted.boundedTo(free - QSize(ROOM, ROOM))

    def open_first(self) -> None:
        """Open with the keyboard on the drawing."""
        self.open()
        self.form.map.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def refresh(self) -> None:
        """Show what is recorded, with what is still being saved."""
        values = {key: each.value for key, each in self._session.day_readings(self._day).items()}
        self.form.show_check(check_of(self._day, values), self._before)

    @Slot(str, object)
    def _on_graded(self, region: str, grade: int | None) -> None:
        if grade is None:
            self._session.clear(self._day, field_of(region))
        else:
            self._session.record(self._day, field_of(region), grade)
        self.refresh()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if Reading in change.kinds and change.touches(self._day, self._day):
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the focused button; Ctrl+Z undoes here too."""
        focused = self.focusWidget()
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and control:
            self.accept()
        elif enter and isinstance(focused, QPushButton):
            focused.click()
        elif control and event.key() == Qt.Key.Key_Z:
            self._session.undo()
        elif not enter:
            super().keyPressEvent(event)
