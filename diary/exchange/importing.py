"""Brings a file into a diary: all of it or nothing, and never over what is there.

Used by the `import` command; the window may use it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from db.records import CustomField, Edit, Photo, Profile, Put, Reading, Record, Wish, key_of
from db.store import Reader, Store
from diary.custom import own_fields
from diary.exchange.archive import MOST_OF_PHOTOS
from diary.exchange.content import BadFileError, Content
from diary.exchange.csv_in import read_csv
from diary.exchange.intake import Intake
from diary.exchange.json_in import read_json
from diary.exchange.shapes import IN_ZIP
from diary.exchange.words import counted, where
from diary.field import Catalogue
from diary.fields import CATALOGUE
from diary.i18n import _, ngettext

LARGEST_FILE = 150_000_000
LARGEST_ZIP = LARGEST_FILE + MOST_OF_PHOTOS
MOST_LINES = 20
ZIP_START = b"PK"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do; `lines` are sentences for the user.

    Where `refused` is not 0, nothing at all was added.
    """

    added: int
    skipped: int
    refused: int
    lines: tuple[str, ...]


def read_file(path: Path, catalogue: Catalogue, now: datetime) -> Content:
    """What an export file holds, checked; JSON or the zip of CSV tables.

    Raises:
        BadFileError: It cannot be imported at all, and why.
    """
    intake = Intake(catalogue, now)
    try:
        if not path.is_file() and path.exists():
            raise BadFileError(_("{file} is not a file.").format(file=path))
        with path.open("rb") as stream:
            is_zip = stream.peek(2)[:2] == ZIP_START
            if path.stat().st_size > (LARGEST_ZIP if is_zip else LARGEST_FILE):
                raise BadFileError(_("This file is larger than any diary. Nothing was changed."))
            if is_zip:
                read_csv(path, intake)
            else:
                read_json(stream, intake)
    except OSError as error:
        sentence = _("{file} cannot be read: {reason}.")
        raise BadFileError(sentence.format(file=path, reason=error.strerror or error)) from None
    return intake.done()


def add(store: Store, content: Content) -> ImportReport:
    """Add what is new in one transaction. What is recorded already stays as it is."""
    plan = compare(store, content)
    if (plan.new or plan.mended) and not content.refusals:
        photos = [one.id for one in plan.new if isinstance(one, Photo)]
        pictures = content.pictures(photos + plan.mended)
        _take_back(store, plan, store.write((Put(record) for record in plan.new), pictures))
    return plan.report(content, _("Added: {what}."))


def preview(reader: Reader | None, content: Content) -> ImportReport:
    """What `add` would do; without a diary, everything is new."""
    return compare(reader, content).report(content, _("Would be added: {what}."))


@dataclass(slots=True)
class _Plan:
    """What is new in a file, what is there already, and what is there otherwise."""

    new: list[Record] = field(default_factory=list)
    same: int = 0
    mended: list[str] = field(default_factory=list)
    """The ids of photos that are there without their picture, which is in the file."""
    other: list[Record] = field(default_factory=list)
    catalogue: Catalogue = CATALOGUE
    """The fields of the program, of the diary and of the file: they have the names."""

    def sort(self, record: Record, *, known: bool, same: bool) -> None:
        if not known:
            self.new.append(record)
        elif same:
            self.same += 1
        else:
            self.other.append(record)

    def report(self, content: Content, added: str) -> ImportReport:
        skipped = self.same + len(self.other)
        if content.refusals:
            return ImportReport(0, 0, len(content.refusals), _refused_lines(content))
        lines = [
            added.format(what=counted(self.new)),
            *self._mended_lines(),
            *self._skipped_lines(),
            *content.notices,
        ]
        return ImportReport(len(self.new), skipped, 0, tuple(lines))

    def _mended_lines(self) -> Iterator[str]:
        if self.mended:
            yield ngettext(
                "{n} photo that had lost its picture has it again.",
                "{n} photos that had lost their pictures have them again.",
                len(self.mended),
            )

    def _skipped_lines(self) -> Iterator[str]:
        if self.same:
            yield ngettext(
                "Skipped: {n} entry that is in the diary already.",
                "Skipped: {n} entries that are in the diary already.",
                self.same,
            )
        if self.other:
            yield ngettext(
                "Skipped: {n} entry that is already recorded with another value, which stays:",
                "Skipped: {n} entries that are already recorded with other values, which stay:",
                len(self.other),
            )
            yield from _first(where(record, self.catalogue) for record in self.other)


def compare(reader: Reader | None, content: Content) -> _Plan:
    """Sort the file's records by what the diary holds now."""
    plan = _Plan(catalogue=_named_fields(reader, content))
    there = reader.profile() if reader else Profile()
    if content.profile and content.profile != Profile():
        plan.sort(content.profile, known=there != Profile(), same=there == content.profile)
    everything = content.everything()
    for year, readings in groupby(everything.readings, key=_year):
        _compare_readings(plan, reader.readings(*_days(year)) if reader else (), readings)
    known_notes = (
        {note.day: note.text for note in reader.notes(date.min, date.max)} if reader else {}
    )
    for note in everything.notes:
        text = known_notes.get(note.day)
        plan.sort(note, known=text is not None, same=text == note.text)
    known = {one.id: one for one in reader.attacks(date.min, date.max)} if reader else {}
    for attack in everything.attacks:
        there_already = known.get(attack.id)
        plan.sort(attack, known=there_already is not None, same=there_already == attack)
    for shape in IN_ZIP:
        there_now = {key_of(one): one for one in reader.events(shape.kind)} if reader else {}
        for event in everything.of(shape.kind):
            old = there_now.get(key_of(event))
            plan.sort(event, known=old is not None, same=old == event)
    if reader and (photos := everything.of(Photo)):
        lost = set(reader.without_picture())
        plan.mended += [one.id for one in photos if one.id in lost]
    return plan


def _named_fields(reader: Reader | None, content: Content) -> Catalogue:
    """All fields that a reading of the file can be of; those of the diary by their names there."""
    sent = [event for event in content.events if isinstance(event, CustomField)]
    there = reader.events(CustomField) if reader else []
    return CATALOGUE.with_own(own_fields([*sent, *there]))


def _year(reading: Reading) -> int:
    return reading.day.year


def _days(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _compare_readings(plan: _Plan, there: Iterable[Reading], new: Iterable[Reading]) -> None:
    values = {(reading.day, reading.field): reading.value for reading in there}
    for reading in new:
        value = values.get((reading.day, reading.field))
        plan.sort(reading, known=value is not None, same=value == reading.value)


def _take_back(store: Store, plan: _Plan, edits: Iterable[Edit]) -> None:
    """Restore what another program recorded between the comparison and the write."""
    overtaken = [edit for edit in edits if edit.before is not None]
    undo: list[Wish] = [edit.undone() for edit in overtaken]
    store.write(undo)
    for record in (edit.after for edit in overtaken):
        if record is not None:
            plan.new.remove(record)
            plan.other.append(record)


def _refused_lines(content: Content) -> tuple[str, ...]:
    return (*_first(map(str, content.refusals)), *content.notices)


def _first(lines: Iterable[str]) -> Iterator[str]:
    """The first lines, and how many more there are."""
    every = list(lines)
    yield from every[:MOST_LINES]
    if len(every) > MOST_LINES:
        yield ngettext("… and {n} more.", "… and {n} more.", len(every) - MOST_LINES)
