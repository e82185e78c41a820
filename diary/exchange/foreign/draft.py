"""A table on its way in: what is known of it, what was answered, and what is still to be asked.

The window shows it and changes it step by step; what follows from a change is worked out anew.
Frozen: long work on a worker starts from one draft and gives the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import islice
from pathlib import Path

from diary.exchange.content import Follow, nobody_follows
from diary.exchange.foreign import decoding, matching, saved, shape
from diary.exchange.foreign.days import Order
from diary.exchange.foreign.decimals import Sign
from diary.exchange.foreign.mapping import NOTE, Plan, Several, Take
from diary.exchange.foreign.meaning import refusal
from diary.exchange.foreign.own import field_for, is_possible
from diary.exchange.foreign.shape import Shape
from diary.exchange.foreign.survey import Survey, Thing, survey
from diary.exchange.foreign.table import Layout, Table, rows, table
from diary.field import Catalogue, Field, Kind
from diary.i18n import _

FIRST_ROWS = 5
MOST_TRIED = 500
"""So many different numbers of a thing show whether it fits."""


class OpenQuestionError(Exception):
    """Something was to be asked first: a fault of the program, not of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One file, with the fields of the diary and the answers that it keeps.

    Without a table, nobody knows yet how the letters of the file are coded. `known`: the
    answers were given for an earlier file with these columns.
    """

    data: bytes
    catalogue: Catalogue
    memory: Mapping[str, object]
    coding: str = ""
    table: Table | None = None
    shape: Shape = field(default_factory=Shape)
    survey: Survey = field(default_factory=Survey)
    order: Order | None = None
    sign: Sign | None = None
    takes: Mapping[Thing, Take] = field(default_factory=dict)
    several: Several = Several.HIGHEST
    same_day: bool = True
    leave_unfit: bool = False
    known: bool = False

    # Each answer gives the next draft.

    def coded(self, coding: str, follow: Follow = nobody_follows) -> Draft:
        """With its letters read so. Raises `BadFileError`, as all that reads does."""
        made = table(decoding.decoded(self.data, coding))
        return _with_table(replace(self, coding=coding), made, follow)

    def laid_out(self, layout: Layout, follow: Follow = nobody_follows) -> Draft:
        """With its text cut into columns so."""
        return _with_table(self, table(self._table.text, layout), follow)

    def shaped(self, chosen: Shape, follow: Follow = nobody_follows) -> Draft:
        """With its columns used so; everything that depends on them is guessed anew."""
        found = survey(self._table, chosen, follow)
        order = found.days.settled
        sign = found.signs.settled or (None if found.signs.options else Sign.POINT)
        made = replace(self, shape=chosen, survey=found, order=order, known=False)
        return made.with_sign(sign)

    def with_sign(self, sign: Sign | None) -> Draft:
        """With this decimal sign; what its numbers mean is guessed anew."""
        reads = sign or Sign.POINT
        takes = {
            thing: matching.guess(thing, facts, self.catalogue, reads)
            for thing, facts in self.survey.things.items()
        }
        return replace(self, sign=sign, takes=takes)

    def with_take(self, thing: Thing, take: Take) -> Draft:
        """With this answer for a thing."""
        return replace(self, takes={**self.takes, thing: take})

    # What is still to be asked.

    @property
    def _table(self) -> Table:
        if self.table is None:
            raise OpenQuestionError
        return self.table

    @property
    def first_rows(self) -> list[list[str]]:
        """The first rows below the names, to be shown."""
        return [cells for _line, cells in islice(self._table.rows(), FIRST_ROWS)]

    @property
    def head(self) -> list[str]:
        """The first rows as they stand in the file, among which are the names."""
        text, separator = self._table.text, self._table.layout.separator
        head = islice(rows(text, separator), FIRST_ROWS)
        return [", ".join(cell.strip() for cell in cells if cell.strip()) for _line, cells in head]

    def columns_problem(self) -> str:
        """Why the columns leave no way on; empty where there is one."""
        if self.table is None:
            return _("First choose how the letters of this file are written.")
        if len(self.table.names) == 1:
            return _("There is only one column. Try another sign between the columns.")
        if not self.shape.day:
            return _("Choose the column with the dates: each value belongs to a day.")
        columns = [self.shape.day, self.shape.time, self.shape.name, self.shape.value]
        if len(self.shape.used) < sum(map(bool, columns)):
            return _("The same column is chosen twice. Choose another one.")
        if not self.survey.days.options:
            sentence = _("“{column}” holds no date that can be read. Choose another column.")
            return sentence.format(column=self.shape.day)
        return ""

    def unanswered(self) -> list[Thing]:
        """The things of which something is still to be asked."""
        return [thing for thing, take in self.takes.items() if self.is_open(thing, take)]

    def numbers(self, thing: Thing) -> list[Decimal]:
        """The different numbers of a thing, the lowest first."""
        return self.survey.things[thing].read(self.sign or Sign.POINT)

    def fitted(self, thing: Thing, field: Field, new: Kind | None = None) -> Take:
        """The answer that a thing is this field, with what needs no asking."""
        facts, sign = self.survey.things[thing], self.sign or Sign.POINT
        return matching.fitted(thing, field, facts, sign, new)

    def misfits(self, thing: Thing) -> list[str]:
        """Why some of the different numbers of a thing would be refused as it is answered now."""
        take, facts = self.takes[thing], self.survey.things[thing]
        if take.to in {"", NOTE} or self.is_open(thing, take):
            return []
        field, sign = field_for(thing, take, self.catalogue), self.sign or Sign.POINT
        texts = islice(facts.numbers, MOST_TRIED)
        return [why for text in texts if field and (why := refusal(text, field, take, sign))]

    def is_open(self, thing: Thing, take: Take) -> bool:
        """Whether the scale of a thing, or what a text of it means, is still to be asked."""
        if take.to in {"", NOTE}:
            return False
        taken = field_for(thing, take, self.catalogue)
        return taken is None or matching.unanswered(take, self.survey.things[thing], taken)

    def plan(self) -> Plan:
        """All answers; dates and numbers must not be open."""
        if self.order is None or self.sign is None:
            raise OpenQuestionError
        return Plan(
            self.shape,
            self.order,
            self.sign,
            self.takes,
            self.several,
            self.same_day,
            self.leave_unfit,
        )


def opened(
    path: Path,
    catalogue: Catalogue,
    memory: Mapping[str, object],
    follow: Follow = nobody_follows,
) -> Draft:
    """A file as it seems to be.

    Raises:
        BadFileError: It is no table at all; the sentence says why.
    """
    data = decoding.content_of(path)
    draft = Draft(data=data, catalogue=catalogue, memory=memory)
    coding = decoding.certain(data)
    return draft.coded(coding, follow) if coding else draft


def _with_table(draft: Draft, made: Table, follow: Follow) -> Draft:
    plain = replace(draft, table=made)
    plan = saved.plan_of(draft.memory.get(saved.key_of(made.names)))
    if plan is None or not plan.shape.used <= set(made.names):
        return plain.shaped(shape.guess(made), follow)
    return _remembering(plain.shaped(plan.shape, follow), plan)


def _remembering(draft: Draft, plan: Plan) -> Draft:
    """With the answers of an earlier file, as far as they fit this one."""
    options = draft.survey.signs.options
    made = draft.with_sign(plan.sign if not options or plan.sign in options else draft.sign)
    known = {
        thing: take
        for thing, take in plan.takes.items()
        if thing in draft.takes and is_possible(thing, take, draft.catalogue)
    }
    return replace(
        made,
        order=plan.order if plan.order in draft.survey.days.options else draft.order,
        takes={**made.takes, **known},
        several=plan.several,
        same_day=plan.same_day,
        known=True,
    )
