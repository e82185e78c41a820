"""Seven small drawings of our own for the form of the stool, from hard pieces to liquid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

WIDTH, HEIGHT = 36, 20
RATIO = 2
"""Drawn at twice their size, for sharp screens."""

Drawing = Callable[[QPainter], None]


def _pieces(painter: QPainter) -> None:
    for x, y, size in ((3, 8, 7), (12, 4, 6), (19, 11, 7), (28, 6, 6)):
        painter.drawEllipse(QRectF(x, y, size, size))


def _lumpy(painter: QPainter) -> None:
    for x, y in ((2, 5), (9, 3), (16, 6), (23, 4)):
        painter.drawEllipse(QRectF(x, y, 11, 11))


def _cracked(painter: QPainter) -> None:
    bar = QPainterPath()
    bar.addRoundedRect(QRectF(2, 5, 32, 11), 5.5, 5.5)
    cracks = QPainterPath()
    for x in (10, 17, 24):
        cracks.addPolygon([QPointF(x, 5), QPointF(x + 3, 5), QPointF(x + 1, 11)])
    painter.drawPath(bar.subtracted(cracks))


def _smooth(painter: QPainter) -> None:
    line = QPainterPath(QPointF(6, 12))
    line.cubicTo(QPointF(14, 4), QPointF(22, 16), QPointF(30, 8))
    pen = QPen(painter.brush().color(), 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.strokePath(line, pen)


def _soft(painter: QPainter) -> None:
    for x, y in ((2, 9), (13, 4), (24, 9)):
        painter.drawEllipse(QRectF(x, y, 10, 7))


def _mushy(painter: QPainter) -> None:
    edge = QPainterPath(QPointF(3, 13))
    for to_x, to_y, by_x, by_y in (
        (8, 6, 2, 7), (15, 7, 12, 2), (22, 5, 19, 9), (29, 8, 27, 3), (34, 13, 35, 8),
        (25, 16, 31, 18), (17, 15, 21, 13), (9, 17, 13, 19), (3, 13, 4, 17),
    ):  # fmt: skip
        edge.quadTo(QPointF(by_x, by_y), QPointF(to_x, to_y))
    painter.drawPath(edge)


def _liquid(painter: QPainter) -> None:
    pen = QPen(painter.brush().color(), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    for y in (5, 10.5, 16):
        wave = QPainterPath(QPointF(3, y))
        for x in (3, 18):
            wave.cubicTo(QPointF(x + 5, y - 4), QPointF(x + 9, y + 4), QPointF(x + 15, y))
        painter.strokePath(wave, pen)


DRAWINGS: tuple[Drawing, ...] = (_pieces, _lumpy, _cracked, _smooth, _soft, _mushy, _liquid)


def picture(number: int, plain: QColor, chosen: QColor) -> QIcon:
    """The drawing of a form from 1 to 7, in the colours of a plain and of a chosen answer."""
    icon = QIcon()
    for colour, state in ((plain, QIcon.State.Off), (chosen, QIcon.State.On)):
        icon.addPixmap(_drawn(DRAWINGS[number - 1], colour), QIcon.Mode.Normal, state)
    return icon


def size() -> QSize:
    """The size of a drawing, in logical pixels."""
    return QSize(WIDTH, HEIGHT)


def _drawn(drawing: Drawing, colour: QColor) -> QPixmap:
    made = QPixmap(WIDTH * RATIO, HEIGHT * RATIO)
    made.setDevicePixelRatio(RATIO)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    drawing(painter)
    painter.end()
    return made
