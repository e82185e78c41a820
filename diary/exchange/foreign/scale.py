"""How numbers of another scale become those of a field: 0-4 to 0-10, or 5-1 to 0-10.

Exact until the end, then rounded to what the field takes, halves up: with 0-4, 3 is 7.5 and
becomes 8. A scale may run the other way: where their 5 is best, `none` is 5 and `worst` is 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from diary.field import Field, Kind
from diary.i18n import _, format_list

SCALED = frozenset({Kind.SCALE10, Kind.GRADE})
"""The kinds whose ends have a meaning that another scale has as well."""
ROUNDED = SCALED | {Kind.MINUTES, Kind.MEASURE}
"""The kinds that take the nearest number that they can hold; a count is never rounded."""

MOST_SHOWN = 11


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers of another program that mean a field's lowest and its highest one."""

    none: Decimal = Decimal(0)
    worst: Decimal = Decimal(10)

    def holds(self, number: Decimal) -> bool:
        """Whether a number is on it."""
        return min(self.none, self.worst) <= number <= max(self.none, self.worst)

    def to(self, field: Field, number: Decimal) -> Decimal:
        """The number on the field's scale, not rounded."""
        bottom, top = Decimal(str(field.bottom)), Decimal(field.top)
        return (number - self.none) * (top - bottom) / (self.worst - self.none) + bottom

    @property
    def words(self) -> str:
        """Such as “0–4”."""
        return f"{plain(self.none)}–{plain(self.worst)}"


def same(field: Field) -> Scale:
    """The scale of a program that counts as the field does."""
    return Scale(Decimal(str(field.bottom)), Decimal(field.top))


def rounded(field: Field, number: Decimal) -> Decimal:
    """The nearest number that the field can hold, halves up; a count stays as it is."""
    if field.kind not in ROUNDED:
        return number
    step = Decimal(str(field.step))
    return (number / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def became(field: Field, scale: Scale) -> str:
    """What a scale becomes, said number by number; of a long one, both ends and the middle."""
    ends = sorted((scale.none, scale.worst))
    shown = [ends[0] + n for n in range(int(ends[1] - ends[0]) + 1)]
    if len(shown) > MOST_SHOWN:
        shown = [ends[0], (ends[0] + ends[1]) / 2, ends[1]]
    exact = [scale.to(field, number) for number in shown]
    pairs = [
        _("{theirs} becomes {ours}").format(theirs=plain(theirs), ours=plain(rounded(field, ours)))
        for theirs, ours in zip(shown, exact, strict=True)
    ]
    if all(rounded(field, number) == number for number in exact):
        return _("{pairs}.").format(pairs=format_list(pairs))
    return _("{pairs}. Numbers in between are rounded; a half is rounded up.").format(
        pairs=format_list(pairs)
    )


def value(number: Decimal) -> int | float:
    """As a reading holds it: whole numbers are `int`."""
    return int(number) if number == number.to_integral_value() else float(number)


def plain(number: Decimal) -> str:
    """Without zeros that say nothing: 7.50 is 7.5, and 10 stays 10."""
    return f"{number.normalize():f}"
