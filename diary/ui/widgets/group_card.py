"""One group of fields of a day, as a card that folds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.records import Reading
from diary.field import GROUP_NAMES, Field, Group
from diary.i18n import _, format_number
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, bar, button, label
from diary.ui.widgets.field_row import FieldRow


class GroupCard(QFrame):
    """The rows of one group and how many of them are recorded."""

    folded = Signal(str, bool)

    def __init__(
        self, group: Group, fields: Sequence[Field], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.group = group
        self.setProperty("role", "card")
        name = str(GROUP_NAMES[group])
        self.setAccessibleName(name)
        self._bar = bar(group)
        self._title = button(name, "fold", self._on_fold)
        self._state = label("", "secondary")
        self._state.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.rows = [FieldRow(field, theme) for field in fields]
        self.extra = label("", "secondary")
        self._body = QWidget()
        self._lay_out()
        self._describe()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP + 4)
        inside.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._bar)
        head.addWidget(self._title)
        head.addWidget(self._state, 1)
        inside.addLayout(head)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(self.extra)
        self.extra.hide()
        for row in self.rows:
            body.addWidget(row)
        self._below = QVBoxLayout()
        self._below.setSpacing(GAP)
        body.addLayout(self._below)
        inside.addWidget(self._body)

    def show_day(self, readings: dict[str, Reading], before: dict[str, Reading]) -> None:
        """Show a day's readings and mark those of the day before."""
        for row in self.rows:
            key = row.field.key
            row.show_value(readings[key].value if key in readings else None)
            row.show_before(before[key].value if key in before else None)
        self.count(readings.keys())

    def count(self, recorded: object) -> None:
        """Say how many of the rows are recorded; `recorded` holds field keys."""
        done = sum(row.field.key in recorded for row in self.rows)  # type: ignore[operator]
        self._state.setText(
            _("{done} of {all} recorded").format(
                done=format_number(done), all=format_number(len(self.rows))
            )
        )

    def say(self, words: str) -> None:
        """A line under the heading, such as the attacks timed today."""
        self.extra.setText(words)
        self.extra.setVisible(bool(words))

    def add_below(self, cards: Sequence[QWidget]) -> None:
        """Put what else the group offers below its fields."""
        for card in cards:
            self._below.addWidget(card)

    def fold(self, *, folded: bool) -> None:
        """Hide or show the rows."""
        self._body.setVisible(not folded)
        self._describe()

    @property
    def is_folded(self) -> bool:
        """Whether the rows are hidden."""
        return self._body.isHidden()

    def _describe(self) -> None:
        sign = "▸" if self.is_folded else "▾"
        name = str(GROUP_NAMES[self.group])
        self._title.setText(f"{name} {sign}")
        state = _("folded") if self.is_folded else _("open")
        self._title.setAccessibleName(f"{name}, {state}")

    @Slot()
    def _on_fold(self) -> None:
        self.fold(folded=not self.is_folded)
        self.folded.emit(self.group.value, self.is_folded)
