"""Records for the tests of the store, by hand and by hypothesis."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from db.records import Attack, Note, Profile, Put, Reading, Record

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
ALL: tuple[Record, ...] = (READING, NOTE, ATTACK, PROFILE)


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
records = readings | notes | attacks | profiles
