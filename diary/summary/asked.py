"""What the command line asks of a summary, as its options."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from datetime import datetime
from pathlib import Path

from db.errors import DiaryError
from db.records import Photo, Preference
from db.store import Reader
from diary.i18n import N_, _, format_number
from diary.logic.periods import Period
from diary.summary.options import Options, Paper, usual_paper
from diary.summary.photos import MOST
from diary.summary.visit_kinds import VisitKind, sections_for, usual_kind


class PasswordFileError(DiaryError):
    """The file with the password cannot be read, or holds none."""

    sentence = N_("{file} holds no password that can be read. Nothing was written.").text


def options_of(given: Namespace, reader: Reader, period: Period, now: datetime) -> Options:
    """The options; what the diary remembers for the kind of visit is left out."""
    texts = {each.key: each.value for each in reader.events(Preference)}

    def preference(key: str) -> object:
        return json.loads(texts[key]) if key in texts else None

    kind = VisitKind(given.visit) if given.visit else usual_kind(preference)
    return Options(
        made=now,
        paper=Paper(given.paper) if given.paper else usual_paper(),
        appendix=given.appendix,
        sections=sections_for(kind, preference),
        visit=kind,
        photos=_last_photos(reader, period) if given.photos else (),
        language=given.language or "",
    )


def _last_photos(reader: Reader, period: Period) -> tuple[str, ...]:
    found = reader.events(Photo, period.first, period.last)
    found.sort(key=lambda photo: (photo.day, photo.id))
    return tuple(photo.id for photo in found[-MOST:])


def password_of(file: Path | None) -> str:
    """The first line of the file; empty where no file is given.

    Raises:
        PasswordFileError: There is no password in it.
    """
    if file is None:
        return ""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError):
        raise PasswordFileError(file=file) from None
    if not lines or not lines[0]:
        raise PasswordFileError(file=file)
    return lines[0]


def show_progress(done: int, steps: int) -> None:
    """Say on a terminal how far it is."""
    if not sys.stderr.isatty():
        return
    words = _("Making the pages: step {done} of {steps}")
    said = words.format(done=format_number(done), steps=format_number(steps))
    sys.stderr.write(f"\r{said}" + ("\n" if done == steps else ""))
    sys.stderr.flush()
