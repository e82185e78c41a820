"""All measurements of one measure as a list: Enter opens one, Delete deletes it, Escape leaves."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Measurement
from diary.change import Change
from diary.i18n import _, ngettext
from diary.logic.measurements import ALL_OF, GROUPS
from diary.logic.units import chosen_units
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.dialogs.measurement_dialog import MeasurementDialog
from diary.ui.models.measurement_table import MeasurementTable
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, PART, button, label, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.record_table import RecordTable

WIDE, HIGH = 820, 640


class MeasurementHistory(Dialog):
    """The list of a measure, newest first."""

    def __init__(
        self, session: Session, theme: Theme, measure: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, str(ALL_OF[measure]), measure, parent)
        self._measure = measure
        self._removed = ""
        self.dialog: MeasurementDialog | None = None
        self.model = MeasurementTable(measure, chosen_units(session.preference))
        self.table = RecordTable(self.model, theme, str(ALL_OF[measure]))
        self.count = label("", "secondary")
        self.edit_button = button(_("Edit"), "beside", self._on_edit)
        self.remove_button = writing(button(_("Delete"), "beside", self._on_remove))
        self.close_button = button(_("Close"), "primary", self.reject)
        self.notice = Notice(_("Undo"), session.undo, self)
        self._lay_out()
        self._prepare_table()
        session.changed.connect(self._on_changed)
        self.refresh()

    def _lay_out(self) -> None:
        title = str(ALL_OF[self._measure])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        whole.setSpacing(PART)
        whole.addLayout(self.heading(title, GROUPS[self._measure]))
        whole.addWidget(self.count)
        whole.addWidget(self.notice)
        whole.addWidget(self.table, 1)
        row = QWidget()
        buttons = FlowLayout()
        for made in (self.edit_button, self.remove_button, self.close_button):
            buttons.addWidget(made)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(buttons)
        whole.addWidget(row)
        self.fit(self.theme.px(WIDE), self.theme.px(HIGH))

    def _prepare_table(self) -> None:
        self.table.open_wanted.connect(self._on_edit)
        self.table.delete_wanted.connect(self._on_remove)

    def open_first(self) -> None:
        """Open with the keyboard on the list."""
        self.open()
        (self.table if self.model.rowCount() else self.close_button).setFocus()

    @Slot()
    def refresh(self) -> None:
        """Show what is stored."""
        here, before = self.table.currentIndex().row(), self.chosen()
        events = self.session.events(Measurement)
        self.model.show(each for each in events if each.measure == self._measure)
        rows = self.model.rowCount()
        self.count.setText(
            ngettext("{n} measurement", "{n} measurements", rows)
            if rows
            else _("Nothing is recorded yet.")
        )
        for made in (self.edit_button, self.remove_button):
            made.setEnabled(bool(rows))
        if rows:
            moved = -1 if before is None else self.model.row_of(before.id)
            self.table.selectRow(min(max(here, 0), rows - 1) if moved < 0 else moved)
        removed, gone = self._removed, self.model.row_of(self._removed) < 0
        self.notice.say(_("The measurement was deleted.") if removed and gone else "")

    def chosen(self) -> Measurement | None:
        """The measurement on which the keyboard is."""
        return self.model.measurement(self.table.currentIndex().row())

    # Doing.

    @Slot()
    def _on_edit(self) -> None:
        event = self.chosen()
        if event is None:
            return
        self.dialog = MeasurementDialog(self.session, self.theme, event, self)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.removed.connect(lambda _key: self._remove(event))
        self.dialog.open_first()

    @Slot()
    def _on_remove(self) -> None:
        event = self.chosen()
        if event is not None:
            self._remove(event)

    def _remove(self, event: Measurement) -> None:
        self._removed = event.id
        self.session.remove(event)
        self.refresh()

    @Slot()
    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self.table.setFocus()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if Measurement in change.kinds:
            self.refresh()

    def done(self, result: int) -> None:
        """Listen no more once it is closed."""
        self.session.changed.disconnect(self._on_changed)
        super().done(result)
