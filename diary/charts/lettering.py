"""Which words stand above a row, broken into lines that fit. No matplotlib here.

Widths are estimated, generously, from the number of letters: the plan of a chart is made before
anything is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from diary.charts.style import SMALL, Style

LETTER = 0.56
"""The mean width of a letter, in sizes of the text."""
BETWEEN = " · "
APART = 1.5
"""The least room between a name and the figures beside it, in sizes of the text."""


@dataclass(frozen=True, slots=True)
class Words:
    """The lines of a row's name, and of its figures; those may stand beside the name."""

    name: tuple[str, ...]
    figures: tuple[str, ...]
    beside: bool

    @property
    def lines(self) -> int:
        """How many lines they need, one under the other."""
        return len(self.name) + (0 if self.beside else len(self.figures))


def above_row(name: str, figures: Sequence[str], style: Style, width: float) -> Words:
    """The words over a row that is `width` pixels wide, name and gutter included."""
    names = tuple(wrap(name, max(8, int(width / (LETTER * style.em))))) or ("",)
    whole = BETWEEN.join(figures)
    small = LETTER * SMALL * style.em
    together = len(name) * LETTER * style.em + len(whole) * small + APART * style.em
    if len(names) == 1 and together <= width:
        return Words(names, (whole,) if whole else (), beside=True)
    return Words(names, tuple(filled(figures, int(width / small))), beside=False)


def filled(parts: Iterable[str], letters: int) -> list[str]:
    """The parts in lines of at most so many letters; only a part too long for a line is broken."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{BETWEEN}{part}" if lines else part
        if lines and len(longer) <= letters:
            lines[-1] = longer
        else:
            lines += wrap(part, max(8, letters))
    return lines
