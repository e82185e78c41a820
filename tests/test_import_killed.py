"""`kill -9` at any moment of an import: all of the file or nothing, and nothing older is lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db.check import check
from db.errors import NoDiaryError
from db.folder import open_diary
from db.records import Everything, Put, in_order, key_of
from diary.demo import sample
from tests.exchange.diaries import exported

NEW = sample(days=150, seed=5)
OLDER = sample(days=10, until=NEW.readings[0].day - timedelta(days=30), seed=6)
BOTH = replace(
    NEW,
    readings=OLDER.readings + NEW.readings,
    notes=OLDER.notes + NEW.notes,
    attacks=OLDER.attacks + NEW.attacks,
    events=tuple(
        sorted({key_of(one): one for one in NEW.events + OLDER.events}.values(), key=in_order)
    ),
)
COMMAND = """
import sys
import diary.commands_import, diary.exchange.importing, db.folder
from diary.cli import main
print("ready", flush=True)
sys.stdin.readline()
sys.exit(main(sys.argv[1:]))
"""


def import_killed(folder: Path, file: Path, after: float | None) -> bool:
    """Run the real command and kill it `after` seconds; whether it had said that it was done."""
    arguments = ["--diary", folder, "--profile", folder.parent / "p", "import", file]
    child = subprocess.Popen(
        [sys.executable, "-c", COMMAND, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    with child:
        assert child.stdout.readline() == "ready\n"
        child.stdin.write("go\n")
        child.stdin.flush()
        if after is not None:
            time.sleep(after)
            child.kill()
        said = child.stdout.read()
    return child.returncode == 0 or said.startswith("Added: ")


def whole_diary(folder: Path) -> Everything:
    """What the diary holds after the kill; it must open, and be whole."""
    try:
        store = open_diary(folder, create=False)
    except NoDiaryError:
        store = open_diary(folder)  # killed while it was being made: the next start makes it
    try:
        assert check(store) == []
        return store.everything()
    finally:
        store.close()


def try_points(tmp_path: Path, points: int, seed: int) -> None:
    file = tmp_path / "new.json"
    file.write_bytes(exported(NEW, "json"))
    chance = random.Random(seed)
    began = time.monotonic()
    assert import_killed(tmp_path / "measured", file, None)
    length = time.monotonic() - began
    for point in range(points):
        folder = tmp_path / f"diary{point}"
        before = Everything()
        if point % 4:
            store = open_diary(folder)
            store.write(Put(record) for record in OLDER.records())
            store.close()
            before = OLDER
        acknowledged = import_killed(folder, file, chance.uniform(0, length))
        found = whole_diary(folder)
        after = BOTH if point % 4 else NEW

        assert found in ((after,) if acknowledged else (before, after))


def test_an_import_killed_at_some_moments_is_all_or_nothing(tmp_path: Path) -> None:
    try_points(tmp_path, points=4, seed=1)


@pytest.mark.slow
def test_an_import_killed_at_a_hundred_moments_is_all_or_nothing(tmp_path: Path) -> None:
    try_points(tmp_path, points=100, seed=2)


def test_an_import_that_was_killed_can_be_done_again(tmp_path: Path) -> None:
    file = tmp_path / "new.json"
    file.write_bytes(exported(NEW, "json"))
    folder = tmp_path / "diary"
    import_killed(folder, file, 0.02)

    assert import_killed(folder, file, None)
    assert whole_diary(folder) == NEW
