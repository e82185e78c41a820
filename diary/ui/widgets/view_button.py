"""Chooses what the calendar of the year shows: a button with a menu, fields in one list a group."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from diary.field import GROUP_NAMES, Catalogue
from diary.i18n import N_, _
from diary.logic.year import View

VIEWS = {
    View.ALL: N_("Everything"),
    View.ATTACKS: N_("Attacks"),
    View.SORES: N_("Sores"),
    View.NOTES: N_("Notes"),
}


class ViewButton(QPushButton):
    """`view_chosen` carries the key of a view or of a field."""

    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setAutoDefault(False)
        self.menu_of_views = QMenu(self)
        self.views: dict[str, QAction] = {}
        self.clicked.connect(self._on_clicked)

    def offer(self, catalogue: Catalogue, chosen: str) -> None:
        """Offer the views and every field, one of them chosen."""
        self.menu_of_views.clear()
        self.views.clear()
        group = QActionGroup(self.menu_of_views)
        for view, name in VIEWS.items():
            self._add(self.menu_of_views, group, str(name), view.value)
        self.menu_of_views.addSeparator()
        for part in catalogue.groups():
            below = self.menu_of_views.addMenu(_shown(str(GROUP_NAMES[part])))
            for field in catalogue.in_group(part):
                self._add(below, group, str(field.label), field.key)
        self.show_view(chosen)

    def _add(self, menu: QMenu, group: QActionGroup, name: str, view: str) -> None:
        action = QAction(_shown(name), group)
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False: self.choose(view))
        menu.addAction(action)
        self.views[view] = action

    def show_view(self, view: str) -> None:
        """Show which view is chosen."""
        self.views[view].setChecked(True)
        words = _("Show: {view}").format(view=self.views[view].text())
        self.setText(f"{words}  ▾")
        self.setAccessibleName(words.replace("&&", "&"))
        self.setAccessibleDescription(_("Chooses what the calendar shows."))

    def choose(self, view: str) -> None:
        """Choose a view."""
        self.show_view(view)
        self.view_chosen.emit(view)

    def _on_clicked(self) -> None:
        self.menu_of_views.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))


def _shown(name: str) -> str:
    """A name in a menu, where a single & would mark a key."""
    return name.replace("&", "&&")
