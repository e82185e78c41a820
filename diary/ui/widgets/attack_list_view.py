"""The list of attacks as it is used: arrows choose, Enter edits, Delete removes."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from db.records import Attack
from diary.i18n import _
from diary.ui.models.attack_list import AttackListModel
from diary.ui.theme import Theme
from diary.ui.widgets.attack_rows import AttackRows
from diary.ui.widgets.record_list import RecordList

LEAST_HEIGHT = 220


class AttackListView(RecordList):
    """Shows attacks by day. The signals carry an attack's id, or None where none is chosen."""

    edit_wanted = Signal(str)
    remove_wanted = Signal(str)
    attack_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.attacks = AttackListModel()
        super().__init__(self.attacks, theme, parent)
        self.setItemDelegate(AttackRows(theme, self))
        self.setAccessibleName(_("Attacks"))
        self.setAccessibleDescription(_("Enter edits an attack, Delete removes it."))
        self.setMinimumHeight(LEAST_HEIGHT)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_attacks(self, attacks: list[Attack], now: datetime) -> None:
        """Show these; the chosen one stays chosen, or else the one that takes its place."""
        chosen, place = self.chosen(), self.currentIndex().row()
        self.attacks.show_attacks(attacks, now)
        if chosen is not None and not self.choose(chosen.id):
            self.setCurrentIndex(self.attacks.nearest(place))
        self._on_current()

    def chosen(self) -> Attack | None:
        """The chosen attack."""
        return self.attacks.attack(self.currentIndex())

    @Slot()
    def _on_current(self, _new: object = None, _old: object = None) -> None:
        chosen = self.chosen()
        self.attack_chosen.emit(chosen.id if chosen is not None else None)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        attack = self.attacks.attack(index)
        if attack is not None:
            self.edit_wanted.emit(attack.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter edits, Delete removes; the arrows move."""
        chosen = self.chosen()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if chosen is not None:
                self.edit_wanted.emit(chosen.id)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if chosen is not None:
                self.remove_wanted.emit(chosen.id)
            case _:
                super().keyPressEvent(event)
