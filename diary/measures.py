"""What can be measured, declared once: names, units and ranges.

Values are stored in the unit given here; the window may show weight in pounds and temperature in
degrees Fahrenheit. Ranges are those that a device can show, wide enough for any patient.
"""

from __future__ import annotations

from dataclasses import dataclass

from diary.field import Choice
from diary.i18n import N_, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: a value from `low` to `high` in `unit`, with so many `decimals`."""

    key: str
    label: Message
    unit: Message
    ucum: str
    low: float
    high: float
    decimals: int = 0
    section: str
    default_on: bool = True


DIASTOLIC = (20, 200)
PULSE = (20, 250)
"""Lowest and highest: the lower number of blood pressure in mmHg; beats a minute."""

OXYGEN_PLACES = (
    Choice("finger", N_("Finger")),
    Choice("ear", N_("Ear lobe")),
    Choice("forehead", N_("Forehead")),
)
"""Fingers read about 3 points low in scleroderma (PMC10914912), so the place is always asked."""

MEASURES = {
    measure.key: measure
    for measure in (
        Measure(
            key="blood_pressure",
            label=N_("Blood pressure"),
            unit=N_("mmHg"),
            ucum="mm[Hg]",
            low=40,
            high=300,
            section="heart-lungs-kidneys",
        ),
        Measure(
            key="pulse",
            label=N_("Pulse"),
            unit=N_("beats a minute"),
            ucum="/min",
            low=20,
            high=250,
            section="heart-lungs-kidneys",
            default_on=False,
        ),
        Measure(
            key="weight",
            label=N_("Weight"),
            unit=N_("kg"),
            ucum="kg",
            low=20,
            high=300,
            decimals=1,
            section="digestive-system",
        ),
        Measure(
            key="temperature",
            label=N_("Body temperature"),
            unit=N_("°C"),
            ucum="Cel",
            low=30,
            high=45,
            decimals=1,
            section="living-with-it",
            default_on=False,
        ),
        Measure(
            key="oxygen",
            label=N_("Oxygen"),
            unit=N_("%"),
            ucum="%",
            low=50,
            high=100,
            section="heart-lungs-kidneys",
            default_on=False,
        ),
        Measure(
            key="clinic_score",
            label=N_("Skin score from the clinic"),
            unit=N_("of 51"),
            ucum="{score}",
            low=0,
            high=51,
            section="skin",
            default_on=False,
        ),
    )
}
