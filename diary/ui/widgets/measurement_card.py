"""The measurements of one group on a day: a row for each measure in use."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Measurement, Preference
from diary.field import Group
from diary.i18n import _
from diary.logic.measurements import GROUPS, measured_words, shown_measures
from diary.logic.units import chosen_units
from diary.measures import MEASURES
from diary.session import Session
from diary.ui.dialogs.measurement_dialog import MeasurementDialog, new_measurement
from diary.ui.dialogs.measurement_history import MeasurementHistory
from diary.ui.theme import Theme
from diary.ui.widgets.measurement_row import MeasurementRow
from diary.ui.widgets.notice import Notice

LOOK_BACK = timedelta(days=60)
"""So far back the last value is said."""


class MeasurementCard(QWidget):
    """Adds, opens and deletes the measurements of a day."""

    announced = Signal(str)
    explained = Signal(str)
    kinds = frozenset({Measurement, Preference})

    def __init__(
        self, session: Session, theme: Theme, group: Group, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._day = session.today()
        self._removed: Measurement | None = None
        self.dialog: MeasurementDialog | MeasurementHistory | None = None
        self.rows = {
            key: MeasurementRow(measure, theme)
            for key, measure in MEASURES.items()
            if GROUPS[key] is group
        }
        self.notice = Notice(_("Undo"), session.undo, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for row in self.rows.values():
            column.addWidget(row)
            row.add_wanted.connect(self.add)
            row.all_wanted.connect(self.show_all)
            row.opened.connect(self.edit)
            row.deleted.connect(self.remove)
            row.explained.connect(self.explained)
        column.addWidget(self.notice)

    def show_day(self, day: date) -> None:
        """Show the measures in use, and any other that the day has."""
        self._day = day
        known = self._session.events(Measurement, day - LOOK_BACK, day)
        used = {each.key for each in shown_measures(self._session.preference("measures.on"))}
        used |= {each.measure for each in known if each.day == day}
        units, zone = chosen_units(self._session.preference), self._session.clock.zone()
        for key, row in self.rows.items():
            row.setVisible(key in used)
            if key in used:
                row.show_day(day, known, units, zone)
        self._say_removed(known)
        self.setVisible(bool(used & self.rows.keys()) or not self.notice.isHidden())

    def _say_removed(self, known: list[Measurement]) -> None:
        removed = self._removed
        gone = removed is not None and removed.day == self._day
        gone = gone and all(each.id != removed.id for each in known if removed)
        self.notice.say(_("The measurement was deleted.") if gone else "")
        if not gone:
            self._removed = None

    # What the patient wants.

    @Slot(str)
    def add(self, measure: str) -> None:
        """Add a measurement on the shown day."""
        event = new_measurement(self._session, measure, self._day)
        self._open(MeasurementDialog(self._session, self._theme, event, self, is_new=True))

    @Slot(object)
    def edit(self, event: Measurement) -> None:
        """Correct a measurement."""
        dialog = MeasurementDialog(self._session, self._theme, event, self)
        dialog.removed.connect(partial(self.remove, event))
        self._open(dialog)

    @Slot(str)
    def show_all(self, measure: str) -> None:
        """Show all measurements of a measure."""
        self._open(MeasurementHistory(self._session, self._theme, measure, self))

    @Slot(object)
    def remove(self, event: Measurement, _key: str = "") -> None:
        """Delete a measurement; undo brings it back."""
        self._removed = event
        self._session.remove(event)
        self.show_day(self._day)
        words = measured_words(event, chosen_units(self._session.preference))
        said = _("{what} was deleted. Ctrl+Z brings it back.")
        self.announced.emit(said.format(what=words))

    def _open(self, dialog: MeasurementDialog | MeasurementHistory) -> None:
        self._removed = None
        self.dialog = dialog
        if isinstance(dialog, MeasurementDialog):
            dialog.kept.connect(self._on_kept)
        dialog.finished.connect(self._on_closed)
        dialog.open_first()

    @Slot(str)
    def _on_kept(self, words: str) -> None:
        self.show_day(self._day)
        self.announced.emit(words)

    @Slot()
    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
