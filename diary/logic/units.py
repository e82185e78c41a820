"""Units as the patient chose them: stored in SI, shown and typed in kilograms or pounds, °C or °F.

What was typed is shown again to the last digit: 154.3 lb stays 154.3, and 93,5 is never 935.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from diary.i18n import N_, Message, format_number
from diary.measures import MEASURES

MOST_DECIMALS = 2
"""As many as scales and thermometers show; three after a comma could be thousands."""
_NOISE = 9
"""Decimals to which the way to SI and back is exact."""
_NUMBER = re.compile(r"(?P<whole>\d{1,4})(?:[.,](?P<part>\d{1,2}))?\s*(?P<unit>[^\d\s]\D*)?")


@dataclass(frozen=True, slots=True)
class Unit:
    """One way to write a measure: SI = (shown - zero) * factor."""

    key: str
    words: Message
    factor: float = 1.0
    zero: float = 0.0
    names: tuple[str, ...] = ()

    def stored(self, number: float) -> float:
        """A number as typed, in SI."""
        return number if self.factor == 1.0 else (number - self.zero) * self.factor

    def shown(self, value: float) -> float:
        """A stored value as this unit shows it, free of the noise of the way back."""
        back = value if self.factor == 1.0 else value / self.factor + self.zero
        return round(back, _NOISE)

    def number_words(self, value: float) -> str:
        """The number alone: to a tenth, or to a hundredth where it was typed so."""
        number = self.shown(value)
        typed = round(number, MOST_DECIMALS) == number
        return format_number(number, MOST_DECIMALS if typed else 1)

    def value_words(self, value: float) -> str:
        """The number with its unit: "68.2 kg"."""
        return f"{self.number_words(value)} {self.words}"


KILOGRAM = Unit("kg", N_("kg"), names=("kg", "kgs", "kilo", "kilos"))
POUND = Unit("lb", N_("lb"), 0.45359237, names=("lb", "lbs", "pound", "pounds"))
"""The international pound is exactly 0.45359237 kg."""
CELSIUS = Unit("C", N_("°C"), names=("°c", "c"))
FAHRENHEIT = Unit("F", N_("°F"), 5 / 9, 32.0, names=("°f", "f"))
CHOICES = {"weight": (KILOGRAM, POUND), "temperature": (CELSIUS, FAHRENHEIT)}
"""The measures whose unit can be chosen, each with its units; the stored one comes first."""


@dataclass(frozen=True, slots=True)
class Units:
    """The patient's choice for each measure that has one."""

    weight: str = KILOGRAM.key
    temperature: str = CELSIUS.key

    def of(self, measure: str) -> Unit:
        """The unit in which a measure is shown and typed."""
        chosen = {"weight": self.weight, "temperature": self.temperature}.get(measure)
        units = CHOICES.get(measure)
        if units is None:
            return Unit(measure, MEASURES[measure].unit)
        return next((unit for unit in units if unit.key == chosen), units[0])


def chosen_units(preference: Callable[[str, Any], Any]) -> Units:
    """The choice in the diary's preferences; `preference` is the session's."""
    weight = preference("unit.weight", KILOGRAM.key)
    return Units(weight, preference("unit.temperature", CELSIUS.key))


def typed_value(text: str, measure: str, units: Units) -> float | None:
    """A typed number in SI: "93,5", "93.5", "154.3 lb"; None for what is none.

    Measures without decimals take whole numbers alone. A named unit counts, whatever is chosen.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None or (found["part"] and not MEASURES[measure].decimals):
        return None
    unit = _named(found["unit"], measure, units)
    return unit.stored(float(f"{found['whole']}.{found['part'] or 0}")) if unit else None


def _named(name: str | None, measure: str, units: Units) -> Unit | None:
    """The unit that was written behind the number, the chosen one where none was."""
    own = units.of(measure)
    if not name:
        return own
    plain = name.casefold().strip(" .")
    if plain == str(own.words).casefold():
        return own
    return next((unit for unit in CHOICES.get(measure, ()) if plain in unit.names), None)
