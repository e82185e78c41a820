"""What becomes of a picture file: upright, modest in size, nothing but the picture."""

from __future__ import annotations

import struct
import zlib
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from diary.exchange.jpeg import check_kept
from diary.photo import LONG_SIDE, MOST_PIXELS, PhotoError, prepared

CANARY = b"canary-4711-word"
MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr", "LAB", "I", "F", "I;16")


def written(picture: Image.Image, kind: str, **more: object) -> bytes:
    body = BytesIO()
    picture.save(body, kind, **more)
    return body.getvalue()


def opened(jpeg: bytes) -> Image.Image:
    found = Image.open(BytesIO(jpeg))
    found.load()
    return found


def quarters(width: int = 240, height: int = 120) -> Image.Image:
    """Red at the top left, green at the top right, blue at the bottom left, white beside it."""
    picture = Image.new("RGB", (width, height), "white")
    half = width // 2, height // 2
    picture.paste((255, 0, 0), (0, 0, *half))
    picture.paste((0, 128, 0), (half[0], 0, width, half[1]))
    picture.paste((0, 0, 255), (0, half[1], half[0], height))
    return picture


def near(one: object, other: tuple[int, int, int], by: int = 12) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def camera_notes() -> Image.Exif:
    notes = Image.Exif()
    notes[0x010E] = CANARY.decode()
    notes[0x0112] = 1
    notes.get_ifd(0x8769)[0x9003] = "2024:02:29 10:11:12"
    notes.get_ifd(0x8825)[1] = "N"
    notes.get_ifd(0x8825)[2] = (47.0, 11.0, 47.11)
    notes.get_ifd(0x8825)[29] = CANARY.decode()
    return notes


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    size=st.tuples(st.integers(1, 2600), st.integers(1, 2600)),
    mode=st.sampled_from(MODES),
)
def test_any_picture_becomes_a_bare_jpeg_of_modest_size(size: tuple[int, int], mode: str) -> None:
    made = prepared(written(Image.new(mode, size), "TIFF"))

    assert check_kept(made.jpeg) == (made.width, made.height)
    assert max(made.width, made.height) == min(max(size), LONG_SIDE)
    assert opened(made.jpeg).mode == "RGB"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"])
def test_each_usual_kind_of_file_is_read(kind: str) -> None:
    made = prepared(written(quarters(), kind))

    assert (made.width, made.height) == (240, 120)
    assert near(opened(made.jpeg).getpixel((40, 30)), (255, 0, 0))
    assert near(opened(made.jpeg).getpixel((200, 30)), (0, 128, 0))


TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera that was held so lays down an upright picture."""


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", TURNS)
def test_it_stands_upright(kind: str, orientation: int) -> None:
    notes = Image.Exif()
    notes[0x0112] = orientation
    turn = TURNS[orientation]
    lying = quarters() if turn is None else quarters().transpose(turn)

    made = prepared(written(lying, kind, exif=notes))

    upright = opened(made.jpeg)
    assert upright.size == (240, 120)
    assert near(upright.getpixel((40, 30)), (255, 0, 0))
    assert near(upright.getpixel((200, 30)), (0, 128, 0))
    assert near(upright.getpixel((40, 90)), (0, 0, 255))


def test_nothing_of_what_the_camera_noted_is_left() -> None:
    source = written(
        quarters(),
        "JPEG",
        exif=camera_notes(),
        comment=CANARY,
        xmp=b"<x>" + CANARY + b"</x>",
        icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    )
    assert source.count(CANARY) >= 4

    made = prepared(source)

    assert CANARY not in made.jpeg
    assert not {"exif", "comment", "xmp", "icc_profile"} & opened(made.jpeg).info.keys()
    assert len(opened(made.jpeg).getexif()) == 0
    check_kept(made.jpeg)


def test_texts_of_a_png_are_left_behind() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", CANARY.decode())
    notes.add_itxt("XML:com.adobe.xmp", CANARY.decode())

    assert CANARY not in prepared(written(quarters(), "PNG", pnginfo=notes)).jpeg


def test_the_day_that_the_camera_noted_is_known() -> None:
    assert prepared(written(quarters(), "JPEG", exif=camera_notes())).taken == date(2024, 2, 29)
    assert prepared(written(quarters(), "JPEG")).taken is None


@pytest.mark.parametrize(
    "notes",
    [
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0" + bytes(range(256)),
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\xff" * 40,
        b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x63\0\0\0\0\0\0\0",
    ],
)
def test_broken_notes_only_leave_it_unturned(notes: bytes) -> None:
    made = prepared(written(quarters(), "JPEG", exif=notes))

    assert (made.width, made.height) == (240, 120)
    assert made.taken is None
    check_kept(made.jpeg)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_no_notes_whatever_make_it_fail(notes: bytes) -> None:
    made = prepared(written(quarters(), "JPEG", exif=b"Exif\0\0" + notes))

    assert sorted((made.width, made.height)) == [120, 240]


def test_what_can_be_seen_through_lies_on_white() -> None:
    clear = Image.new("RGBA", (40, 40), (255, 0, 0, 0))

    assert near(opened(prepared(written(clear, "PNG")).jpeg).getpixel((20, 20)), (255, 255, 255))


def test_sixteen_bits_are_scaled_and_not_cut() -> None:
    grey = Image.new("I;16", (40, 40), 32896)

    assert near(opened(prepared(written(grey, "PNG")).jpeg).getpixel((20, 20)), (128, 128, 128))


def test_the_first_of_moving_pictures_is_kept() -> None:
    red, blue = Image.new("RGB", (40, 40), "red"), Image.new("RGB", (40, 40), "blue")

    made = prepared(written(red, "GIF", save_all=True, append_images=[blue]))

    assert near(opened(made.jpeg).getpixel((20, 20)), (255, 0, 0))


def test_inks_become_the_colours_of_a_screen() -> None:
    made = prepared(written(Image.new("CMYK", (40, 40), (0, 255, 255, 0)), "JPEG"))

    assert near(opened(made.jpeg).getpixel((20, 20)), (255, 0, 0), by=40)


def test_a_broken_profile_is_no_reason_to_refuse() -> None:
    assert prepared(written(quarters(), "JPEG", icc_profile=b"nonsense" * 30)).width == 240


# What is refused.


def reason(source: bytes | Path) -> str:
    with pytest.raises(PhotoError) as refused:
        prepared(source)
    return str(refused.value)


@pytest.mark.parametrize(
    "data", [b"", b"a note, no picture", b"%PDF-1.7" + bytes(100), b"\xff\xd8\xff", bytes(5000)]
)
def test_a_file_that_is_no_picture_is_refused(data: bytes) -> None:
    assert "no picture" in reason(data)


def test_a_picture_of_a_new_phone_is_named() -> None:
    assert "HEIC" in reason(b"\0\0\0\x18ftypheic" + bytes(100))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF"])
def test_a_picture_that_is_cut_off_is_refused(kind: str) -> None:
    whole = written(Image.effect_noise((400, 400), 90).convert("RGB"), kind)

    assert reason(whole[: len(whole) // 2])


@pytest.mark.parametrize("megabytes", [51, 200])
def test_a_huge_file_is_refused_unread(tmp_path: Path, megabytes: int) -> None:
    file = tmp_path / "huge.jpg"
    with file.open("wb") as stream:
        stream.write(b"\xff\xd8\xff")
        stream.truncate(megabytes * 1_000_000)

    assert "50 MB" in reason(file)


def bomb(width: int, height: int) -> bytes:
    """A PNG whose header promises far more than it holds."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("width", [9_000, 10_000, 30_000, 2_000_000])
def test_a_bomb_is_refused_by_its_header(width: int) -> None:
    assert width * 9_000 > MOST_PIXELS

    assert "80 million" in reason(bomb(width, 9_000))


def test_a_folder_or_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    assert "no picture" in reason(tmp_path)
    assert reason(tmp_path / "gone.jpg")


# What an import may bring.


def refused_import(jpeg: bytes) -> bool:
    try:
        check_kept(jpeg)
    except PhotoError:
        return True
    return False


def test_what_was_made_here_may_come_back() -> None:
    noise = Image.effect_noise((2000, 2000), 200).convert("RGB")

    assert check_kept(prepared(written(noise, "PNG")).jpeg) == (2000, 2000)


def test_an_import_with_more_than_the_picture_is_refused() -> None:
    bare = prepared(written(quarters(), "PNG")).jpeg
    assert not refused_import(bare)

    assert refused_import(bare + b"tail" + b"\xff\xd9")
    assert refused_import(bare[:-20])
    assert refused_import(written(quarters(), "JPEG", exif=camera_notes()))
    assert refused_import(written(quarters(), "JPEG", comment=CANARY))
    assert refused_import(written(quarters(2001, 100), "JPEG"))
    assert refused_import(written(quarters(), "PNG"))
    assert refused_import(bare[:2] + b"\xff\xe0\x00\x20JFIF\0" + bytes(25) + bare[2:])
    assert refused_import(b"")


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, 700), byte=st.integers(0, 255))
def test_a_damaged_import_never_fails_otherwise(at: int, byte: int) -> None:
    jpeg = bytearray(prepared(written(quarters(60, 60), "PNG")).jpeg)
    jpeg[at % len(jpeg)] = byte

    refused_import(bytes(jpeg))
