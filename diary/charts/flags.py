"""The line of letters above the rows of a chart, and the upright lines under them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matplotlib.collections import LineCollection

from diary.charts.geometry import Plot
from diary.charts.happened import LETTERS, Flag, What
from diary.charts.paper import POINT
from diary.charts.sheet import Sheet
from diary.charts.style import Style
from diary.field import Group

APART = 2.2
"""Each flag needs so much room on average, in sizes of the text."""
LETTER_WIDTH = 0.8
DASHES: dict[What, object] = {
    What.VISIT: (0, (6, 3)),
    What.MEDICINE: (0, (1.2, 2.4)),
    What.SORE: (0, (7, 2, 1.2, 2)),
    What.HEALED: (0, (7, 2, 1.2, 2, 1.2, 2)),
}
"""Notes have a letter and no line."""
OF_SORES = frozenset({What.SORE, What.HEALED})
WITH_SORES = frozenset({Group.SKIN, Group.RAYNAUD})
"""The groups in which sores are marked; what else happened is marked in all of them."""
WIDTH = 1.3


def flags_of(flags: Iterable[Flag], group: Group) -> list[Flag]:
    """The flags that belong to a group."""
    with_sores = group in WITH_SORES
    return [flag for flag in flags if with_sores or flag.what not in OF_SORES]


def drawn_flags(flags: Sequence[Flag], width: float, style: Style) -> list[Flag]:
    """Those of a group's flags that are drawn: kind after kind, as long as there is room."""
    drawn: list[Flag] = []
    for kind in What:
        found = [flag for flag in flags if flag.what is kind]
        if len(drawn) + len(found) <= width / (APART * style.em):
            drawn += found
    return drawn


@dataclass(slots=True)
class _Tag:
    """The letters of flags that lie close together."""

    left: float
    right: float
    kinds: set[What]

    @property
    def letters(self) -> str:
        return "".join(str(LETTERS[kind]) for kind in What if kind in self.kinds)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def half(self, em: float) -> float:
        return max(self.right - self.left, len(self.kinds) * LETTER_WIDTH * em) / 2


def draw_flags(sheet: Sheet, flags: Iterable[Flag], y: float) -> None:
    """Letters whose baseline is at `y`, and a line for each through all rows."""
    flags = sorted(flags, key=lambda flag: flag.day)
    for tag in _tags(sheet.plot, flags, sheet.style.em):
        sheet.text(tag.middle, y, tag.letters, size="small", role="ink", ha="center")
    rows = [row for row in sheet.plot.rows if row.bottom > row.top]
    for kind, dashes in DASHES.items():
        places = sorted({sheet.plot.x_of(flag.day) for flag in flags if flag.what is kind})
        lines = [((x, row.top), (x, row.bottom)) for x in places for row in rows]
        if lines:
            sheet.figure.add_artist(
                LineCollection(
                    lines,
                    transform=sheet.page,
                    colors=sheet.style.colours["line"],
                    linewidths=WIDTH * POINT,
                    linestyles=[dashes],
                    zorder=2,
                    gid=kind.value,
                )
            )


def _tags(plot: Plot, flags: Iterable[Flag], em: float) -> list[_Tag]:
    """The letters from left to right; what would touch becomes one."""
    tags: list[_Tag] = []
    for flag in flags:
        x = plot.x_of(flag.day)
        tags.append(_Tag(x, x, {flag.what}))
        while len(tags) > 1 and _touch(tags[-2], tags[-1], em):
            later = tags.pop()
            tags[-1].right = later.right
            tags[-1].kinds |= later.kinds
    return tags


def _touch(one: _Tag, other: _Tag, em: float) -> bool:
    return one.middle + one.half(em) + 0.2 * em > other.middle - other.half(em)
