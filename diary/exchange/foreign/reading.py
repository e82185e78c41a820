"""Reads a table as the patient said: records, what did not fit and where, and what was done.

Every record passes the checks of the other importers. An empty cell is nothing, never zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache, partial

from db.records import Value
from diary.clock import in_zone
from diary.exchange.checks import Checks
from diary.exchange.content import Content, Follow, Refusal, nobody_follows
from diary.exchange.foreign import days
from diary.exchange.foreign.done import Done
from diary.exchange.foreign.mapping import LEFT_OUT, NOTE, Plan, Several, Take
from diary.exchange.foreign.meaning import NOTHING, meaning
from diary.exchange.foreign.own import new_fields, with_new
from diary.exchange.foreign.survey import AT_ONCE, Thing, things_of
from diary.exchange.foreign.table import Row, Table
from diary.exchange.intake import MOST_REFUSALS
from diary.exchange.parts import FIRST_DAY, RefusedError, shown
from diary.field import Catalogue
from diary.i18n import _, format_day

NOON = time(12)


def read(  # noqa: PLR0913, PLR0917 - what a table is read with
    table: Table,
    plan: Plan,
    catalogue: Catalogue,
    now: datetime,
    zone: str,
    follow: Follow = nobody_follows,
) -> Content:
    """What the table holds. `catalogue` has the patient's own fields too.

    Raises:
        BadFileError: It cannot be read to its end.
    """
    reading = _Reading(table, plan, catalogue, now, zone)
    for count, row in enumerate(table.rows(), 1):
        if count % AT_ONCE == 0:
            follow(count)
        if not reading.row(row):
            break
    return reading.content()


@dataclass(frozen=True, slots=True)
class _Found:
    """A value of a day, when it was written down, and where it stands."""

    value: Value
    written: datetime
    line: int
    thing: Thing

    def counts_more(self, other: _Found, several: Several) -> bool:
        """Whether this one is taken, and not the one that stands before it in the file."""
        mine, its = self.value, other.value
        if several is Several.LAST or isinstance(mine, str) or isinstance(its, str):
            return self.written >= other.written
        return mine > its


class _Reading:
    """One way through a table."""

    def __init__(
        self, table: Table, plan: Plan, catalogue: Catalogue, now: datetime, zone: str
    ) -> None:
        self._names, self._plan, self._now, self._zone = table.names, plan, now, zone
        self._fields = with_new(plan.takes, catalogue, now)
        self._new = new_fields(plan.takes, catalogue, now)
        self._checks = Checks(self._fields, now)
        self._read_day = lru_cache(maxsize=64)(partial(days.read, order=plan.order))
        self._values: dict[tuple[date, str], _Found] = {}
        self._notes: dict[date, list[tuple[datetime, str, str]]] = {}
        self._content = Content()
        self._unfit = self._content.left_out if plan.leave_unfit else self._content.refusals
        self._done = Done(plan, self._fields)

    def row(self, row: Row) -> bool:
        """Take a row; False where too many did not fit to go on."""
        line, cells = row
        by_name = dict(zip(self._names, cells, strict=False))
        taken = [
            (thing, take, text)
            for thing, text in things_of(by_name, self._plan.shape)
            if (take := self._plan.takes.get(thing, LEFT_OUT)).to
        ]
        if any(cell.strip() for cell in cells[len(self._names) :]):
            self._refuse(_place(line), _("it has more cells than there are columns"))
        elif taken:
            self._take(line, by_name, taken)
        return self._plan.leave_unfit or len(self._unfit) < MOST_REFUSALS

    def _take(self, line: int, row: dict[str, str], taken: list[tuple[Thing, Take, str]]) -> None:
        try:
            moment = self._moment(row)
        except RefusedError as wrong:
            self._refuse(_place(line, self._plan.shape.day), str(wrong))
            return
        for thing, take, text in taken:
            try:
                self._cell(moment, line, thing, take, text)
            except RefusedError as wrong:
                self._refuse(_place(line, str(thing)), str(wrong))

    def _moment(self, row: dict[str, str]) -> days.Moment:
        """The day of a row and its time, by the clocks of home."""
        text, at = row.get(self._plan.shape.day, ""), row.get(self._plan.shape.time, "")
        read = self._read_day(text)
        if not text.strip():
            raise RefusedError(_("the date is missing"))
        if read is None:
            raise RefusedError(_("“{value}” is no day").format(value=shown(text.strip())))
        moment = read.at_home(self._zone)
        if moment.day > self._now.date():
            raise RefusedError(_("{day} has not come yet").format(day=format_day(moment.day)))
        if moment.day < FIRST_DAY:
            raise RefusedError(_("{day} is before 1900").format(day=moment.day.isoformat()))
        return days.Moment(moment.day, moment.time or days.read_time(at))

    def _cell(self, at: days.Moment, line: int, thing: Thing, take: Take, text: str) -> None:
        if take.to == NOTE:
            if text.casefold() not in NOTHING:
                self._notes.setdefault(at.day, []).append((self._written(at), str(thing), text))
            return
        field = self._fields[take.to]
        meant = meaning(text, field, take, self._plan.sign)
        self._done.note(text, meant)
        if meant is not None:
            self._keep((at.day, field.key), _Found(meant.value, self._written(at), line, thing))

    def _keep(self, key: tuple[date, str], found: _Found) -> None:
        other = self._values.get(key)
        if other is not None and other.value != found.value:
            self._done.several.add(key)
        if other is None or found.counts_more(other, self._plan.several):
            self._values[key] = found

    def _written(self, at: days.Moment) -> datetime:
        """When it was written down, as far as anybody knows."""
        if not self._plan.same_day:
            return self._now
        clock = at.time or NOON
        return min(_at_home(at.day, clock.hour, clock.minute, self._zone), self._now)

    def _refuse(self, place: str, reason: str) -> None:
        self._unfit.append(Refusal(place, reason.rstrip(".")))

    # What came of it.

    def content(self) -> Content:
        """All that was read."""
        content = self._content
        for (day, key), found in self._values.items():
            row = _row(day, found.written) | {"field": key, "value": found.value}
            try:
                content.readings.append(self._checks.reading(row))
            except RefusedError as wrong:
                self._refuse(_place(found.line, str(found.thing)), str(wrong))
        content.notes += [self._checks.note(row) for row in self._day_notes()]
        used = {reading.field for reading in content.readings}
        content.events += [own for key, own in self._new.items() if key in used]
        content.notices += self._done.sentences()
        if len(content.refusals) >= MOST_REFUSALS:
            content.notices.append(_("The file was not read further: too much of it does not fit."))
        return content

    def _day_notes(self) -> Iterator[dict[str, object]]:
        """One note a day: different texts of a day stand below each other, with their names."""
        named = sum(take.to == NOTE for take in self._plan.takes.values()) > 1
        for day, texts in self._notes.items():
            written = max(at for at, _name, _text in texts)
            ordered = sorted(texts, key=lambda each: each[0])
            lines = dict.fromkeys(
                f"{name}: {text}" if named else text for _at, name, text in ordered
            )
            yield _row(day, written) | {"text": "\n".join(lines)}


_at_home = lru_cache(maxsize=64)(in_zone)
"""Many rows are of the same moment, above all at noon of the same day."""


def _row(day: date, written: datetime) -> dict[str, object]:
    return {"day": day.isoformat(), "recorded_at": written.isoformat()}


def _place(line: int, column: str = "") -> str:
    if not column:
        return _("Line {line}").format(line=line)
    return _("Line {line}, “{column}”").format(line=line, column=shown(column))
