"""Drawn photos of the sample's sores: a finger on a table, a ruler beside it. Used by `demo`.

Drawings and no photographs, so that nobody takes them for a patient's; the same for the same
sore.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from db.records import Photo, Sore, SoreDay
from diary.i18n import _
from diary.photo import prepared

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

MOST_SORES = 3
PHOTOS_EACH = 3
SIZE = 1200, 900
CENTIMETRE = 110
TABLE, SKIN, NAIL, RULER, INK = "#d9d4c8", "#dfb090", "#efcdb9", "#f7f3d0", "#30302c"
RIM, SORE = "#c98268", "#8f3a34"


def photos_of(sores: Iterable[Sore], days: Iterable[SoreDay]) -> Iterator[tuple[Photo, bytes]]:
    """Photos of the last sores, with their pictures: on days on which the sore was looked at."""
    last = sorted(sores, key=lambda sore: (sore.noticed, sore.id))[-MOST_SORES:]
    looked = sorted((each.sore, each.day) for each in days)
    for sore in last:
        seen = [day for of, day in looked if of == sore.id]
        for number, day in enumerate(_spread(seen)):
            share = number / (PHOTOS_EACH - 1)
            made = prepared(_drawn(1 - share if sore.healed else 1 - share / 2))
            photo = Photo(
                id=str(uuid5(NAMESPACE_OID, f"{sore.id} {number}")),
                day=day,
                about="sore",
                about_id=sore.id,
                width=made.width,
                height=made.height,
                caption=_("A drawing in place of a photo"),
                recorded_at=datetime.combine(day, time(18), UTC),
            )
            yield photo, made.jpeg


def _spread(days: Sequence[date]) -> list[date]:
    """The first, the middle and the last of some days; fewer of few."""
    return sorted({days[0], days[len(days) // 2], days[-1]}) if days else []


def _drawn(size: float) -> bytes:
    """The finger with a sore of some size, from 0 (healed) to 1."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only the sample draws

    picture = Image.new("RGB", SIZE, TABLE)
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((-200, 260, 980, 620), 180, fill=SKIN)
    pen.rounded_rectangle((760, 340, 950, 540), 80, fill=NAIL)
    _ruler(pen)
    if size:
        _spot(pen, 90 * size + 20, RIM)
        _spot(pen, 60 * size, SORE)
    body = BytesIO()
    picture.save(body, "PNG")
    return body.getvalue()


def _spot(pen: ImageDraw, radius: float, colour: str) -> None:
    pen.ellipse((560 - radius, 430 - radius * 0.8, 560 + radius, 430 + radius * 0.8), fill=colour)


def _ruler(pen: ImageDraw) -> None:
    pen.rectangle((0, 700, SIZE[0], 860), fill=RULER)
    for tick in range(SIZE[0] * 10 // CENTIMETRE):
        x = tick * CENTIMETRE // 10
        long = {0: 60, 5: 42}.get(tick % 10, 26)
        pen.line((x, 700, x, 700 + long), fill=INK, width=3)
