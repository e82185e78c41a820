"""What a field is: its kind of value, its words and its checks; and how fields are found.

The fields themselves are declared in `diary.fields`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.records import Value
from diary.i18n import Message, _, format_list, format_number
from diary.kinds import (
    GROUP_NAMES,
    RECALL_WORDS,
    WORDED,
    Cadence,
    Choice,
    Code,
    Direction,
    Group,
    Kind,
    Recall,
)

__all__ = [
    "GROUP_NAMES", "RECALL_WORDS", "Cadence", "Catalogue", "Choice", "Code", "Direction", "Field",
    "Group", "InvalidValueError", "Kind", "Recall",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that is recorded at most once a day.

    `change` is the least difference of two periods' means that is called higher or lower;
    `rank` is the place in the summary's table (the order of the EULAR ScleroID domains).
    `minimum` and `step` belong to measures; `unit` is UCUM, `unit_words` what is shown.
    Fields of one `panel` are asked together at their own place, not as rows of the day.
    """

    key: str
    group: Group
    kind: Kind
    label: Message
    question: Message
    section: str
    rank: int
    low: Message | None = None
    high: Message | None = None
    minimum: float = 0
    maximum: int = 10
    step: float = 1
    choices: tuple[Choice, ...] = ()
    unit: str = "{score}"
    unit_words: Message | None = None
    recall: Recall = Recall.DAY
    cadence: Cadence = Cadence.DAILY
    direction: Direction = Direction.HIGHER_IS_WORSE
    change: float = 1.0
    codes: tuple[Code, ...] = ()
    default_on: bool = True
    panel: str = ""

    def check(self, value: object) -> Value:
        """The value as it is stored, if this field can hold it; otherwise an `InvalidValueError`.

        A measure becomes a `float` on its grid; several choices come into their order.
        """
        fits: Value | None = None
        match value:
            case bool():
                pass
            case str() if self.kind is Kind.CHOICE and value in self.choice_keys:
                fits = value
            case str() if self.kind is Kind.SEVERAL:
                fits = self._several(value)
            case int() | float() if self.kind is Kind.MEASURE:
                fits = self._on_grid(value)
            case int() if self.numeric and self.bottom <= value <= self.top:
                fits = value
        if fits is None:
            raise InvalidValueError(self, value)
        return fits

    def _several(self, text: str) -> str | None:
        given = text.split()
        chosen = [choice for choice in self.choices if choice.key in given]
        mixed = len(chosen) > 1 and any(choice.alone for choice in chosen)
        if not chosen or mixed or len(chosen) != len(given):
            return None
        return " ".join(choice.key for choice in chosen)

    def _on_grid(self, number: float) -> float | None:
        """The number without the noise of binary fractions; None where it does not fit."""
        if not self.bottom <= number <= self.top:
            return None
        steps = number / self.step
        if not math.isclose(steps, round(steps), abs_tol=1e-6):
            return None
        return round(round(steps) * self.step, 6) + 0.0

    @property
    def choice_keys(self) -> list[str]:
        """The keys of the answers, in their shown order."""
        return [choice.key for choice in self.choices]

    @property
    def bottom(self) -> float:
        """The lowest number that it takes."""
        return int(self.choices[0].key) if self.kind is Kind.GRADE else self.minimum

    @property
    def top(self) -> int:
        """The highest number that it takes."""
        if self.kind is Kind.GRADE:
            return int(self.choices[-1].key)
        return 1 if self.kind is Kind.YES_NO else self.maximum

    def words(self, value: Value) -> str:
        """The value as the patient reads it, without its unit."""
        match self.kind:
            case Kind.CHOICE | Kind.GRADE:
                return self._label(str(value))
            case Kind.SEVERAL:
                return format_list([self._label(key) for key in str(value).split()])
            case Kind.YES_NO:
                return _("yes") if value else _("no")
            case Kind.MEASURE if not isinstance(value, str):
                return format_number(value)
        return str(value)

    def answered(self, value: Value, answer: Value) -> bool:
        """Whether a stored value holds this answer; it may hold several."""
        if self.kind is Kind.SEVERAL:
            return str(answer) in str(value).split()
        return value == answer

    def _label(self, key: str) -> str:
        return next((str(choice.label) for choice in self.choices if choice.key == key), key)

    @property
    def numeric(self) -> bool:
        """Whether its values can be drawn and averaged."""
        return self.kind not in WORDED

    @property
    def allowed(self) -> str:
        """What it takes, as the end of a sentence."""
        span = {"low": format_number(self.bottom), "top": format_number(self.top)}
        match self.kind:
            case Kind.CHOICE:
                return _("one of: {keys}").format(keys=", ".join(self.choice_keys))
            case Kind.SEVERAL:
                return _("any of: {keys}").format(keys=", ".join(self.choice_keys))
            case Kind.MEASURE:
                step = format_number(self.step)
                return _("a number from {low} to {top} in steps of {step}").format(
                    **span, step=step
                )
        return _("a whole number from {low} to {top}").format(**span)


class InvalidValueError(ValueError):
    """A value that its field cannot hold; the message is a sentence for the user."""

    def __init__(self, field: Field, value: object) -> None:
        super().__init__(
            _("“{value}” does not fit “{label}”: it takes {allowed}.").format(
                value=str(value)[:40], label=field.label, allowed=field.allowed
            )
        )


class Catalogue:
    """The fields in use, found by key or by group."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._fields = {field.key: field for field in fields}

    def __iter__(self) -> Iterator[Field]:
        return iter(self._fields.values())

    def __contains__(self, key: object) -> bool:
        return key in self._fields

    def __getitem__(self, key: str) -> Field:
        return self._fields[key]

    def __len__(self) -> int:
        return len(self._fields)

    def with_own(self, fields: Iterable[Field]) -> Catalogue:
        """This catalogue and the patient's own fields after it."""
        return Catalogue((*self, *fields))

    def groups(self) -> list[Group]:
        """The groups that have a field, in the order of `Group`."""
        used = {field.group for field in self}
        return [group for group in Group if group in used]

    def in_group(self, group: Group) -> list[Field]:
        """The fields of one group in their declared order."""
        return [field for field in self if field.group is group]

    def in_section(self, section: str) -> list[Field]:
        """The fields that one article section explains."""
        return [field for field in self if field.section == section]

    def ranked(self) -> list[Field]:
        """The fields in the order of the summary."""
        return sorted(self, key=lambda field: field.rank)
