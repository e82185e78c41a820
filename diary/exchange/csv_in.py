"""Reads the zip of CSV tables, also after a spreadsheet has saved them anew.

A row becomes the same plain values as in JSON and goes through the same checks. Columns may be
separated by semicolons or tabs where the first line says so; dates are never guessed.
"""

from __future__ import annotations

import csv
import re
import zlib
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from diary.exchange.archive import open_archive, open_member
from diary.exchange.content import BadFileError
from diary.exchange.csv_cells import ABOUT, FORMER, TABLES, unguarded, unlisted
from diary.exchange.intake import FORMAT, VERSION, EnoughError, Intake
from diary.exchange.photos import take_pictures
from diary.exchange.shapes import BY_NAME
from diary.exchange.text_in import refuse_utf16
from diary.i18n import _

FIELDS_FIRST = "custom_fields.csv"
"""The fields of the patient's own are read before their readings."""
LONGEST_ROW = 12_000_000
"""Signs: a note of 10 MB fits. csv needs four bytes and more for each."""
SEPARATORS = ",;\t"
WHOLE = re.compile(r"-?[0-9]{1,15}")
KINDS: dict[str, str] = {
    "profile.csv": "profile",
    "readings.csv": "readings",
    "notes.csv": "notes",
    "attacks.csv": "attacks",
    **{f"{name}.csv": name for name in BY_NAME},
}
ATTACK_TYPES = {
    **dict.fromkeys(("colours", "places", "triggers", "relief"), "tuple[str, ...]"),
    **dict.fromkeys(("minutes", "pain", "numbness", "tingling"), "int | None"),
    "ongoing": "bool",
    "born": "date | None",
    "counted_on": "date | None",
}
TYPES: dict[str, dict[str, str]] = {
    name: {part.name: str(part.type) for part in shape.parts} for name, shape in BY_NAME.items()
}
REAL = re.compile(r"-?[0-9]{1,17}(\.[0-9]{1,25})?(e[+-]?[0-9]{1,3})?")
"""Any number as Python writes it: 17 digits that count, after some zeros or before a power."""
FLAGS = {"yes": True, "no": False, "": False, "true": True, "false": False}


def read_csv(path: Path, intake: Intake) -> None:
    """Hand every row of the zip's tables to `intake`.

    Raises:
        BadFileError: It is no export, or is broken; the sentence names the table and line.
    """
    csv.field_size_limit(LONGEST_ROW)
    with open_archive(path) as archive:
        try:
            _check_about(archive)
            for name in sorted(archive.namelist(), key=FIELDS_FIRST.__ne__):
                if name in KINDS:
                    _read_table(archive, name, intake)
            take_pictures(archive, path, intake)
        except EnoughError:
            intake.notice(_("The file was not read further: too much of it does not fit."))
        except (BadZipFile, zlib.error, EOFError):
            raise BadFileError(_("This zip file is damaged. Nothing was changed.")) from None


def _check_about(archive: ZipFile) -> None:
    if "about.csv" not in archive.namelist():
        raise BadFileError(_("This zip file is no export of the diary: about.csv is missing."))
    rows = [dict(zip(ABOUT, cells, strict=True)) for cells, _line in _rows(archive, "about.csv")]
    if len(rows) != 1 or rows[0]["format"] != FORMAT:
        raise BadFileError(_("This zip file is no export of the diary: about.csv does not say so."))
    if rows[0]["version"] != str(VERSION):
        raise BadFileError(
            _(
                "This export has version {found}; this program knows version {known}. "
                "Install the newer program to import it."
            ).format(found=rows[0]["version"][:40], known=VERSION)
        )


def _read_table(archive: ZipFile, name: str, intake: Intake) -> None:
    kind = KINDS[name]
    types = TYPES.get(kind, ATTACK_TYPES)
    for cells, line in _rows(archive, name):
        pairs = list(zip(TABLES[name], cells, strict=False))
        if kind == "readings":
            row = {key: _reading_value(key, cell) for key, cell in pairs}
        else:
            row = {key: _value(types.get(key, "str"), cell) for key, cell in pairs}
        intake.take(kind, row, _place(name, line))


def _place(name: str, line: int) -> Callable[[], str]:
    return lambda: _("{table}, line {line}").format(table=name, line=line)


def _rows(archive: ZipFile, name: str) -> Iterator[tuple[list[str], int]]:
    """The rows after the header, each with the line on which it ends."""
    with open_member(archive, name) as member:
        refuse_utf16(member.peek(4)[:4] if hasattr(member, "peek") else b"")
        text = TextIOWrapper(member, "utf-8-sig", newline="")
        line = 1
        try:
            header, separator = _header(text, name)
            lines = _Lines(text)
            reader = csv.reader(lines, delimiter=separator, strict=True)
            for cells in reader:
                line = 1 + reader.line_num
                lines.begin_row()
                if len(cells) == len(header):
                    yield cells, line
                elif any(cells) or len(cells) > len(header):
                    raise _broken(name, line, _("it has another number of columns"))
        except _TooLongError:
            reason = _("a row is too long; perhaps a quotation mark is not closed")
            raise _broken(name, line + 1, reason) from None
        except csv.Error:
            raise _broken(name, line + 1, _("a quotation mark is not closed")) from None
        except UnicodeDecodeError:
            raise BadFileError(
                _("{table} is not in UTF-8. Save it as UTF-8, then import it again.").format(
                    table=name
                )
            ) from None


class _TooLongError(Exception):
    """A row that would fill the memory."""


class _Lines:
    """The lines of a table, as long as its rows have an end."""

    def __init__(self, text: IO[str]) -> None:
        self._text = text
        self._left = LONGEST_ROW

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._left + 1)
        self._left -= len(line)
        if self._left < 0:
            raise _TooLongError
        if not line:
            raise StopIteration
        return line

    def begin_row(self) -> None:
        """What was read so far is a whole row."""
        self._left = LONGEST_ROW


def _header(text: IO[str], name: str) -> tuple[tuple[str, ...], str]:
    """The columns and what separates them, as the first line shows."""
    first = text.readline(1000).strip().replace('"', "")
    for separator in SEPARATORS:
        for header in (TABLES[name], FORMER.get(name)):
            if header and first == separator.join(header):
                return header, separator
    expected = ",".join(TABLES[name])
    raise _broken(name, 1, _("it is not “{header}”").format(header=expected))


def _broken(name: str, line: int, reason: str) -> BadFileError:
    sentence = _("{table} cannot be read at line {line}: {reason}. Nothing was changed.")
    return BadFileError(sentence.format(table=name, line=line, reason=reason))


def _reading_value(key: str, cell: str) -> object:
    return _number(cell) if key == "value" else unguarded(cell)


def _value(of_type: str, cell: str) -> object:
    """A cell as the plain value that JSON would hold; what does not fit stays a text."""
    name, optional = of_type.partition(" | ")[::2]
    if optional and not cell:
        return None
    match name:
        case "tuple[str, ...]":
            return unlisted(cell)
        case "int" | "float":
            return _number(cell)
        case "bool":
            return FLAGS.get(cell.lower(), cell)
    return unguarded(cell)


def _number(cell: str) -> object:
    if WHOLE.fullmatch(cell):
        return int(cell)
    return float(cell) if REAL.fullmatch(cell) else unguarded(cell)
