"""The rail at the side: *Attack now*, the pages, the settings, and when it was last saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from diary.i18n import Message, _
from diary.ui.icons import icon
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, label, scrolling, set_role

ROOMY = 430
WIDEST, BESIDE, LOWEST = 292, 54, 46
"""Pixels: of the rail at most; of what stands beside a name and its icon; of a button at least."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page's key (also its icon's name) and its words."""

    key: str
    label: Message


class Rail(QFrame):
    """Always there. `place_chosen` carries a page's key."""

    place_chosen = Signal(str)

    def __init__(self, places: Sequence[Place], last: Place, strip: QWidget, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "rail")
        self.setAccessibleName(_("Pages"))
        self._buttons: dict[str, QPushButton] = {}
        self._words: dict[str, str] = {}
        self._group = QButtonGroup(self)
        self.status = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + 4, 2 * GAP, GAP + 4, GAP + 4)
        column.setSpacing(4)
        self._name = label(_("Scleroderma Diary"), "strong")
        self._name.setContentsMargins(GAP, 0, 0, GAP)
        column.addWidget(self._name)
        column.addWidget(strip)
        column.addSpacing(GAP)
        column.addWidget(self._list(places), 1)
        column.addWidget(self.status)
        column.addWidget(self._make(last))
        theme.changed.connect(self.dress)
        self.dress()

    def _list(self, places: Sequence[Place]) -> QWidget:
        """The pages; they scroll where a low window with large text has no room for all."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for place in places:
            column.addWidget(self._make(place))
        column.addStretch(1)
        self._area = scrolling(inside)
        set_role(self._area, "clear")
        set_role(inside, "clear")
        return self._area

    def _make(self, place: Place) -> QPushButton:
        made = button(str(place.label), "rail", partial(self.place_chosen.emit, place.key))
        self._group.addButton(made)
        self._buttons[place.key] = made
        self._words[place.key] = str(place.label)
        return made

    def show_place(self, key: str) -> None:
        """Mark the page that is shown."""
        self._buttons[key].setChecked(True)
        self._area.ensureWidgetVisible(self._buttons[key], 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a low window the program's name leaves its room to what is pressed."""
        super().resizeEvent(event)
        self._name.setVisible(self.height() >= self._theme.px(ROOMY))

    @Slot()
    def dress(self) -> None:
        """Take colours and sizes of the look."""
        side = self._theme.px(20)
        self.setFixedWidth(min(self._theme.px(208), WIDEST))
        room = self.width() - side - BESIDE
        for key, made in self._buttons.items():
            made.setText(self._fitted(self._words[key], room))
            made.setIcon(icon(key, self._theme.colour("ink")))
            made.setIconSize(QSize(side, side))
            self._give_height(made)

    def _give_height(self, made: QPushButton) -> None:
        """Qt gives a button the height of one line, whatever its words."""
        lines = 1 + made.text().count("\n")
        letters = QFontMetrics(self._theme.font(bold=True)).lineSpacing()
        made.setMinimumHeight(max(LOWEST, lines * letters + GAP + 4))

    def _fitted(self, words: str, room: int) -> str:
        """A name that is too long for one line, as two."""
        wide = QFontMetrics(self._theme.font(bold=True)).horizontalAdvance(words)
        lines = words if wide <= room else words.replace(" ", "\n", 1)
        return lines.replace("&", "&&")
