"""The pictures of docs/design-language.md: each kind of control in each state and look."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from diary.field import Group
from diary.palette import Look
from diary.ui import icons
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, card, label
from diary.ui.widgets.scale import ScaleInput

POINTS = 11
ROLES = ("primary", "attack", "quiet", "chip", "link")


def write(folder: Path) -> None:
    """One picture a look of the controls, and one of the type scale on a card."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)  # noqa: S101 - nothing else was made
    icons.register()
    theme = Theme(application)
    for look in Look:
        theme.apply(look, POINTS)
        _picture(_controls()).save(str(folder / f"design-controls-{look.value}.png"))
        theme.apply(look, POINTS)
        _picture(_card(theme)).save(str(folder / f"design-card-{look.value}.png"))


def _picture(page: QWidget) -> QPixmap:
    page.setProperty("role", "page")
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.show()
    page.activateWindow()
    page.setFocus()
    QApplication.processEvents()
    picture = page.grab()
    painter = QPainter(picture)
    for each in page.findChildren(QWidget):
        if each.property("focused"):
            each.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            spot = each.mapTo(page, QPoint(0, 0))
            region = page.grab().copy(spot.x(), spot.y(), each.width(), each.height())
            painter.drawPixmap(spot, region)
    painter.end()
    page.close()
    return picture


def _controls() -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
    grid.setSpacing(GAP)
    for row, state in enumerate(("plain", "keyboard", "chosen", "off")):
        grid.addWidget(QLabel(state), row, 0)
        made: list[QWidget] = [button("Save", role) for role in ROLES]
        made += [button("i", "icon"), QLineEdit("words"), QCheckBox("an answer")]
        for column, each in enumerate(made):
            _put(each, state)
            grid.addWidget(each, row, column + 1)
    return page


def _put(control: QWidget, state: str) -> None:
    control.setProperty("focused", state == "keyboard")
    control.setEnabled(state != "off")
    can_stay = control.property("role") == "chip" or isinstance(control, QCheckBox)
    if state == "chosen" and can_stay:
        control.setCheckable(True)  # type: ignore[attr-defined] # both can stay down
        control.setChecked(True)  # type: ignore[attr-defined]


def _card(theme: Theme) -> QWidget:
    page = QWidget()
    page.setFixedWidth(700)
    row = QHBoxLayout(page)
    row.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
    frame, inside = card("Skin", Group.SKIN)
    inside.addWidget(label("Title", "title"))
    inside.addWidget(label("Strong words", "strong"))
    inside.addWidget(label("Plain words, which most are."))
    inside.addWidget(label("Small words beside them", "small"))
    scale = ScaleInput("not tight", "worst imaginable", theme, "skin")
    scale.show_value(6)
    inside.addWidget(scale)
    inside.addWidget(label("A problem: the disk is full.", "problem"))
    row.addWidget(frame)
    return page
