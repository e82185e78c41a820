"""Diaries of any allowed shape, for the tests of export and import."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from db.records import (
    LATEST_START,
    Appointment,
    Attack,
    CustomField,
    DosePeriod,
    Event,
    Everything,
    Measurement,
    Medicine,
    Note,
    Patch,
    PatchCheck,
    Preference,
    Profile,
    Question,
    Reading,
    Sore,
    SoreDay,
    in_order,
    key_of,
)
from db.store import Reader, Store
from diary.attack_words import COLOURS, PLACES, RELIEF, TRIGGERS
from diary.custom import field_of
from diary.event_words import PATCH_REGIONS, SORE_PLACES, SORE_SIGNS
from diary.exchange.content import Content
from diary.exchange.csv_out import write_csv
from diary.exchange.importing import bring, compare, read_file
from diary.exchange.json_out import write_json
from diary.exchange.report import Report, report
from diary.field import Choice, Field, Kind
from diary.fields import CATALOGUE
from diary.logic.day_start import counted
from diary.merging import Choices, Rule

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
WRITERS: dict[str, Callable[..., None]] = {"json": write_json, "csv": write_csv}

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    [
        "=1+1",
        "-5",
        "+44",
        "@a",
        "\tx",
        "\rx",
        "'quoted",
        "a\r\nb",
        'say "hi", he said',
        "\x00",
        "🦀\u202e",
    ]
)
days = st.dates(date(1950, 1, 1), date(2026, 11, 21))
offsets = st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.builds(
    datetime.replace,
    st.datetimes(datetime(1950, 1, 2), datetime(2026, 11, 20)),  # noqa: DTZ001 - its zone comes next
    tzinfo=offsets,
)
scales = st.none() | st.integers(0, 10)


def values(field: Field) -> st.SearchStrategy[int | str]:
    if field.numeric:
        return st.integers(int(field.bottom), field.top)
    return st.sampled_from(field.choice_keys)


def some(words: tuple[Choice, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from([word.key for word in words]), unique=True).map(tuple)


readings = st.sampled_from(list(CATALOGUE)).flatmap(
    lambda field: st.builds(Reading, days, st.just(field.key), values(field), moments)
)
notes = st.builds(Note, days, texts.filter(str.strip), moments)
lengths = st.sampled_from([(None, True), (None, False), (0, False), (45, False), (20_160, False)])
attacks = lengths.flatmap(
    lambda length: st.builds(
        Attack,
        id=st.uuids().map(str),
        started_at=moments,
        zone=st.sampled_from(["Europe/London", "Pacific/Apia", "UTC"]),
        recorded_at=moments,
        minutes=st.just(length[0]),
        ongoing=st.just(length[1]),
        colours=some(COLOURS),
        places=some(PLACES),
        pain=scales,
        numbness=scales,
        tingling=scales,
        triggers=some(TRIGGERS),
        relief=some(RELIEF),
        note=texts,
    )
).flatmap(lambda each: st.sampled_from([each, counted(each, LATEST_START)]))
profiles = st.builds(Profile, texts, st.none() | days, texts)


ids = st.uuids().map(str)
sizes = st.none() | st.floats(0.5, 200)
measured: dict[str, Any] = {"id": ids, "day": days, "measured_at": moments, "recorded_at": moments}
pressures = st.builds(
    Measurement,
    measure=st.just("blood_pressure"),
    zone=st.just("Europe/London"),
    value=st.integers(90, 300).map(float),
    diastolic=st.integers(20, 89).map(float),
    pulse=st.none() | st.integers(20, 250).map(float),
    note=texts,
    **measured,
)
weights = st.builds(
    Measurement,
    measure=st.just("weight"),
    zone=st.just("UTC"),
    value=st.floats(20, 300),
    intended=st.none() | st.booleans(),
    **measured,
)
visits = st.builds(
    Appointment,
    id=ids,
    day=days,
    time=st.sampled_from(["", "09:30"]),
    who=texts,
    place=texts,
    agreed=texts,
    recorded_at=moments,
)
questions = st.builds(
    Question,
    id=ids,
    text=texts.filter(str.strip),
    written=days,
    next_visit=st.booleans(),
    rank=st.integers(0, 99),
    answer=texts,
    answered=st.none() | days,
    recorded_at=moments,
)
own_fields = st.builds(
    CustomField,
    key=st.integers(1, 99).map("custom.{}".format),
    name=texts.filter(str.strip),
    kind=st.sampled_from([str(kind) for kind in Kind]),
    low=texts,
    unit=texts,
    choices=st.lists(
        texts.filter(str.strip),
        min_size=2,
        max_size=3,
        unique_by=lambda one: one.strip().casefold(),
    ).map(tuple),
    archived=st.booleans(),
    recorded_at=moments,
)
preferences = st.builds(
    Preference, st.sampled_from(["day.start", "summary.title"]), texts.map(json.dumps)
)
sore_days = st.builds(
    SoreDay,
    sore=ids,
    day=days,
    pain=scales,
    signs=some(SORE_SIGNS),
    recorded_at=moments,
)


@st.composite
def families(draw: st.DrawFn) -> list[Event]:
    """A sore, a patch and a medicine, each with what belongs to it."""
    begin, end = sorted((draw(days), draw(days)))
    at, note = draw(moments), draw(texts)
    one, two, three = (draw(ids) for _ in range(3))
    places = draw(st.sampled_from([place.key for place in SORE_PLACES]))
    sore = Sore(id=one, place=places, noticed=begin, healed=end, note=note, recorded_at=at)
    region = draw(st.sampled_from([region.key for region in PATCH_REGIONS]))
    patch = Patch(id=two, region=region, shape="line", noticed=begin, recorded_at=at)
    length, shiny = draw(sizes), draw(st.none() | st.booleans())
    check = PatchCheck(patch=two, day=end, length_cm=length, shiny=shiny, recorded_at=at)
    medicine = Medicine(id=three, name=f"x{note}", recorded_at=at)
    dose = DosePeriod(id=draw(ids), medicine=three, dose=note, first=begin, recorded_at=at)
    return [sore, replace(draw(sore_days), sore=one), patch, check, medicine, dose]


@st.composite
def own_readings(draw: st.DrawFn, own: list[CustomField]) -> list[Reading]:
    """Readings of fields of the patient's own; of one key the last description counts."""
    fields = map(field_of, {one.key: one for one in own}.values())
    return [Reading(draw(days), field.key, draw(values(field)), draw(moments)) for field in fields]


