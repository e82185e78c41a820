"""Questions about photos: which there are of a record, and their pictures."""

from __future__ import annotations

from functools import cached_property
from typing import cast

from sqlcipher3.dbapi2 import Connection

from db import rows
from db.photos import Pictures
from db.read_events import EventReader
from db.records import Photo
from db.schema import TABLES, same

_KNOWN = "SELECT id FROM photo"
_DELETED = "SELECT first FROM deleted WHERE kind = 'photo'"


class PhotoReader(EventReader):
    """Reads photos. The file with the pictures is opened when it is first needed."""

    @cached_property
    def pictures(self) -> Pictures:
        """The pictures beside this diary."""
        return Pictures(self.database)

    def photos(self, about: str, about_id: str) -> list[Photo]:
        """The photos of one record in their order."""
        wanted = TABLES[Photo].select(f"WHERE {same(('about', 'about_id'))} ORDER BY day, id")
        with self.database.reading() as connection:
            about_it = rows.clean(about), rows.clean(about_id)
            found = connection.execute(wanted, about_it).fetchall()
        return [cast("Photo", rows.KINDS[Photo].from_row(row)) for row in found]

    def picture(self, photo_id: str) -> bytes | None:
        """The picture of a photo as JPEG; None where it is missing."""
        return self.pictures.picture(photo_id)

    def without_picture(self) -> list[str]:
        """The ids of photos whose picture is missing: there should be none."""
        with self.database.reading() as connection:
            known = {photo_id for (photo_id,) in connection.execute(_KNOWN)}
        return sorted(known - self.pictures.ids()) if known else []

    def unused_pictures(self) -> set[str]:
        """The pictures of photos that are neither in the diary nor among the deleted."""
        if not self.pictures.exist:
            return set()
        with self.database.reading() as connection:
            return self.unused(connection)

    def unused(self, connection: Connection) -> set[str]:
        """As `unused_pictures`, within a transaction of the diary."""
        used = {
            photo_id
            for question in (_KNOWN, _DELETED)
            for (photo_id,) in connection.execute(question)
        }
        return self.pictures.ids() - used
