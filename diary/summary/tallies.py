"""Timed attacks by the hour of their start and by trigger."""

from __future__ import annotations

from datetime import time

from db.records import Attack
from diary.attack_words import TRIGGERS
from diary.field import Group
from diary.i18n import _, format_list, format_number, format_short_day, format_time, ngettext
from diary.logic.raynaud import by_hour, by_trigger
from diary.summary.content import Tally
from diary.summary.days import Days
from diary.summary.figures import nothing_words


def hours(days: Days) -> Tally:
    """How many timed attacks began in each hour of the day."""
    counts = by_hour(_timed(days))
    named = [(format_time(time(hour)), count) for hour, count in enumerate(counts)]
    return _tally(
        days,
        _("Attacks by the hour they began"),
        named,
        _("{count} attacks in the hour from {name}"),
    )


def triggers(days: Days) -> Tally:
    """How many timed attacks each trigger was named for, most first."""
    counts = by_trigger(_timed(days))
    named = [(str(choice.label), counts[choice.key]) for choice in TRIGGERS if counts[choice.key]]
    most_first = sorted(named, key=lambda each: -each[1])
    return _tally(days, _("Attacks by trigger"), most_first, _("{count} with {name}"))


def _timed(days: Days) -> tuple[Attack, ...]:
    return days.attacks_in(days.period) if days.shows(Group.RAYNAUD) else ()


def _tally(days: Days, heading: str, named: list[tuple[str, int]], words: str) -> Tally:
    timed = len(_timed(days))
    largest = max((count for _name, count in named), default=0) or 1
    said = [words.format(count=format_number(n), name=name) for name, n in named if n]
    caption = ngettext("{n} timed attack", "{n} timed attacks", timed)
    return Tally(
        heading=heading,
        bars=tuple((name, format_number(count), count / largest) for name, count in named),
        caption=caption,
        alt=_("{heading}, for {attacks} from {first} to {last}. The counts are {counts}.").format(
            heading=heading,
            first=format_short_day(days.period.first, year=True),
            last=format_short_day(days.period.last, year=True),
            attacks=caption,
            counts=format_list(said),
        ),
        nothing="" if said else nothing_words(days, Group.RAYNAUD),
    )