@st.composite
def diaries(draw: st.DrawFn) -> Everything:
    """A whole diary in the order of an export."""
    found = draw(st.lists(readings, unique_by=lambda one: (one.day, one.field), max_size=12))
    said = draw(st.lists(notes, unique_by=lambda one: one.day, max_size=4))
    timed = draw(st.lists(attacks, unique_by=lambda one: one.id, max_size=4))
    loose = pressures | weights | visits | questions | own_fields | preferences
    events = draw(st.lists(loose, max_size=4)) + draw(families() | st.just([]))
    found += draw(own_readings([one for one in events if isinstance(one, CustomField)]))
    found = list({(one.day, one.field): one for one in found}.values())
    return Everything(
        draw(profiles),
        tuple(sorted(found, key=lambda one: (one.day, one.field))),
        tuple(sorted(said, key=lambda one: one.day)),
        tuple(sorted(timed, key=lambda one: (one.started_at, one.id))),
        tuple(sorted({key_of(one): one for one in events}.values(), key=in_order)),
    )


def exported(diary: Everything, form: str, at: datetime = NOW) -> bytes:
    """The diary as the bytes of a file."""
    stream = io.BytesIO()
    WRITERS[form](diary, stream, at)
    return stream.getvalue()


def read_back(content: bytes, folder: Path) -> Content:
    """What importing these bytes would take."""
    file = folder / "given"
    file.write_bytes(content)
    return read_file(file, CATALOGUE, NOW)


def add(store: Store, content: Content, rule: Rule = Rule.NEWEST) -> Report:
    """Import what was read; what was done, in words."""
    run = compare(store, content)
    bring(store, run, Choices(rule))
    return report(run, Choices(rule), done=True)


def preview(reader: Reader | None, content: Content) -> Report:
    """What importing would do."""
    return report(compare(reader, content), Choices(), done=False)
