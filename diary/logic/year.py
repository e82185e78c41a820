"""A year of days: what the calendar of the year shows on each, and what is said of all.

A *view* is what is looked at: everything, one field, the attacks, the sores or the notes. Only
counts, medians and ranges are given, each with the days that it comes from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from db.records import DayCount, Note, Reading, Sore, Value
from diary.field import Field, Kind
from diary.i18n import _, format_day, format_minutes, format_number, ngettext
from diary.logic.day_content import value_words
from diary.logic.event_phrases import joined
from diary.logic.periods import Period

ONE_DAY = timedelta(days=1)


class View(StrEnum):
    """What can be looked at besides a field."""

    ALL = ""
    ATTACKS = "attacks"
    SORES = "sores"
    NOTES = "notes"


class Mark(StrEnum):
    """How a day is drawn: each has a shape of its own."""

    RECORDED = "recorded"
    LATE = "late"
    VALUE = "value"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Cell:
    """One day: its mark, the sign in it, how dark it is (0 to 1), and what is said of it."""

    mark: Mark
    sign: str = ""
    share: float = 0.0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """The days of a year with anything to show, what is said of them all, and what signs mean."""

    cells: Mapping[date, Cell]
    words: str
    legend: str


def days_of_year(year: int, today: date) -> Period:
    """The days of a year that have come; its first day alone, if none has."""
    first = date(year, 1, 1)
    return Period(first, max(first, min(date(year, 12, 31), today)))


def count_words(count: DayCount) -> str:
    """What is recorded on a day: "14 entries, 2 late, 1 attack"."""
    parts = [
        ngettext("{n} entry", "{n} entries", count.entries) if count.entries else "",
        ngettext("{n} late", "{n} late", count.late) if count.late else "",
        ngettext("{n} attack", "{n} attacks", count.attacks) if count.attacks else "",
    ]
    return ", ".join(part for part in parts if part) or _("nothing recorded")


def told_day(day: date, words: str) -> str:
    """A day and what is said of it, as it is read out."""
    return _("{day}: {words}").format(day=format_day(day), words=words)


def recorded_words(recorded: int, period: Period, begun: date | None = None) -> str:
    """How much was recorded: "recorded 214 of 365 days", counted from when the diary was begun."""
    words = _("recorded {part} of {days}")
    if begun is not None and begun > period.last:
        return _("before your first entry")
    if begun is not None and begun > period.first:
        period = Period(begun, period.last)
        words = _("recorded {part} of {days} since your first entry")
    days = ngettext("{n} day", "{n} days", len(period))
    return words.format(part=format_number(recorded), days=days)


def year_of_all(counts: Mapping[date, DayCount], period: Period, begun: date | None = None) -> Year:
    """Which days are recorded, which late."""
    cells = {
        day: Cell(Mark.LATE if count.late else Mark.RECORDED, words=count_words(count))
        for day, count in counts.items()
    }
    late = sum(cell.mark is Mark.LATE for cell in cells.values())
    with_late = ngettext("{n} day with late entries", "{n} days with late entries", late)
    words = joined(recorded_words(len(cells), period, begun), with_late if late else "")
    return Year(cells, words, "")


def year_of_attacks(counts: Mapping[date, DayCount]) -> Year:
    """How many attacks began on each day."""
    numbers = {day: count.attacks for day, count in counts.items() if count.attacks}
    cells = _counted(numbers, lambda n: ngettext("{n} attack", "{n} attacks", n))
    total = ngettext("{n} attack", "{n} attacks", sum(numbers.values()))
    words = _("{attacks} on {days}").format(attacks=total, days=_days(len(numbers)))
    return Year(cells, words, _("The number in a day: how many attacks began. Darker is more."))


def year_of_sores(sores: Iterable[Sore], period: Period) -> Year:
    """How many sores were open on each day."""
    numbers = Counter(day for sore in sores for day in _open_days(sore, period))
    cells = _counted(numbers, lambda n: ngettext("{n} open sore", "{n} open sores", n))
    words = _("at least one open sore on {days}").format(days=_days(len(numbers)))
    return Year(cells, words, _("The number in a day: how many sores were open. Darker is more."))


def year_of_notes(notes: Iterable[Note]) -> Year:
    """On which days there is a note."""
    cells = {note.day: Cell(Mark.VALUE, "✓", 0.5, _("a note")) for note in notes}
    words = _("a note on {days}").format(days=_days(len(cells)))
    return Year(cells, words, _("A tick in a day: there is a note."))


def year_of_field(
    field: Field, readings: Iterable[Reading], period: Period, begun: date | None = None
) -> Year:
    """The value of a field on each day."""
    found = {reading.day: reading for reading in readings}
    cells = {day: _cell(field, reading) for day, reading in found.items()}
    recorded = recorded_words(len(found), period, begun)
    words = joined(recorded, ", ".join(_figures(field, found.values())))
    return Year(cells, words, " ".join(_legend(field)))


def _open_days(sore: Sore, period: Period) -> Iterator[date]:
    first, last = max(sore.noticed, period.first), min(sore.healed or period.last, period.last)
    for number in range((last - first).days + 1):
        yield first + number * ONE_DAY


def _counted(numbers: Mapping[date, int], told: Callable[[int], str]) -> dict[date, Cell]:
    most = max(numbers.values(), default=1)
    return {day: Cell(Mark.VALUE, str(n), n / most, told(n)) for day, n in numbers.items()}


def _days(number: int) -> str:
    return ngettext("{n} day", "{n} days", number)


def _cell(field: Field, reading: Reading) -> Cell:
    words = _("{field} {value}").format(field=field.label, value=value_words(field, reading))
    if reading.late:
        words = joined(words, _("entered late"))
    return Cell(Mark.VALUE, sign_of(field, reading.value), share_of(field, reading.value), words)


def sign_of(field: Field, value: Value) -> str:
    """What stands in the small square of a day."""
    match field.kind:
        case Kind.YES_NO:
            return "✓" if value else "–"
        case Kind.CHOICE if value in field.choice_keys:
            return format_number(field.choice_keys.index(str(value)) + 1)
        case Kind.SEVERAL:
            alone = {choice.key for choice in field.choices if choice.alone}
            return format_number(len(set(str(value).split()) - alone))
    return "?" if isinstance(value, str) else format_number(value)


def share_of(field: Field, value: Value) -> float:
    """How far up a value lies between the ends of its field, from 0 to 1."""
    if field.kind is Kind.CHOICE and value in field.choice_keys:
        return field.choice_keys.index(str(value)) / max(len(field.choices) - 1, 1)
    if field.kind is Kind.SEVERAL:
        alone = {choice.key for choice in field.choices if choice.alone}
        return len(set(str(value).split()) - alone) / max(len(field.choices) - len(alone), 1)
    if isinstance(value, str):
        return 0.0
    span = field.top - field.bottom
    return min(max((value - field.bottom) / span, 0.0), 1.0) if span else 0.0


def _figures(field: Field, readings: Iterable[Reading]) -> Iterator[str]:
    values = [reading.value for reading in readings]
    if not values:
        return
    if field.kind in {Kind.CHOICE, Kind.SEVERAL, Kind.YES_NO}:
        yield from _answers(field, Counter(_each(field, values)))
        return
    numbers = [value for value in values if not isinstance(value, str)]
    if numbers:
        yield _("median {value}").format(value=_number(field, median(numbers)))
        yield _("from {low} to {high}").format(
            low=_number(field, min(numbers)), high=_number(field, max(numbers))
        )


def _each(field: Field, values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if field.kind is Kind.YES_NO:
            yield _("yes") if value else _("no")
        else:
            keys = str(value).split() if field.kind is Kind.SEVERAL else [str(value)]
            yield from (field.words(key) for key in keys)


def _answers(field: Field, answers: Counter[str]) -> Iterator[str]:
    order = [str(choice.label) for choice in field.choices] or [_("yes"), _("no")]
    for answer in order:
        if answers[answer]:
            yield _("{answer}: {days}").format(answer=answer, days=_days(answers[answer]))


def _number(field: Field, value: float) -> str:
    if field.kind is Kind.MINUTES:
        return format_minutes(value)
    words = format_number(value)
    return f"{words} {field.unit_words}" if field.unit_words else words


def _legend(field: Field) -> Iterator[str]:
    match field.kind:
        case Kind.YES_NO:
            yield _("A tick in a day: yes. A dash: no.")
        case Kind.CHOICE:
            for number, choice in enumerate(field.choices, 1):
                yield _("{number}: {answer}.").format(number=number, answer=choice.label)
        case Kind.SEVERAL:
            yield _("The number in a day: how many answers were chosen.")
        case Kind.MINUTES:
            yield _("The number in a day: minutes. Darker is more.")
        case _:
            yield _("The number in a day is its value. Darker is higher.")
    yield _("A dot: not recorded.")
