"""Which fields Trends and the summary show, and the total of the skin check among them.

A field is shown when it is switched on or has readings there: nothing recorded is ever hidden, and
what was never used stays out of sight. The eight regions of the skin check stand as one row, their
total, on the days on which all of them were answered.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import Any

from diary.field import Cadence, Field, Group, Kind, Recall
from diary.fields import CATALOGUE, SKIN_CHECK
from diary.i18n import N_

REGIONS = tuple(field for field in CATALOGUE if field.panel == SKIN_CHECK)
TOTAL = Field(
    key="skin.check_total",
    group=Group.SKIN,
    kind=Kind.MEASURE,
    label=N_("Skin check total"),
    question=N_("The sum of the eight regions of the skin check"),
    section=REGIONS[0].section,
    rank=min(field.rank for field in REGIONS),
    maximum=sum(field.top for field in REGIONS),
    recall=Recall.NOW,
    cadence=Cadence.MONTHLY,
    change=3.0,
    panel=SKIN_CHECK,
)
"""Worked out, never stored. The least change, 3 of 24, is a choice of ours."""


def drawn_fields(
    fields: Iterable[Field], used: Container[str], on: Container[str]
) -> tuple[Field, ...]:
    """Of these fields, those that are on or have readings; `used` and `on` hold keys."""
    shown = (field for field in fields if field.key in used or field.key in on)
    return tuple(dict.fromkeys(TOTAL if field.panel == SKIN_CHECK else field for field in shown))


def check_totals(values: Mapping[str, Mapping[date, Any]]) -> dict[date, float]:
    """The total of each day on which all regions were answered."""
    regions = [values.get(field.key, {}) for field in REGIONS]
    whole = set(regions[0]).intersection(*regions)
    return {day: int(sum(region[day] for region in regions)) for day in sorted(whole)}
