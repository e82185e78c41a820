"""The letters of a file: known by its first bytes or because they are UTF-8, otherwise asked."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from diary.exchange.content import BadFileError
from diary.i18n import N_, Message, _

LARGEST = 20_000_000
"""Bytes: far more than anybody wrote down by hand."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""What stands at the start of a file; UTF-32's begins as UTF-16's does, and comes before it."""
OLDER: dict[str, Message] = {
    "cp1252": N_("Western Europe, America (Windows)"),
    "mac_roman": N_("Western Europe, America (older Mac)"),
    "cp1250": N_("Central Europe (Windows)"),
    "cp1251": N_("Cyrillic (Windows)"),
    "cp1253": N_("Greek (Windows)"),
    "cp1254": N_("Turkish (Windows)"),
    "cp932": N_("Japanese (Windows)"),
    "gb18030": N_("Chinese"),
}
"""What a file may be written in that says nothing and is not UTF-8. It has to be asked."""
SAMPLE = 40


def content_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        BadFileError: It cannot be read, or is too large.
    """
    try:
        if path.exists() and not path.is_file():
            raise BadFileError(_("{file} is not a file.").format(file=path))
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        sentence = _("{file} cannot be read: {reason}.")
        raise BadFileError(sentence.format(file=path, reason=error.strerror or error)) from None
    if len(data) > LARGEST:
        raise BadFileError(_("This table is larger than any diary. Nothing was changed."))
    return data


def certain(data: bytes) -> str | None:
    """The coding of a file that shows it; None where it has to be asked."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return name
    if len(data) > 1 and 0 in data[:2]:
        return "utf-16-be" if data[0] == 0 else "utf-16-le"
    return "utf-8" if _fits(data, "utf-8") else None


def possible(data: bytes) -> list[str]:
    """The older codings in which these bytes are letters at all."""
    return [name for name in OLDER if _fits(data, name)]


def decoded(data: bytes, coding: str) -> str:
    """The text of a file.

    Raises:
        BadFileError: It is no text, or it is damaged.
    """
    try:
        text = data.decode(coding)
    except UnicodeError:
        raise BadFileError(
            _("The letters of this file cannot be read. Save it as CSV UTF-8, then try again.")
        ) from None
    if "\0" in text:
        raise BadFileError(_("This file is no table of text. Nothing was changed."))
    if not text.strip():
        raise BadFileError(_("This file is empty. Nothing was changed."))
    return text


def sample(data: bytes, coding: str) -> str:
    """The first line that looks different in another coding, around the letters that do."""
    return next(_telling(data.splitlines(), coding), "")


def _telling(lines: list[bytes], coding: str) -> Iterator[str]:
    for line in lines:
        if not line.isascii():
            start = next(place for place, byte in enumerate(line) if byte >= 0x80)  # noqa: PLR2004 - the first byte that is no ASCII
            text = line.decode(coding, "replace")
            yield text[max(0, start - SAMPLE // 2) :][:SAMPLE].strip()


def _fits(data: bytes, coding: str) -> bool:
    try:
        data.decode(coding)
    except UnicodeError:
        return False
    return True
