"""Where attacks were: drawn hands with a number a finger, and toes and face as bars."""

from __future__ import annotations

from functools import partial

from diary.attack_words import PLACES
from diary.charts.drawing import Drawing, Point
from diary.charts.finish import finish
from diary.charts.paper import Frame, Paper
from diary.charts.pattern_answers import told_words
from diary.charts.pattern_bars import Bar, Section, column, draw_level, level_height
from diary.charts.pattern_hands import Shapes, draw_hands, hands_room
from diary.charts.pattern_titles import BY_PLACE
from diary.charts.pattern_words import attacks_words, few_attacks, period_words, share_words
from diary.charts.style import Style
from diary.charts.twin import Shown, Twin
from diary.field import Choice, Group
from diary.i18n import _, format_number, format_percent, ngettext
from diary.logic.patterns import Patterns, Tally

RAYNAUD = Group.RAYNAUD.value
FINGERS, OTHERS = PLACES[:10], PLACES[10:]


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


def _draw(found: Patterns, shapes: Shapes, title: str, said: str, style: Style) -> Drawing:
    key = _("{said} The number of a finger: in how many attacks it was. A stronger shade is more.")
    frame = Frame(title, period_words(found.period), key.format(said=said))
    left, right = style.padding, style.width_px - style.padding
    room = hands_room(shapes, style, left, style.padding, right - left)
    sections = [Section("", tuple(_bar(place, found.places) for place in OTHERS))]
    bars = column(style, sections, left, right)
    below = room.top + shapes.height * room.scale + 0.9 * style.em
    height = below + level_height(style, sections, bars) + style.padding
    paper = Paper(style.width_px, round(height), style, frame)
    numbers = draw_hands(paper, shapes, room, found.places.counts, RAYNAUD)
    labels = {place.key: place for place in FINGERS}
    points = [Point(box, _words(labels[key], found.places)) for key, box in numbers.items()]
    points += draw_level(paper, sections, bars, below, RAYNAUD)
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
