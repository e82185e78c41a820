"""Finger and toe sores: which are open, how they were, and what is said of them. Pure rules.

A sore is open from the day on which it was noticed to the day before it had healed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from db.records import Sore, SoreDay
from diary.i18n import _, format_short_day, ngettext
from diary.logic.event_phrases import signs, sore_place
from diary.logic.periods import Period
from diary.logic.valid import Problems, problems


@dataclass(frozen=True, slots=True)
class SoreHistory:
    """A sore and how it was, the latest day first."""

    sore: Sore
    days: tuple[SoreDay, ...] = ()

    def on(self, day: date) -> SoreDay | None:
        """How it was on a day; None where that was not recorded."""
        return next((each for each in self.days if each.day == day), None)

    def before(self, day: date) -> SoreDay | None:
        """How it was on the last recorded day before."""
        return next((each for each in self.days if each.day < day), None)


def histories(sores: Iterable[Sore], days: Iterable[SoreDay]) -> list[SoreHistory]:
    """The open sores, the oldest first, then the healed ones, the last healed first."""
    by_sore: dict[str, list[SoreDay]] = {}
    for each in sorted(days, key=lambda each: each.day, reverse=True):
        by_sore.setdefault(each.sore, []).append(each)
    found = [SoreHistory(sore, tuple(by_sore.get(sore.id, ()))) for sore in sores]
    open_ones = [each for each in found if each.sore.healed is None]
    healed = [each for each in found if each.sore.healed is not None]
    open_ones.sort(key=lambda each: (each.sore.noticed, each.sore.id))
    healed.sort(key=lambda each: (each.sore.healed or date.min, each.sore.id), reverse=True)
    return open_ones + healed


def is_open(sore: Sore, day: date) -> bool:
    """Whether it is open on a day."""
    return sore.noticed <= day and (sore.healed is None or day < sore.healed)


def is_asked(sore: Sore, day: date) -> bool:
    """Whether a day asks for it: while it is open, and on the day on which it had healed."""
    return is_open(sore, day) or day == sore.healed


def days_open(sore: Sore, day: date) -> int:
    """For how many days it was open up to a day: 0 on the day on which it was noticed."""
    last = day if sore.healed is None else min(day, sore.healed)
    return max(0, (last - sore.noticed).days)


@dataclass(frozen=True, slots=True)
class SoreCounts:
    """Sores of a period: noticed in it, open at its end, healed in it."""

    new: int
    open: int
    healed: int

    @property
    def nothing(self) -> bool:
        """Whether there was none at all."""
        return not (self.new or self.open or self.healed)


def counts(sores: Sequence[Sore], period: Period) -> SoreCounts:
    """How many were new, are open and have healed."""
    return SoreCounts(
        new=sum(sore.noticed in period for sore in sores),
        open=sum(is_open(sore, period.last) for sore in sores),
        healed=sum(sore.healed is not None and sore.healed in period for sore in sores),
    )


def by_place(found: Iterable[SoreHistory]) -> dict[str, list[SoreHistory]]:
    """The sores of each finger or toe that had one."""
    places: dict[str, list[SoreHistory]] = {}
    for each in found:
        places.setdefault(each.sore.place, []).append(each)
    return places


# Words.


def count_words(found: SoreCounts) -> str:
    """The counts in words: "1 new, 2 open, 1 healed"."""
    return ", ".join(
        (
            ngettext("{n} new", "{n} new", found.new),
            ngettext("{n} open", "{n} open", found.open),
            ngettext("{n} healed", "{n} healed", found.healed),
        )
    )


def place_counts(found: Sequence[SoreHistory]) -> str:
    """What a finger or toe has: "1 open sore, 2 healed"."""
    open_ones = sum(each.sore.healed is None for each in found)
    healed = len(found) - open_ones
    parts = []
    if open_ones:
        parts.append(ngettext("{n} open sore", "{n} open sores", open_ones))
    if healed:
        parts.append(ngettext("{n} healed", "{n} healed", healed))
    return ", ".join(parts)


def since_words(sore: Sore, day: date) -> str:
    """Since when, and for how long: "since 3 Nov, 19 days", "3 Nov – healed 22 Nov, 19 days"."""
    number, first = days_open(sore, day), _short(sore.noticed, day)
    length = ngettext("{n} day", "{n} days", number)
    if sore.healed is None or sore.healed > day:
        since = _("since {day}").format(day=first)
        return f"{since}, {length}" if number else since
    return _("noticed {day}, healed {healed}, {length}").format(
        day=first, healed=_short(sore.healed, day), length=length
    )


def last_words(found: SoreHistory, day: date) -> str:
    """How it was when it was last recorded: "20 Nov: pain 4, pus"; empty where it never was."""
    last = next((each for each in found.days if each.day <= day), None)
    said = signs(last) if last else ""
    return f"{_short(last.day, day)}: {said}" if last and said else ""


def full_words(sore: Sore, day: date) -> str:
    """The place and since when."""
    return f"{sore_place(sore)}, {since_words(sore, day)}"


def _short(day: date, today: date) -> str:
    return format_short_day(day, year=day.year != today.year)


# What does not fit.


def sore_problems(sore: Sore, days: Iterable[SoreDay], today: date) -> Problems:
    """As `problems`, and where days on which it is recorded would fall outside."""
    found = problems(sore, today)
    if not sore.place:
        found["place"] = _("Choose the finger or toe, in the drawing or in the list.")
    own = [each.day for each in days if each.sore == sore.id]
    outside = _("How it was is recorded for {day}, which would be outside.")
    if own and min(own) < sore.noticed and "noticed" not in found:
        found["noticed"] = outside.format(day=format_short_day(min(own), year=True))
    if own and sore.healed and max(own) > sore.healed and "healed" not in found:
        found["healed"] = outside.format(day=format_short_day(max(own), year=True))
    return found


def day_problems(entry: SoreDay, sore: Sore, others: Iterable[SoreDay], today: date) -> Problems:
    """As `problems`, and days on which there was no sore, or that are recorded already."""
    found = problems(entry, today)
    if not found and entry.day < sore.noticed:
        found["day"] = _("That is before it was noticed.")
    if not found and sore.healed and entry.day > sore.healed:
        found["day"] = _("That is after it had healed.")
    if not found and any(each.day == entry.day for each in others):
        found["day"] = _("That day is recorded already. Choose it in the list to change it.")
    if entry.pain is None and not entry.signs:
        found["pain"] = _("Choose how much it hurt, or what you saw.")
    return found
