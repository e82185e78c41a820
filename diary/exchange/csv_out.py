"""Writes a diary as a zip of CSV tables, one table a file, for spreadsheets and for import.

UTF-8 with a byte order mark (spreadsheets need it), commas, CRLF.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from io import TextIOWrapper
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from db.errors import DiskFailedError
from db.records import Attack, Everything, Photo
from diary.exchange.csv_cells import ATTACKS, TABLES, cells, guarded
from diary.exchange.intake import FORMAT, VERSION
from diary.exchange.json_out import PROGRAM, attack_row, profile_row
from diary.exchange.photos import name_of
from diary.exchange.shapes import IN_ZIP, plain

READABLE = 0o600 << 16


def write_csv(
    diary: Everything,
    stream: IO[bytes],
    exported_at: datetime,
    picture: Callable[[str], bytes | None] = lambda _id: None,
    step: Callable[[], object] = lambda: None,
) -> None:
    """Write the diary's tables as a zip to the binary stream, and the pictures of its photos.

    `step` is called before each table and each picture; it may raise to cancel.
    """
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name, rows in _tables(diary, exported_at).items():
            step()
            about = _member(name, exported_at, ZIP_DEFLATED)
            with archive.open(about, "w", force_zip64=True) as member:
                _write_table(member, TABLES[name], rows)
        for photo in diary.of(Photo):
            step()
            jpeg = picture(photo.id)
            if jpeg is None:
                raise DiskFailedError
            archive.writestr(_member(name_of(photo.id), exported_at, ZIP_STORED), jpeg)


def _member(name: str, exported_at: datetime, compression: int) -> ZipInfo:
    made = ZipInfo(name, exported_at.timetuple()[:6])
    made.compress_type = compression
    made.external_attr = READABLE
    return made


def _write_table(member: IO[bytes], header: tuple[str, ...], rows: Iterable[list[str]]) -> None:
    with TextIOWrapper(member, "utf-8-sig", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(header)
        writer.writerows(rows)


def _tables(diary: Everything, exported_at: datetime) -> dict[str, Iterable[list[str]]]:
    tables: dict[str, Iterable[list[str]]] = {
        "about.csv": [cells([FORMAT, VERSION, exported_at.isoformat(), PROGRAM])],
        "profile.csv": [cells(profile_row(diary.profile).values())],
        "readings.csv": _readings(diary),
        "notes.csv": (
            [one.day.isoformat(), guarded(one.text), one.recorded_at.isoformat()]
            for one in diary.notes
        ),
        "attacks.csv": map(_attack, diary.attacks),
    }
    for shape in IN_ZIP:
        tables[f"{shape.name}.csv"] = (cells(plain(one).values()) for one in diary.of(shape.kind))
    return dict(sorted(tables.items()))


def _attack(attack: Attack) -> list[str]:
    row = attack_row(attack)
    return cells(row.get(name) for name in ATTACKS)


def _readings(diary: Everything) -> Iterator[list[str]]:
    for one in diary.readings:
        value = guarded(one.value) if isinstance(one.value, str) else repr(one.value)
        yield [one.day.isoformat(), one.field, value, one.recorded_at.isoformat()]
