"""Whether a picture that a file brings is just what the diary itself would keep.

It is stored byte for byte, so nothing may be in it but the picture: no place, no note, no tail.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress

from diary.i18n import _
from diary.photo import BROKEN, LONG_SIDE, PhotoError, opened

LARGEST_PICTURE = 12_000_000
"""Bytes: more than 2,000 x 2,000 pixels of noise need."""

_END, _SCAN, _JFIF = 0xD9, 0xDA, 0xE0
_RESTARTS = range(0xD0, 0xD8)
_TABLES = frozenset({0xC0, 0xC2, 0xC4, 0xDB, 0xDD, _JFIF, _SCAN})
"""Frames, Huffman and quantisation tables, restarts, JFIF: nothing that could hold a note."""
_JFIF_LENGTH = 16


def check_kept(jpeg: bytes) -> tuple[int, int]:
    """Width and height of a JPEG as the diary keeps it; it is read once to see that it is whole.

    Raises:
        PhotoError: It is no such JPEG, and why.
    """
    if len(jpeg) > LARGEST_PICTURE or not _is_bare(jpeg):
        raise PhotoError(_("its picture is no plain JPEG, or holds more than a picture"))
    picture = opened(jpeg)
    if picture.format != "JPEG" or picture.mode != "RGB" or max(picture.size) > LONG_SIDE:
        raise PhotoError(_("its picture is larger than a photo of the diary, or of another kind"))
    size = picture.size
    try:
        picture.draft("RGB", (1, 1))
        picture.load()
    except Exception:  # noqa: BLE001 - a decoder may raise anything on a broken file
        raise PhotoError(str(BROKEN)) from None
    return size


def _is_bare(jpeg: bytes) -> bool:
    """Whether a JPEG holds its picture only, from its first byte to its last."""
    if jpeg[:3] != b"\xff\xd8\xff" or jpeg[-2:] != b"\xff\xd9":
        return False
    with suppress(struct.error, IndexError, ValueError):
        return all(kind in _TABLES for kind in _segments(jpeg))
    return False


def _segments(jpeg: bytes) -> Iterator[int]:
    """The kinds of a JPEG's segments; -1 for anything that is none, or behind its end."""
    at = 2
    while jpeg[at] == 0xFF and jpeg[at + 1] != _END:  # noqa: PLR2004 - every marker's first byte
        kind = jpeg[at + 1]
        (length,) = struct.unpack_from(">H", jpeg, at + 2)
        yield kind if kind != _JFIF or length == _JFIF_LENGTH else -1
        at += 2 + length
        if kind == _SCAN:
            at = _after_scan(jpeg, at)
    if at != len(jpeg) - 2:
        yield -1


def _after_scan(jpeg: bytes, at: int) -> int:
    """Where the next marker stands after a scan's data, in which FF is followed by 0 or RST."""
    while True:
        at = jpeg.index(b"\xff", at)
        if jpeg[at + 1] and jpeg[at + 1] not in _RESTARTS:
            return at
        at += 2
