"""What one command changed, and the input that a command refuses."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from db.records import EVENTS, Attack, Note, Profile, Reading, Record, days_of
from diary.history import Edits
from diary.i18n import _, format_day


class FutureDayError(ValueError):
    """An entry for a day that has not come yet."""

    def __init__(self, day: date) -> None:
        super().__init__(
            _("{day} has not come yet. Choose today or a day before.").format(day=format_day(day))
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What was saved: the edits of one command, undo or redo."""

    edits: Edits

    @property
    def records(self) -> list[Record]:
        """Every record before and after."""
        both = ((edit.before, edit.after) for edit in self.edits)
        return [record for pair in both for record in pair if record is not None]

    @property
    def kinds(self) -> set[type]:
        """The types of the records touched."""
        return {type(record) for record in self.records}

    @property
    def days(self) -> set[date]:
        """The days touched; records without a day have none."""
        return {day for record in self.records for day in days_of(record)}

    def touches(self, first: date, last: date) -> bool:
        """Whether anything from `first` to `last` changed."""
        return any(first <= day <= last for day in self.days)

    def touches_fields(self, keys: Collection[str]) -> bool:
        """Whether a reading of one of these fields changed."""
        return any(isinstance(each, Reading) and each.field in keys for each in self.records)


@dataclass(frozen=True, slots=True)
class UnknownChange(Change):
    """Another program wrote: it may be about anything."""

    edits: Edits = ()

    @property
    def kinds(self) -> set[type]:
        """Every type of record."""
        return {Reading, Note, Attack, Profile, *EVENTS}

    def touches(self, _first: date, _last: date) -> bool:
        """Any day may have changed."""
        return True

    def touches_fields(self, _keys: Collection[str]) -> bool:
        """Any field may have changed."""
        return True


class NotBroughtBackError(Exception):
    """Why something that was deleted cannot come back; the message is a sentence for the user."""
