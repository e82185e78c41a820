"""What a field is: its kind of value, its words and its checks; and how fields are found.

The fields themselves are declared in `diary.fields`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from db.records import Value
from diary.i18n import N_, Message, _


class Group(StrEnum):
    """The cards of a day, in the order in which they are shown."""

    SKIN = "skin"
    RAYNAUD = "raynaud"
    DIGESTION = "digestion"
    ORGANS = "organs"
    GENERAL = "general"


GROUP_NAMES = {
    Group.SKIN: N_("Skin"),
    Group.RAYNAUD: N_("Raynaud’s"),
    Group.DIGESTION: N_("Digestion"),
    Group.ORGANS: N_("Heart, lungs, kidneys"),
    Group.GENERAL: N_("General"),
}


class Kind(StrEnum):
    """What sort of value a field takes."""

    SCALE10 = "scale10"
    COUNT = "count"
    MINUTES = "minutes"
    YES_NO = "yes_no"
    CHOICE = "choice"


class Cadence(StrEnum):
    """How often a field is asked."""

    DAILY = "daily"


class Recall(StrEnum):
    """The time that a question looks back on."""

    DAY = "day"


class Direction(StrEnum):
    """Which way a higher value points."""

    HIGHER_IS_WORSE = "higher_is_worse"


RECALL_WORDS = {Recall.DAY: N_("the last 24 hours")}


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a choice: its stored key and its words."""

    key: str
    label: Message


@dataclass(frozen=True, slots=True)
class Code:
    """A term of a public code system that means the same; only verified ones are given."""

    system: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that is recorded at most once a day.

    `change` is the least difference of two periods' means that is called higher or lower;
    `rank` is the place in the summary's table (the order of the EULAR ScleroID domains).
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
    maximum: int = 10
    choices: tuple[Choice, ...] = ()
    unit: str = "{score}"
    recall: Recall = Recall.DAY
    cadence: Cadence = Cadence.DAILY
    direction: Direction = Direction.HIGHER_IS_WORSE
    change: float = 1.0
    codes: tuple[Code, ...] = ()
    default_on: bool = True

    def check(self, value: object) -> Value:
        """The value, if this field can hold it; otherwise an `InvalidValueError`."""
        match value:
            case str() if self.kind is Kind.CHOICE and value in self.choice_keys:
                return value
            case int() if self.numeric and not isinstance(value, bool) and 0 <= value <= self.top:
                return value
        raise InvalidValueError(self, value)

    @property
    def choice_keys(self) -> list[str]:
        """The keys of the answers of a choice, in their shown order."""
        return [choice.key for choice in self.choices]

    @property
    def top(self) -> int:
        """The highest number that it takes; the lowest is always 0."""
        return 1 if self.kind is Kind.YES_NO else self.maximum

    def words(self, value: Value) -> str:
        """The value as the patient reads it, without its unit."""
        if self.kind is Kind.CHOICE:
            return next((str(c.label) for c in self.choices if c.key == value), str(value))
        if self.kind is Kind.YES_NO:
            return _("yes") if value else _("no")
        return str(value)

    @property
    def numeric(self) -> bool:
        """Whether its values can be drawn and averaged."""
        return self.kind is not Kind.CHOICE


class InvalidValueError(ValueError):
    """A value that its field cannot hold; the message is a sentence for the user."""

    def __init__(self, field: Field, value: object) -> None:
        allowed = (
            _("one of: {keys}").format(keys=", ".join(field.choice_keys))
            if field.kind is Kind.CHOICE
            else _("a whole number from 0 to {top}").format(top=field.top)
        )
        super().__init__(
            _("“{value}” does not fit “{label}”: it takes {allowed}.").format(
                value=str(value)[:40], label=field.label, allowed=allowed
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
