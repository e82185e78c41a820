"""A button with a menu of what is seldom needed, so that a row of tools stays calm."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from diary.i18n import _


class MoreButton(QPushButton):
    """Opens `menu_of_ways`, to which its owner adds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = _("More")
        self.setProperty("role", "quiet")
        self.setAutoDefault(False)
        self.setText(f"{name}  ▾")
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Opens a menu."))
        self.menu_of_ways = QMenu(self)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.menu_of_ways.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
