"""A drawn map and its list twin, side by side where there is room: one choice, two ways."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.theme import Theme
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.controls import label
from diary.ui.widgets.drawn_map import DrawnMap
from diary.ui.widgets.map_marks import Mark
from diary.ui.widgets.maps.drawing import Drawing
from diary.ui.widgets.region_list import RegionList


class MapPicker(QWidget):
    """`chosen` carries the key of the region that the patient chose, by drawing or by list."""

    chosen = Signal(str)

    def __init__(
        self, drawing: Drawing, theme: Theme, accent: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.map = DrawnMap(drawing, theme, accent)
        self.list = RegionList(drawing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(label(str(drawing.hint), "secondary"))
        whole.addWidget(Beside(self.map, self.list, (3, 2)))
        self.setFocusProxy(self.map)
        self.map.chosen.connect(self._on_chosen)
        self.list.chosen.connect(self._on_chosen)
        self.map.moved.connect(self.list.show_chosen)
        self.list.moved.connect(self.map.go_to)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show what is known of the regions, on the drawing and in the list."""
        self.map.show_marks(marks)
        self.list.show_marks(marks)

    def show_chosen(self, key: str | None) -> None:
        """Show one region as the chosen one, without saying that it was chosen."""
        self.map.show_chosen(key)
        self.list.show_chosen(key)

    def chosen_or_none(self) -> str | None:
        """The chosen region."""
        return self.map.chosen_or_none()

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.show_chosen(key)
        self.chosen.emit(key)
