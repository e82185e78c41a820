"""Reads a JSON export entry by entry, so that a file of any shape costs little memory.

Strict: what the format does not know is refused with its place. The text is decoded and parsed
in pieces; only one entry at a time is held besides the records made of it.
"""

from __future__ import annotations

import json
import re
from typing import IO, Any, NoReturn, cast

from diary.exchange.content import BadFileError
from diary.exchange.intake import FORMAT, VERSION, EnoughError, Intake
from diary.exchange.shapes import SHAPES
from diary.exchange.text_in import TextPieces
from diary.i18n import _, format_number

LISTS = frozenset({"readings", "notes", "attacks", *(shape.name for shape in SHAPES)})
SCALARS = frozenset({"format", "version", "exported_at", "program"})
LONGEST_ENTRY = 16_000_000
NEAR_END = 64
NEXT_ENTRY = re.compile(r",\n(?=\{)")
SPACE = re.compile(r"[ \t\n\r]*")


def read_json(stream: IO[bytes], intake: Intake) -> None:
    """Hand every entry of the export to `intake`.

    Raises:
        BadFileError: It is no export, or is broken; the sentence names the line.
    """
    try:
        _Export(TextPieces(stream), intake).read()
    except EnoughError:
        intake.notice(_("The file was not read further: too much of it does not fit."))


class _Export:
    """One reading of one file."""

    def __init__(self, pieces: TextPieces, intake: Intake) -> None:
        self._pieces = pieces
        self._intake = intake
        self._text = ""
        self._at = 0
        self._line = 1
        self._objects = 0
        self._head: dict[str, object] = {}
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object, parse_constant=self._constant
        )

    def read(self) -> None:
        if self._next() != "{":
            raise BadFileError(
                _(
                    "This file is no export of the diary: it does not start with {. "
                    "Tables of other programs (.csv, .tsv or .txt) are imported in the window."
                )
            )
        self._at += 1
        seen: set[str] = set()
        while self._next() != "}":
            if seen:
                self._expect(",")
            key = self._key()
            if key in seen:
                self._fail(_("“{key}” stands there twice").format(key=key))
            seen.add(key)
            self._part(key)
        self._at += 1
        if self._next():
            self._fail(_("there is more after its end"))
        self._check_head()

    def _part(self, key: str) -> None:
        if key in LISTS:
            self._list(key)
        elif key == "profile":
            self._intake.take("profile", self._value(), lambda: _("Profile"))
        else:
            self._head[key] = self._value()

    def _list(self, kind: str) -> None:
        if self._next() != "[":
            self._fail(_("“{key}” is not a list").format(key=kind))
        self._at += 1
        count = 0
        while self._another(after=count):
            count += 1
            row = self._value()
            self._intake.take(kind, row, lambda number=count: self._place(kind, number))  # type: ignore[misc]
        self._at += 1

    def _another(self, *, after: int) -> bool:
        """Whether the list goes on; moves to its next entry."""
        if usual := NEXT_ENTRY.match(self._text, self._at):
            self._at = usual.end()
            return True
        if self._next() == "]":
            return False
        if after:
            self._expect(",")
        return True

    def _place(self, kind: str, number: int) -> str:
        return _("Line {line} ({kind}, entry {number})").format(
            line=self._line_here(), kind=kind, number=format_number(number)
        )

    def _check_head(self) -> None:
        version = self._head.get("version")
        if self._head.get("format") != FORMAT or not isinstance(version, int):
            raise BadFileError(
                _("This file is no export of the diary: “format” and “version” do not say so.")
            )
        if version != VERSION:
            raise BadFileError(
                _(
                    "This export has version {found}; this program knows version {known}. "
                    "Install the newer program to import it."
                ).format(found=str(version)[:NEAR_END], known=VERSION)
            )

    def _key(self) -> str:
        if self._next() != '"':
            self._fail(_("a name in quotation marks is missing"))
        key = self._value()
        self._expect(":")
        if key not in LISTS | SCALARS | {"profile"}:
            self._fail(_("this version of the program does not know “{key}”").format(key=key[:40]))
        return cast("str", key)

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            self._fail(_("“{sign}” is missing").format(sign=sign))
        self._at += 1

    def _next(self) -> str:
        """The next sign that is no space; empty at the end of the file."""
        while True:
            self._at = SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _more(self) -> bool:
        piece = self._pieces.next(len(self._text) - self._at)
        if not piece:
            return False
        self._line += self._text.count("\n", 0, self._at)
        self._text = self._text[self._at :] + piece
        self._at = 0
        return True

    def _value(self) -> Any:
        if not self._text.startswith("{", self._at):
            self._next()
        while True:
            self._objects = 0
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as wrong:
                self._cut_off_or_fail(wrong)
            except RecursionError:
                self._fail(_("it is nested too deeply"))
            except _OddError as odd:
                self._fail(str(odd))
            except ValueError:
                self._fail(_("a number has too many digits"))
            else:
                if end < len(self._text) or not self._more_after(end):
                    self._at = end
                    return value

    def _more_after(self, end: int) -> bool:
        """Whether a value that ends with the text so far may go on: a number might."""
        return self._text[end - 1] not in '"}]' and self._more()

    def _cut_off_or_fail(self, wrong: json.JSONDecodeError) -> None:
        """Read on if the text only ends too early; otherwise it is broken."""
        open_text = wrong.msg.startswith("Unterminated string")
        if not open_text and wrong.pos < len(self._text) - NEAR_END:
            self._fail(_("it is broken there"))
        if len(self._text) - self._at > LONGEST_ENTRY:
            self._fail(_("an entry is too long"))
        if not self._more():
            self._fail(_("it is cut off or broken there"))

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        self._objects += 1
        if self._objects > 1:
            raise _OddError(_("an entry stands inside another"))
        row = dict(pairs)
        if len(row) < len(pairs):
            names = [name for name, _value in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise _OddError(_("“{key}” stands there twice").format(key=twice[:40]))
        return row

    def _constant(self, name: str) -> NoReturn:
        raise _OddError(_("{name} is no number that can be recorded").format(name=name))

    def _line_here(self) -> int:
        return self._line + self._text.count("\n", 0, self._at)

    def _fail(self, reason: str) -> NoReturn:
        sentence = _("The file cannot be read at line {line}: {reason}. Nothing was changed.")
        raise BadFileError(sentence.format(line=self._line_here(), reason=reason)) from None


class _OddError(Exception):
    """Something that JSON allows and an export never holds."""
