"""Of pictures only those come in that the diary itself would have kept, byte for byte."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from diary.exchange.jpeg import check_kept
from diary.photo import PhotoError
from tests.pictures import kept

WHOLE = kept()
AFTER_START = 2


def jpeg(mode: str = "RGB", size: tuple[int, int] = (8, 8), **more: Any) -> bytes:
    body = BytesIO()
    Image.new(mode, size).save(body, "JPEG", **more)
    return body.getvalue()


def with_segment(kind: int, content: bytes) -> bytes:
    """The picture with another segment before its first one."""
    segment = bytes([0xFF, kind]) + (2 + len(content)).to_bytes(2, "big") + content
    return WHOLE[:AFTER_START] + segment + WHOLE[AFTER_START:]


NO_PLAIN_JPEG = {
    "nothing": b"",
    "a beginning only": WHOLE[:-2],
    "an end only": WHOLE[2:],
    "a comment": with_segment(0xFE, b"where I live"),
    "a place": with_segment(0xE1, b"Exif\0\0"),
    "words in the header": with_segment(0xE0, b"JFIF\0 and where I live"),
    "a segment beyond the end": b"\xff\xd8\xff\xdb\xff\xff\xff\xd9",
    "a tail": WHOLE + b"and where I live\xff\xd9",
    "a hole": WHOLE[: WHOLE.index(b"\xff\xda")] + b"where I live\xff\xd9",
}
OTHER_KIND = {
    "grey": jpeg("L"),
    "large": jpeg(size=(2_001, 1)),
}


@pytest.mark.parametrize("case", NO_PLAIN_JPEG)
def test_what_holds_more_or_less_than_a_picture_is_refused(case: str) -> None:
    with pytest.raises(PhotoError, match="no plain JPEG"):
        check_kept(NO_PLAIN_JPEG[case])


@pytest.mark.parametrize("case", OTHER_KIND)
def test_a_picture_of_another_kind_is_refused(case: str) -> None:
    with pytest.raises(PhotoError, match="or of another kind"):
        check_kept(OTHER_KIND[case])


def test_a_picture_that_cannot_be_drawn_is_refused() -> None:
    """Given one whose segments are all allowed, but without the tables that its scan needs."""
    without = WHOLE[: WHOLE.index(b"\xff\xdb")] + WHOLE[WHOLE.index(b"\xff\xc0") :]

    with pytest.raises(PhotoError, match="damaged or cut off"):
        check_kept(without)


@pytest.mark.parametrize("how", [{}, {"progressive": True}])
def test_a_picture_as_the_diary_keeps_it_is_taken(how: dict[str, Any]) -> None:
    assert check_kept(jpeg(**how)) == (8, 8)
    assert check_kept(WHOLE) == (64, 48)


def test_a_picture_of_noise_is_taken() -> None:
    """Its scan holds bytes that look like the beginning of a segment."""
    body = BytesIO()
    Image.effect_noise((64, 64), 100).convert("RGB").save(body, "JPEG", quality=95)
    scan = body.getvalue()[body.getvalue().index(b"\xff\xda") :]

    assert b"\xff\x00" in scan
    assert check_kept(body.getvalue()) == (64, 64)
