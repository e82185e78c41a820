"""Reads a backup as a file to import: another laptop's diary of the same person.

Its records become the same plain values as those of JSON and go through the same checks.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO

from db.copying import Step, no_step
from db.records import Event, Everything, Note, Photo, Reading
from db.store import Reader
from db.unpacked import Access, unpacked
from diary.exchange.content import BadFileError
from diary.exchange.intake import EnoughError, Intake
from diary.exchange.jpeg import check_kept
from diary.exchange.json_out import attack_row, profile_row
from diary.exchange.shapes import IN_ZIP, plain
from diary.i18n import _, format_number, ngettext
from diary.photo import PhotoError

NAME_AT = 30
FIRST_NAME = b"about.json"
"""A backup is a zip whose first part has this name; an export has none such."""


@dataclass(frozen=True, slots=True)
class Unlock:
    """What opens a backup, and where it is taken apart for a moment, still locked.

    `step` is called between the steps of that; it may raise to cancel.
    """

    access: Access = field(default_factory=Access)
    folder: Path | None = None
    step: Step = no_step

    @contextmanager
    def reading(self, file: Path) -> Iterator[Reader]:
        """The diary in a backup.

        Raises:
            PassphraseNeededError, WrongPassphraseError, WrongKeyError: Nothing here opens it.
            DiaryError: What is wrong with it.
        """
        with ExitStack() as stack:
            folder = self.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
            found = stack.enter_context(unpacked(file, folder, self.access, self.step))
            yield stack.enter_context(found.reading())


def is_backup(stream: IO[bytes]) -> bool:
    """Whether a file begins as backups do."""
    start = stream.read(NAME_AT + len(FIRST_NAME))
    stream.seek(0)
    return start[NAME_AT:] == FIRST_NAME


def read_backup(path: Path, unlock: Unlock, intake: Intake) -> None:
    """Hand every record of the backup to `intake`.

    Raises:
        DiaryError: It cannot be opened, or what is wrong with it.
    """
    with unlock.reading(path) as reader:
        everything, pictured = reader.everything(), reader.pictures.ids()
        try:
            _take(everything, pictured, intake)
            sums = dict(_checked(reader, intake))
        except EnoughError:
            intake.notice(_("The file was not read further: too much of it does not fit."))
            return
    intake.bring(_Pictures(path, unlock, sums).of)


def _take(everything: Everything, pictured: set[str], intake: Intake) -> None:
    intake.take("profile", profile_row(everything.profile), lambda: _("Profile"))
    for shape in IN_ZIP:
        kept = (e for e in everything.of(shape.kind) if _is_whole(e, pictured))
        _take_all(intake, shape.name, map(plain, kept))
    _take_all(intake, "readings", map(_reading_row, everything.readings))
    _take_all(intake, "notes", map(_note_row, everything.notes))
    _take_all(intake, "attacks", map(attack_row, everything.attacks))
    _say_left_out(everything, pictured, intake)


def _take_all(intake: Intake, kind: str, rows: Iterable[dict[str, object]]) -> None:
    for number, row in enumerate(rows, 1):
        intake.take(kind, row, partial(_place, kind, number))


def _place(kind: str, number: int) -> str:
    return _("{kind}, entry {number}").format(kind=kind, number=format_number(number))


def _is_whole(event: Event, pictured: set[str]) -> bool:
    return not isinstance(event, Photo) or event.id in pictured


def _reading_row(reading: Reading) -> dict[str, object]:
    return {
        "day": reading.day.isoformat(),
        "field": reading.field,
        "value": reading.value,
        "recorded_at": reading.recorded_at.isoformat(),
    }


def _note_row(note: Note) -> dict[str, object]:
    return {
        "day": note.day.isoformat(),
        "text": note.text,
        "recorded_at": note.recorded_at.isoformat(),
    }


def _say_left_out(everything: Everything, pictured: set[str], intake: Intake) -> None:
    without = sum(photo.id not in pictured for photo in everything.of(Photo))
    if without:
        intake.notice(
            ngettext(
                "{n} photo stays behind: this backup does not hold its picture.",
                "{n} photos stay behind: this backup does not hold their pictures.",
                without,
            )
        )


def _checked(reader: Reader, intake: Intake) -> Iterator[tuple[str, bytes]]:
    """The digest of each picture; photos whose picture the diary would not keep are refused."""
    for photo, place in intake.photos():
        jpeg = reader.picture(photo.id) or b""
        try:
            if check_kept(jpeg) != (photo.width, photo.height):
                intake.refuse(place(), _("its picture has another width or height"))
        except PhotoError as error:
            intake.refuse(place(), str(error))
        yield photo.id, sha256(jpeg).digest()


@dataclass(frozen=True, slots=True)
class _Pictures:
    """The pictures of a backup that was checked; it is opened again when they are stored."""

    path: Path
    unlock: Unlock
    sums: Mapping[str, bytes]

    def of(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        wanted = [one for one in ids if one in self.sums]
        if not wanted:
            return
        with self.unlock.reading(self.path) as reader:
            for photo_id in wanted:
                jpeg = reader.picture(photo_id) or b""
                if sha256(jpeg).digest() != self.sums[photo_id]:
                    raise BadFileError(
                        _("The file was changed while it was read. Nothing was imported.")
                    )
                yield photo_id, jpeg
