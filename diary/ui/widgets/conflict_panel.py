"""What an import and the diary have otherwise: which of both counts, for all or one by one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QPushButton, QVBoxLayout, QWidget

from diary.i18n import _, ngettext
from diary.merging import Choices, Conflict, Rule
from diary.ui.import_words import Side, sides
from diary.ui.models.conflict_list import ConflictList
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import GAP, TARGET, card, label
from diary.ui.widgets.wrapped_button import WrappedButton

if TYPE_CHECKING:
    from diary.exchange.overview import Overview

ROWS, LINES, CHARACTERS = 5, 3, 30
"""Rows of the list that are seen at once, each of so many lines; and the least width of a side."""
KEYS = {Qt.Key.Key_Left: Rule.MINE, Qt.Key.Key_Right: Rule.THEIRS}


class ConflictPanel(QWidget):
    """`changed` says that something else was chosen; `choices` has it."""

    changed = Signal()

    def __init__(self, overview: Overview, now: datetime) -> None:
        super().__init__()
        self._overview, self._now = overview, now
        self.model = ConflictList(overview.conflicts, overview.catalogue, now)
        self.model.setParent(self)
        self.rule = ChoiceInput(
            [
                (Rule.NEWEST, _("The one recorded last")),
                (Rule.MINE, _("Always my diary’s")),
                (Rule.THEIRS, _("Always the file’s")),
            ]
        )
        self.rule.set_names(_("Which one counts"))
        self.rule.show_value(Rule.NEWEST)
        self.list = _Rows(self.model, self.choose)
        self.here = _Side(_("In your diary"), _("Keep this"))
        self.there = _Side(_("In the file"), _("Take this"))
        self._lay_out()
        self.rule.value_changed.connect(self._on_rule)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.here.button.clicked.connect(self._on_here)
        self.there.button.clicked.connect(self._on_there)
        self.list.setCurrentIndex(self.model.index(0))

    def _lay_out(self) -> None:
        frame, inside = card(_("Different here and in the file"))
        said = ngettext(
            "{n} entry is not the same. Unless you choose otherwise, the one recorded last counts; "
            "of two recorded at the same moment, yours stays, unless it is an attack that has "
            "ended in the file. What you deleted stays deleted unless the file’s entry is newer.",
            "{n} entries are not the same. Unless you choose otherwise, the one recorded last "
            "counts; of two recorded at the same moment, yours stays, unless it is an attack that "
            "has ended in the file. What you deleted stays deleted unless the file’s entry is "
            "newer.",
            len(self._overview.conflicts),
        )
        inside.addWidget(label(said, "secondary"))
        inside.addWidget(self.rule)
        both = QWidget()
        below = QVBoxLayout(both)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GAP)
        below.addWidget(self.here)
        below.addWidget(self.there)
        below.addStretch(1)
        inside.addWidget(Beside(self.list, both, (1, 1), CHARACTERS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    @property
    def choices(self) -> Choices:
        """What is chosen."""
        return self.model.choices

    @Slot(object)
    def _on_rule(self, rule: Rule | None) -> None:
        self.rule.show_value(rule or self.choices.rule)
        if rule:
            self.model.choose(rule)
            self._show_current()
            self.changed.emit()

    def choose(self, rule: Rule) -> None:
        """Choose one side of the entry in the list that is chosen."""
        self.model.choose_one(self.list.currentIndex().row(), rule)
        self._show_current()
        self.changed.emit()

    @Slot()
    def _on_here(self) -> None:
        self.choose(Rule.MINE)

    @Slot()
    def _on_there(self) -> None:
        self.choose(Rule.THEIRS)

    @Slot()
    def _show_current(self) -> None:
        conflict: Conflict | None = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if conflict is None:
            return
        here, there = sides(conflict, self._overview.catalogue, self._now)
        theirs = self.choices.takes(conflict)
        self.here.show_side(here, counts=not theirs)
        self.there.show_side(there, counts=theirs)


class _Rows(QListView):
    """The list; left and right choose a side of the current row."""

    def __init__(self, model: ConflictList, choose: Callable[[Rule], object]) -> None:
        super().__init__()
        self._choose = choose
        self.setModel(model)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("What is different"))
        keys = _("The left arrow keeps what is here, the right one takes what is in the file.")
        self.setAccessibleDescription(keys)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its rows, up to some lines."""
        lines = LINES * min(ROWS, self.model().rowCount()) + 1
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: the page around it scrolls."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and right choose."""
        rule = KEYS.get(Qt.Key(event.key()))
        if rule:
            self._choose(rule)
        else:
            super().keyPressEvent(event)


class _Side(QFrame):
    """What one of both says, and the button that lets it count."""

    def __init__(self, name: str, action: str) -> None:
        super().__init__()
        self._name, self._action = name, action
        self.setProperty("role", "panel")
        self.words = label("")
        self.when = label("", "small")
        self.button: QPushButton = WrappedButton(action)
        self.button.setMinimumHeight(TARGET)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(label(name, "strong"))
        column.addWidget(self.words)
        column.addWidget(self.when)
        column.addStretch(1)
        column.addWidget(self.button)

    def show_side(self, side: Side, *, counts: bool) -> None:
        """Show what it says, and whether it counts."""
        self.words.setText("\n".join(side.lines))
        self.when.setText(side.when)
        self.when.setVisible(bool(side.when))
        self.button.setChecked(counts)
        self.button.setAccessibleName(f"{self._action}: {self._name}, {side.short}")
