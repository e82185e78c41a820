"""The regions of a drawn map as screen readers find them: each with its name, state and place.

A region lies unseen over its part of the drawing. The keyboard and the pointer belong to the map;
the region at which the keyboard is says that it has the focus.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent, QTransform
from PySide6.QtWidgets import QPushButton, QWidget

from diary.ui.widgets.maps import paths
from diary.ui.widgets.maps.drawing import Drawing


class MapRegion(QPushButton):
    """One region: chosen or not."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The map draws it."""


class MapRegions:
    """All regions of a map, in the order of its areas. `choose` is called when one is pressed."""

    def __init__(self, drawing: Drawing, owner: QWidget, choose: Callable[[str], None]) -> None:
        self._drawing, self._owner = drawing, owner
        self._here = 0
        self.all = [MapRegion(drawing.label(area.region), owner) for area in drawing.areas]
        for area, made in zip(drawing.areas, self.all, strict=True):
            made.toggled.connect(partial(_choose, choose, area.region))

    def tell(self, words: Callable[[str], str], chosen: str | None, here: int) -> None:
        """Say what is known of each region, which one is chosen, and where the keyboard is."""
        for area, made in zip(self._drawing.areas, self.all, strict=True):
            blocked = made.blockSignals(True)  # noqa: FBT003 - Qt's own call
            made.setChecked(area.region == chosen)
            made.blockSignals(blocked)
            made.setAccessibleDescription(words(area.region))
        self.all[self._here].setFocusProxy(None)  # type: ignore[arg-type] # Qt's own way
        self.all[here].setFocusProxy(self._owner)
        moved, self._here = here != self._here, here
        if moved and self._owner.hasFocus():
            self.tell_focus()

    def tell_focus(self) -> None:
        """Say that the keyboard is at a region."""
        event = QAccessibleEvent(self.all[self._here], QAccessible.Event.Focus)
        QAccessible.updateAccessibility(event)

    def fit(self, to_pixels: QTransform) -> None:
        """Lie over the drawing as it is shown."""
        for path, made in zip(paths.areas(self._drawing), self.all, strict=True):
            made.setGeometry(to_pixels.map(path).boundingRect().toAlignedRect())


def _choose(choose: Callable[[str], None], region: str, _checked: bool) -> None:  # noqa: FBT001
    choose(region)
