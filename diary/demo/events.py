"""The sample patient's sores of each winter, her patch, and what she measures.

A sore comes on a finger in the cold months and heals in three to six weeks; where none of them is
of the last three months, a small wound makes one. Weight is taken on Sundays, blood pressure twice
a week.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from db.records import Event, Measurement, Patch, PatchCheck, Sore, SoreDay
from diary.clock import in_zone
from diary.demo.spells import made_up_id
from diary.i18n import _

SORE_MONTHS = (11, 12, 1, 2)
SORE_PLACES = ("right_index", "left_middle", "right_middle", "left_index", "right_thumb")
SORE_SPOTS = ("tip", "tip", "pad", "nail", "knuckle")
SORE_LASTS = (21, 43)
"""Days that a sore stays open, from and below."""
RECENT, WOUND = 84, (52, 60)
"""Days before the last one: what a summary of three months shows; when there was a wound."""
FIVE_WEEKS = 35
PATCH_AFTER, CHECK_EVERY = 40, 30
SUNDAY, PRESSURE_DAYS = 6, (2, 5)
USUAL_WEIGHT = 61.0


def events(first: date, until: date, chance: Random, zone: str) -> Iterator[Event]:
    """Everything from `first` to `until`, in no order."""
    yield from _sores(first, until, chance, zone)
    yield from _patch(first, until, chance, zone)
    yield from _measurements(first, until, chance, zone)


def _evening(day: date, chance: Random, zone: str) -> datetime:
    return in_zone(day, 20, chance.randrange(60), zone)


def _days(first: date, until: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((until - first).days + 1))


# Sores.


def _sores(first: date, until: date, chance: Random, zone: str) -> Iterator[Event]:
    """Each sore, and how it was; the last may still be open."""
    for noticed, lasts, note in list(_beginnings(first, until, chance)):
        healed = noticed + timedelta(days=lasts)
        at = _evening(noticed, chance, zone)
        sore = Sore(
            id=made_up_id(at, chance),
            place=chance.choice(SORE_PLACES),
            spot=chance.choice(SORE_SPOTS),
            noticed=noticed,
            healed=healed if healed <= until else None,
            note=note,
            recorded_at=at,
        )
        yield sore
        yield from _sore_days(sore, min(healed - timedelta(days=1), until), lasts, chance, zone)


def _beginnings(first: date, until: date, chance: Random) -> Iterator[tuple[date, int, str]]:
    """When sores were noticed, for how many days they lasted, and what she wrote.

    One in each cold month, on a day by chance; where none of them is recent, one from a wound.
    """
    last = date.min
    for month in _cold_months(first, until):
        noticed = month + timedelta(days=chance.randrange(28))
        if first <= noticed <= until:
            last = noticed
            note = _("After the market, no gloves.") if chance.random() < 0.3 else ""  # noqa: PLR2004 - some
            yield noticed, chance.randrange(*SORE_LASTS), note
    wounded = until - timedelta(days=chance.randrange(*WOUND))
    if wounded >= first and last < until - timedelta(days=RECENT):
        yield wounded, FIVE_WEEKS, _("Caught it on the car door.")


def _cold_months(first: date, until: date) -> Iterator[date]:
    for year in range(first.year, until.year + 1):
        yield from (date(year, month, 1) for month in sorted(SORE_MONTHS))


def _sore_days(sore: Sore, last: date, lasts: int, chance: Random, zone: str) -> Iterator[SoreDay]:
    """How it was every second or third day: pain goes down as it heals."""
    day = sore.noticed
    while day <= last:
        share = (day - sore.noticed).days / lasts
        pain = max(0, min(10, round(chance.gauss(6 * (1 - share), 0.8))))
        swollen = share < 0.3 and chance.random() < 0.3  # noqa: PLR2004 - early on
        yield SoreDay(
            sore=sore.id,
            day=day,
            pain=pain,
            signs=("swelling",) if swollen else ("none",),
            recorded_at=_evening(day, chance, zone),
        )
        day += timedelta(days=chance.choice((2, 2, 3)))


# The patch.


def _patch(first: date, until: date, chance: Random, zone: str) -> Iterator[Event]:
    """An oval on the forearm that slowly gets smaller."""
    noticed = first + timedelta(days=PATCH_AFTER)
    if noticed > until:
        return
    at = _evening(noticed, chance, zone)
    patch = Patch(
        id=made_up_id(at, chance),
        region="right_forearm",
        shape="oval",
        noticed=noticed,
        recorded_at=at,
    )
    yield patch
    length = 4.5
    for day in list(_days(noticed, until))[::CHECK_EVERY]:
        yield PatchCheck(
            patch=patch.id,
            day=day,
            length_cm=round(length, 1),
            width_cm=round(length * 0.7, 1),
            shiny=chance.random() < 0.6,  # noqa: PLR2004 - more often than not
            recorded_at=_evening(day, chance, zone),
        )
        length = max(2.0, length + chance.choice((-0.3, -0.2, 0.0, 0.1)))


# Measurements.


def _measurements(first: date, until: date, chance: Random, zone: str) -> Iterator[Measurement]:
    weight = USUAL_WEIGHT
    for day in _days(first, until):
        if day.weekday() == SUNDAY:
            weight += chance.gauss(0.05 * (USUAL_WEIGHT - weight), 0.25)
            yield _measured("weight", day, round(weight, 1), chance, zone)
        elif day.weekday() in PRESSURE_DAYS and chance.random() > 0.1:  # noqa: PLR2004 - seldom missed
            upper = float(round(chance.gauss(118, 6)))
            yield _measured(
                "blood_pressure",
                day,
                upper,
                chance,
                zone,
                diastolic=float(min(round(chance.gauss(74, 4)), int(upper) - 20)),
                pulse=float(round(chance.gauss(72, 5))),
            )


def _measured(
    measure: str, day: date, value: float, chance: Random, zone: str, **more: float
) -> Measurement:
    at = in_zone(day, chance.choice((7, 8, 8)), chance.randrange(60), zone)
    return Measurement(
        id=made_up_id(at, chance),
        measure=measure,
        day=day,
        measured_at=at,
        zone=zone,
        value=value,
        recorded_at=at,
        **more,  # type: ignore[arg-type]
    )
