"""Colours, text size and look of the window. One object, handed to every page.

It follows the system's look and text size unless the patient chose one.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from diary.field import Group
from diary.palette import Look, colours, mixed
from diary.ui.stylesheet import round_side, stylesheet
from diary.ui.system_style import SystemStyle

BASE_POINTS = 11.0
SMALLEST, LARGEST = 9, 24


class Theme(QObject):
    """The look in use. `changed` says that colours or text size are new."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system = SystemStyle(application, self)
        self._chosen: tuple[Look | None, float | None] = (None, BASE_POINTS)
        self._look, self._points = self._wanted()
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._system.changed.connect(self._on_system_changed)

    @property
    def look(self) -> Look:
        """The chosen look, or the system's."""
        return self._look

    @property
    def points(self) -> float:
        """The size of plain text in points, 9 to 24: the chosen one, or the system's."""
        return self._points

    def _wanted(self) -> tuple[Look, float]:
        look, points = self._chosen
        size = self._system.points if points is None else points
        return look or self._system.look, min(max(size, SMALLEST), LARGEST)

    def colour(self, role: str) -> QColor:
        """The colour of a role of `resources/theme.toml`."""
        return QColor(colours(self.look)[role])

    def tint(self, role: str, share: float) -> QColor:
        """So much of a colour, from 0 to 1, on a card."""
        known = colours(self.look)
        return QColor(mixed(known["card"], known[role], share))

    def group(self, group: Group) -> QColor:
        """The accent of a group of fields."""
        return self.colour(group.value)

    def px(self, size: float) -> int:
        """A length in logical pixels, scaled with the text size (exact at 11 pt)."""
        return max(1, round(size * self._points / BASE_POINTS))

    @property
    def round_side(self) -> int:
        """The side of a round button, such as the i, in pixels."""
        return round_side(self._points)

    def font(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        """The text font, `factor` times the chosen size; lists ask for it at each row."""
        if (factor, bold) not in self._fonts:
            font = QFont(self._application.font())
            font.setPointSizeF(self._points * factor)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            self._fonts[factor, bold] = font
        return QFont(self._fonts[factor, bold])

    def apply(self, look: Look | None, points: float | None) -> None:
        """Use a look and a text size of 9 to 24 points; None: the system's.

        Without the old sheet first: Qt goes from one sheet to another widget by widget, four times
        as slowly as from a sheet to none and from none to a sheet. Nothing is drawn in between.
        """
        self._application.setStyleSheet("")
        self.prepare(look, points)
        self._application.setStyleSheet(stylesheet(colours(self.look), self._points, self.look))
        self.changed.emit()

    def prepare(self, look: Look | None, points: float | None) -> None:
        """As `apply`, but leave the style sheet for later.

        Qt styles a widget anew each time that it moves into another one; widgets that are made
        before there is a style sheet are styled once, when it comes.
        """
        self._chosen = look, points
        self._look, self._points = self._wanted()
        self._fonts.clear()
        self._application.setFont(self.font())
        self._application.setPalette(self._palette())

    @Slot()
    def _on_system_changed(self) -> None:
        if self._wanted() != (self._look, self._points):
            self.apply(*self._chosen)

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        pairs = {
            role.Window: "paper",
            role.WindowText: "ink",
            role.Base: "card",
            role.AlternateBase: "paper",
            role.Text: "ink",
            role.PlaceholderText: "ink2",
            role.Button: "card",
            role.ButtonText: "ink",
            role.Highlight: "accent",
            role.HighlightedText: "on_accent",
            role.Link: "accent",
            role.ToolTipBase: "card",
            role.ToolTipText: "ink",
        }
        palette = QPalette()
        for name, token in pairs.items():
            palette.setColor(name, self.colour(token))
        return palette
