"""Writes a diary as JSON, version 1: UTF-8, keys sorted, one entry a line.

The form is described in `docs/data-format.md` and `diary/exchange/export.schema.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import IO

from db.records import Attack, Event, Everything, Note, Profile, Reading
from diary import __version__
from diary.exchange.intake import FORMAT, VERSION
from diary.exchange.shapes import SHAPES, plain

PROGRAM = f"scleroderma-diary {__version__}"
ROWS_AT_ONCE = 2000


def write_json(diary: Everything, stream: IO[bytes], exported_at: datetime) -> None:
    """Write the diary to the binary stream."""
    for piece in _pieces(diary, exported_at):
        stream.write(piece.encode())


def _pieces(diary: Everything, exported_at: datetime) -> Iterator[str]:
    parts: dict[str, str | Iterable[str]] = {
        "exported_at": _json(exported_at.isoformat()),
        "format": _json(FORMAT),
        "profile": _json(profile_row(diary.profile)),
        "program": _json(PROGRAM),
        "version": str(VERSION),
        "attacks": map(_attack, diary.attacks),
        "notes": map(_note, diary.notes),
        "readings": map(_reading, diary.readings),
        **{shape.name: map(_event, diary.of(shape.kind)) for shape in SHAPES},
    }
    before = "{\n"
    for name, part in sorted(parts.items()):
        yield f"{before}{_json(name)}: "
        before = ",\n"
        if isinstance(part, str):
            yield part
        else:
            yield "["
            yield from _lines(part)
            yield "]"
    yield "\n}\n"


def _event(event: Event) -> str:
    return _json(plain(event))


def _lines(rows: Iterable[str]) -> Iterator[str]:
    """The rows, one a line, gathered into pieces that are worth a write."""
    gathered: list[str] = []
    before = "\n"
    for row in rows:
        gathered.append(row)
        if len(gathered) == ROWS_AT_ONCE:
            yield before + ",\n".join(gathered)
            gathered.clear()
            before = ",\n"
    if gathered:
        yield before + ",\n".join(gathered)
    yield "\n"


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


@lru_cache(maxsize=1024)
def _quoted(text: str) -> str:
    """A key or a choice as JSON; there are few of them."""
    return _json(text)


def _reading(reading: Reading) -> str:
    # Written out by hand: there are hundreds of thousands, and this is 4 times json.dumps' speed.
    value = reading.value
    written = _quoted(value) if isinstance(value, str) else repr(value)
    return (
        f'{{"day": "{reading.day.isoformat()}", "field": {_quoted(reading.field)}, '
        f'"recorded_at": "{reading.recorded_at.isoformat()}", "value": {written}}}'
    )


def _note(note: Note) -> str:
    return _json(
        {
            "day": note.day.isoformat(),
            "recorded_at": note.recorded_at.isoformat(),
            "text": note.text,
        }
    )


def _attack(attack: Attack) -> str:
    return _json(attack_row(attack))


def attack_row(attack: Attack) -> dict[str, object]:
    """The attack as plain values, as JSON holds it."""
    row: dict[str, object] = {
        "id": attack.id,
        "started_at": attack.started_at.isoformat(),
        "zone": attack.zone,
        "minutes": attack.minutes,
        "ongoing": attack.ongoing,
        "colours": list(attack.colours),
        "places": list(attack.places),
        "pain": attack.pain,
        "numbness": attack.numbness,
        "tingling": attack.tingling,
        "triggers": list(attack.triggers),
        "relief": list(attack.relief),
        "note": attack.note,
        "recorded_at": attack.recorded_at.isoformat(),
    }
    if attack.counted_on:
        row["counted_on"] = attack.counted_on.isoformat()
    return row


def profile_row(profile: Profile) -> dict[str, str | None]:
    """The profile as plain values, as JSON holds it."""
    born = profile.born.isoformat() if profile.born else None
    return {"name": profile.name, "born": born, "patient_id": profile.patient_id}
