"""Two periods of equal length side by side: higher, lower, about the same, or too few days.

These four are the only verdicts of the program. When the two periods change places, higher and
lower do too. Rules and sources (see also the method section of the article):

- A 0-10 scale is higher or lower when the *means* of the two periods differ by at least the
  field's own `change`: 1.0, a choice of ours, and 1.4 for the difficulty that Raynaud's causes
  (published difference between groups: 14-15 of 100, PMC2837770).
- A count or a duration must differ by at least 1, and by at least 25% of the larger of the two
  means: so by a quarter whichever of the two is taken for the whole (ours).
- A grade or a measure must differ by at least its `change` too: 1 (ours).
- A yes/no field must differ by at least 1 day in 7 recorded days (ours).
- In either period fewer than 7 days, or fewer than half of its days: too few days to compare.
  Weekly fields need 4 weeks, monthly ones 3 months, and half of them (ours).
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from diary.field import Cadence, Field, Kind
from diary.logic.cadence import FEWEST
from diary.logic.statistics import WEEK, Figures

FEWEST_DAYS = FEWEST[Cadence.DAILY]
LEAST_SHARE = Fraction(1, 4)
LEAST_COUNT = Fraction(1)


class Change(StrEnum):
    """How a period compares with the one before it."""

    HIGHER = "higher"
    LOWER = "lower"
    SAME = "same"
    TOO_FEW = "too_few"


def compare(field: Field, now: Figures | None, before: Figures | None) -> Change:
    """How the figures of a field compare with those of the period before."""
    if now is None or before is None:
        return Change.TOO_FEW
    if not (enough(field, now) and enough(field, before)):
        return Change.TOO_FEW
    difference = now.exact_mean - before.exact_mean
    larger = max(now.exact_mean, before.exact_mean)
    if difference == 0 or abs(difference) < least_difference(field, larger):
        return Change.SAME
    return Change.HIGHER if difference > 0 else Change.LOWER


def enough(field: Field, figures: Figures) -> bool:
    """Whether a period has enough recorded days, weeks or months to be compared."""
    least = FEWEST[field.cadence]
    return figures.recorded >= least and 2 * figures.recorded >= figures.days


def least_difference(field: Field, larger: Fraction) -> Fraction:
    """The least difference of two means that is called higher or lower.

    `larger` is the larger of the two, of which a count takes its share.
    """
    match field.kind:
        case Kind.COUNT | Kind.MINUTES:
            return max(LEAST_COUNT, LEAST_SHARE * larger)
        case Kind.YES_NO:
            return Fraction(1, WEEK)
        case _:
            return Fraction(str(field.change))
