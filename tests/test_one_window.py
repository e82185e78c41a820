"""Fault 22: a second start shows the first window; what a killed one left needs no help."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo, QTimer
from pytestqt.qtbot import QtBot

from db.folder import open_diary
from diary.one_window import LOCK_NAME, SHOW_NAME, OneWindow, OtherComputerError

ROOT = Path(__file__).resolve().parent.parent
SHOWN = "shown\n"
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from diary import application, one_window, startup
from diary.ui import raising
application.bring_up = lambda window: (raising.bring_up(window), print("shown", flush=True))
quiet = startup.let_signals_through
def let_signals_through(application, window):
    quiet(application, window)
    QTimer.singleShot(0, window, lambda: print("open", flush=True))
startup.let_signals_through = let_signals_through
from diary.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The program itself, that says when its window is open and when it was asked to show it."""


def arguments(tmp_path: Path) -> list[str]:
    return ["--diary", str(tmp_path / "diary"), "--profile", str(tmp_path / "profile")]


def start(tmp_path: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WINDOW, *arguments(tmp_path), *more]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment)


def run(tmp_path: Path, *more: str) -> int:
    with start(tmp_path, *more) as process:
        return process.wait(60)


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def content(folder: Path) -> dict[str, str]:
    names = ("diary.db", "diary.db-wal", "keys.json", "keys.copy.json")
    files = [folder / name for name in names if (folder / name).exists()]
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture
def first(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The program with its window open."""
    open_diary(tmp_path / "diary").close()
    with start(tmp_path) as process:
        assert line(process) == "open\n"
        yield process
        process.kill()


def test_22_a_second_start_shows_the_first_window_and_writes_nothing(
    tmp_path: Path, first: subprocess.Popen[str]
) -> None:
    before = content(tmp_path / "diary")

    assert run(tmp_path) == 0

    assert line(first) == SHOWN
    assert not (tmp_path / "diary" / SHOW_NAME).exists()
    assert content(tmp_path / "diary") == before
    assert first.poll() is None


def test_22_a_start_by_the_computer_leaves_the_open_window_where_it_is(
    tmp_path: Path, first: subprocess.Popen[str]
) -> None:
    assert run(tmp_path, "--in-tray") == 0
    assert not (tmp_path / "diary" / SHOW_NAME).exists()
    assert first.poll() is None


def test_22_after_a_kill_the_next_start_opens_without_help(
    tmp_path: Path, first: subprocess.Popen[str]
) -> None:
    first.kill()
    first.wait()
    assert (tmp_path / "diary" / LOCK_NAME).exists()

    with start(tmp_path) as second:
        assert line(second) == "open\n"
        second.send_signal(signal.SIGTERM)
        assert second.wait(60) == 0

    assert not (tmp_path / "diary" / LOCK_NAME).exists()


def test_a_command_works_beside_the_open_window(
    tmp_path: Path, first: subprocess.Popen[str]
) -> None:
    output = str(tmp_path / "out.json")
    assert run(tmp_path, "export", "--format", "json", "--output", output) == 0
    assert first.poll() is None


# Parts.


def other_program_claims(folder: Path) -> bool:
    code = "import sys; from pathlib import Path; from diary.one_window import OneWindow; "
    code += "print(OneWindow(Path(sys.argv[1])).claim())"
    command = [sys.executable, "-c", code, str(folder)]
    return subprocess.check_output(command, cwd=ROOT, text=True).strip() == "True"


def lock(folder: Path, words: str) -> Path:
    folder.mkdir()
    file = folder / LOCK_NAME
    file.write_text(words)
    return file


def test_a_second_claim_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    one = OneWindow(tmp_path)
    assert one.claim()
    assert OneWindow(tmp_path).claim(), "it is ours already"
    assert not other_program_claims(tmp_path)
    one.release()
    assert other_program_claims(tmp_path)


def test_the_lock_is_for_its_owner_only(tmp_path: Path) -> None:
    one = OneWindow(tmp_path)
    assert one.claim()
    assert (tmp_path / LOCK_NAME).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "words",
    ["", "garbage", "1\n", f"1\nsystemd\n{QSysInfo.machineHostName()}\n\n\n", "\0" * 500],
    ids=["empty", "garbage", "cut off", "number given anew", "zeros"],
)
def test_22_a_lock_that_nobody_holds_is_in_nobodys_way(folder: Path, words: str) -> None:
    lock(folder, words)
    one = OneWindow(folder)
    assert one.claim()
    assert one.after_crash


def test_a_window_on_another_computer_is_named(folder: Path) -> None:
    file = lock(folder, "12\npython3\nkitchen\n\n\n")
    one = OneWindow(folder)
    with pytest.raises(OtherComputerError, match="kitchen"):
        one.claim()
    assert file.read_text().startswith("12")

    one.take_over()
    assert one.claim()
    assert not other_program_claims(folder)


def test_where_there_is_no_folder_none_is_made(folder: Path) -> None:
    assert OneWindow(folder).claim()
    assert not folder.exists()


def test_a_folder_made_by_the_first_start_is_locked_as_well(folder: Path, qtbot: QtBot) -> None:
    assert qtbot is not None
    one = OneWindow(folder)
    assert one.claim()
    open_diary(folder).close()
    one.attend(QTimer(), lambda: None)
    assert not other_program_claims(folder)


def test_being_called_shows_the_window_once(folder: Path, qtbot: QtBot) -> None:
    folder.mkdir()
    shown: list[int] = []
    pulse = QTimer()
    one, other = OneWindow(folder), OneWindow(folder)
    assert one.claim()
    one.attend(pulse, lambda: shown.append(1))
    other.call()
    pulse.start(1)
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(20)
    assert shown == [1]
