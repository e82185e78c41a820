"""One measurement each, in a process of its own; prints its figures as JSON. See bench.py."""

from __future__ import annotations

import time

STARTED = time.perf_counter()

# What follows is imported inside the probes: a floor must not pay for the program's parts.

import json  # noqa: E402
import os  # noqa: E402
import resource  # noqa: E402
import shutil  # noqa: E402
import statistics  # noqa: E402
import sys  # noqa: E402
from collections.abc import Callable  # noqa: E402
from datetime import UTC, date, datetime, timedelta  # noqa: E402
from importlib import import_module  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from db.store import Store

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

UNTIL = date(2026, 6, 30)
FULL_FROM, MEDICINES, PHOTOS, PICTURE = 50, 40, 2000, 60_000
"""A diary of so many years has so many medicines, and photos of so many bytes."""
SAVES, DAYS = 60, 40
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


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _bare_window(folder: Path, years: int) -> None:
    import sqlalchemy.orm  # noqa: F401
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


def _window(folder: Path, years: int, watcher: QObject | None = None) -> None:
    """Open the window as the program does; `watcher` sees the events of its first page."""
    from diary.collector import keep_what_is_made, no_collector
    from diary.paths import Places

    home = place(folder, years)
    with no_collector():
        from diary.startup import open_window

        application, window = open_window(
            Places(home / "diary", home / "settings.ini", home / "logs")
        )
        keep_what_is_made()
    if watcher is not None:
        window.today_page().installEventFilter(watcher)
    application.processEvents()
    _KEPT.extend((application, window))


def day_floor(_folder: Path, _years: int) -> Figures:
    """The time that a change of day may take, in seconds."""
    return {"figure": 0.1}


def day(folder: Path, years: int) -> Figures:
    """Going to the day before on the Today page, until it is painted: the median of many."""
    from PySide6.QtWidgets import QApplication

    _window(folder, years)
    page = _KEPT[-1].today_page()  # type: ignore[attr-defined]
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


def save_floor(folder: Path, years: int) -> Figures:
    """A bare INSERT and COMMIT on an encrypted file with the same PRAGMAs."""
    from db import engine

    file = place(folder, years) / "floor.db"
    connection = engine.connect(file, "a" * 64, mode="rwc")
    engine.prepare(connection)
    connection.execute(
        "CREATE TABLE IF NOT EXISTS t (day TEXT, field TEXT, value ANY, at TEXT, "
        "PRIMARY KEY (day, field)) STRICT"
    )

    def one(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT OR REPLACE INTO t VALUES (?, 'x', ?, '2026-01-01T00:00:00Z')",
            (str(number), number % 11),
        )
        connection.execute("COMMIT")

    return {"figure": _median_ms(one)}


def save(folder: Path, years: int) -> Figures:
    """A value through the store, durable."""
    from datetime import UTC, datetime

    from db.folder import open_diary
    from db.records import Put, Reading

    store = open_diary(place(folder, years) / "diary")

    def one(number: int) -> None:
        day = UNTIL - timedelta(days=number)
        store.write([Put(Reading(day, "skin.itch", number % 11, datetime.now(UTC)))])

    figure = _median_ms(one)
    store.close()
    return {"figure": figure}


def _median_ms(one: Callable[[int], None]) -> float:
    times = []
    for number in range(SAVES):
        began = time.perf_counter()
        one(number)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times[5:])


def export_floor(folder: Path, years: int) -> Figures:
    """`json.dumps` of the same rows."""
    rows = json.loads(_export(folder, years).read_bytes())
    began = time.perf_counter()
    target = place(folder, years) / "floor.json"
    target.write_text(json.dumps(rows, sort_keys=True), "utf-8")
    return {"figure": time.perf_counter() - began}


def _export(folder: Path, years: int) -> Path:
    file = place(folder, years) / "export.json"
    if not file.exists():
        _export_to(folder, years, file)
    return file


def _export_to(folder: Path, years: int, file: Path) -> None:
    from diary import cli

    diary = str(place(folder, years) / "diary")
    if cli.main(["--diary", diary, "export", "--format", "json", "--output", str(file)]):
        sys.exit("the export failed")


def _load() -> None:
    """Import what the commands need."""
    for name in (
        "db.folder",
        "diary.commands",
        "diary.exchange.importing",
        "diary.exchange.json_out",
    ):
        import_module(name)


def export(folder: Path, years: int) -> Figures:
    """The export command, with the diary to open; loading the program is no part of it."""
    _load()
    began = time.perf_counter()
    _export_to(folder, years, place(folder, years) / "again.json")
    return {"figure": time.perf_counter() - began, "peak_mb": _peak()}


def import_floor(folder: Path, years: int) -> Figures:
    """Plain INSERTs of the same rows into an encrypted file, from parsed JSON."""
    from db import engine

    text = _export(folder, years).read_bytes()
    file = place(folder, years) / "floor-import.db"
    file.unlink(missing_ok=True)
    began = time.perf_counter()
    given = json.loads(text)
    connection = engine.connect(file, "a" * 64, mode="rwc")
    engine.prepare(connection)
    connection.execute("CREATE TABLE r (a TEXT, b TEXT, c ANY, d TEXT, PRIMARY KEY (a, b)) STRICT")
    connection.execute("CREATE TABLE o (a TEXT PRIMARY KEY, b TEXT) STRICT")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO r VALUES (?, ?, ?, ?)",
        [(r["day"], r["field"], r["value"], r["recorded_at"]) for r in given["readings"]],
    )
    others = [(a["id"], json.dumps(a)) for a in given["attacks"]]
    others += [(n["day"], n["text"]) for n in given["notes"]]
    connection.executemany("INSERT INTO o VALUES (?, ?)", others)
    connection.execute("COMMIT")
    return {"figure": time.perf_counter() - began}


def import_(folder: Path, years: int) -> Figures:
    """The import command into an empty diary; loading the program is no part of it."""
    _load()
    from db.folder import open_diary
    from diary import cli

    file = _export(folder, years)
    target = place(folder, years) / "imported"
    shutil.rmtree(target, ignore_errors=True)
    open_diary(target).close()
    began = time.perf_counter()
    if cli.main(["--diary", str(target), "import", str(file)]):
        sys.exit("the import failed")
    return {"figure": time.perf_counter() - began, "peak_mb": _peak()}


def main() -> int:
    """Run one probe by its name and print what it measured."""
    name, folder, years = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if name in globals():
        figures: Figures = globals()[name](folder, years)
    else:
        figures = getattr(import_module("probes_drawing"), name)(place(folder, years))
    print(json.dumps(figures), flush=True)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
