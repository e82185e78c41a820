"""One measurement of a day, in words: to open, and to delete."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.records import Measurement
from diary.i18n import _, format_time
from diary.logic.measurements import said_words, value_words
from diary.logic.units import Units
from diary.ui.widgets.controls import GAP, button, label, writing


class MeasurementEntry(QWidget):
    """`opened` and `deleted` carry the measurement."""

    opened = Signal(object)
    deleted = Signal(object)

    def __init__(self, event: Measurement, units: Units, zone: str) -> None:
        super().__init__()
        self.measurement = event
        unit = units.of(event.measure).words
        words = f"{format_time(event.measured_at)}   {value_words(event, units)} {unit}"
        self.open_button = button(
            words, "beside", self._on_open, _("Edit: {what}").format(what=words)
        )
        self.delete_button = writing(
            button("×", "icon", self._on_delete, _("Delete: {what}").format(what=words))
        )
        self.delete_button.setToolTip(_("Delete"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.open_button)
        row.addWidget(label(" · ".join(_said(event, zone)), "secondary"), 1)
        row.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _on_open(self) -> None:
        self.opened.emit(self.measurement)

    def _on_delete(self) -> None:
        self.deleted.emit(self.measurement)


def _said(event: Measurement, zone: str) -> list[str]:
    """What was said of it, its note, and where its clock was if not here."""
    said = said_words(event)
    if event.zone != zone:
        said.append(_("time of {zone}").format(zone=event.zone.replace("_", " ")))
    return [*said, *([event.note] if event.note.strip() else [])]
