"""Diaries of any allowed shape, for the tests of export and import."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from db.records import Attack, Everything, Note, Profile, Reading
from diary.attack_words import COLOURS, PLACES, RELIEF, TRIGGERS
from diary.exchange.csv_out import write_csv
from diary.exchange.importing import read_file
from diary.exchange.intake import Parsed
from diary.exchange.json_out import write_json
from diary.field import Choice, Field
from diary.fields import CATALOGUE

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
    return st.integers(0, field.top) if field.numeric else st.sampled_from(field.choice_keys)


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
)
profiles = st.builds(Profile, texts, st.none() | days, texts)


@st.composite
def diaries(draw: st.DrawFn) -> Everything:
    """A whole diary in the order of an export."""
    found = draw(st.lists(readings, unique_by=lambda one: (one.day, one.field), max_size=12))
    said = draw(st.lists(notes, unique_by=lambda one: one.day, max_size=4))
    timed = draw(st.lists(attacks, unique_by=lambda one: one.id, max_size=4))
    return Everything(
        draw(profiles),
        tuple(sorted(found, key=lambda one: (one.day, one.field))),
        tuple(sorted(said, key=lambda one: one.day)),
        tuple(sorted(timed, key=lambda one: (one.started_at, one.id))),
    )


def exported(diary: Everything, form: str, at: datetime = NOW) -> bytes:
    """The diary as the bytes of a file."""
    stream = io.BytesIO()
    WRITERS[form](diary, stream, at)
    return stream.getvalue()


def read_back(content: bytes, folder: Path) -> Parsed:
    """What importing these bytes would take."""
    file = folder / "given"
    file.write_bytes(content)
    return read_file(file, CATALOGUE, NOW)
