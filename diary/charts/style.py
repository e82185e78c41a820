"""How a chart looks: the look, the text size, and every length that follows from it.

Lengths are logical pixels, 96 to the inch, as the window counts them. No matplotlib here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diary.palette import Look, colours, contrast, mixed

DPI = 96
POINTS_PER_INCH = 72
SMALL = 0.9
LEAST_CONTRAST = 3.2
"""Lines need 3:1 against the card; a little more survives rounding."""
STEPS = 50
INSET = 8


@dataclass(frozen=True, slots=True)
class Style:
    """The look, the text size in points, the width in logical pixels, and device pixels to each.

    `family` is the window's font; `week_begins` is the weekday that the ticks of weeks stand on, 0
    is Monday. A `framed` picture stands alone, in a file: it has a margin,
    its title, its days and its key (see `paper`).
    """

    look: Look = Look.LIGHT
    points: float = 11.0
    width_px: int = 800
    ratio: float = 1.0
    family: str = ""
    week_begins: int = 0
    framed: bool = False

    @property
    def colours(self) -> Mapping[str, str]:
        """The colours of the look by role."""
        return colours(self.look)

    @property
    def em(self) -> float:
        """The size of plain text."""
        return self.points * DPI / POINTS_PER_INCH

    @property
    def small_points(self) -> float:
        """The size of small text, in points."""
        return self.points * SMALL

    @property
    def padding(self) -> float:
        """The margin at all sides, for the ring of the keyboard's place."""
        return 0 if self.framed else INSET

    @property
    def gutter(self) -> float:
        """The room left of the rows for the words of their values; equal in all groups."""
        return 3.9 * self.em

    @property
    def margin(self) -> float:
        """The room right of the rows, for half a dot and half a date."""
        return 1.2 * self.em

    @property
    def line_height(self) -> float:
        """From one line of words to the next."""
        return 1.35 * self.em

    @property
    def label_gap(self) -> float:
        """From the words above a row to the row, whose topmost value reaches into it."""
        return 0.95 * self.em

    @property
    def row_height(self) -> float:
        """The height of a row of numbers; it grows less than the text does."""
        return 32 + 2.6 * self.em

    @property
    def lane_height(self) -> float:
        """The height of one lane of a choice: its words and its marks."""
        return 2.7 * self.em

    @property
    def row_gap(self) -> float:
        """The room between a row and the words of the next."""
        return 0.9 * self.em

    @property
    def axis_height(self) -> float:
        """The room below the rows for the dates, in two lines."""
        return 3.4 * self.em

    def soft(self, role: str) -> str:
        """The palest form of a colour that still stands out from the card at 3:1."""
        if self.look is Look.CONTRAST:
            return self.colours[role]
        card, full = self.colours["card"], self.colours[role]
        mixes = (mixed(card, full, step / STEPS) for step in range(STEPS + 1))
        return next((mix for mix in mixes if contrast(mix, card) >= LEAST_CONTRAST), full)

    def mixed(self, role: str, share: float) -> str:
        """So much of a colour, from 0 to 1, on the card."""
        return mixed(self.colours["card"], self.colours[role], share)
