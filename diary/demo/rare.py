"""What the sample patient records each week and each month: lumps, hands and the skin check."""

from __future__ import annotations

from datetime import date
from random import Random

from db.records import Value
from diary.demo.weather import DayState, often
from diary.field import Cadence, Field
from diary.fields import CATALOGUE, SKIN_CHECK
from diary.logic.due import is_due
from diary.logic.patterns import OUTDOOR_LOW

SWITCHED_ON = (
    "digestion.motions",
    "digestion.nausea",
    OUTDOOR_LOW,
    "skin.lump_opened",
    "skin.lumps",
    "skin.palm_gap_left",
    "skin.palm_gap_right",
)
"""The fields that she asked for beyond those that are on from the start."""

USUAL_GRADES = {"fingers": 2.1, "hand": 1.3, "forearm": 0.7, "upper_arm": 0.1}
FULL_GAP = 15.0


class Rare:
    """Knows when each weekly and monthly field was last recorded."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._last: dict[Cadence, date] = {}
        self._fields = [
            field
            for field in CATALOGUE
            if field.cadence is not Cadence.DAILY and (field.default_on or field.key in SWITCHED_ON)
        ]

    def values(self, state: DayState) -> dict[str, Value]:
        """What is due on a recorded day; nothing on most."""
        due = [field for field in self._fields if self._is_due(field, state.day)]
        self._last |= {field.cadence: state.day for field in due}
        return {field.key: field.check(self._value(field, state)) for field in due}

    def _is_due(self, field: Field, day: date) -> bool:
        last = self._last.get(field.cadence)
        return last != day and is_due(field, day, last)

    def _value(self, field: Field, state: DayState) -> Value:
        if field.panel == SKIN_CHECK:
            return self._grade(field, state)
        if field.key.startswith("skin.palm_gap"):
            return self._gap(field, state)
        if field.key == "skin.lumps":
            return 3 + often(self._chance, 0.3)
        return int(self._chance.random() < 0.06)  # noqa: PLR2004 - a lump seldom breaks through

    def _grade(self, field: Field, state: DayState) -> int:
        part = field.key.partition("_")[2].partition("_")[2]
        level = self._chance.gauss(USUAL_GRADES[part] + 0.7 * state.flare, 0.25)
        return max(0, min(field.top, round(level)))

    def _gap(self, field: Field, state: DayState) -> float:
        usual = 2.4 if field.key.endswith("right") else 1.8
        level = self._chance.gauss(usual + 1.2 * state.flare, 0.35)
        return max(0.0, min(FULL_GAP, round(level / field.step) * field.step))
