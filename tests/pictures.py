"""Small pictures and photos for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image
from uuid_utils import uuid7

from db.records import Photo
from diary.photo import prepared

AT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)


def file_bytes(colour: str = "red", size: tuple[int, int] = (64, 48), kind: str = "PNG") -> bytes:
    """A picture file as a patient may choose one."""
    body = BytesIO()
    Image.new("RGB", size, colour).save(body, kind)
    return body.getvalue()


@cache
def kept(colour: str = "red", size: tuple[int, int] = (64, 48)) -> bytes:
    """A picture as the diary keeps it."""
    return prepared(file_bytes(colour, size)).jpeg


def photo(about: str = "day", about_id: str = "2026-11-20", **more: Any) -> Photo:
    """A photo of `kept()`'s size with an id of its own."""
    parts: dict[str, Any] = {
        "id": str(uuid7()),
        "day": DAY,
        "width": 64,
        "height": 48,
        "recorded_at": AT,
    } | more
    return Photo(about=about, about_id=about_id, **parts)
