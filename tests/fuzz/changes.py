"""Changes one file into another that is odd in one or a few places, but else what it was.

A change of the bytes alone would mostly end at the first look at a file. These know its form: the
rows and values of JSON, the parts of a zip, the cells of its tables.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import BytesIO, StringIO
from random import Random
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Bytes = Callable[[bytes], bytes]
"""Changes bytes that have no form."""

_DEEP = "[" * 3_000 + "]" * 3_000
_ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 11, 10**6, 2**63, 10**40, 0.5, -0.0, 1e308, float("nan"),
    float("inf"), [], {}, [[]], {"day": 1}, ["fingers", "fingers"], ["none of them"],
    "", " ", "0", "none", "custom.1", "custom.2", "skin.tightness", "\x00", "\ud800", "\u202e",
    "e\u0301", "x" * 70_000, "../../x", "2026-02-30", "03/04/2026", "0001-01-01", "9999-12-31",
    "2026-11-22", "2026-06-01T10:00:00Z", "2026-06-01T10:00:00+23:59", "1900-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00", "2026-03-29T02:30:00+01:00", "Europe/London", "../etc/passwd",
    "0195d3a0-0000-7000-8000-000000000101", "0195D3A0-0000-7000-8000-000000000101",
)  # fmt: skip
_ODD_BYTES = (
    b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b'"', b"\\", b"\\ud800",
    b"\r", b"\n", b"\t", b";", b",", b"'", b"=", b"{", b"}", b"[", b"]", b":", b"NaN", b"Infinity",
    b"1e400", b"-", b"9" * 5_000, b"{" * 3_000, _DEEP.encode(), b" " * 70_000, b"PK\x05\x06",
)  # fmt: skip
_ODD_NAMES = (
    "../evil.csv", "/evil.csv", "C:\\evil.csv", "readings.csv/", "READINGS.CSV", "readings.csv",
    "about.csv", "photos/x.jpg", "photos/0195d3a0-0000-7000-8000-000000000109.jpg", "a\x00b", "",
)  # fmt: skip
_MODES = (0o100600, 0o100777, 0o120777, 0o040755, 0o010600, 0)


def changed(file: bytes, chance: Random, plain: Bytes | None = None) -> bytes:
    """The file with a few changes; `plain` changes bytes without a form, such as a fuzzer does."""
    by_bytes = plain or by_chance(chance)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        if chance.random() < 0.2:
            file = by_bytes(file)
        elif file.startswith(b"PK"):
            file = _zip(file, chance, by_bytes)
        else:
            file = _json(file, chance, by_bytes)
    return file


def by_chance(chance: Random) -> Bytes:
    """Changes bytes where no fuzzer does."""
    return lambda data: _bytes(data, chance)


def _bytes(data: bytes, chance: Random) -> bytes:
    """Something put in, taken away or moved."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in "12")
    if chance.random() < 0.7:
        end = min(end, start + chance.choice((0, 1, 1, 4, 40)))
    within = chance.choice((*_ODD_BYTES, data[start:end] * 2, chance.randbytes(3)))
    return data[:start] + within + data[end:]


def _json(file: bytes, chance: Random, plain: Bytes) -> bytes:
    try:
        export = json.loads(file)
        lists = [name for name, part in export.items() if isinstance(part, list) and part]
        rows = export[chance.choice(lists)]
    except (ValueError, AttributeError, IndexError, RecursionError):
        return plain(file)
    match chance.randrange(6):
        case 0:
            rows += rows[: chance.choice((1, 3))] * chance.choice((1, 1, 40))
        case 1:
            rows.append(chance.choice(export[chance.choice(lists)]))
        case 2:
            export[chance.choice([*export, "surprise"])] = _odd(chance)
        case _:
            _change_row(rows, chance)
    spaces = chance.choice((None, None, 2))
    return json.dumps(export, ensure_ascii=chance.random() < 0.9, indent=spaces).encode(
        "utf-8", "surrogatepass"
    )


def _change_row(rows: list[Any], chance: Random) -> None:
    at = chance.randrange(len(rows))
    row, other = rows[at], chance.choice(rows)
    if not isinstance(row, dict) or not row or chance.random() < 0.05:
        rows[at] = _odd(chance)
        return
    key = chance.choice(list(row))
    if chance.random() < 0.1:
        del row[key]
    elif isinstance(other, dict) and key in other and chance.random() < 0.3:
        row[key] = other[key]
    else:
        row[chance.choice((*[key] * 9, "surprise"))] = _odd(chance)


def _odd(chance: Random) -> Any:
    return chance.choice(_ODD_VALUES)


def _zip(file: bytes, chance: Random, plain: Bytes) -> bytes:
    """A zip with a table, a picture, or the description of one of them changed."""
    try:
        with ZipFile(BytesIO(file)) as archive:
            parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:  # noqa: BLE001 - the reader of the standard library stumbles in many ways
        return plain(file)
    if not parts:
        return plain(file)
    at = chance.randrange(len(parts))
    name, body = parts[at]
    match chance.randrange(20):
        case 0:
            parts[at] = chance.choice(_ODD_NAMES), body
        case 1:
            parts.append((chance.choice((*_ODD_NAMES, name)), body))
        case 2:
            del parts[at]
        case _ if name.endswith(".csv"):
            parts[at] = name, table(body, chance, plain)
        case _:
            parts[at] = name, plain(body)
    return _packed(parts, chance)


def table(body: bytes, chance: Random, plain: Bytes) -> bytes:
    """A table with cells, rows, its separator or its coding changed."""
    text = body.decode("utf-8", "replace")
    try:
        rows = [row for row in csv.reader(StringIO(text, newline="")) if row]
    except csv.Error:
        return plain(body)
    match chance.randrange(16):
        case 0:
            return text.encode(chance.choice(("utf-16", "utf-16-le", "cp1252", "utf-8")), "replace")
        case 1:
            return text.replace(chance.choice(('"', ",", "\r\n")), chance.choice(';\t"\n')).encode()
        case 2:
            return plain(body)
        case 3:
            del rows[chance.randrange(1 + len(rows)) :]
        case 4 | 5:
            rows += rows[1:] * chance.choice((1, 1, 40))
        case _ if len(rows) > 1:
            row = chance.choice(rows[chance.random() < 0.9 :])
            row[chance.randrange(len(row))] = _cell(chance, chance.choice(rows))
    written = StringIO(newline="")
    csv.writer(written, delimiter=chance.choice(",,,;\t")).writerows(rows)
    return written.getvalue().encode("utf-8", "replace")


def _cell(chance: Random, row: list[str]) -> str:
    odd = _odd(chance)
    cell = odd if isinstance(odd, str) else json.dumps(odd)
    others = ("", "1,5", "-5", "yes", "1e3", "[", '["a"]', chance.choice(row))
    return chance.choice((cell, cell, f'"{cell}', f"'{cell}", f"={cell}", chance.choice(others)))


def _packed(parts: list[tuple[str, bytes]], chance: Random) -> bytes:
    """The parts as a zip, of which one may be of an odd kind."""
    odd = chance.choice(parts)[0] if chance.random() < 0.1 else None
    stream = BytesIO()
    with ZipFile(stream, "w") as archive, catch_warnings():
        simplefilter("ignore")  # two parts of one name are meant
        for name, body in parts:
            info = ZipInfo(name or "x")
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o100600 << 16
            if name == odd:
                info.compress_type = chance.choice((ZIP_STORED, ZIP_BZIP2))
                info.external_attr = chance.choice(_MODES) << 16
            archive.writestr(info, body)
    return stream.getvalue()
