"""What must hold of every file that somebody chooses for import, whatever is in it.

It is refused as a whole, or entry by entry, and the diary stays as it is; or it is taken, and then
what the diary holds is what the file held, and goes out and comes in again the same. In less than
2 seconds of work and 200 MB either way. Anything else is an `AssertionError`, or an error that
nobody foresaw.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import process_time

from db.errors import DiaryError
from db.folder import DB_NAME, open_diary
from db.keys import NAMES
from db.records import Everything, Photo
from diary.exchange.content import Content
from diary.exchange.importing import bring, compare, read_file
from diary.fields import CATALOGUE
from diary.merging import Choices
from tests.exchange.diaries import NOW
from tests.fuzz.seeds import as_csv, as_json

SECONDS = 2.0
MEGABYTES = 200


REFUSED, REFUSED_ENTRIES, TAKEN = "refused", "refused entry by entry", "taken"


def _exported(file: Path) -> Content:
    return read_file(file, CATALOGUE, NOW)


class Desk:
    """A folder with an empty diary, on which one file after the other is tried.

    `read` is the importer: it gives what is in a file, or raises a `DiaryError`.
    """

    def __init__(self, folder: Path, read: Callable[[Path], Content] = _exported) -> None:
        self._folder, self._file, self._reader = folder, folder / "given", read
        self._empty = folder / "empty"
        open_diary(self._empty).close()
        self._least = _peak()

    def judge(self, file: bytes) -> str:
        """Import the file, see that all holds, and say what became of it.

        Raises:
            AssertionError: Something does not.
        """
        self._file.write_bytes(file)
        started = process_time()
        content = self._read()
        assert process_time() - started < SECONDS, "it took too long"
        assert _peak() - self._least < MEGABYTES, "it took too much memory"
        if content is None:
            return REFUSED
        self._store(content)
        if content.refusals:
            return REFUSED_ENTRIES
        self._send_on(content.everything())
        return TAKEN

    def _read(self) -> Content | None:
        """What is in it; None where it is refused with a sentence."""
        try:
            return self._reader(self._file)
        except DiaryError as refused:
            said = str(refused)
        assert said.endswith("."), said
        return None

    def _store(self, content: Content) -> None:
        """Into a new diary, which holds it then, or nothing of it."""
        folder = self._folder / "diary"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name in (DB_NAME, *NAMES):
            shutil.copyfile(self._empty / name, folder / name)
        with closing(open_diary(folder)) as store:
            bring(store, compare(store, content), Choices())
            wanted = Everything() if content.refusals else content.everything()
            assert store.everything() == wanted, "the diary holds something else"

    def _send_on(self, diary: Everything) -> None:
        """It goes out and comes in again; photos in a zip only."""
        for file in (as_json(diary), as_csv(diary)):
            self._file.write_bytes(file)
            again = _exported(self._file)
            photos = file.startswith(b"PK")
            wanted = [one for one in diary.records() if photos or not isinstance(one, Photo)]
            assert not again.refusals, again.refusals
            assert list(again.everything().records()) == wanted, "it comes back as something else"


def _peak() -> float:
    """The most memory that this process ever had, in MB; not told by Windows."""
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - only there

    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
