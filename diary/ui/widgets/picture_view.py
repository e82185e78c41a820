"""One drawn chart: shows the picture, and walks over its points by click or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from diary.charts.drawing import Box, Picture, Point, Points
from diary.i18n import _
from diary.ui.theme import Theme
from diary.ui.widgets.announce import tell

REACH = 24
"""A click finds a point at most so many pixels away."""
LEAST_HEIGHT = 120
WALKING = frozenset(
    {
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
    }
)
CURSOR = 2
APART = 3
"""From a point to the cursor around it, in pixels."""


class PictureView(QFrame):
    """`point_shown` carries the point under the cursor or None, `day_wanted` a day to open."""

    point_shown = Signal(object)
    day_wanted = Signal(object)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self.picture: Picture | None = None
        self.here: int | None = None
        """The number of the point under the cursor."""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(LEAST_HEIGHT)

    @property
    def points(self) -> Points:
        """The points of the picture."""
        return self.picture.points if self.picture else Points()

    @property
    def point(self) -> Point | None:
        """The point under the cursor."""
        return None if self.here is None else self.points[self.here]

    def show_picture(self, picture: Picture) -> None:
        """Show a drawn chart; the cursor stays on its day."""
        day = self.point.day if self.point else None
        self.picture = picture
        self._image = _image(picture)
        self.setFixedHeight(round(picture.height / picture.ratio))
        self.here = picture.points.of_day(day) if day else None
        self.setAccessibleDescription(self._words())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the picture; as wide as there is room."""
        return QSize(300, self.minimumHeight())

    # Walking.

    def go_to(self, number: int | None) -> None:
        """Put the cursor on a point."""
        self.here = number
        say = tell if self.point else QWidget.setAccessibleDescription
        say(self, self._words())
        self.update()
        self.point_shown.emit(self.point)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows walk over the points, Home and End go to the ends; Enter opens, Esc leaves."""
        key, point = event.key(), self.point
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and point and point.day:
            self.day_wanted.emit(point.day)
        elif key == Qt.Key.Key_Escape and point:
            self.go_to(None)
        elif len(self.points) and (there := self._walked(Qt.Key(key))) is not None:
            self.go_to(there)
        else:
            event.ignore()

    def _walked(self, key: Qt.Key) -> int | None:
        """Where a key leads; None where it is no key of walking."""
        last, here = len(self.points) - 1, self.here
        if here is None:
            starts = {Qt.Key.Key_Left: last, Qt.Key.Key_End: last}
            return starts.get(key, 0 if key in WALKING else None)
        steps = {Qt.Key.Key_Left: here - 1, Qt.Key.Key_Right: here + 1, Qt.Key.Key_End: last}
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return self.points.beside(here, up=key == Qt.Key.Key_Up)
        return min(max(steps.get(key, 0), 0), last) if key in WALKING else None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click shows the nearest point; a click on the shown one opens its day."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = event.position()
        number = self.points.nearest(place.x(), place.y(), REACH)
        if number is not None and number == self.here and self.points[number].day:
            self.day_wanted.emit(self.points[number].day)
        else:
            self.go_to(number)

    def _words(self) -> str:
        """What is said of it: the point under the cursor alone, or else all that it shows."""
        if self.point:
            return self.point.words
        whole = self.picture.description if self.picture else ""
        walk = _("Arrow keys walk over what is recorded.") if len(self.points) else ""
        return f"{walk}\n{whole}".strip()

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the picture, the cursor and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(QPointF(0, 0), self._image)
        if self.here is not None:
            self._paint_cursor(painter, self.here)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_cursor(self, painter: QPainter, number: int) -> None:
        painter.setPen(QPen(self._theme.colour("ink"), CURSOR))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self.points.boxes(number):
            if box.right > box.left:
                painter.drawRoundedRect(_around(box), 4, 4)
            else:
                painter.drawLine(QPointF(box.left, box.top), QPointF(box.left, box.bottom))


def _around(box: Box) -> QRectF:
    corners = QPointF(box.left, box.top), QPointF(box.right, box.bottom)
    return QRectF(*corners).adjusted(-APART, -APART, APART, APART)


def _image(picture: Picture) -> QImage:
    image = QImage(
        picture.rgba,
        picture.width,
        picture.height,
        picture.width * 4,
        QImage.Format.Format_RGBA8888_Premultiplied,
    ).copy()
    image.setDevicePixelRatio(picture.ratio)
    return image
