"""Files to begin from: small ones that the program itself has written, with every kind of entry."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO

from db.records import Attack, CustomField, Event, Everything, Note, Photo, Reading, in_order
from diary.demo import sample
from diary.exchange.csv_out import write_csv
from diary.exchange.json_out import write_json
from tests.exchange.diaries import NOW
from tests.pictures import AT, DAY, kept, photo

_ID = "0195d3a0-0000-7000-8000-00000000010{}"
_OWN = CustomField(key="custom.1", name="Jaw", kind="choice", choices=("a b", "c"), recorded_at=AT)
_NOTE = Note(DAY, "=1+1 “warm”, 🦀 \u202eend\r\n'x", AT)


@cache
def exports() -> dict[str, bytes]:
    """The sample diary, thinned, in each form that can be imported."""
    diary = thinned()
    return {"json": as_json(diary), "csv": as_csv(diary)}


def as_json(diary: Everything) -> bytes:
    """The diary as a JSON file, without its photos."""
    stream = BytesIO()
    bare = tuple(one for one in diary.events if not isinstance(one, Photo))
    write_json(replace(diary, events=bare), stream, NOW)
    return stream.getvalue()


def as_csv(diary: Everything) -> bytes:
    """The diary as a zip; all photos show the same."""
    stream = BytesIO()
    write_csv(diary, stream, NOW, lambda _id: kept())
    return stream.getvalue()


def thinned() -> Everything:
    """A small diary with each kind of entry."""
    whole = sample(days=400)
    readings = [*whole.readings[:: len(whole.readings) // 15], Reading(DAY, _OWN.key, "c1", AT)]
    return Everything(
        whole.profile,
        tuple(sorted(readings, key=lambda one: (one.day, one.field))),
        (*whole.notes[:2], _NOTE),
        whole.attacks[:3],
        tuple(sorted([*_first(whole.events), _OWN, *_photos(whole.attacks[0])], key=in_order)),
    )


def _first(events: tuple[Event, ...]) -> list[Event]:
    """The first of each kind: it belongs to the first of another one, where it belongs to any."""
    return list({type(one): one for one in reversed(events)}.values())


def _photos(attack: Attack) -> list[Photo]:
    return [photo(id=_ID.format(1)), photo("attack", attack.id, id=_ID.format(2))]
