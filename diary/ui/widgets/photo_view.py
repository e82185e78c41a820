"""A whole photo that fits its room, or is looked at more closely."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from diary.i18n import _
from diary.ui.sideways import step_of
from diary.ui.theme import Theme
from diary.ui.widgets.controls import set_role

ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0)
LARGER = {Qt.Key.Key_Plus, Qt.Key.Key_Equal}
SMALLER = {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}
EDGE = 4
"""Pixels around the picture, where the focus is shown."""
PAGES: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
"""Steps to other photos, besides left and right."""


class _Canvas(QWidget):
    """Paints the picture over all of itself, or says why there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.picture = QPixmap()
        self.words = ""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        if self.picture.isNull():
            painter.setPen(self._theme.colour("ink2"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self.words)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self.picture)


class PhotoView(QScrollArea):
    """Plus and minus change the size; arrows move a picture that is larger than its room.

    `turned` carries -1 or 1: where all of the picture is seen, left and right ask for the photo
    before or after it. `zoomed` says that the size is another.
    """

    turned = Signal(int)
    zoomed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._canvas = _Canvas(theme)
        self._step = 0
        self.setWidget(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(EDGE, EDGE, EDGE, EDGE)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(
            _("Left and right show the photo before and after. Plus and minus change the size.")
        )
        set_role(self._canvas, "clear")

    def say(self, words: str) -> None:
        """Show words in place of a picture."""
        self._canvas.picture = QPixmap()
        self._canvas.words = words
        self._step = 0
        self._fit()

    def show_picture(self, image: QImage) -> None:
        """Show all of a picture."""
        self._canvas.picture = QPixmap.fromImage(image)
        self._step = 0
        self._fit()

    @property
    def words(self) -> str:
        """What is said in place of the picture; empty while there is one."""
        return self._canvas.words if self._canvas.picture.isNull() else ""

    @property
    def can_grow(self) -> bool:
        """Whether it can be shown larger."""
        return not self._canvas.picture.isNull() and self._step < len(ZOOMS) - 1

    @property
    def can_shrink(self) -> bool:
        """Whether it can be shown smaller."""
        return self._step > 0

    def zoom(self, steps: int) -> None:
        """Show it larger (or smaller), with the same spot in the middle."""
        if (steps > 0 and not self.can_grow) or (steps < 0 and not self.can_shrink):
            return
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        before = self._canvas.size()
        middle = [
            (bar.value() + room / 2) / max(1, length)
            for bar, room, length in zip(bars, _sides(self.viewport()), _of(before), strict=True)
        ]
        self._step += steps
        self._fit()
        for bar, room, length, share in zip(
            bars, _sides(self.viewport()), _of(self._canvas.size()), middle, strict=True
        ):
            bar.setValue(round(share * length - room / 2))

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        size = self._canvas.picture.size()
        if size.isEmpty():
            self._canvas.resize(room)
        else:
            fitted = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            self._canvas.resize(fitted * ZOOMS[self._step])
        self._canvas.update()
        self.zoomed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the new room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """See the class."""
        key = Qt.Key(event.key())
        if key in LARGER:
            self.zoom(1)
        elif key in SMALLER:
            self.zoom(-1)
        elif not self.can_shrink and (step := step_of(self, key) or PAGES.get(key, 0)):
            self.turned.emit(step)
        else:
            super().keyPressEvent(event)


def _sides(widget: QWidget) -> tuple[int, int]:
    return _of(widget.size())


def _of(size: QSize) -> tuple[int, int]:
    return size.width(), size.height()
