"""One drawn chart: shows the picture, and walks over its days by click or keyboard."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.charts.care import CareMarks
from diary.i18n import _
from diary.ui.theme import Theme
from diary.ui.widgets.visit_lines import paint_marks

if TYPE_CHECKING:
    from diary.charts.render import Picture

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
REACH = 24
"""A click finds a recorded day at most so many pixels away."""
LEAST_HEIGHT = 120


class ChartView(QWidget):
    """A chart of one group. `day_shown` says the day under the cursor, `day_wanted` opens it."""

    day_shown = Signal(object)
    day_wanted = Signal(object)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: Picture | None = None
        self._image = QImage()
        self.recorded: list[date] = []
        self._words: Callable[[date], str] = lambda _day: ""
        self.day: date | None = None
        self.marks = CareMarks()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(LEAST_HEIGHT)

    def show_picture(self, picture: Picture, words: Callable[[date], str]) -> None:
        """Show a drawn chart; `words` says one of its days."""
        self._picture, self.recorded, self._words = picture, picture.recorded, words
        image = QImage(
            picture.rgba,
            picture.width,
            picture.height,
            picture.width * 4,
            QImage.Format.Format_RGBA8888_Premultiplied,
        ).copy()
        image.setDevicePixelRatio(picture.ratio)
        self._image = image
        self.setFixedHeight(round(picture.plot.height))
        if self.day is not None and self.day not in self.recorded:
            self.day = None
        self._describe()
        self.update()

    def show_marks(self, marks: CareMarks) -> None:
        """Mark the days of visits and of changes of medicines."""
        self.marks = marks
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the picture; as wide as there is room."""
        height = round(self._picture.plot.height) if self._picture else LEAST_HEIGHT
        return QSize(300, height)

    def top_of(self, key: str) -> int:
        """Where the words of a field's row begin; 0 while it is not drawn."""
        row = self._picture.plot.row_of(key) if self._picture else None
        return round(row.label_y) if row else 0

    # Walking.

    def go_to(self, day: date | None) -> None:
        """Put the cursor on a day."""
        self.day = day
        self._describe()
        self.update()
        self.day_shown.emit(day)

    def _walk(self, step: int) -> None:
        if not self.recorded:
            return
        if self.day is None:
            self.go_to(self.recorded[-1] if step < 0 else self.recorded[0])
            return
        place = bisect_left(self.recorded, self.day) + step
        self.go_to(self.recorded[min(max(place, 0), len(self.recorded) - 1)])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and right walk over recorded days, Home and End go to the ends, Enter opens."""
        key = event.key()
        if key in STEPS:
            self._walk(STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Home and self.recorded:
            self.go_to(self.recorded[0])
        elif key == Qt.Key.Key_End and self.recorded:
            self.go_to(self.recorded[-1])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.day is not None:
            self.day_wanted.emit(self.day)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click shows the nearest recorded day; a click on the shown day opens it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        day = self._nearest(event.position().x())
        if day is not None and day == self.day:
            self.day_wanted.emit(day)
        else:
            self.go_to(day)

    def _nearest(self, x: float) -> date | None:
        if self._picture is None or not self.recorded:
            return None
        plot = self._picture.plot
        wanted = plot.date_at(min(max(x, plot.left), plot.right))
        if wanted is None:
            return None
        place = bisect_left(self.recorded, wanted)
        around = self.recorded[max(0, place - 1) : place + 1]
        nearest = min(around, key=lambda day: abs(day - wanted))
        reach = timedelta(days=max(1, round(REACH / plot.day_width)))
        return nearest if abs(nearest - wanted) <= reach else None

    def _describe(self) -> None:
        whole = self._picture.description if self._picture else ""
        here = self._words(self.day) if self.day else _("Arrow keys walk over the recorded days.")
        self.setAccessibleDescription(f"{here}\n{whole}")

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the picture, the cursor and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(QPointF(0, 0), self._image)
        if self._picture is not None:
            paint_marks(painter, self._picture.plot, self.marks, self._theme)
        if self._picture is not None and self.day is not None:
            self._paint_cursor(painter, self._picture, self.day)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_cursor(self, painter: QPainter, picture: Picture, day: date) -> None:
        plot = picture.plot
        if not plot.first <= day <= plot.last or not plot.rows:
            return
        x = plot.x_of(day)
        painter.setPen(QPen(self._theme.colour("ink"), 1.5))
        for row in plot.rows:
            if row.bottom > row.top:
                painter.drawLine(QPointF(x, row.top), QPointF(x, row.bottom))
