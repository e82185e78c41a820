"""The measurements of what is stored: saving, export and import. Run by probes.py.

Loading the program is no part of the figures.
"""

from __future__ import annotations

import json
import resource
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path

from db import engine
from db.folder import open_diary
from db.records import Put, Reading
from diary import cli

Figures = dict[str, float]

UNTIL = date(2026, 6, 30)
SAVES, WARM = 60, 5
KEY = "a" * 64


def save_floor(home: Path) -> Figures:
    """A bare INSERT and COMMIT on an encrypted file with the same PRAGMAs."""
    connection = engine.connect(home / "floor.db", KEY, mode="rwc")
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


def save(home: Path) -> Figures:
    """A value through the store, durable."""
    store = open_diary(home / "diary")

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
    return statistics.median(times[WARM:])


def export_floor(home: Path) -> Figures:
    """`json.dumps` of the same rows."""
    rows = json.loads(_export(home).read_bytes())
    began = time.perf_counter()
    (home / "floor.json").write_text(json.dumps(rows, sort_keys=True), "utf-8")
    return {"figure": time.perf_counter() - began}


def export(home: Path) -> Figures:
    """The export command, with the diary to open."""
    _load()
    began = time.perf_counter()
    _export_to(home, home / "again.json")
    return {"figure": time.perf_counter() - began, "peak_mb": _peak()}


def import_floor(home: Path) -> Figures:
    """Plain INSERTs of the same rows into an encrypted file, from parsed JSON."""
    text = _export(home).read_bytes()
    file = home / "floor-import.db"
    file.unlink(missing_ok=True)
    began = time.perf_counter()
    given = json.loads(text)
    connection = engine.connect(file, KEY, mode="rwc")
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


def import_(home: Path) -> Figures:
    """The import command into an empty diary."""
    _load()
    file = _export(home)
    target = home / "imported"
    shutil.rmtree(target, ignore_errors=True)
    open_diary(target).close()
    began = time.perf_counter()
    if cli.main(["--diary", str(target), "import", str(file)]):
        sys.exit("the import failed")
    return {"figure": time.perf_counter() - began, "peak_mb": _peak()}


def _export(home: Path) -> Path:
    file = home / "export.json"
    if not file.exists():
        _export_to(home, file)
    return file


def _export_to(home: Path, file: Path) -> None:
    diary = str(home / "diary")
    if cli.main(["--diary", diary, "export", "--format", "json", "--output", str(file)]):
        sys.exit("the export failed")


def _load() -> None:
    """Import what the commands import when they run."""
    for name in ("diary.commands_import", "diary.exchange.importing", "diary.exchange.json_out"):
        import_module(name)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
