"""The sample patient's timed Raynaud's attacks."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from db.records import Attack
from diary.clock import fixed, in_zone
from diary.demo.weather import DayState, often, scale
from diary.i18n import _

HOURS = (6, 7, 7, 8, 8, 8, 9, 10, 11, 12, 13, 15, 16, 17, 17, 18, 18, 19, 20, 22)
FINGERS = ("index", "middle", "ring", "little")
TRIGGERS = (
    ("cold_air",),
    ("cold_air",),
    ("cold_air", "temperature_change"),
    ("cold_object",),
    ("cold_object",),
    ("emotion",),
    ("none_noticed",),
)
SUMMER_TRIGGERS = (("air_conditioning",), ("cold_object",), ("emotion",), ("temperature_change",))
RELIEF = (("gloves",), ("warm_water",), ("warm_place", "gloves"), ("moving",), ("heat_pack",), ())
COLOURS = (("pale",), ("pale", "blue_grey"), ("pale", "blue_grey", "red"), ("pale", "red"))
NIGHT_MONTH, NIGHT_DAYS = 1, (14, 15, 16, 17)
UNTIMED_END = 0.05
AFTERWARDS = 0.2
SUMMER = 0.35


def spells(state: DayState, chance: Random, zone: str) -> list[Attack]:
    """The attacks that were timed on this day, in their order."""
    number = often(chance, 0.15 + 1.5 * state.cold + 0.9 * state.flare)
    starts = sorted(
        {
            in_zone(state.day, chance.choice(HOURS), chance.randrange(60), zone)
            for _each in range(number)
        }
    )
    found: list[Attack] = []
    for start in starts:
        last = found[-1] if found else None
        if last is None or (last.started_at < start and (last.ended_at or start) <= start):
            found.append(_attack(start, state, chance, zone))
    if state.day.month == NIGHT_MONTH and state.day.day in NIGHT_DAYS:
        late = _over_midnight(state, chance, zone)
        if not found or (found[-1].ended_at or late.started_at) <= late.started_at:
            found.append(late)
    return found


def _attack(start: datetime, state: DayState, chance: Random, zone: str) -> Attack:
    unknown = chance.random() < UNTIMED_END
    minutes = max(3, min(110, round(chance.lognormvariate(3.0, 0.55))))
    pain = scale(chance, 2.5 + 1.5 * state.cold + 1.5 * state.flare)
    written = start + timedelta(minutes=minutes)
    if chance.random() < AFTERWARDS:
        written += timedelta(hours=chance.randrange(2, 6))
    return Attack(
        id=made_up_id(start, chance),
        started_at=start,
        zone=zone,
        recorded_at=written,
        minutes=None if unknown else minutes,
        colours=chance.choice(COLOURS),
        places=_places(chance),
        pain=pain,
        numbness=scale(chance, pain + 1.0),
        tingling=scale(chance, pain - 0.5) if chance.random() < 0.8 else None,  # noqa: PLR2004 - most days
        triggers=chance.choice(TRIGGERS if state.cold > SUMMER else SUMMER_TRIGGERS),
        relief=chance.choice(RELIEF),
    )


def _over_midnight(state: DayState, chance: Random, zone: str) -> Attack:
    """One that starts late in the evening and ends the next day."""
    start = in_zone(state.day, 23, 25 + chance.randrange(20), zone)
    minutes = 50 + chance.randrange(30)
    return Attack(
        id=made_up_id(start, chance),
        started_at=start,
        zone=zone,
        recorded_at=start + timedelta(minutes=minutes),
        minutes=minutes,
        colours=("pale", "blue_grey", "red"),
        places=("right_toes", "left_toes"),
        pain=scale(chance, 5),
        numbness=scale(chance, 5),
        triggers=("temperature_change",),
        relief=("heat_pack",),
        note=_("Woke up with white toes; took ages to come back."),
    )


def _places(chance: Random) -> tuple[str, ...]:
    """Neighbouring fingers of one hand, or of both."""
    first = chance.randrange(3)
    fingers = FINGERS[first : first + chance.choice((1, 2, 2))]
    right = tuple(f"right_{finger}" for finger in fingers)
    left = tuple(f"left_{finger}" for finger in fingers)
    return chance.choice((right, left, right + left))


def made_up_id(moment: datetime, chance: Random) -> str:
    """A UUIDv7 of that moment whose random part comes from the seed."""
    milliseconds = int(fixed(moment).timestamp() * 1000)
    number = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | chance.getrandbits(12) << 64
    return str(UUID(int=number | 0b10 << 62 | chance.getrandbits(62)))
