"""Rules about timed Raynaud's attacks: how long, how many, and what cannot be.

Used by the window, the evening's totals and the summary. An attack counts once, on the day on
which it began. All arithmetic is on instants, so a clock change never adds or takes an hour.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from db.records import Attack, Value
from diary.clock import fixed
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES, CATALOGUE, DAY_PATTERN
from diary.i18n import _

LONGEST = timedelta(days=14)
MINUTE = timedelta(minutes=1)
NO_ATTACKS = "none"


class Part(StrEnum):
    """The part of an attack's entry that a sentence is about."""

    START = "start"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Problem:
    """What cannot be kept as entered, said to the patient."""

    part: Part
    sentence: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The timed attacks of one day.

    `minutes` is their time with overlaps merged; `unknown` attacks are in `count` alone.
    """

    count: int = 0
    minutes: int = 0
    unknown: int = 0
    ongoing: int = 0


def whole_minutes(length: timedelta) -> int:
    """A length in whole minutes, halves up; at least 1, since 0 would mean that none was."""
    return max(1, (length + MINUTE / 2) // MINUTE)


def running_time(attack: Attack, now: datetime) -> timedelta:
    """How long it has been going on; never below zero, also when the clock was set back."""
    return max(timedelta(), now - attack.started_at)


def end_of(attack: Attack, now: datetime) -> datetime | None:
    """When it ended; for an ongoing one `now`, at most 14 days on; None where unknown."""
    if attack.ongoing:
        return attack.started_at + min(running_time(attack, now), LONGEST)
    return attack.ended_at


def ended(attack: Attack, at: datetime) -> Attack:
    """The attack, ended at this moment."""
    return replace(attack, minutes=whole_minutes(at - attack.started_at), ongoing=False)


def began_ago(attack: Attack, minutes: int, now: datetime) -> Attack:
    """The running attack, with its start that many minutes before `now`."""
    return replace(attack, started_at=local(now - timedelta(minutes=minutes), attack.zone))


def local(moment: datetime, zone: str) -> datetime:
    """The moment as the clocks of `zone` showed it; in its own offset if there is no such zone."""
    try:
        return fixed(moment.astimezone(ZoneInfo(zone)))
    except (KeyError, ValueError, OSError):
        return moment


def totals(attacks: Iterable[Attack], now: datetime) -> Totals:
    """The totals of the attacks of one day; ongoing ones count up to `now`."""
    given = list(attacks)
    spans = [(a.started_at, end) for a in given if (end := end_of(a, now)) is not None]
    return Totals(
        count=len(given),
        minutes=_covered(spans) // MINUTE,
        unknown=len(given) - len(spans),
        ongoing=sum(attack.ongoing for attack in given),
    )


def _covered(spans: Iterable[tuple[datetime, datetime]]) -> timedelta:
    """The time that is in at least one span."""
    covered = timedelta()
    reached: datetime | None = None
    for start, end in sorted(spans):
        begin = start if reached is None else max(start, reached)
        covered += max(timedelta(), end - begin)
        reached = end if reached is None else max(reached, end)
    return covered


def totals_by_day(attacks: Iterable[Attack], now: datetime) -> dict[date, Totals]:
    """The totals of each day on which an attack began."""
    return {day: totals(those, now) for day, those in by_day(attacks).items()}


def by_day(attacks: Iterable[Attack]) -> Mapping[date, list[Attack]]:
    """The attacks grouped by the day on which each began, in the order given."""
    days: defaultdict[date, list[Attack]] = defaultdict(list)
    for attack in attacks:
        days[attack.day].append(attack)
    return dict(days)


def timed_value(field: str, timed: Totals) -> int | None:
    """What the timed attacks say for an evening total; None for another field or no attack.

    Minutes are unknown, not 0, where no attack of the day has a known length. A total never
    passes what its field can hold.
    """
    if field == ATTACK_COUNT and timed.count:
        return min(timed.count, CATALOGUE[field].top)
    if field == ATTACK_MINUTES and timed.unknown < timed.count:
        return min(timed.minutes, CATALOGUE[field].top)
    return None


def evening_value(field: str, recorded: int | None, timed: Totals) -> int | None:
    """The evening total to show: what was recorded, but never below what was timed."""
    known = [value for value in (recorded, timed_value(field, timed)) if value is not None]
    return max(known, default=None)


def filled_totals(
    values: Mapping[str, Value], attacks: Iterable[Attack], now: datetime
) -> dict[str, Value]:
    """Values copied from another day, made to agree with this day's timed attacks.

    Evening totals are raised to what was timed, and the answer "no attacks" is left out where
    there was one.
    """
    timed = totals(attacks, now)
    filled = dict(values)
    if timed.count and filled.get(DAY_PATTERN) == NO_ATTACKS:
        del filled[DAY_PATTERN]
    for field in (ATTACK_COUNT, ATTACK_MINUTES):
        copied = filled.get(field)
        least = timed_value(field, timed)
        if isinstance(copied, int) and least is not None:
            filled[field] = max(copied, least)
    return filled


def problems(attack: Attack, now: datetime, running: Attack | None = None) -> list[Problem]:
    """Why the attack cannot be kept as entered; empty when it can.

    `running` is the attack that the diary holds as going on, if any.
    """
    return [
        *_start_problems(attack, now),
        *_length_problems(attack, now),
        *_running_problems(attack, running),
    ]


def _start_problems(attack: Attack, now: datetime) -> list[Problem]:
    if attack.started_at <= now:
        return []
    return [Problem(Part.START, _("This start is still to come. Choose a time up to now."))]


def _length_problems(attack: Attack, now: datetime) -> list[Problem]:
    end = end_of(attack, now)
    if end is None or attack.started_at > now:
        return []
    if end < attack.started_at:
        sentence = _("The end is before the start. Change one of the two.")
    elif end - attack.started_at > LONGEST:
        sentence = _("One attack can last up to 14 days here. Enter a shorter time.")
    elif end >= now + MINUTE:
        sentence = _("This end is still to come. If the attack goes on, choose “Still going”.")
    else:
        return []
    return [Problem(Part.LENGTH, sentence)]


def _running_problems(attack: Attack, running: Attack | None) -> list[Problem]:
    if not attack.ongoing or running is None or running.id == attack.id:
        return []
    sentence = _("Another attack is still going. End that one first, or enter how long this was.")
    return [Problem(Part.LENGTH, sentence)]
