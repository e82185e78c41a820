"""Faults 29, 31 and 32 with real processes: a passphrase, a lock, and `kill -9`."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import backup, drafts, keys
from db.errors import WrongPassphraseError
from db.folder import BACKUPS_NAME, open_diary
from db.unpacked import Access, unpacked

ROOT = Path(__file__).parents[2]
WORDS, NEW = "canary-pass warm gloves", "canary-pass cold mornings"
NOTE, QUESTION = "canary-note my fingers were white", "canary-question what helps at night"
CANARY = b"canary"
CHANGE = """
import sys
from pathlib import Path
from diary import lock
folder, old, new = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
secret = lock.secret(folder, old)
print("begins", flush=True)
lock.change(folder, secret, new)
"""


def run(home: Path, code: list[str]) -> subprocess.Popen[str]:
    temporary = home / "tmp"
    temporary.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "TMPDIR": str(temporary),
        "HOME": str(home / "home"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    return subprocess.Popen(
        [sys.executable, *code], cwd=home, stdout=subprocess.PIPE, text=True, env=environment
    )


def read_all(home: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in home.rglob("*") if each.is_file()}


@pytest.fixture
def locked_and_killed(tmp_path: Path) -> Path:
    """What is left of the program that was killed while it was locked."""
    open_diary(tmp_path / "diary", passphrase=WORDS).close()
    child = ["-m", "tests.faults.lock_child", str(tmp_path), WORDS, NOTE, QUESTION]
    with run(tmp_path, child) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        process.kill()
    return tmp_path


def test_31_nothing_readable_is_on_the_disk(locked_and_killed: Path) -> None:
    files = read_all(locked_and_killed)

    assert any(name.endswith("diary.db") for name in files)
    assert [name for name, content in files.items() if CANARY in content.lower()] == []
    assert [
        name for name, content in files.items() if "canary".encode("utf-16-le") in content
    ] == []
    assert [name for name in files if "core" in Path(name).name] == []


def test_31_without_the_words_nothing_opens_and_with_them_nothing_is_lost(
    locked_and_killed: Path,
) -> None:
    folder = locked_and_killed / "diary"
    with pytest.raises(WrongPassphraseError):
        open_diary(folder, passphrase=NEW)

    with closing(open_diary(folder, passphrase=WORDS)) as store:
        assert NOTE in [note.text for note in store.everything().notes]
        assert QUESTION in drafts.kept(store.database)


AGAIN = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from diary.paths import places
from diary.startup import open_window
from diary.ui.dialogs.question_editor import QuestionEditor
home = Path(sys.argv[1])
application, asked = open_window(places(home / "diary", home / "profile"))
asked.passphrase.line.setText(sys.argv[2])
asked.open_diary()
while asked.instead is None:
    QTest.qWait(20)
QTest.qWait(200)
window = asked.instead
found = [each for each in window.findChildren(QuestionEditor) if each.isVisible()]
print(window.stack.key, [each.form.inputs["text"].read() for each in found], flush=True)
asked.leave()
"""


def test_32_after_the_kill_the_page_the_dialog_and_the_text_are_back(
    locked_and_killed: Path,
) -> None:
    with run(locked_and_killed, ["-c", AGAIN, str(locked_and_killed), WORDS]) as process:
        assert process.stdout is not None
        said = process.stdout.read()

    assert said == f"care {[QUESTION]}\n"
    assert process.returncode == 0


def changed_and_killed(home: Path, delay: float) -> bool:
    """Kill a change of the passphrase after a delay; whether it was done by then."""
    with run(home, ["-c", CHANGE, str(home / "diary"), WORDS, NEW]) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
    return process.wait() == 0


def which_opens(folder: Path) -> str:
    for words in (NEW, WORDS):
        try:
            open_diary(folder, passphrase=words).close()
        except WrongPassphraseError:
            continue
        return words
    return ""


def backup_opens(file: Path, scratch: Path) -> bool:
    for words in (WORDS, NEW):
        try:
            with unpacked(file, scratch, Access(passphrase=words)):
                return True
        except WrongPassphraseError:
            continue
    return False


def kills(tmp_path: Path, number: int) -> None:
    chance = random.Random(29)
    for point in range(number):
        home = tmp_path / str(point)
        home.mkdir()
        folder = home / "diary"
        with closing(open_diary(folder, passphrase=WORDS)) as store:
            made = backup.make_automatic(
                store, folder / BACKUPS_NAME, datetime(2026, 11, 22, tzinfo=UTC)
            )
        changed_and_killed(home, chance.uniform(0, 0.7))

        assert which_opens(folder)
        assert backup_opens(made, home)
        for name in keys.NAMES:
            assert (folder / name).exists()


def test_29_a_change_killed_at_any_point_leaves_words_that_open(tmp_path: Path) -> None:
    kills(tmp_path, 3)


@pytest.mark.slow
def test_29_a_change_killed_at_60_points_leaves_words_that_open(tmp_path: Path) -> None:
    kills(tmp_path, 60)
