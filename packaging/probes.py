"""One measurement each, in a process of its own; prints its figures as JSON. See bench.py.

Here are those of the window: its start, a change of day, its memory. What is drawn and what is
stored are measured in files of their own.
"""

from __future__ import annotations

import time

STARTED = time.perf_counter()

# ruff: noqa: E402 - the clock begins before anything else is imported
# The program's parts are imported inside the probes: a floor must not pay for them.

import json
import os
import resource
import statistics
import sys
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from db.store import Store
    from diary.ui.main_window import MainWindow

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

UNTIL = date(2026, 6, 30)
FULL_FROM, MEDICINES, PHOTOS, PICTURE = 50, 40, 2000, 60_000
"""A diary of so many years has so many medicines, and photos of so many bytes."""
DAYS = 40
OTHERS = {"trends": "probes_drawing", "summary": "probes_drawing", "gaps": "probes_gaps"}
"""Where the measurements are that are not here, nor in `probes_stored`."""
Figures = dict[str, float]


def place(folder: Path, years: int) -> Path:
    """Where the prepared diary of so many years is."""
    return folder / f"years-{years}"


def prepare(folder: Path, years: int) -> Figures:
    """Write a diary of so many years, and its export."""
    from db.folder import open_diary
    from db.records import Put
    from diary.demo import sample

    began = time.perf_counter()
    store = open_diary(place(folder, years) / "diary")
    store.write(Put(record) for record in sample(round(years * 365.25), UNTIL).records())
    if years >= FULL_FROM:
        _fill(store)
    store.close()
    return {"figure": time.perf_counter() - began}


def _fill(store: Store) -> None:
    """Add many medicines, and photos of no real picture: only their number and size count."""
    from uuid_utils import uuid7

    from db.records import DosePeriod, Medicine, Photo, Put

    at = datetime(2026, 6, 30, 12, tzinfo=UTC)
    for number in range(MEDICINES):
        medicine = Medicine(id=str(uuid7()), name=f"Medicine {number}", recorded_at=at)
        period = DosePeriod(id=str(uuid7()), medicine=medicine.id, dose="10 mg", recorded_at=at)
        store.write([Put(medicine), Put(period)])
    for number in range(PHOTOS):
        day = UNTIL - timedelta(days=number)
        photo = Photo(
            id=str(uuid7()),
            day=day,
            about="day",
            about_id=day.isoformat(),
            width=2000,
            height=1500,
            recorded_at=at,
        )
        store.write([Put(photo)], [(photo.id, os.urandom(PICTURE))])


def _resident() -> float:
    """Memory in use, in MB."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1e6


def _bare_window(folder: Path, years: int) -> None:
    import sqlalchemy.orm  # noqa: F401 - part of the floor, used or not
    from PySide6.QtWidgets import QApplication, QMainWindow
    from sqlcipher3 import dbapi2

    from db import keys

    diary = place(folder, years) / "diary"
    key = keys.database_key(keys.load(diary))
    connection = dbapi2.connect(str(diary / "diary.db"))
    connection.execute(f"PRAGMA key=\"x'{key}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    application = QApplication.instance() or QApplication([])
    window = QMainWindow()
    window.show()
    application.processEvents()
    _KEPT.extend((application, window, connection))


_KEPT: list[object] = []


def start_floor(folder: Path, years: int) -> Figures:
    """A bare window, sqlalchemy.orm and an open database."""
    _bare_window(folder, years)
    return _since_the_start()


def start(folder: Path, years: int) -> Figures:
    """The program up to a painted Today page, which takes keys and clicks."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    class Painted(QObject):
        """Sees the first painting of the page."""

        seen = False

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            self.seen = self.seen or event.type() is QEvent.Type.Paint
            return False

    painted = Painted()
    _window(folder, years, painted)
    while not painted.seen:
        QApplication.processEvents()
    return _since_the_start()


def _since_the_start() -> Figures:
    """The time on the clock, and that of the processor: other programs disturb it far less."""
    return {"figure": time.perf_counter() - STARTED, "cpu": time.process_time()}


def _window(folder: Path, years: int, watcher: QObject | None = None) -> MainWindow:
    """Open the window as the program does; `watcher` sees the events of its first page."""
    from diary.collector import keep_what_is_made, no_collector
    from diary.paths import Places

    home = place(folder, years)
    with no_collector():
        from diary.startup import open_window
        from diary.ui.main_window import MainWindow

        application, window = open_window(
            Places(home / "diary", home / "settings.ini", home / "logs")
        )
        keep_what_is_made()
    assert isinstance(window, MainWindow)  # noqa: S101 - the prepared diary has no passphrase
    if watcher is not None:
        window.today_page().installEventFilter(watcher)
    application.processEvents()
    _KEPT.extend((application, window))
    return window


def day_floor(_folder: Path, _years: int) -> Figures:
    """The time that a change of day may take, in seconds."""
    return {"figure": 0.1}


def day(folder: Path, years: int) -> Figures:
    """Going to the day before on the Today page, until it is painted: the median of many."""
    from PySide6.QtWidgets import QApplication

    page = _window(folder, years).today_page()
    times = []
    for _number in range(DAYS):
        began = time.perf_counter()
        page.step(-1)
        QApplication.processEvents()
        times.append(time.perf_counter() - began)
    return {"figure": statistics.median(times), "worst_ms": 1000 * max(times)}


def memory_floor(folder: Path, years: int) -> Figures:
    """Resident memory of the bare window, in MB."""
    _bare_window(folder, years)
    return {"figure": _resident()}


def memory(folder: Path, years: int) -> Figures:
    """Resident memory of the program on its Today page, in MB."""
    _window(folder, years)
    return {"figure": _resident()}


def main() -> int:
    """Run one probe by its name and print what it measured."""
    name, folder, years = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if name in globals():
        figures: Figures = globals()[name](folder, years)
    else:
        probes = import_module(OTHERS.get(name.removesuffix("_floor"), "probes_stored"))
        figures = getattr(probes, name)(place(folder, years))
    print(json.dumps(figures), flush=True)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
