"""Digestion by domain: on how many days any symptom of a domain was there.

Gut symptoms come and go, so days with a symptom for each seven recorded days say more than a
median. A domain's day is recorded when any of its fields is. No score is made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from diary.i18n import N_, Message

DOMAINS: tuple[tuple[Message, tuple[str, ...]], ...] = (
    (N_("either of these"), ("digestion.heartburn", "digestion.swallowing")),
    (N_("Bloating"), ("digestion.bloating",)),
    (
        N_("Bowels, any sign"),
        (
            "digestion.cramps",
            "digestion.constipation",
            "digestion.diarrhoea",
            "digestion.leakage",
            "digestion.urgency",
            "digestion.blood_or_black",
        ),
    ),
    (
        N_("Eating, any sign"),
        ("digestion.nausea", "digestion.fullness", "digestion.ate_less"),
    ),
)


def worst_of(
    values: Mapping[str, Mapping[date, float]], fields: Iterable[str]
) -> dict[date, float]:
    """The highest value of these fields on each day on which any of them was recorded."""
    worst: dict[date, float] = {}
    for field in fields:
        for day, value in values.get(field, {}).items():
            worst[day] = max(value, worst.get(day, 0))
    return worst
