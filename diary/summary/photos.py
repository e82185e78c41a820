"""The photo page: the chosen photos with their day, what they show, and their words.

Pictures come out of the encrypted store into memory and go from there into the PDF: no file lies
between. They are made smaller on the way, to what paper shows.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from io import BytesIO

from db.records import Patch, Photo, Sore
from db.store import Reader
from diary.i18n import _, format_short_day, ngettext
from diary.logic.event_phrases import patch_place, sore_place
from diary.logic.periods import Period
from diary.photo import opened
from diary.summary.content import Photos, Print
from diary.summary.words import shortened

MOST = 12
"""So many photos have room: two pages."""
LONG_SIDE, QUALITY = 1000, 82
LONGEST_CAPTION = 200


def of_period(reader: Reader, period: Period) -> list[Photo]:
    """The photos that can be chosen, the last first."""
    found = reader.events(Photo, period.first, period.last)
    return sorted(found, key=lambda photo: (photo.day, photo.id), reverse=True)


def photos(reader: Reader, ids: Sequence[str]) -> Photos | None:
    """The chosen photos, the oldest first; None where there is none."""
    wanted = set(ids)
    chosen = [photo for photo in reader.events(Photo) if photo.id in wanted] if wanted else []
    chosen.sort(key=lambda photo: (photo.day, photo.id))
    if not chosen:
        return None
    places = _places(reader)
    found = [(photo, reader.picture(photo.id)) for photo in chosen[-MOST:]]
    lost = sum(1 for _photo, picture in found if picture is None)
    prints = tuple(_print(photo, data, places) for photo, data in found if data is not None)
    return Photos(_("Photos"), prints, "\n".join(_missing(lost, len(chosen) - len(found))))


def _missing(lost: int, more: int) -> Iterable[str]:
    if lost:
        yield ngettext("{n} photo is missing.", "{n} photos are missing.", lost)
    if more:
        yield ngettext(
            "{n} earlier photo has no room here.", "{n} earlier photos have no room here.", more
        )


def _places(reader: Reader) -> dict[tuple[str, str], str]:
    """What each sore and patch is, by the kind and the id that photos know it by."""
    sores = {("sore", sore.id): sore_place(sore) for sore in reader.events(Sore)}
    patches = {("patch", patch.id): patch_place(patch) for patch in reader.events(Patch)}
    return sores | patches


def _print(photo: Photo, picture: bytes, places: dict[tuple[str, str], str]) -> Print:
    jpeg, width, height = small(picture)
    day = format_short_day(photo.day, year=True)
    place = places.get((photo.about, photo.about_id), "")
    words = " ".join(photo.caption.split())
    return Print(
        picture=b64encode(jpeg).decode(),
        width=width,
        height=height,
        caption=": ".join(filter(None, (day, place))),
        words=shortened(words, LONGEST_CAPTION),
        alt=_("Photo of {day}. {words}").format(
            day=day, words=". ".join(filter(None, (place, words)))
        ),
    )


def small(picture: bytes) -> tuple[bytes, int, int]:
    """The picture as large as paper shows it, and its width and height in pixels."""
    found = opened(picture)
    found.draft("RGB", (LONG_SIDE, LONG_SIDE))
    plain = found.convert("RGB")
    plain.thumbnail((LONG_SIDE, LONG_SIDE))
    body = BytesIO()
    plain.save(body, "JPEG", quality=QUALITY)
    return body.getvalue(), *plain.size
