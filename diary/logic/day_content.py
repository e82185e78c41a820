"""All that is recorded of one day, as headings with lines under them.

Read beside the calendar of the year, and copied as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from db.records import (
    Appointment,
    Attack,
    DosePeriod,
    Event,
    Measurement,
    Medicine,
    Patch,
    PatchCheck,
    Photo,
    Question,
    Reading,
    Sore,
    SoreDay,
    is_late,
)
from diary.field import GROUP_NAMES, Catalogue, Field, Kind
from diary.i18n import _, format_heading, format_minutes, format_time, ngettext
from diary.logic.attack_phrases import attack_words
from diary.logic.event_phrases import joined, measured, patch_place, quoted, signs, size, sore_place
from diary.logic.medicine_phrases import change_words
from diary.logic.medicines import changes, courses
from diary.logic.periods import Period
from diary.logic.units import Units
from diary.logic.visit_phrases import with_whom
from diary.logic.visits import shown_time

E = TypeVar("E", bound=Event)

DAY_STYLE = "EEEE d MMMM y"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, a line each."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRecords:
    """What is known of a day; events of other days may be among them and are left out."""

    day: date
    readings: Mapping[str, Reading]
    note: str = ""
    attacks: Sequence[Attack] = ()
    events: Sequence[Event] = ()

    def of(self, kind: type[E]) -> list[E]:
        """The events of one kind."""
        return [each for each in self.events if isinstance(each, kind)]


def day_content(
    known: DayRecords, catalogue: Catalogue, units: Units, now: datetime
) -> list[Section]:
    """The sections of a day in the order of Today; empty ones are left out."""
    parts: Iterable[tuple[str, Iterable[str]]] = (
        *_readings(known, catalogue),
        (_("Attacks"), [attack_words(each, now) for each in known.attacks]),
        (_("Sores"), _sores(known)),
        (_("Patches"), _patches(known)),
        (_("Measurements"), _measurements(known, units)),
        (_("Medicines"), _medicines(known)),
        (_("Visit"), _visits(known)),
        (_("Questions"), _questions(known)),
        (_("Photos"), _photos(known)),
        (_("Note"), known.note.strip().splitlines()),
    )
    sections = [Section(title, tuple(lines)) for title, lines in parts]
    return [section for section in sections if section.lines]


def as_text(day: date, sections: Sequence[Section]) -> str:
    """The day as plain text."""
    blocks = ["\n".join((section.title, *section.lines)) for section in sections]
    return "\n\n".join([format_heading(day, DAY_STYLE), *(blocks or [_("Nothing is recorded.")])])


def value_words(field: Field, reading: Reading) -> str:
    """A value with its unit, as the day shows it: "4 of 10", "1 h 20 min", "3.5 cm"."""
    value = reading.value
    if field.kind is Kind.MINUTES and not isinstance(value, str):
        return format_minutes(value)
    words = field.words(value)
    if field.kind is Kind.SCALE10:
        return _("{value} of {top}").format(value=words, top=field.top)
    return f"{words} {field.unit_words}" if field.unit_words else words


def _readings(known: DayRecords, catalogue: Catalogue) -> Iterator[tuple[str, list[str]]]:
    for group in catalogue.groups():
        fields = [field for field in catalogue.in_group(group) if field.key in known.readings]
        yield str(GROUP_NAMES[group]), [_line(each, known.readings[each.key]) for each in fields]
    strange = [reading for key, reading in known.readings.items() if key not in catalogue]
    yield _("Fields of another version"), [f"{each.field}: {each.value}" for each in strange]


def _line(field: Field, reading: Reading) -> str:
    line = _("{field}: {value}").format(field=field.label, value=value_words(field, reading))
    return joined(line, _("entered late")) if reading.late else line


def _sores(known: DayRecords) -> Iterator[str]:
    said = {each.sore: each for each in known.of(SoreDay) if each.day == known.day}
    for sore in known.of(Sore):
        if not _is_there(sore.noticed, sore.healed, known.day) and sore.id not in said:
            continue
        words = joined(sore_place(sore), _course(sore.noticed, sore.healed, known.day, _("healed")))
        yield joined(words, signs(said[sore.id]) if sore.id in said else "")


def _patches(known: DayRecords) -> Iterator[str]:
    checks = {each.patch: each for each in known.of(PatchCheck) if each.day == known.day}
    for patch in known.of(Patch):
        course = _course(patch.noticed, patch.settled, known.day, _("settled"))
        if patch.id in checks or course:
            words = joined(patch_place(patch), course)
            yield joined(words, size(checks[patch.id]) if patch.id in checks else "")


def _is_there(first: date, last: date | None, day: date) -> bool:
    return first <= day and (last is None or day <= last)


def _course(first: date, last: date | None, day: date, ended: str) -> str:
    """What happened on the day itself."""
    return joined(_("first noticed") if first == day else "", ended if last == day else "")


def _measurements(known: DayRecords, units: Units) -> Iterator[str]:
    for one in known.of(Measurement):
        if one.day == known.day:
            line = _("{time}: {value}").format(
                time=format_time(one.measured_at), value=measured(one, units)
            )
            line = joined(line, one.note)
            yield joined(line, _("entered late")) if is_late(one.day, one.recorded_at) else line


def _medicines(known: DayRecords) -> Iterator[str]:
    all_courses = courses(known.of(Medicine), known.of(DosePeriod))
    for change in changes(all_courses, Period(known.day, known.day)):
        yield _("{medicine}: {change}").format(
            medicine=change.medicine.name, change=change_words(change)
        )


def _visits(known: DayRecords) -> Iterator[str]:
    for visit in known.of(Appointment):
        if visit.day == known.day:
            time = shown_time(visit.time)
            at = format_time(time) if time else ""
            yield joined(at, with_whom(visit)) or _("A visit")
            yield from visit.agreed.strip().splitlines()


def _questions(known: DayRecords) -> Iterator[str]:
    for question in known.of(Question):
        if question.answered == known.day:
            said = quoted(question.text)
            yield _("Answered: {question}").format(question=joined(said, question.answer))
        elif question.written == known.day:
            yield _("Written: {question}").format(question=quoted(question.text))


def _photos(known: DayRecords) -> Iterator[str]:
    photos = [each for each in known.of(Photo) if each.day == known.day]
    if photos:
        yield ngettext("{n} photo", "{n} photos", len(photos))
    for each in photos:
        if each.caption:
            yield quoted(each.caption)
