"""Attacks beside the coldest outdoor temperature: a dot a day, and no line through them.

A line of fit would say that one follows from the other, which a diary cannot know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil, floor, pi, sqrt

from matplotlib.collections import CircleCollection

from diary.charts.drawing import Drawing
from diary.charts.finish import finish
from diary.charts.paper import POINT, Frame, Paper
from diary.charts.pattern_bars import TOPS
from diary.charts.pattern_cold_dots import ColdDots, Spot
from diary.charts.pattern_titles import BY_COLD
from diary.charts.pattern_words import alone_title, attacks_words, period_words
from diary.charts.style import Style
from diary.charts.twin import Shown, Twin
from diary.field import Group
from diary.i18n import _, format_day, format_number, ngettext
from diary.logic.patterns import FEWEST_TOGETHER, ColdDay, Patterns
from diary.logic.units import Unit

RAYNAUD = Group.RAYNAUD.value
HIGH = 17.0
DOT, SMALLEST, LEAST_LARGEST, LARGEST = 0.62, 0.32, 0.9, 1.5
"""The height of the field and the widths of dots, in sizes of the text."""
OVERLAP = 1.3
"""The largest dot, in widths of a degree: the smaller ones beside it stay in sight."""
MANY = 120
"""From so many days on, those of a whole degree share a dot."""
STEPS = (1, 2, 5, 10, 20, 50)
APART = 3.2
"""The least room of a temperature on the axis, in sizes of the text."""


def cold_shown(found: Patterns, unit: Unit) -> Shown:
    """Attacks of each day beside its coldest outdoor temperature, in the chosen unit."""
    title = str(BY_COLD)
    days = found.cold.days
    said = _said(found)
    rows = tuple(
        (format_day(day.day, "EEE d MMM yyyy"), unit.value_words(day.temperature),
         format_number(day.attacks))
        for day in reversed(days)
    )  # fmt: skip
    twin = Twin((_("Day"), _("Coldest outdoors"), _("Attacks")), rows)
    if not found.cold.enough:
        rule = _("A picture needs {least} days with both.")
        few = f"{said} {rule.format(least=format_number(FEWEST_TOGETHER))}"
        return Shown(title, few, None, twin)
    return Shown(title, said, partial(_draw, found, unit, title, said), twin)


def _said(found: Patterns) -> str:
    cold = found.cold
    days = ngettext("{n} day with both known", "{n} days with both known", len(cold.days))
    parts = (
        (cold.no_temperature, _("{number} with attacks known but no temperature")),
        (cold.no_attacks, _("{number} with a temperature but attacks not known")),
    )
    told = [words.format(number=format_number(number)) for number, words in parts if number]
    return "; ".join([days, *told]) + "."


@dataclass(frozen=True, slots=True)
class Field:
    """Temperatures (as shown) across, attacks upwards."""

    left: float
    right: float
    top: float
    foot: float
    coldest: float
    warmest: float
    most: float

    def x(self, temperature: float) -> float:
        """The place of a temperature."""
        share = (temperature - self.coldest) / (self.warmest - self.coldest)
        return self.left + share * (self.right - self.left)

    def y(self, attacks: float) -> float:
        """The place of a number of attacks."""
        return self.foot - attacks / self.most * (self.foot - self.top)


def _draw(found: Patterns, unit: Unit, title: str, said: str, style: Style) -> Drawing:
    days = sorted(found.cold.days, key=lambda each: (each.temperature, each.day))
    many = len(days) >= MANY
    frame = Frame(alone_title(title), period_words(found.period), _key(said, many=many))
    height = round(2 * style.padding + (2.2 + HIGH + 3.4) * style.em)
    paper = Paper(style.width_px, height, style, frame)
    shown = [unit.shown(day.temperature) for day in days]
    step = _step(shown[-1] - shown[0], style)
    field = _field(style, shown, [day.attacks for day in days], step)
    _draw_axes(paper, field, step, unit)
    spots = _spots(days, [round(each) for each in shown] if many else shown, field, style)
    _draw_dots(paper, sorted(set(spots), key=lambda spot: -spot.half))
    description = _(
        "{title}, {period}. {said} From {coldest} to {warmest}; at most {attacks} on a day."
    ).format(
        title=title,
        period=frame.period,
        said=said,
        coldest=unit.value_words(days[0].temperature),
        warmest=unit.value_words(days[-1].temperature),
        attacks=attacks_words(max(day.attacks for day in days)),
    )
    return finish(paper, frame, description, ColdDots(days, spots, unit))


def _key(said: str, *, many: bool) -> str:
    if many:
        words = _(
            "{said} Each dot: the days of a whole degree with so many attacks; the more days, the "
            "larger."
        )
    else:
        words = _("{said} Each dot: one day; larger where days share it.")
    return words.format(said=said)


def _spots(
    days: Sequence[ColdDay], shown: Sequence[float], field: Field, style: Style
) -> list[Spot]:
    """The dot of each day; its area grows with the days that share it, down from the largest."""
    places = [(each, day.attacks) for each, day in zip(shown, days, strict=True)]
    counts = Counter(places)
    degree = (field.x(1) - field.x(0)) / style.em
    largest = max(LEAST_LARGEST, min(LARGEST, OVERLAP * degree))
    usual = min(DOT, largest / sqrt(max(counts.values())))
    return [
        Spot(
            field.x(temperature),
            field.y(attacks),
            max(SMALLEST, usual * sqrt(counts[temperature, attacks])) / 2 * style.em,
            counts[temperature, attacks],
        )
        for temperature, attacks in places
    ]


def _step(spread: float, style: Style) -> int:
    fits = max(2, int((style.width_px - 4 * style.em) / (APART * style.em)))
    return next((step for step in STEPS if spread / step < fits - 1), STEPS[-1])


def _field(style: Style, shown: Sequence[float], attacks: Sequence[int], step: int) -> Field:
    most = next((top for top in TOPS if top >= max(attacks)), max(attacks))
    coldest, warmest = floor(shown[0] / step) * step, ceil(shown[-1] / step) * step
    left = style.padding + (1.2 + 0.6 * len(format_number(most))) * style.em
    top = style.padding + 2.2 * style.em
    right = style.width_px - style.padding - 1.2 * style.em
    return Field(
        left, right, top, top + HIGH * style.em, coldest, max(warmest, coldest + step), most
    )


def _draw_axes(paper: Paper, field: Field, step: int, unit: Unit) -> None:
    em = paper.style.em
    paper.text(paper.style.padding, field.top - 1.2 * em, _("Attacks that day"))
    for attacks in (0, field.most / 2, field.most):
        y = field.y(attacks)
        paper.text(field.left - 0.8 * em, y, format_number(attacks), ha="right", va="center")
        edge = (field.left - 0.4 * em, y, field.right + 0.4 * em, y)
        paper.rules([edge], "hairline" if attacks else "line")
    temperature = int(field.coldest)
    while temperature <= field.warmest:
        x = field.x(temperature)
        paper.rules([(x, field.foot + 0.1 * em, x, field.foot + 0.4 * em)], "line")
        paper.text(x, field.foot + 1.5 * em, format_number(temperature, 0), ha="center")
        temperature += step
    words = _("Coldest outdoors that day, {unit}").format(unit=unit.words)
    paper.text(field.right, field.foot + 2.9 * em, words, ha="right")


def _draw_dots(paper: Paper, spots: Iterable[Spot]) -> None:
    """Dots with an edge of the paper's colour, so that those that touch can be told apart."""
    style, spots = paper.style, list(spots)
    paper.figure.add_artist(
        CircleCollection(
            [pi * (spot.half * POINT) ** 2 for spot in spots],
            offsets=[(spot.x, spot.y) for spot in spots],
            offset_transform=paper.page,
            facecolors=style.soft(RAYNAUD),
            edgecolors=style.colours["card"],
            linewidths=0.07 * style.em * POINT,
            zorder=3,
            gid="days",
        )
    )
