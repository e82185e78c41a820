"""The photos of a zip: which go out, and whether those that come in can be taken.

In the zip a photo is a row of `photos.csv` and the picture `photos/<id>.jpg`, byte for byte as the
diary keeps it. JSON holds no photos.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from db.errors import DamagedError, DiaryError
from db.records import Everything, Patch, Photo, Sore
from db.store import Reader
from diary.exchange.archive import PICTURE, open_archive, open_member
from diary.exchange.content import BadFileError
from diary.exchange.intake import Intake
from diary.exchange.jpeg import LARGEST_PICTURE, check_kept
from diary.i18n import _, ngettext
from diary.logic.belonging import PICTURED
from diary.photo import PhotoError


def name_of(photo_id: str) -> str:
    """The name of a photo's picture in the zip."""
    return f"photos/{photo_id}.jpg"


# Out.


class LostPicturesError(DiaryError):
    """Photos whose picture is not there."""

    sentence = "{reason}"

    def __init__(self, number: int) -> None:
        reason = ngettext(
            "{n} photo has lost its picture. Import an export (csv) that holds it.",
            "{n} photos have lost their pictures. Import an export (csv) that holds them.",
            number,
        )
        super().__init__(reason=reason)


def split(diary: Everything, reader: Reader, *, in_zip: bool) -> tuple[Everything, list[str]]:
    """What goes out of a diary, and sentences about the photos that stay behind.

    JSON holds none. A zip holds no photo whose picture is missing, and none whose record is not
    among the chosen days: they would be refused when they come in again.
    """
    whole = _with_whole_photos(diary, _missing(diary, reader)) if in_zip else _without_photos(diary)
    behind = len(diary.of(Photo)) - len(whole.of(Photo))
    if not behind:
        return whole, []
    if in_zip:
        sentence = ngettext(
            "{n} photo is left out: its picture is missing, or what it belongs to is not exported.",
            "{n} photos are left out: the picture is missing, or what it belongs to is not "
            "exported.",
            behind,
        )
    else:
        sentence = ngettext(
            "{n} photo is not in this file. An export as csv, which is a zip, holds it.",
            "{n} photos are not in this file. An export as csv, which is a zip, holds them.",
            behind,
        )
    return whole, [sentence]


def _missing(diary: Everything, reader: Reader) -> set[str]:
    """The photos whose picture cannot be had; all of them where the pictures' file is damaged."""
    try:
        return set(reader.without_picture())
    except DamagedError:
        return {photo.id for photo in diary.of(Photo)}


def _without_photos(diary: Everything) -> Everything:
    return replace(diary, events=tuple(e for e in diary.events if not isinstance(e, Photo)))


def _with_whole_photos(diary: Everything, missing: Collection[str]) -> Everything:
    there = {("attack", one.id) for one in diary.attacks}
    there |= {("sore", one.id) for one in diary.of(Sore)}
    there |= {("patch", one.id) for one in diary.of(Patch)}

    def goes(event: object) -> bool:
        if not isinstance(event, Photo):
            return True
        belongs = event.about not in PICTURED or (event.about, event.about_id) in there
        return belongs and event.id not in missing

    return replace(diary, events=tuple(filter(goes, diary.events)))


# In.


@dataclass(frozen=True, slots=True)
class ZippedPictures:
    """The pictures of a zip that was checked; they are read again when they are stored."""

    path: Path
    sums: Mapping[str, bytes]

    def of(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Some pictures, one after the other.

        Raises:
            BadFileError: The zip is another one than was checked.
        """
        wanted = [one for one in ids if one in self.sums]
        if not wanted:
            return
        try:
            with open_archive(self.path) as archive:
                for photo_id in wanted:
                    jpeg = _read(archive, photo_id)
                    if sha256(jpeg).digest() != self.sums[photo_id]:
                        raise _changed()
                    yield photo_id, jpeg
        except (OSError, BadZipFile, KeyError):
            raise _changed() from None


def take_pictures(archive: ZipFile, path: Path, intake: Intake) -> None:
    """Check the picture of each photo that was taken; refuses photos that have none.

    Raises:
        BadFileError: There is a picture that belongs to no photo.
    """
    names = {name for name in archive.namelist() if re.fullmatch(PICTURE, name)}
    sums: dict[str, bytes] = {}
    for photo, place in intake.photos():
        name = name_of(photo.id)
        if name not in names:
            intake.refuse(place(), _("its picture is not in this file"))
            continue
        names.discard(name)
        try:
            sums[photo.id] = _checked(archive, photo)
        except PhotoError as error:
            intake.refuse(place(), str(error))
    if names and not intake.refused:
        raise BadFileError(_("This zip file holds a picture that belongs to no photo."))
    intake.bring(ZippedPictures(path, sums).of)


def _checked(archive: ZipFile, photo: Photo) -> bytes:
    jpeg = _read(archive, photo.id)
    if check_kept(jpeg) != (photo.width, photo.height):
        raise PhotoError(_("its picture has another width or height"))
    return sha256(jpeg).digest()


def _read(archive: ZipFile, photo_id: str) -> bytes:
    with open_member(archive, name_of(photo_id)) as member:
        return member.read(LARGEST_PICTURE + 1)


def _changed() -> BadFileError:
    return BadFileError(_("The zip file was changed while it was read. Nothing was imported."))
