"""The icons of one family, drawn in a colour of the theme."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QIcon, QPixmap

SIZE = 48
FOLDER = files("resources") / "icons"


def register() -> None:
    """Let the style sheet find the icons under "icons:"."""
    QDir.setSearchPaths("icons", [str(FOLDER)])


def icon(name: str, colour: QColor) -> QIcon:
    """An icon of `resources/icons` with its lines in one colour."""
    drawing = (FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", colour.name())
    drawing = drawing.replace("<svg ", f'<svg width="{SIZE}" height="{SIZE}" ')
    picture = QPixmap()
    picture.loadFromData(drawing.encode(), "SVG")
    return QIcon(picture)
