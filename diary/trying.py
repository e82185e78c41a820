"""A sample diary to look around in: encrypted, in a folder of its own among the temporary files.

It goes when it is left, or at the next start where the program was killed.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING

from db import scratch
from db.errors import DiaryError
from diary.collector import no_collector
from diary.jobs import Stop

if TYPE_CHECKING:
    from db.store import Store

BEGINS = "scleroderma-diary-sample-"
DAYS, SEED = 120, 1


@dataclass(frozen=True, slots=True)
class Aside:
    """An open sample in its folder."""

    place: Path
    store: Store
    held: IO[bytes]

    @property
    def diary(self) -> Path:
        """The folder of the sample diary."""
        return _diary(self.place)

    @property
    def settings(self) -> Path:
        """Where its window keeps its settings."""
        return self.place / "settings.ini"

    def clear(self) -> None:
        """Close it, and take all of it away."""
        with suppress(DiaryError):  # nothing in it is needed any more
            self.store.close()
        scratch.let_go(self.place, self.held)


def set_aside(today: date, stop: Stop) -> Aside:
    """Make a sample diary up to yesterday: today can be tried. For a worker; it takes a second.

    Raises:
        StoppedError: It is no longer wanted; nothing is left of it.
        DiaryError, OSError: It cannot be made, as on a full disk; nothing is left of it.
    """
    place, held = scratch.take(Path(tempfile.gettempdir()), BEGINS)
    try:
        with no_collector():
            store = _filled(place, today - timedelta(days=1), stop)
    except BaseException:
        scratch.let_go(place, held)
        raise
    return Aside(place, store, held)


def _filled(place: Path, until: date, stop: Stop) -> Store:
    from db.folder import open_diary  # noqa: PLC0415 - only when wanted
    from db.records import Put, Sore, SoreDay  # noqa: PLC0415 - as above
    from diary.demo import sample  # noqa: PLC0415 - as above
    from diary.demo.pictures import photos_of  # noqa: PLC0415 - as above

    store = open_diary(_diary(place))
    try:
        stop.step()
        made = sample(DAYS, until, SEED)
        store.write(Put(record) for record in made.records())
        for photo, picture in photos_of(made.of(Sore), made.of(SoreDay)):
            stop.step()
            store.write([Put(photo)], [(photo.id, picture)])
        store.close()  # what was written is folded in here, not by the window; it opens again
    except BaseException:
        store.close()
        raise
    return store


def sweep() -> None:
    """Take away the samples that nobody looks at any more: their programs were killed."""
    place = scratch.temporary()
    if place is not None:
        scratch.sweep(place, BEGINS)


def _diary(place: Path) -> Path:
    return place / "diary"
