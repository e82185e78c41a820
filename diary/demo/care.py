"""The sample patient's medicines, visits and questions, in the words of the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from db.records import Appointment, DosePeriod, Event, Medicine, Question
from diary.clock import in_zone
from diary.demo.spells import made_up_id
from diary.i18n import N_, _

LAST_VISIT, NEXT_VISIT, BETWEEN = 64, 17, 91
"""Days: since the last visit, until the next one, and from one to the one before."""
DOCTOR, CLINIC = "Dr Okafor", N_("Rheumatology, St Anne’s")
AGREED = (
    N_("Nifedipine up to 20 mg. Write down blood pressure twice a week."),
    N_("Bloods fine. Keep omeprazole. Stretches for the mouth every day."),
    N_("Lung function and echo once a year, letter will come."),
    N_("Iloprost again before winter. Ring the nurse line if a sore looks infected."),
)
OPEN = (
    N_("My ankles swell since the higher dose of nifedipine. Is that from the tablet?"),
    N_("The sore on my finger took five weeks to heal. What could be done earlier?"),
    N_("Bread and dry meat get stuck more often. Should someone look at that?"),
    N_("Can I have the flu jab in the same week as the infusion?"),
)
ANSWERED = (
    (N_("Is it safe to fly in summer?"), N_("Yes. Walk about every hour, keep the hands warm.")),
    (N_("Do I need the echo every year?"), N_("Yes, once a year, also when I feel well.")),
)
INFUSION_MONTH, INFUSION_DAYS = 11, 5
MORE_OMEPRAZOLE = 30

Dose = tuple[str, str, date | None, date | None, str, str]
"""Dose, how often, first and last day, why it was stopped, what was noticed."""


def care(first: date, until: date, chance: Random, zone: str) -> Iterator[Event]:
    """Medicines with a change of dose, a visit every three months and one to come, questions."""
    visits = _days_of_visits(first, until)
    yield from _medicines(visits, first, until, chance, zone)
    yield from _appointments(visits, until, chance, zone)
    yield from _questions(visits, until, chance, zone)


def _days_of_visits(first: date, until: date) -> list[date]:
    """The last one first; also one or two from before the diary."""
    day = until - timedelta(days=LAST_VISIT)
    found: list[date] = []
    while day >= first or not found:
        found.append(_on_weekday(day))
        day -= timedelta(days=BETWEEN)
    return found


def _on_weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _evening(day: date, chance: Random, zone: str) -> datetime:
    return in_zone(day, 19, chance.randrange(60), zone)


def _medicines(
    visits: list[date], first: date, until: date, chance: Random, zone: str
) -> Iterator[Event]:
    """Nifedipine at two doses, omeprazole, a stopped tablet, and the infusions of each autumn."""
    last, before = visits[0], visits[0] - timedelta(days=2 * BETWEEN)
    one = timedelta(days=1)
    yield from _medicine(
        _("Nifedipine MR"),
        [
            ("10 mg", _("twice a day"), before + one, last, "", ""),
            ("20 mg", _("twice a day"), last + one, None, "", _("Swollen ankles in the evening")),
        ],
        _evening(last, chance, zone),
        chance,
    )
    more = min(until, last + timedelta(days=MORE_OMEPRAZOLE))
    yield from _medicine(
        _("Omeprazole"),
        [
            ("20 mg", _("before breakfast"), None, more - one, "", ""),
            ("40 mg", _("before breakfast"), more, None, "", ""),
        ],
        _evening(more, chance, zone),
        chance,
    )
    yield from _medicine(
        _("Amlodipine"),
        [("5 mg", _("once a day"), None, before, _("Changed to nifedipine"), _("Headache"))],
        _evening(before, chance, zone),
        chance,
    )
    autumns = [date(year, INFUSION_MONTH, 9) for year in range(first.year, until.year + 1)]
    stays = [day for day in autumns if day + timedelta(days=INFUSION_DAYS) <= until]
    doses: list[Dose] = [
        (
            _("5 days"),
            _("in hospital"),
            day,
            day + timedelta(days=INFUSION_DAYS - 1),
            "",
            _("Flushing"),
        )
        for day in stays
    ]
    if doses:
        at = _evening(stays[0], chance, zone)
        yield from _medicine(_("Iloprost infusion"), doses, at, chance)


def _medicine(name: str, doses: list[Dose], at: datetime, chance: Random) -> Iterator[Event]:
    medicine = Medicine(id=made_up_id(at, chance), name=name, recorded_at=at)
    yield medicine
    for dose, how_often, first, last, why, noticed in doses:
        yield DosePeriod(
            id=made_up_id(at, chance),
            medicine=medicine.id,
            dose=dose,
            how_often=how_often,
            first=first,
            last=last,
            why_stopped=why,
            side_effects=noticed,
            recorded_at=at,
        )


def _appointments(
    visits: list[date], until: date, chance: Random, zone: str
) -> Iterator[Appointment]:
    coming = until + timedelta(days=NEXT_VISIT)
    coming += timedelta(days=(7 - coming.weekday()) % 7 if coming.weekday() > 4 else 0)  # noqa: PLR2004 - Friday
    for number, day in enumerate([coming, *visits]):
        at = _evening(min(day, until), chance, zone)
        yield Appointment(
            id=made_up_id(at, chance),
            day=day,
            time=chance.choice(("09:20", "10:30", "11:15", "14:00")),
            who=DOCTOR,
            place=str(CLINIC),
            agreed=str(AGREED[(number - 1) % len(AGREED)]) if number else "",
            recorded_at=at,
        )


def _questions(visits: list[date], until: date, chance: Random, zone: str) -> Iterator[Question]:
    last = visits[0]
    for rank, text in enumerate(OPEN):
        written = until - timedelta(days=chance.randrange(LAST_VISIT - 1))
        at = _evening(written, chance, zone)
        yield Question(
            id=made_up_id(at, chance), text=str(text), written=written, rank=rank, recorded_at=at
        )
    for text, answer in ANSWERED:
        at = _evening(last, chance, zone)
        yield Question(
            id=made_up_id(at, chance),
            text=str(text),
            written=last - timedelta(days=chance.randrange(5, 40)),
            rank=len(OPEN),
            answer=str(answer),
            answered=last,
            recorded_at=at,
        )
