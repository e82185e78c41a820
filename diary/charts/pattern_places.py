"""Where attacks were: drawn hands with a number a finger, and toes and face as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from diary.attack_words import PLACES
from diary.charts.drawing import Drawing, Point
from diary.charts.finish import finish
from diary.charts.paper import Frame, Paper
from diary.charts.pattern_answers import told_words
from diary.charts.pattern_bars import Bar, Column, Section, column, draw_level, level_height
from diary.charts.pattern_hands import Room, Shapes, draw_hands, hands_room
from diary.charts.pattern_titles import BY_PLACE
from diary.charts.pattern_words import (
    alone_title,
    attacks_words,
    few_attacks,
    period_words,
    share_words,
)
from diary.charts.style import Style
from diary.charts.twin import Shown, Twin
from diary.field import Choice, Group
from diary.i18n import _, format_number, format_percent, ngettext
from diary.logic.patterns import Patterns, Tally

RAYNAUD = Group.RAYNAUD.value
FINGERS, OTHERS = PLACES[:10], PLACES[10:]
HANDS, BARS, MOST_BARS = 27, 20, 30
"""The room of the hands, the least and the most of the bars beside them, in sizes of the text."""


def places_shown(found: Patterns, shapes: Shapes) -> Shown:
    """Attacks by the places where they were felt; `shapes` are the hands."""
    title = str(BY_PLACE)
    told = ngettext(
        "{n} attack with places recorded", "{n} attacks with places recorded", found.places.told
    )
    said = told_words(found.places, told)
    note = _("An attack can be in several places.")
    counts, of = found.places.counts, found.places.told
    rows = tuple(
        (str(place.label), format_number(counts.get(place.key, 0)),
         format_percent(counts.get(place.key, 0) / of))
        for place in PLACES
        if of
    )  # fmt: skip
    twin = Twin((_("Place"), _("Attacks"), _("Share")), rows, note)
    if not found.places.enough:
        return Shown(title, few_attacks(said), None, twin)
    return Shown(title, said, partial(_draw, found, shapes, title, said), twin)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the hands and the bars of the other places stand, and how high it all is."""

    hands: Room
    bars: Column
    top: float
    height: int


def _layout(shapes: Shapes, sections: Sequence[Section], style: Style) -> Layout:
    """The bars beside the hands where there is room for both, else below them."""
    left, right, top = style.padding, style.width_px - style.padding, style.padding
    if right - left < (HANDS + BARS) * style.em:
        hands = hands_room(shapes, style, left, top, right - left)
        bars = column(style, sections, left, right)
        below = hands.top + shapes.height * hands.scale + 0.9 * style.em
        height = below + level_height(style, sections, bars) + style.padding
        return Layout(hands, bars, below, round(height))
    hands = hands_room(shapes, style, left, top, HANDS * style.em)
    begin = left + (HANDS + 3) * style.em
    bars = column(style, sections, begin, min(right, begin + MOST_BARS * style.em))
    foot = hands.top + shapes.height * hands.scale
    spare = foot - hands.top - level_height(style, sections, bars)
    return Layout(hands, bars, hands.top + spare / 2, round(foot + style.padding))


def _draw(found: Patterns, shapes: Shapes, title: str, said: str, style: Style) -> Drawing:
    key = _("{said} The number of a finger: in how many attacks it was. A stronger shade is more.")
    frame = Frame(alone_title(title), period_words(found.period), key.format(said=said))
    sections = [Section("", tuple(_bar(place, found.places) for place in OTHERS))]
    where = _layout(shapes, sections, style)
    paper = Paper(style.width_px, where.height, style, frame)
    numbers = draw_hands(paper, shapes, where.hands, found.places.counts, RAYNAUD)
    labels = {place.key: place for place in FINGERS}
    points = [Point(box, _words(labels[key], found.places)) for key, box in numbers.items()]
    points += draw_level(paper, sections, where.bars, where.top, RAYNAUD)
    description = _("{title}, {period}. {said} {each}.").format(
        title=title, period=frame.period, said=said, each="; ".join(p.words for p in points)
    )
    return finish(paper, frame, description, points)


def _bar(place: Choice, places: Tally) -> Bar:
    count = places.counts.get(place.key, 0)
    return Bar((str(place.label),), count, share_words(count, places.told), _words(place, places))


def _words(place: Choice, places: Tally) -> str:
    count = places.counts.get(place.key, 0)
    return _("{place}: {attacks}").format(place=place.label, attacks=attacks_words(count))
