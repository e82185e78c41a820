"""What happens at its own time: sores, patches, measurements, medicines, visits and more.

Each kind's key comes first among its parts. `db.codec` stores any of them by the types of its
parts; `diary.exchange` writes and reads them by the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Sore:
    """An open finger or toe sore, from noticed to healed (None: still open).

    `place` is the finger or toe and `spot` the part of it, both keys of the body's words.
    """

    id: str
    place: str
    spot: str = ""
    noticed: date
    healed: date | None = None
    note: str = ""
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SoreDay:
    """How a sore was on one day: pain 0 to 10 (None: not recorded), and its signs."""

    sore: str
    day: date
    pain: int | None = None
    signs: tuple[str, ...] = ()
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """An area of tight or hard skin, from noticed to settled (None: still there)."""

    id: str
    region: str
    shape: str
    noticed: date
    settled: date | None = None
    note: str = ""
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PatchCheck:
    """How large a patch was on one day, in centimetres, and whether it was shiny."""

    patch: str
    day: date
    length_cm: float | None = None
    width_cm: float | None = None
    shiny: bool | None = None
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A timed value, in the unit of its measure (mmHg, kg, %, °C, beats a minute).

    Blood pressure is one measurement: `value` is the upper number, `diastolic` the lower one.
    `day` is the patient's day, which can begin after midnight. `place` is where oxygen was
    measured; `intended` whether a change of weight was meant.
    """

    id: str
    measure: str
    day: date
    measured_at: datetime
    zone: str
    value: float
    diastolic: float | None = None
    pulse: float | None = None
    place: str = ""
    intended: bool | None = None
    note: str = ""
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine:
    """A medicine by its name; what was taken of it are its dose periods."""

    id: str
    name: str
    note: str = ""
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DosePeriod:
    """A stretch of time at one dose, both days included.

    `first` is None where nobody knows when it began, `last` while it is still taken.
    """

    id: str
    medicine: str
    dose: str
    how_often: str = ""
    first: date | None = None
    last: date | None = None
    why_stopped: str = ""
    side_effects: str = ""
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A visit; `time` is HH:MM or empty, `agreed` what was decided there."""

    id: str
    day: date
    time: str = ""
    who: str = ""
    place: str = ""
    agreed: str = ""
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What to ask or tell; those for the next visit are ordered by `rank`, the lowest first.

    `answered` is the day of the answer, None while it is open.
    """

    id: str
    text: str
    written: date
    next_visit: bool = True
    rank: int = 0
    answer: str = ""
    answered: date | None = None
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """What is known of a picture; the picture itself is in the photo file under the same id.

    `about` is "sore", "patch", "attack" or "day", `about_id` the id of that record (for a day
    its ISO text). Width and height are in pixels.
    """

    id: str
    day: date
    about: str
    about_id: str
    width: int
    height: int
    caption: str = ""
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomField:
    """A field of the patient's own. `kind` and `cadence` are those of the catalogue."""

    key: str
    name: str
    kind: str
    low: str = ""
    high: str = ""
    unit: str = ""
    maximum: int = 10
    choices: tuple[str, ...] = ()
    cadence: str = "daily"
    rank: int = 0
    archived: bool = False
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Preference:
    """A choice of how this diary is kept, such as a hidden field; JSON under a key."""

    key: str
    value: str


Event = (
    Sore
    | SoreDay
    | Patch
    | PatchCheck
    | Measurement
    | Medicine
    | DosePeriod
    | Appointment
    | Question
    | Photo
    | CustomField
    | Preference
)

EVENTS: tuple[type[Event], ...] = (
    Sore,
    SoreDay,
    Patch,
    PatchCheck,
    Measurement,
    Medicine,
    DosePeriod,
    Appointment,
    Question,
    Photo,
    CustomField,
    Preference,
)
"""Every kind, parents before their children."""

_ORDER: dict[type, tuple[str, ...]] = {
    Sore: ("noticed", "id"),
    SoreDay: ("sore", "day"),
    Patch: ("noticed", "id"),
    PatchCheck: ("patch", "day"),
    Measurement: ("day", "measured_at", "id"),
    Medicine: ("name", "id"),
    DosePeriod: ("medicine", "first", "id"),
    Appointment: ("day", "time", "id"),
    Question: ("rank", "id"),
    Photo: ("day", "id"),
}


def order_of(kind: type) -> tuple[str, ...]:
    """The parts by which the records of a kind are ordered; None comes first."""
    return _ORDER.get(kind, ("key",))


def in_order(event: Event) -> tuple[object, ...]:
    """What to sort events by: their kind, then the parts that order it."""
    parts = (getattr(event, name) for name in order_of(type(event)))
    return EVENTS.index(type(event)), *((part is not None, part) for part in parts)
