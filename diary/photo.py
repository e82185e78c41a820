"""Makes of any picture file what the diary keeps: an upright JPEG of modest size, and no more.

Everything that a camera writes beside the picture is left behind: place, time, names, comments,
small copies. `album` uses it for what the patient adds.
"""

from __future__ import annotations

import warnings
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.errors import DiaryError
from diary.errors import refusal
from diary.i18n import N_, _

if TYPE_CHECKING:
    from PIL.Image import Image

LONG_SIDE = 2000
"""Pixels of the longer side, at most."""
QUALITY = 85
LARGEST_FILE = 50_000_000
MOST_PIXELS = 80_000_000

_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
_ORIENTATION, _EXIF, _TAKEN = 0x0112, 0x8769, 0x9003
_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")


class PhotoError(DiaryError):
    """A file that cannot become a photo; the reason is a translated sentence."""

    sentence = "{reason}"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


NO_PICTURE = N_("This file is no picture that can be read here. Choose a JPEG or PNG file.")
NEW_PHONE = N_(
    "This picture is of a newer kind (HEIC or AVIF), as iPhones make it, and cannot be read here. "
    "Save it as JPEG and add that file. So that an iPhone makes JPEG from now on, choose there: "
    "Settings, Camera, Formats, Most Compatible."
)
TOO_LARGE = N_("This file is larger than 50 MB. Save the picture smaller, then add it.")
TOO_MANY = N_("This picture has more than 80 million pixels. Save it smaller, then add it.")
BROKEN = N_("This picture is damaged or cut off. Choose another copy of it.")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture as it is kept; `taken` is the day that the camera noted, if it did."""

    jpeg: bytes
    width: int
    height: int
    taken: date | None = None


def prepared(source: Path | bytes) -> Prepared:
    """The picture of a file as it is kept. Takes a moment: not for the window's thread.

    Raises:
        PhotoError: It cannot become a photo, and why.
    """
    data = source if isinstance(source, bytes) else _bytes_of(source)
    if len(data) > LARGEST_FILE:
        raise PhotoError(str(TOO_LARGE))
    if data[4:8] == b"ftyp" and data[8:12] in _BRANDS:
        raise PhotoError(str(NEW_PHONE))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of notes that are broken: they are left behind
        clean, taken = _read(opened(data))
    body = BytesIO()
    clean.save(body, "JPEG", quality=QUALITY, optimize=True)
    return Prepared(body.getvalue(), *clean.size, taken)


def _read(picture: Image) -> tuple[Image, date | None]:
    """The clean picture, and the day that the camera noted."""
    try:
        picture.draft("RGB", (LONG_SIDE, LONG_SIDE))
        picture.load()
        return _clean(picture), _taken(picture)
    except MemoryError:
        raise PhotoError(str(TOO_MANY)) from None
    except Exception:  # noqa: BLE001 - a decoder may raise anything on a broken file
        raise PhotoError(str(BROKEN)) from None


def _bytes_of(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise PhotoError(str(NO_PICTURE))
        if file.stat().st_size > LARGEST_FILE:
            raise PhotoError(str(TOO_LARGE))
        return file.read_bytes()
    except OSError as error:
        sentence = _("{file} cannot be read: {reason}.")
        raise PhotoError(sentence.format(file=file.name, reason=refusal(error))) from None


def opened(data: bytes) -> Image:
    """The picture, of which only the header was read.

    Raises:
        PhotoError: It is none of a known kind, or one of far too many pixels.
    """
    from PIL import Image  # noqa: PLC0415 - only who adds a photo pays for it

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        found = Image.open(BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError:
        raise PhotoError(str(TOO_MANY)) from None
    except Exception:  # noqa: BLE001 - a reader of headers may raise anything on a broken file
        raise PhotoError(str(NO_PICTURE)) from None
    if found.width * found.height > MOST_PIXELS:
        raise PhotoError(str(TOO_MANY))
    return found


def _taken(picture: Image) -> date | None:
    """The day that the camera noted; a broken note is none."""
    with suppress(Exception):
        text = str(picture.getexif().get_ifd(_EXIF).get(_TAKEN, ""))
        return date.fromisoformat(text[:10].replace(":", "-"))
    return None


def _clean(picture: Image) -> Image:
    """Upright, in the colours of a screen, at most as large as it is kept, nothing beside it."""
    from PIL import Image  # noqa: PLC0415 - as above

    turned = _turn(picture)
    profile = picture.info.get("icc_profile")
    plain = _eight_bits(picture)
    plain.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    plain = _on_white(_screen_colours(plain, profile))
    return plain if turned is None else plain.transpose(turned)


def _turn(picture: Image) -> Any:
    """How the picture must be turned to stand upright; None where it stands."""
    from PIL.Image import Transpose  # noqa: PLC0415 - as above

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    with suppress(Exception):  # a broken note says nothing
        return turns.get(picture.getexif().get(_ORIENTATION, 1))
    return None


def _eight_bits(picture: Image) -> Image:
    """The picture in a mode of 8 bits a channel that can be scaled."""
    if picture.mode in {"RGB", "RGBA", "L", "LA", "CMYK"}:
        return picture
    if picture.mode.startswith("I") or picture.mode == "F":
        return _from_deep(picture)
    see_through = "transparency" in picture.info or picture.mode in {"PA", "La", "RGBa"}
    return picture.convert("RGBA" if see_through else "RGB")


def _from_deep(picture: Image) -> Image:
    """Brightness of more than 8 bits: 16 bits as they are, anything else by its own range."""
    deep = picture.convert("F")
    low, high = (float(end) for end in deep.getextrema())  # type: ignore[arg-type]
    if picture.mode != "F" and low >= 0:
        low, high = 0.0, 255.0 if high <= 255 else max(high, 65535.0)  # noqa: PLR2004 - 8 bits
    scale = 255 / (high - low) if high > low else 0.0
    below = -low * scale
    return deep.point(lambda value: value * scale + below).convert("L")


def _screen_colours(picture: Image, profile: object) -> Image:
    """The colours that a profile means, as every screen shows them."""
    if not isinstance(profile, bytes) or picture.mode not in {"RGB", "L", "CMYK", "RGBA"}:
        return picture
    with suppress(Exception):  # a broken profile says nothing
        from PIL import ImageCms  # noqa: PLC0415 - rarely needed

        meant = ImageCms.ImageCmsProfile(BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        mode = "RGBA" if picture.mode == "RGBA" else "RGB"
        found = ImageCms.profileToProfile(picture, meant, screen, outputMode=mode)
        if found is not None:
            return found
    return picture


def _on_white(picture: Image) -> Image:
    """A fresh picture that shares nothing with the file but its pixels."""
    from PIL import Image  # noqa: PLC0415 - as above

    fresh = Image.new("RGB", picture.size, "white")
    mask = picture.convert("RGBA").getchannel("A") if "A" in picture.mode else None
    fresh.paste(picture.convert("RGB"), mask=mask)
    return fresh
