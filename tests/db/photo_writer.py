"""The child of `test_photos_killed`: adds photos for ever, or dies at a named point of the first.

Usage: python -m tests.db.photo_writer FOLDER [POINT]
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import db.photos
import db.store
from db.folder import open_diary
from db.photos import Pictures
from db.records import Put
from tests.pictures import kept, photo

POINTS: dict[str, tuple[Any, str, bool]] = {
    "before the file is made": (Pictures, "_make", False),
    "before its name is durable": (db.photos, "sync_folder", False),
    "before the picture": (Pictures, "put", False),
    "between picture and photo": (db.store, "_fulfil", False),
    "before the photo is durable": (db.store, "_fulfil", True),
    "after both": (db.store.Store, "write", True),
}


def die_at(point: str) -> None:
    """Have this process killed before (or after) a function."""
    place, name, after = POINTS[point]
    real: Callable[..., object] = getattr(place, name)

    def deadly(*given: object, **named: object) -> None:
        if after:
            real(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(place, name, deadly)


def main() -> None:
    """Add photos and name each once it is acknowledged."""
    store = open_diary(Path(sys.argv[1]))
    if len(sys.argv) > 2:
        die_at(sys.argv[2])
    for _number in count():
        one = photo()
        store.write([Put(one)], [(one.id, kept(size=(400, 300)))])
        sys.stdout.write(f"{one.id}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
