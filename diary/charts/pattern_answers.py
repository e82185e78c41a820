"""What set attacks off, and which colours were seen: lying bars, the most frequent first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from diary.attack_words import COLOURS, TRIGGERS
from diary.charts.drawing import Drawing
from diary.charts.finish import finish
from diary.charts.paper import Frame, Paper
from diary.charts.pattern_bars import Bar, Section, column, draw_level, level_height
from diary.charts.pattern_titles import BY_COLOUR, BY_TRIGGER
from diary.charts.pattern_words import (
    alone_title,
    attacks_words,
    few_attacks,
    period_words,
    share_words,
)
from diary.charts.style import Style
from diary.charts.twin import Shown, Twin
from diary.event_words import word
from diary.field import Choice, Group
from diary.i18n import _, format_number, format_percent, ngettext
from diary.logic.patterns import Patterns, Tally

RAYNAUD = Group.RAYNAUD.value
TOGETHER = " + "


def triggers_shown(found: Patterns) -> Shown:
    """Attacks by what set them off."""
    title = str(BY_TRIGGER)
    said = told_words(
        found.triggers,
        ngettext("{n} attack with a trigger recorded", "{n} attacks with a trigger recorded",
                 found.triggers.told),
    )  # fmt: skip
    sections = [Section("", answer_bars(found.triggers, TRIGGERS))]
    note = _("An attack can have several triggers. A trigger that was named need not be a cause.")
    return answers_shown(found, title, said, sections, note, enough=found.triggers.enough)


def colours_shown(found: Patterns) -> Shown:
    """Attacks by the colours that were seen, each alone and together."""
    title = str(BY_COLOUR)
    said = told_words(
        found.colours,
        ngettext("{n} attack with colours recorded", "{n} attacks with colours recorded",
                 found.colours.told),
    )  # fmt: skip
    sections = [
        Section(_("Each colour"), answer_bars(found.colours, COLOURS)),
        Section(_("Seen in one attack"), _together(found)),
    ]
    note = _("The diary asks which colours were seen, not in which order they came.")
    return answers_shown(found, title, said, sections, note, enough=found.colours.enough)


def told_words(tally: Tally, told: str) -> str:
    """How many attacks there are to tell of, and how many say nothing."""
    if not tally.silent:
        return _("{told}.").format(told=told)
    return _("{told}; {number} without.").format(told=told, number=format_number(tally.silent))


def answer_bars(tally: Tally, words: tuple[Choice, ...]) -> tuple[Bar, ...]:
    """A bar for each answer that was given, the most frequent first."""
    order = {choice.key: place for place, choice in enumerate(words)}
    return _bars({word(words, key): n for key, n in _sorted(tally.counts, order)}, tally.told)


def _sorted(counts: Mapping[str, int], order: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], order.get(each[0], len(order))))


def _together(found: Patterns) -> tuple[Bar, ...]:
    counts = {_mixture(keys): n for keys, n in found.together.most_common()}
    return _bars(counts, found.colours.told)


def _mixture(keys: Sequence[str]) -> str:
    words = [word(COLOURS, key) for key in keys]
    return TOGETHER.join(words) if len(words) > 1 else _("{colour} only").format(colour=words[0])


def _bars(counts: Mapping[str, int], of: int) -> tuple[Bar, ...]:
    return tuple(
        Bar((name,), n, share_words(n, of), _words(name, n, of)) for name, n in counts.items()
    )


def _words(name: str, number: int, of: int) -> str:
    return _("{name}: {attacks}, {share} of {all}").format(
        name=name,
        attacks=attacks_words(number),
        share=format_percent(number / of),
        all=format_number(of),
    )


def answers_shown(  # noqa: PLR0913 - a list of bars is all of these
    found: Patterns,
    title: str,
    said: str,
    sections: Sequence[Section],
    note: str,
    *,
    enough: bool,
) -> Shown:
    """Lists of bars with their table; too few attacks are not drawn."""
    rows = tuple(
        (bar.names[0], format_number(bar.value or 0), bar.sign.partition(" · ")[2])
        for section in sections
        for bar in section.bars
    )
    twin = Twin((_("Answer"), _("Attacks"), _("Share")), rows, note)
    if not enough:
        return Shown(title, few_attacks(said), None, twin)
    return Shown(title, said, partial(_draw, found, title, f"{said} {note}", sections), twin)


def _draw(
    found: Patterns, title: str, key: str, sections: Sequence[Section], style: Style
) -> Drawing:
    room = column(style, sections, style.padding, style.width_px - style.padding)
    frame = Frame(alone_title(title), period_words(found.period), key)
    height = round(2 * style.padding + level_height(style, sections, room))
    paper = Paper(style.width_px, height, style, frame)
    points = draw_level(paper, sections, room, style.padding, RAYNAUD)
    description = _("{title}, {period}. {said} {each}.").format(
        title=title, period=frame.period, said=key, each="; ".join(p.words for p in points)
    )
    return finish(paper, frame, description, points)
