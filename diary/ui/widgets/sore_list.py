"""The sores as rows, the open ones first; older healed ones on request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import ngettext
from diary.logic.sores import SoreHistory
from diary.ui.focus import order_tabs, same_place
from diary.ui.widgets.controls import PART, TARGET, button
from diary.ui.widgets.sore_row import SoreRow

SOME_HEALED = 5
"""So many healed sores are shown at first."""


class SoreList(QWidget):
    """The signals carry the sore’s id."""

    day_wanted = Signal(str)
    healed = Signal(str)
    history_wanted = Signal(str)
    edit_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, SoreRow] = {}
        self.shown_on = date.min
        self._known: tuple[SoreHistory, ...] = ()
        self._shows_all = False
        self.all_button = button("", "link", self.show_all)
        self.all_button.setMinimumHeight(TARGET)
        self._column = QVBoxLayout()
        self._column.setSpacing(PART)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._column)
        whole.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_sores(self, known: Sequence[SoreHistory], today: date) -> None:
        """Show these; rows that say the same stay, with the keyboard where it is."""
        with same_place(self):
            self._fill(known, today)

    def _fill(self, known: Sequence[SoreHistory], today: date) -> None:
        self._drop_others(known, today)
        self._known, self.shown_on = tuple(known), today
        open_ones = sum(each.sore.healed is None for each in known)
        shown = known if self._shows_all else known[: open_ones + SOME_HEALED]
        for place, found in enumerate(shown):
            row = self.rows.get(found.sore.id) or self._make_row(found)
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
                row.show()  # at once: a hidden row cannot take the keyboard
        order_tabs([*(self.rows[each.sore.id] for each in shown), self.all_button])
        left = len(known) - len(shown)
        self.all_button.setText(
            ngettext("Show {n} more healed sore", "Show {n} more healed sores", left)
        )
        self.all_button.setVisible(left > 0)

    def _drop_others(self, known: Sequence[SoreHistory], today: date) -> None:
        kept = {each.sore.id: each for each in known}
        for key, row in list(self.rows.items()):
            if kept.get(key) != row.found or self.shown_on != today:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
                del self.rows[key]

    def _make_row(self, found: SoreHistory) -> SoreRow:
        row = SoreRow(found, self.shown_on)
        row.day_wanted.connect(self.day_wanted)
        row.healed.connect(self.healed)
        row.history_wanted.connect(self.history_wanted)
        row.edit_wanted.connect(self.edit_wanted)
        self.rows[found.sore.id] = row
        return row

    def found(self, sore_id: str) -> SoreHistory:
        """A sore and its days, as last shown."""
        return next(each for each in self._known if each.sore.id == sore_id)

    def focus_on(self, sore_id: str) -> None:
        """Put the keyboard on a sore, where it is shown."""
        if sore_id in self.rows:
            self.rows[sore_id].first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_all(self) -> None:
        """Show the older healed ones too, with the keyboard on the first of them."""
        before = set(self.rows)
        self._shows_all = True
        self.show_sores(self._known, self.shown_on)
        later = [key for key in self.rows if key not in before]
        if later:
            self.focus_on(later[0])
