"""Collects what an import file holds: records, and rows that had to be refused.

Used by both readers. Keeps at most `MOST_REFUSALS` reasons; a file with more is not worth
reading on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime
from functools import partial

from db.records import CustomField, Event, Key, Photo, key_of
from diary.exchange.checks import Checks
from diary.exchange.content import Content, Follow, Pictures, Refusal, nobody_follows
from diary.exchange.parts import RefusedError, Row, parsed_day
from diary.exchange.shapes import BY_KIND, BY_NAME, Shape
from diary.field import Catalogue
from diary.i18n import _, ngettext
from diary.logic.belonging import PICTURED

MOST_REFUSALS = 100
MOST_LATER = 100_000
"""Readings of fields of one's own that may stand before their fields; exports have none."""
AT_ONCE = 500
"""So many entries pass between two looks of whoever follows."""
OWN = "custom."
FORMAT = "scleroderma-diary"
VERSION = 1


class EnoughError(Exception):
    """More rows were refused than anyone wants to read."""


class Intake:
    """Takes rows one by one; `done` gives what came of them."""

    def __init__(
        self, catalogue: Catalogue, now: datetime, follow: Follow = nobody_follows
    ) -> None:
        self._follow, self._count = follow, 0
        self._checks = Checks(catalogue, now)
        self._bits = {one.key: 1 << place for place, one in enumerate(catalogue)}
        self._later: list[tuple[Row, Callable[[], str]]] = []
        self._all_known = False
        self._days: defaultdict[date, int] = defaultdict(int)
        self._noted: set[date] = set()
        self._attacks: set[str] = set()
        self._content = Content()
        self._takers: dict[str, Callable[[Row], None]] = {
            "readings": self._take_reading,
            "notes": self._take_note,
            "attacks": self._take_attack,
            "profile": self._take_profile,
            **{name: partial(self._take_event, shape) for name, shape in BY_NAME.items()},
        }
        self._events: dict[Key, Callable[[], str]] = {}
        self._place: Callable[[], str] = str

    def take(self, kind: str, row: object, place: Callable[[], str]) -> None:
        """Check one row; `place` says where it stands, should it be refused."""
        self._count += 1
        if not self._count % AT_ONCE:
            self._follow(self._count)
        try:
            if not isinstance(row, dict):
                raise RefusedError(_("this is no entry of named values"))  # noqa: TRY301 - one way to refuse
            self._place = place
            self._takers[kind](row)
        except RefusedError as refused:
            self.refuse(place(), str(refused))

    def refuse(self, place: str, reason: str) -> None:
        """Note that a row cannot be taken; raises `EnoughError` when there are too many."""
        self._content.refusals.append(Refusal(place, reason.rstrip(".")))
        if len(self._content.refusals) >= MOST_REFUSALS:
            raise EnoughError

    def notice(self, sentence: str) -> None:
        """Note something that the user should know."""
        self._content.notices.append(sentence)

    def done(self) -> Content:
        """What was taken and refused."""
        with suppress(EnoughError):
            self._take_later()
            self._refuse_orphans()
        if cleaned := self._checks.cleaned:
            self.notice(
                ngettext(
                    "In {n} text, signs that cannot be stored were replaced by \ufffd.",
                    "In {n} texts, signs that cannot be stored were replaced by \ufffd.",
                    cleaned,
                )
            )
        return self._content

    def photos(self) -> Iterator[tuple[Photo, Callable[[], str]]]:
        """The photos that were taken, each with its place."""
        for event in self._content.events:
            if isinstance(event, Photo):
                yield event, self._events[key_of(event)]

    def bring(self, pictures: Pictures) -> None:
        """Say where the pictures of the photos come from."""
        self._content.pictures = pictures

    @property
    def refused(self) -> bool:
        """Whether anything was refused."""
        return bool(self._content.refusals)

    def _take_reading(self, row: Row) -> None:
        if self._must_wait(row):
            self._later.append((row, self._place))
            return
        reading = self._checks.reading(row)
        bit = self._bits.setdefault(reading.field, 1 << len(self._bits))
        if self._days[reading.day] & bit:
            raise _twice()
        self._days[reading.day] |= bit
        self._content.readings.append(reading)

    def _must_wait(self, row: Row) -> bool:
        """Whether the field of a reading is the patient's own and may stand further on."""
        key = row.get("field")
        own = isinstance(key, str) and key.startswith(OWN) and not self._checks.knows(key)
        return own and not self._all_known and len(self._later) < MOST_LATER

    def _take_later(self) -> None:
        self._all_known = True
        for row, place in self._later:
            self.take("readings", row, place)

    def _take_note(self, row: Row) -> None:
        note = self._checks.note(row)
        if note.day in self._noted:
            raise _twice()
        self._noted.add(note.day)
        self._content.notes.append(note)

    def _take_attack(self, row: Row) -> None:
        attack = self._checks.attack(row)
        if attack.id in self._attacks:
            raise _twice()
        self._attacks.add(attack.id)
        self._content.attacks.append(attack)

    def _take_event(self, shape: Shape, row: Row) -> None:
        event = self._checks.event(shape, row)
        key = key_of(event)
        if key in self._events:
            raise _twice()
        self._events[key] = self._place
        self._content.events.append(event)
        if isinstance(event, CustomField):
            self._checks.know(event)

    def _refuse_orphans(self) -> None:
        """Refuse events whose parent is not in the file; an export always holds both."""
        ids = {first for _kind, first, second in self._events if not second}
        for event in self._content.events:
            parent = BY_KIND[type(event)].parent
            if parent and getattr(event, parent) not in ids:
                self._refuse_orphan(event, parent)
            if isinstance(event, Photo) and not self._is_there(event):
                self._refuse_orphan(event, "about_id")

    def _refuse_orphan(self, event: Event, part: str) -> None:
        sentence = _("what it belongs to (“{part}”) is not in this file")
        self.refuse(self._events[key_of(event)](), sentence.format(part=part))

    def _is_there(self, photo: Photo) -> bool:
        """Whether what a photo is about is in the file; a day always is."""
        if photo.about not in PICTURED:
            return parsed_day(photo.about_id) is not None
        if photo.about_id in self._attacks:
            return photo.about == "attack"
        return (PICTURED[photo.about], photo.about_id, "") in self._events

    def _take_profile(self, row: Row) -> None:
        if self._content.profile is not None:
            raise _twice()
        self._content.profile = self._checks.profile(row)


def _twice() -> RefusedError:
    return RefusedError(_("the same entry stands in the file twice"))
