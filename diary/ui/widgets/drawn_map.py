"""A drawn map whose regions can be chosen by click or by keyboard.

One Tab stop. The arrows go to the nearest region that way, Home and End to the first and last
one, Enter or Space choose. Where regions take grades, a digit gives the focused one its grade and
Delete takes it away. A list twin (`RegionList`) or the owner's own list always stands beside it,
for everyone to whom a drawing says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from diary.i18n import _
from diary.ui.focus import bring_part_in_sight
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.map_marks import Mark
from diary.ui.widgets.map_painter import MapPainter, State
from diary.ui.widgets.map_regions import MapRegions
from diary.ui.widgets.map_space import MapSpace, area_at, growth
from diary.ui.widgets.maps import paths
from diary.ui.widgets.maps.drawing import Drawing
from diary.ui.widgets.maps.ways import nearest

EDGE = 6


class DrawnMap(QFrame):
    """`chosen` carries the key of a region that the patient chose; `moved` of the focused one.

    `graded` carries a region and its new grade, None where the grade was taken away.
    """

    chosen = Signal(str)
    moved = Signal(str)
    graded = Signal(str, object)

    def __init__(
        self,
        drawing: Drawing,
        theme: Theme,
        accent: str = "accent",
        *,
        highest_grade: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.drawing = drawing
        self._theme = theme
        self._highest = highest_grade
        self._state = State(accent=accent, ticked=highest_grade is None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(str(drawing.name))
        self.regions = MapRegions(drawing, self, self.choose)
        self._describe()
        theme.changed.connect(self.updateGeometry)

    # What it shows.

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show what is known of the regions, by their keys."""
        self._state.marks = dict(marks)
        self._describe()
        self.update()

    def show_chosen(self, key: str | None) -> None:
        """Show one region as the chosen one, without saying that it was chosen."""
        self._state.chosen = key
        if key is not None and key != self.here:
            self._go_to(key)
        self._describe()
        self.update()

    def chosen_or_none(self) -> str | None:
        """The chosen region."""
        return self._state.chosen

    @property
    def here(self) -> str:
        """The region at which the keyboard is."""
        return self.drawing.areas[self._state.here].region

    def choose(self, key: str) -> None:
        """What the patient chose."""
        self.show_chosen(key)
        self.chosen.emit(key)

    def go_to(self, key: str) -> None:
        """Move the keyboard's place to a region, as when the list twin moved."""
        if key != self.here:
            self._go_to(key)
            self._describe()
            self.update()

    def _go_to(self, key: str) -> None:
        regions = [area.region for area in self.drawing.areas]
        if key in regions:
            self._state.here = regions.index(key)

    def words_of(self, key: str) -> str:
        """A region and what is known of it, in words."""
        mark = self._state.marks.get(key)
        parts = [self.drawing.label(key), mark.said if mark else ""]
        if key == self._state.chosen:
            parts.append(_("chosen"))
        return ", ".join(filter(None, parts))

    def _describe(self) -> None:
        self.setAccessibleDescription(f"{self.words_of(self.here)}. {self.drawing.hint}")
        self.regions.tell(self._said, self._state.chosen, self._state.here)

    def _said(self, key: str) -> str:
        """What is known of a region, without its name."""
        return mark.said if (mark := self._state.marks.get(key)) else ""

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move, Enter and Space choose, digits and Delete grade."""
        key, last = event.key(), len(self.drawing.areas) - 1
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._move(nearest(self.drawing, self._state.here, _WAYS[Qt.Key(key)]))
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._move(0 if key == Qt.Key.Key_Home else last)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.choose(self.here)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if self._highest is not None:
                self.graded.emit(self.here, None)
            case _ if self._grade(key) is not None:
                self.graded.emit(self.here, self._grade(key))
            case _:
                event.ignore()

    def _grade(self, key: int) -> int | None:
        grade = key - Qt.Key.Key_0
        return grade if self._highest is not None and 0 <= grade <= self._highest else None

    def _move(self, place: int) -> None:
        if place == self._state.here:
            return
        self._state.here = place
        self._describe()
        self.update()
        self._scroll_to_here()
        announce(self, self.words_of(self.here))
        self.moved.emit(self.here)

    # The pointer.

    def region_at(self, point: QPointF) -> str | None:
        """The region under a point of the widget, or the nearest one within reach."""
        place = self._area_at(point)
        return None if place is None else self.drawing.areas[place].region

    def _area_at(self, point: QPointF) -> int | None:
        return area_at(self.drawing, self.transform(), point)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the region under the pointer."""
        place = self._area_at(event.position())
        if place is not None:
            self._state.here = place
            self.choose(self.here)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show which region a click would choose."""
        self._hover(self.region_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """No region is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, key: str | None) -> None:
        if key != self._state.hovered:
            self._state.hovered = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()
        self.regions.tell_focus()
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            QTimer.singleShot(0, self, self._scroll_to_here)

    @Slot()
    def _scroll_to_here(self) -> None:
        if self.hasFocus():
            path = paths.areas(self.drawing)[self._state.here]
            bring_part_in_sight(self, self.transform().map(path).boundingRect().toRect())

    # Sizes and painting.

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the regions lie where they are drawn."""
        super().resizeEvent(event)
        self.regions.fit(self.transform())

    @property
    def _space(self) -> MapSpace:
        return MapSpace(self.drawing, self.fontMetrics().height() + 4, EDGE)

    def transform(self) -> QTransform:
        """From the units of the drawing to pixels of the widget."""
        return self._space.transform(self.size())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A little larger with larger text."""
        return self._space.size(growth(self._theme))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """So that each region can still be hit."""
        return self._space.size(1.0)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """In proportion, below the captions."""
        return self._space.height_for(width)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the figures, then what is known of the regions."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn = MapPainter(painter, self.drawing, self._theme, self.transform())
        drawn.paint(self._state, focused=self.hasFocus())


_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
