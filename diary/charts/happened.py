"""What else happened on the days of a chart: visits, medicines, sores, notes. No matplotlib.

A `Flag` marks a day in every chart by a letter; lanes are drawn over time in a chart of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.records import Appointment, DosePeriod, Medicine, Note, Sore
from db.store import Reader
from diary.charts.care import Lane, Span, care_marks
from diary.i18n import N_, Message, _, format_day
from diary.logic.event_phrases import noticed, quoted, short, sore_place
from diary.logic.medicines import courses
from diary.logic.periods import Period

TITLE = N_("What happened")


class What(StrEnum):
    """What a flag is about."""

    VISIT = "visit"
    MEDICINE = "medicine"
    SORE = "sore"
    HEALED = "healed"
    NOTE = "note"


LETTERS: dict[What, Message] = {
    # One letter each: the first of visit, medicine, sore, healed, note.
    What.VISIT: N_("V"),
    What.MEDICINE: N_("M"),
    What.SORE: N_("S"),
    What.HEALED: N_("H"),
    What.NOTE: N_("N"),
}
MEANINGS: dict[What, Message] = {
    What.VISIT: N_("visit"),
    What.MEDICINE: N_("medicine started, changed or stopped"),
    What.SORE: N_("sore noticed"),
    What.HEALED: N_("sore healed"),
    What.NOTE: N_("note"),
}


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that happened on a day."""

    day: date
    what: What
    words: str


@dataclass(frozen=True, slots=True)
class Happened:
    """Medicines and sores as lanes over time, and everything that happened on one day as flags."""

    medicines: tuple[Lane, ...] = ()
    sores: tuple[Lane, ...] = ()
    flags: tuple[Flag, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.medicines or self.sores or self.flags)

    def of(self, *kinds: What) -> list[Flag]:
        """The flags of these kinds, in order of time."""
        return [flag for flag in self.flags if flag.what in kinds]


NOTHING = Happened()


def by_day(flags: Iterable[Flag]) -> dict[date, list[str]]:
    """What happened on each day, in words."""
    found: defaultdict[date, list[str]] = defaultdict(list)
    for flag in flags:
        found[flag.day].append(flag.words)
    return dict(found)


def load_happened(reader: Reader, first: date, last: date) -> Happened:
    """Read what happened from `first` to `last`."""
    care = care_marks(
        courses(reader.events(Medicine), reader.events(DosePeriod)),
        reader.events(Appointment, first, last),
        first,
        last,
    )
    period, sores = Period(first, last), reader.events(Sore)
    flags = [
        *(Flag(day, What.VISIT, words) for day, words in care.visits),
        *(Flag(day, What.MEDICINE, words) for day, words in care.changes),
        *_of_sores(sores, period),
        *(_of_note(note) for note in reader.notes(first, last)),
    ]
    order = list(What)
    flags.sort(key=lambda flag: (flag.day, order.index(flag.what)))
    return Happened(care.lanes, _sore_lanes(sores, period), tuple(flags))


def _of_note(note: Note) -> Flag:
    return Flag(note.day, What.NOTE, _("note: {words}").format(words=quoted(note.text)))


def _of_sores(sores: Iterable[Sore], period: Period) -> Iterable[Flag]:
    for sore in sores:
        place = sore_place(sore)
        if sore.noticed in period:
            words = _("sore noticed: {place}").format(place=place)
            yield Flag(sore.noticed, What.SORE, words)
        if sore.healed is not None and sore.healed in period:
            yield Flag(sore.healed, What.HEALED, _("sore healed: {place}").format(place=place))


def _sore_lanes(sores: Iterable[Sore], period: Period) -> tuple[Lane, ...]:
    """As few lanes as there were sores at the same time; only the first has a name."""
    lanes: list[list[Span]] = []
    for sore in sorted(sores, key=lambda sore: (sore.noticed, sore.id)):
        if sore.noticed <= period.last and (sore.healed or period.last) >= period.first:
            span = _sore_span(sore, period)
            free = next((lane for lane in lanes if lane[-1].last < span.first), None)
            if free is None:
                lanes.append(free := [])
            free.append(span)
    return tuple(
        Lane("" if number else _("Sores"), tuple(lane), "\n".join(span.said for span in lane))
        for number, lane in enumerate(lanes)
    )


def _sore_span(sore: Sore, period: Period) -> Span:
    healed, place = sore.healed, sore_place(sore)
    return Span(
        first=max(sore.noticed, period.first),
        last=min(healed or period.last, period.last),
        words=place,
        open_start=sore.noticed < period.first,
        open_end=healed is None or healed > period.last,
        said=_("Sore: {place}: {when}").format(place=place, when=_sore_words(sore)),
    )


def _sore_words(sore: Sore) -> str:
    if sore.healed is None:
        return _("{noticed}, not healed").format(noticed=noticed(sore.noticed))
    healed = _("healed {day}").format(day=short(sore.healed))
    return f"{noticed(sore.noticed)}, {healed}"


def key_of(kinds: Collection[What]) -> str:
    """What the letters of these kinds mean."""
    parts = [f"{LETTERS[kind]}: {MEANINGS[kind]}" for kind in What if kind in kinds]
    return ", ".join(parts) + "." if parts else ""


def said(happened: Happened) -> str:
    """All of it in words, a line each, for those who do not see the drawing."""
    lanes = [lane.words for lane in (*happened.medicines, *happened.sores)]
    return "\n".join((*lanes, *(f"{format_day(f.day)}: {f.words}" for f in happened.flags)))
