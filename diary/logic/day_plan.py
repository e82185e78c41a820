"""What a day offers: the fields that stand open, and those that are one step away.

Fields of a panel are asked together elsewhere and are in no plan.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from diary.field import Cadence, Catalogue, Field, Group
from diary.logic.due import is_due
from diary.shown import Shown

Fields = tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """The fields of one group on one day, each part in the person's order.

    `later` are weekly and monthly ones that are not due; `others` are not asked at all, but are
    recorded on this day or were wished for.
    """

    group: Group
    daily: Fields = ()
    weekly: Fields = ()
    monthly: Fields = ()
    later: Fields = ()
    others: Fields = ()

    @property
    def asked(self) -> Fields:
        """What is asked on this day."""
        return (*self.daily, *self.weekly, *self.monthly)


def periodic(fields: Iterable[Field]) -> list[Field]:
    """The weekly and monthly ones, of which a plan wants to know the last day."""
    return [each for each in fields if each.cadence is not Cadence.DAILY and not each.panel]


def plan_day(
    known: Catalogue,
    shown: Shown,
    wanted: Collection[str],
    last: Mapping[str, date],
    day: date,
) -> list[GroupPlan]:
    """The plan of each group that is switched on, and of others with a `wanted` field.

    `wanted` are the keys recorded on the day or wished for; `last` gives for a field the last day
    up to this one on which it is recorded.
    """
    extra = [each for each in known if each.key in wanted and each.key not in shown]
    others = [each for each in extra if not each.panel]
    groups = dict.fromkeys((*shown.groups_on, *(each.group for each in others)))
    return [
        _plan(group, shown.in_group(group), [o for o in others if o.group is group], last, day)
        for group in groups
    ]


def _plan(
    group: Group, fields: list[Field], others: list[Field], last: Mapping[str, date], day: date
) -> GroupPlan:
    rows = [each for each in fields if not each.panel]
    due = [each for each in rows if is_due(each, day, last.get(each.key))]
    return GroupPlan(
        group=group,
        daily=tuple(_of(due, Cadence.DAILY)),
        weekly=tuple(_of(due, Cadence.WEEKLY)),
        monthly=tuple(_of(due, Cadence.MONTHLY)),
        later=tuple(each for each in rows if each not in due),
        others=tuple(others),
    )


def _of(fields: Iterable[Field], cadence: Cadence) -> Iterator[Field]:
    return (each for each in fields if each.cadence is cadence)
