"""Made-up tables such as other programs write, and how a patient answers about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from diary.exchange.content import Content
from diary.exchange.foreign import reading
from diary.exchange.foreign.draft import Draft, opened
from diary.exchange.foreign.mapping import Take
from diary.exchange.foreign.scale import Scale
from diary.exchange.foreign.survey import Thing
from diary.field import Catalogue
from diary.fields import CATALOGUE

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

LONG_APP = (
    "\ufeff"
    '"Date","Time","Category","Name","Value","Notes"\r\n'
    '"2026-03-13","08:10","Symptom","Heartburn","2",""\r\n'
    '"2026-03-13","21:40","Symptom","Heartburn","4","after ""the"" curry"\r\n'
    '"2026-03-14","09:00","Symptom","Fatigue","0",""\r\n'
    '"2026-03-14","09:00","Symptom","Heartburn","n/a",""\r\n'
    '"2026-03-15","09:00","Mood","Mood","3","slept badly,\r\nwoke at four"\r\n'
)
"""A symptom app: a row a value, several a day, scales from 0 to 4, quoted."""

MERGED = (
    "My symptom record,,,,\n"
    ",Skin,,Digestion,\n"
    "Date,Itch,Skin tightness,Heartburn,Comment\n"
    "25/03/2026,7,3,0,windy\n"
    "03/04/2026,,4,-,\n"
)
"""A spreadsheet with a title and merged cells above the names; British dates."""

GERMAN = "Datum;Itch;Pain\n03.04.2026;7,5;6\n14.04.2026;8;5,5\n"
"""Semicolons and decimal commas."""

AMERICAN = "Date\tPain\n3/25/2026 9:15 PM\t7\n4/3/2026 10:05 AM\t6\n"
"""Tabs, the month first, hours to twelve."""

SLASHES = "Date,Pain\n03/04/2026,7\n05/06/2026,2\n"
"""Each date can be read in two ways."""


def draft(content: str | bytes, folder: Path, catalogue: Catalogue = CATALOGUE) -> Draft:
    """A file with this content, opened."""
    return opened(written(content, folder), catalogue, {})


def written(content: str | bytes, folder: Path) -> Path:
    file = folder / "table.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def read(answered: Draft) -> Content:
    """What the import takes of it."""
    assert answered.table
    table, plan = answered.table, answered.plan()
    return reading.read(table, plan, answered.catalogue, NOW, "Europe/London")


def thing(answered: Draft, name: str) -> Thing:
    return next(each for each in answered.takes if str(each) == name)


def scaled(answered: Draft, name: str, none: int, worst: int) -> Draft:
    """With the answer what its numbers mean."""
    chosen = thing(answered, name)
    scale = Scale(Decimal(none), Decimal(worst))
    return answered.with_take(chosen, replace(answered.takes[chosen], scale=scale))


def left_out(answered: Draft, name: str) -> Draft:
    return answered.with_take(thing(answered, name), Take())


def values(content: Content) -> dict[tuple[str, str], object]:
    return {(one.day.isoformat(), one.field): one.value for one in content.readings}
