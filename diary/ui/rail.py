"""The rail at the side: *Attack now*, the pages, when it was last saved, *Lock*, the settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from diary.i18n import Message, _
from diary.palette import design
from diary.ui.icons import icon
from diary.ui.theme import Theme
from diary.ui.widgets.attack_strip import AttackStrip
from diary.ui.widgets.controls import GAP, PART, button, label, scrolling, set_role
from diary.ui.widgets.status_words import StatusWords

USUAL, WIDER, WIDEST = 208, 236, 292
"""Of the rail: its pixels in the usual letters, those for long names, those in any letters."""
BESIDE, LOWEST = 54, 46
"""Pixels: of what stands beside a name and its icon; of a button at least."""
LOCKS = "locks"
"""Marks a button that locks: the keyboard does not come back to it."""
LINES, FEW_LINES = 3, 2
"""Of the status: at most, and where the rail is low."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Pixels: above and below all, between the parts, and around the words of a button."""

    edge: int
    between: int
    inside: int


ROOMY, DENSE = Spacing(2 * GAP, 4, PART), Spacing(GAP, 0, 4)


@dataclass(frozen=True, slots=True)
class Place:
    """A page's key (also its icon's name) and its words."""

    key: str
    label: Message


class Rail(QFrame):
    """Always there. `place_chosen` carries a page's key."""

    place_chosen = Signal(str)
    lock_wanted = Signal()

    def __init__(
        self, places: Sequence[Place], last: Place, strip: AttackStrip, theme: Theme
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "rail")
        self.setAccessibleName(_("Pages"))
        self._buttons: dict[str, QPushButton] = {}
        self._words: dict[str, str] = {}
        self._group = QButtonGroup(self)
        self.status = StatusWords()
        self.undo_button = button(_("Undo"), "link")
        self.undo_button.setMinimumHeight(LOWEST)
        self.undo_button.hide()
        self._can_undo = False
        self._strip, self._strip_was = strip, (0, False)
        self._column = column = QVBoxLayout(self)
        self._name = label(_("Scleroderma Diary"), "strong")
        self._name.setContentsMargins(GAP, 0, 0, GAP)
        column.addWidget(self._name)
        column.addWidget(strip)
        column.addWidget(self._list(places), 1)
        column.addWidget(strip.ways)
        column.addLayout(_indented(self.undo_button))
        column.addWidget(self.status)
        self.lock_button = self._lock()
        column.addWidget(self.lock_button)
        column.addWidget(self._make(last))
        theme.changed.connect(self.dress)
        self.dress()

    def _list(self, places: Sequence[Place]) -> QWidget:
        """The pages; they scroll where a low window with large text has no room for all."""
        inside = QWidget()
        self._pages = column = QVBoxLayout(inside)
        for place in places:
            column.addWidget(self._make(place))
        column.addStretch(1)
        self._area = scrolling(inside)
        set_role(self._area, "clear")
        set_role(inside, "clear")
        return self._area

    def _make(self, place: Place) -> QPushButton:
        words = str(place.label)
        made = button(words, "rail", partial(self.place_chosen.emit, place.key), words)
        made.setAutoExclusive(True)  # to screen readers, one of several
        self._group.addButton(made)
        self._buttons[place.key] = made
        self._words[place.key] = words
        return made

    def _lock(self) -> QPushButton:
        """The way out of a diary that has a passphrase; it is no page."""
        made = QPushButton()
        made.setProperty("role", "rail")
        made.setProperty(LOCKS, True)  # noqa: FBT003 - Qt's form
        made.clicked.connect(self.lock_wanted)
        made.hide()
        self._buttons["lock"], self._words["lock"] = made, _("Lock")
        return made

    def offer_lock(self, *, yes: bool) -> None:
        """Whether the diary can be locked."""
        self.lock_button.setVisible(yes)
        self._fit()

    @Slot(bool)
    def offer_undo(self, yes: bool) -> None:  # noqa: FBT001 - a signal's
        """Whether there is a step to take back; the button needs room that nothing else does."""
        self._can_undo = yes
        self._fit()

    def show_place(self, key: str) -> None:
        """Mark the page that is shown."""
        self._buttons[key].setChecked(True)
        self._area.ensureWidgetVisible(self._buttons[key], 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A low rail moves closer together."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """What the attack needs changes with the letters, not when one begins."""
        if event.type() is QEvent.Type.LayoutRequest and self._strip_was != self._strip_is():
            self._fit()
        return super().event(event)

    @Slot()
    def dress(self) -> None:
        """Take colours and sizes of the look."""
        side = self._theme.px(20)
        self.setFixedWidth(self._width(side))
        room = self.width() - side - BESIDE
        for key, made in self._buttons.items():
            made.setText(self._fitted(self._words[key], room))
            made.setIcon(icon(key, self._theme.colour("ink")))
            made.setIconSize(QSize(side, side))
        self._fit()

    def _width(self, side: int) -> int:
        """As the longest name needs in one line, within bounds."""
        letters = QFontMetrics(self._theme.font(bold=True))
        longest = max(map(letters.horizontalAdvance, self._words.values()))
        usual, wider = self._theme.px(USUAL), self._theme.px(WIDER)
        return min(max(usual, min(longest + side + BESIDE, wider)), WIDEST)

    def _fit(self) -> None:
        """Where there is no room for all, the space between gives way, then the program's name."""
        self._strip.fit(self.height())
        self._strip_was = self._strip_is()
        roomy = self._has_room_for_name(ROOMY)
        space = ROOMY if roomy else DENSE
        self._name.setVisible(self._has_room_for_name(space))
        self.undo_button.setVisible(self._can_undo and self._has_room_for_undo(space))
        self._space(space)
        self.status.show_lines(LINES if roomy else FEW_LINES)

    def _has_room_for_name(self, space: Spacing) -> bool:
        name = self._name.sizeHint().height() + space.between
        return self.height() >= self._needed(space) + name

    def _has_room_for_undo(self, space: Spacing) -> bool:
        """Beside all that is there at present, and less where an attack runs."""
        ways = self._strip.ways
        kept_free = 0 if ways.isVisible() else ways.sizeHint().height()
        lines = self._name.sizeHint().height() + self.undo_button.sizeHint().height()
        return self.height() >= self._needed(space) - kept_free + lines + 2 * space.between

    def _space(self, space: Spacing) -> None:
        self._column.setContentsMargins(PART, space.edge, PART, space.edge)
        self._column.setSpacing(space.between)
        self._pages.setContentsMargins(0, GAP, 0, 0)
        self._pages.setSpacing(space.between)
        for made in self._buttons.values():
            made.setFixedHeight(self._height(made, space))

    def _strip_is(self) -> tuple[int, bool]:
        return self._strip_needs(), self._strip.ways.isVisible()

    def _strip_needs(self) -> int:
        """Also while none runs: when one begins, nothing may move."""
        return self._strip.sizeHint().height() + self._strip.ways.sizeHint().height()

    def _needed(self, space: Spacing) -> int:
        """The height in which everything but the name has its place without scrolling."""
        shown = [made for made in self._buttons.values() if not made.isHidden()]
        parts = [self._strip_needs(), GAP, self.status.height_of(LINES)]
        parts += [self._height(made, space) + space.between for made in shown]
        return sum(parts) + 2 * (space.between + space.edge)

    def _height(self, made: QPushButton, space: Spacing) -> int:
        """Qt gives a button the height of one line, whatever its words."""
        lines = 1 + made.text().count("\n")
        letters = QFontMetrics(self._theme.font(bold=True)).lineSpacing()
        return max(LOWEST, lines * letters + space.inside)

    def _fitted(self, words: str, room: int) -> str:
        """A name that is too long for one line, as two."""
        wide = QFontMetrics(self._theme.font(bold=True)).horizontalAdvance(words)
        lines = words if wide <= room else words.replace(" ", "\n", 1)
        return lines.replace("&", "&&")


def _indented(link: QWidget) -> QHBoxLayout:
    """A link whose words begin where the words above and below it begin."""
    row = QHBoxLayout()
    row.setContentsMargins(GAP - design("inset")["link"][1], 0, 0, 0)
    row.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
    return row
