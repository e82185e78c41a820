"""The photos of the open diary: added in the background, shown from memory.

The session has one as `session.photos`. A photo is added in three steps: the picture is made
ready on a worker, then its record is a wish like any other, and the store keeps the picture
before the record. Until both are on disk the picture is here, so that it can be shown and saved
again. Nothing is ever written anywhere else.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader
from uuid_utils import uuid7

from db.errors import DiaryError
from db.records import Photo, Put, Wish
from db.store import Store
from diary.clock import Clock
from diary.jobs import Jobs
from diary.logs import LOG
from diary.pending import Pending
from diary.photo import LONG_SIDE, PhotoError, Prepared, prepared

MOST_SMALL = 120
"""So many small pictures stay in memory."""
SMALL = 320
"""Pixels of a small picture's longer side."""
OF_RECORDS = frozenset({"sore", "patch"})
"""What is photographed again and again: the day that the camera noted is the photo's day."""


@dataclass(frozen=True, slots=True)
class Order:
    """A photo that shall be added."""

    id: str
    about: str
    about_id: str
    day: date
    caption: str


class Album(QObject):
    """Adds and shows photos.

    `added` carries a photo on its way to the disk, `refused` the id that it would have had and why
    a file cannot be added; `shown` the id whose small picture is ready now, `opened` an id with
    the whole picture. A picture that is missing is a null image.
    """

    added = Signal(object)
    refused = Signal(str, str)
    shown = Signal(str)
    opened = Signal(str, object)

    def __init__(
        self,
        store: Store,
        pending: Pending,
        clock: Clock,
        write: Callable[[list[Wish]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store, self._pending, self._clock, self._write = store, pending, clock, write
        self._jobs = Jobs("photos", self)
        self._waiting: dict[str, bytes] = {}
        self._ready: deque[tuple[Order, Prepared]] = deque()
        self._small: OrderedDict[str, QImage] = OrderedDict()
        self._asked: set[str] = set()

    # Reading.

    def about(self, about: str, about_id: str) -> list[Photo]:
        """The photos of one record, the oldest first, with those still being saved."""
        stored = self._store.photos(about, about_id)
        found = self._pending.over(Photo, stored, date.min, date.max)
        mine = [one for one in found if (one.about, one.about_id) == (about, about_id)]
        return sorted(mine, key=lambda one: (one.day, one.id))

    def picture(self, photo_id: str) -> bytes | None:
        """A picture as JPEG; None where it is missing."""
        return self._waiting.get(photo_id) or self._store.picture(photo_id)

    def small(self, photo_id: str) -> QImage | None:
        """The small picture if it is at hand; else None, and `shown` follows."""
        if photo_id in self._small:
            self._small.move_to_end(photo_id)
            return self._small[photo_id]
        if photo_id not in self._asked:
            self._asked.add(photo_id)
            job = partial(self._make_small, photo_id)
            self._jobs.run(
                job, partial(self._on_small, photo_id), partial(self._on_unreadable, photo_id)
            )
        return None

    def open(self, photo_id: str) -> None:
        """Read a whole picture in the background; `opened` follows."""
        self._jobs.run(
            lambda: decoded(self.picture(photo_id), LONG_SIDE),
            lambda image: self.opened.emit(photo_id, image),
            lambda error: self._on_unreadable(photo_id, error),
        )

    def _make_small(self, photo_id: str) -> QImage:
        return decoded(self.picture(photo_id), SMALL)

    def _on_small(self, photo_id: str, image: QImage) -> None:
        self._asked.discard(photo_id)
        self._small[photo_id] = image
        while len(self._small) > MOST_SMALL:
            self._small.popitem(last=False)
        self.shown.emit(photo_id)

    def _on_unreadable(self, photo_id: str, error: Exception) -> None:
        self._log(error)
        self._on_small(photo_id, QImage())
        self.opened.emit(photo_id, QImage())

    # Adding.

    def add(
        self, about: str, about_id: str, day: date, source: Path | bytes, caption: str = ""
    ) -> str:
        """Add a picture to a record in the background; gives the id that the photo will have.

        `added` or `refused` follows, then the session's `changed`.
        """
        order = Order(str(uuid7()), about, about_id, day, caption)

        def job() -> None:
            self._ready.append((order, prepared(source)))

        self._jobs.run(job, lambda _none: self._keep_ready(), partial(self._on_refused, order.id))
        return order.id

    def _keep_ready(self) -> None:
        while self._ready:
            self._keep(*self._ready.popleft())

    def _keep(self, order: Order, made: Prepared) -> None:
        photo = Photo(
            id=order.id,
            day=self._day(order, made),
            about=order.about,
            about_id=order.about_id,
            width=made.width,
            height=made.height,
            caption=order.caption,
            recorded_at=self._clock.now(),
        )
        self._waiting[photo.id] = made.jpeg
        self._write([Put(photo)])
        self.added.emit(photo)

    def _day(self, order: Order, made: Prepared) -> date:
        noted = made.taken if order.about in OF_RECORDS else None
        return noted if noted and date(1990, 1, 1) <= noted <= order.day else order.day

    def _on_refused(self, photo_id: str, error: Exception) -> None:
        if not isinstance(error, PhotoError):
            raise error
        self.refused.emit(photo_id, str(error))

    # What the session asks while it saves.

    def of(self, wishes: Iterable[Wish]) -> list[tuple[str, bytes]]:
        """The pictures that must be on disk before these wishes."""
        wanted = (w.record.id for w in wishes if isinstance(w, Put) and isinstance(w.record, Photo))
        return [(one, self._waiting[one]) for one in wanted if one in self._waiting]

    def settle(self, wishes: Iterable[Wish]) -> None:
        """Let go of pictures that are on disk."""
        for photo_id, _jpeg in self.of(wishes):
            del self._waiting[photo_id]

    def sweep(self) -> None:
        """Take away pictures that nobody can come back to, in the background.

        Each step of undo that needs a picture has its photo in the diary or among the deleted.
        """
        self._jobs.run(self._store.sweep, lambda _number: None, self._log)

    def close(self) -> None:
        """Hand over what is being made ready."""
        self._jobs.finish()
        self._keep_ready()

    @staticmethod
    def _log(error: Exception) -> None:
        if not isinstance(error, DiaryError):
            raise error
        LOG.warning("photos: %s", type(error).__name__)


def decoded(jpeg: bytes | None, longest: int) -> QImage:
    """A picture of at most so many pixels on its longer side; null where it cannot be read."""
    body = QByteArray(jpeg or b"")
    buffer = QBuffer(body)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if max(size.width(), size.height()) > longest:
        small = size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(small.expandedTo(QSize(1, 1)))
    return reader.read()
