"""Whose diary it is: name, date of birth and a number of the clinic's, for the summary's head."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Profile
from diary.i18n import _, format_day
from diary.logic.entered import day_of
from diary.ui.widgets.controls import TARGET, label
from diary.ui.widgets.turned import Line
from diary.ui.widgets.typed_edit import Reading, TypedEdit

LONGEST = 120


class ProfileForm(QWidget):
    """Three optional lines; `profile_changed` carries the profile when one of them was left."""

    profile_changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._shown = Profile()
        self.name = _line()
        self.patient_id = _line()
        reading = Reading(self._parse_born, format_day, _no_birthday, optional=True)
        self.born = TypedEdit(_("Date of birth"), 18, reading)
        self._lines = (self.name, self.born, self.patient_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for words, line in (
            (_("Name"), self.name),
            (_("Date of birth"), self.born),
            (_("Patient number, if you have one"), self.patient_id),
        ):
            said = label(words)
            said.setBuddy(line)
            line.setAccessibleName(words)
            column.addWidget(said)
            column.addWidget(line)
        column.addWidget(self.born.sentence)
        self.name.editingFinished.connect(self._on_left)
        self.patient_id.editingFinished.connect(self._on_left)
        self.born.value_changed.connect(self._on_left)

    def show_profile(self, profile: Profile) -> None:
        """Show a stored profile without saying that it changed."""
        self._shown = profile
        self.name.setText(profile.name)
        self.patient_id.setText(profile.patient_id)
        self.born.show_value(profile.born)

    def show_stored(self, profile: Profile) -> None:
        """Show what was stored elsewhere, as by undo; what is being typed stays."""
        if profile != self._shown and not any(line.isModified() for line in self._lines):
            self.show_profile(profile)

    @property
    def profile(self) -> Profile:
        """The profile that is shown."""
        return self._shown

    def commit(self) -> None:
        """Take what stands in the lines."""
        self.born.commit()
        self._on_left()

    def _parse_born(self, text: str) -> date | None:
        day = day_of(text, self._today())
        return day if day and day <= self._today() else None

    @Slot()
    def _on_left(self) -> None:
        profile = Profile(
            self.name.text().strip(), self.born.value_or_none(), self.patient_id.text().strip()
        )
        if profile != self._shown:
            self._shown = profile
            self.profile_changed.emit(profile)


def _line() -> Line:
    made = Line()
    made.setMaxLength(LONGEST)
    made.setMinimumHeight(TARGET)
    return made


def _no_birthday(text: str) -> str:
    return _("“{text}” is not a date of birth that can be read. Try “{example}”.").format(
        text=text[:40], example=format_day(date(1968, 3, 14))
    )
