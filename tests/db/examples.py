"""Records for the tests of the store, by hand and by hypothesis."""

from __future__ import annotations

from dataclasses import Field, fields
from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from db.codec import type_of
from db.records import (
    EVENTS,
    Appointment,
    Attack,
    CustomField,
    DosePeriod,
    Event,
    Measurement,
    Medicine,
    Note,
    Patch,
    PatchCheck,
    Photo,
    Preference,
    Profile,
    Put,
    Question,
    Reading,
    Record,
    Sore,
    SoreDay,
)

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 21, 15, 7, 250000, tzinfo=timezone(timedelta(hours=5, minutes=45)))

READING = Reading(DAY, "skin.tightness", 4, AT)
NOTE = Note(DAY, "Hands better in the afternoon’s sun", AT)
ATTACK = Attack(
    id="0195d3a0-0000-7000-8000-000000000001",
    started_at=AT,
    zone="Asia/Kathmandu",
    recorded_at=AT + timedelta(minutes=20),
    minutes=12,
    colours=("white", "blue"),
    places=("fingers",),
    pain=3,
    triggers=("cold",),
    note="at the bus stop",
)
PROFILE = Profile("Ada Ärmel", date(1970, 2, 28), "MRN 7")

_IDS = [f"0195d3a0-0000-7000-8000-0000000001{n:02}" for n in range(20)]
SORE = Sore(id=_IDS[0], place="left_index", spot="tip", noticed=DAY, recorded_at=AT)
PATCH = Patch(id=_IDS[1], region="chest", shape="oval", noticed=DAY, settled=DAY, recorded_at=AT)
MEDICINE = Medicine(id=_IDS[2], name="Nifedipine", recorded_at=AT)
PARENTS: tuple[Event, ...] = (SORE, PATCH, MEDICINE)
BELONGING: tuple[Event, ...] = (
    SoreDay(sore=_IDS[0], day=DAY, pain=0, signs=("pus", "swelling"), recorded_at=AT),
    PatchCheck(patch=_IDS[1], day=DAY, length_cm=3.5, shiny=False, recorded_at=AT),
    DosePeriod(id=_IDS[3], medicine=_IDS[2], dose="10 mg", how_often="twice", recorded_at=AT),
)
OTHERS: tuple[Event, ...] = (
    Measurement(
        id=_IDS[4],
        measure="blood_pressure",
        day=DAY,
        measured_at=AT,
        zone="Asia/Kathmandu",
        value=141.0,
        diastolic=88.0,
        recorded_at=AT,
    ),
    Appointment(id=_IDS[5], day=DAY, time="09:30", who="Dr Ärmel", recorded_at=AT),
    Question(id=_IDS[6], text="May I swim?", written=DAY, rank=-1, recorded_at=AT),
    Photo(
        id=_IDS[7],
        day=DAY,
        about="sore",
        about_id=_IDS[0],
        width=2000,
        height=1500,
        recorded_at=AT,
    ),
    CustomField(key="custom.1", name="Jaw", kind="choice", choices=("a b", "c"), recorded_at=AT),
    Preference("day.start", '"04:00"'),
)
ALL: tuple[Record, ...] = (READING, NOTE, ATTACK, PROFILE, *PARENTS, *OTHERS)


def puts(*records: Record) -> list[Put]:
    return [Put(record) for record in records]


_texts = st.text(st.characters(exclude_categories=()), max_size=40)
"""Any text at all, lone surrogates and NUL included."""

_days = st.dates()
_offsets = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
_instants = st.datetimes(
    datetime(2, 1, 1),  # noqa: DTZ001 - hypothesis adds the offset
    datetime(9998, 12, 31),  # noqa: DTZ001 - as above
    timezones=_offsets,
).map(lambda at: at.replace(fold=0))
_words = st.lists(_texts, max_size=4).map(tuple)
_scales = st.none() | st.integers(0, 10)

readings = st.builds(
    Reading,
    day=_days,
    field=_texts.filter(bool),
    value=st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _texts,
    recorded_at=_instants,
)
notes = st.builds(Note, day=_days, text=_texts, recorded_at=_instants)
attacks = st.builds(
    Attack,
    id=_texts.filter(bool),
    started_at=_instants,
    zone=_texts,
    recorded_at=_instants,
    minutes=st.none() | st.integers(0, 10**6),
    colours=_words,
    places=_words,
    pain=_scales,
    numbness=_scales,
    tingling=_scales,
    triggers=_words,
    relief=_words,
    note=_texts,
)
profiles = st.builds(Profile, name=_texts, born=st.none() | _days, patient_id=_texts)


def events(kind: type[Event]) -> st.SearchStrategy[Any]:
    """Any record of a kind that belongs to no other one."""
    return st.builds(kind, **{part.name: _part(part) for part in fields(kind)})


def _part(part: Field[Any]) -> st.SearchStrategy[Any]:
    name, optional = type_of(part)
    if name == "date" and optional:
        return st.none()  # so that the end is not before the start
    if part.name in {"id", "key"}:
        return _texts.filter(bool)
    return st.none() | _PARTS[name] if optional else _PARTS[name]


_PARTS: dict[str, st.SearchStrategy[Any]] = {
    "str": _texts,
    "int": st.integers(-(2**63), 2**63 - 1),
    "float": st.floats(allow_nan=False, allow_infinity=False),
    "bool": st.booleans(),
    "date": _days,
    "datetime": _instants,
    "tuple[str, ...]": _words,
}
CHILDREN = {SoreDay, PatchCheck, DosePeriod}
records = readings | notes | attacks | profiles
for one in EVENTS:
    if one not in CHILDREN:
        records |= events(one)
