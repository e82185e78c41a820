"""Started without a terminal, the program shows what can be done for a diary that does not open."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db import backup, keys
from db.check import check
from db.folder import open_diary
from db.records import Put, Reading
from diary.cli import main_window
from diary.one_window import LOCK_NAME
from diary.ui.crash import CrashHook
from diary.ui.main_window import MainWindow
from diary.ui.problem_window import ProblemWindow

DAY = date(2026, 11, 20)
MADE = datetime(2026, 11, 21, 17, 3, tzinfo=UTC)
Step = Callable[[], object]


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The diary's folder, where the program is about to be started."""
    folder = tmp_path / "diary"
    words = ["diary", "--diary", str(folder), "--profile", str(tmp_path / "profile")]
    monkeypatch.setattr(sys, "argv", words)
    return folder


@pytest.fixture
def play(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Start the program, take one step after another, each when its time has come."""
    errors: list[BaseException] = []

    def tell(hook: CrashHook, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        errors.append(error)

    monkeypatch.setattr(CrashHook, "__call__", tell)

    def run(*steps: Step) -> int:
        left = list(steps)
        tries = 0

        def look() -> None:
            nonlocal tries
            try:
                tries += 1
                assert tries < 1000, "a step’s time has not come"
                if left[0]() is not False:
                    left.pop(0)
                    tries = 0
            except BaseException as error:  # noqa: BLE001 - told when the program has ended
                errors.append(error)
                left.clear()
            if not left:
                timer.stop()
                for window in QApplication.topLevelWidgets():
                    getattr(window, "leave", window.close)()

        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(20)
        code = main_window()
        if errors:
            raise errors[0]
        assert not left
        return code

    assert qtbot is not None
    return run


def problem() -> ProblemWindow | None:
    return cast("ProblemWindow | None", shown(ProblemWindow))


def shown(kind: type[QWidget]) -> QWidget | None:
    found = [each for each in QApplication.topLevelWidgets() if type(each) is kind]
    return next((each for each in found if each.isVisible()), None)


def press(words: str) -> Step:
    """Press a button as soon as it can be pressed."""

    def step() -> bool:
        window = problem()
        if window is None:
            return False
        for each in window.findChildren(QPushButton):
            if each.text() == words and each.isVisible() and each.isEnabled():
                each.click()
                return True
        return False

    return step


def says(*parts: str) -> Step:
    """Wait until the window says all of it."""

    def step() -> bool:
        window = problem()
        if window is None:
            return False
        said = " ".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())
        return all(part in said for part in parts)

    return step


def opens() -> bool:
    """Wait for the diary's window."""
    window = shown(MainWindow)
    if window is None:
        return False
    window.leave()  # type: ignore[attr-defined]
    return True


def fill(folder: Path, value: int) -> None:
    with closing(open_diary(folder)) as store:
        store.write([Put(Reading(DAY, "skin.itch", value, MADE))])


def back_up(folder: Path) -> None:
    with closing(open_diary(folder)) as store:
        backup.make_automatic(store, folder / "backups", MADE)


def value(folder: Path) -> object:
    with closing(open_diary(folder, create=False)) as store:
        assert check(store) == []
        reading = store.reading(DAY, "skin.itch")
    return reading and reading.value


def spoil(file: Path, at: int) -> bytes:
    content = bytearray(file.read_bytes())
    content[at : at + 50] = b"x" * 50
    file.write_bytes(content)
    return bytes(content)


def test_12_a_damaged_diary_is_restored_from_its_newest_backup(
    places: Path, play: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    fill(places, 3)
    back_up(places)
    fill(places, 5)
    damaged = spoil(places / "diary.db", 0)

    code = play(
        says("A part of your diary cannot be read", "21 November 2026", "whole"),
        press("Restore the newest backup"),
        says("Your diary is back as it was on 21 November 2026", "is kept in"),
        press("Open the diary"),
        opens,
    )

    assert code == 0
    assert value(places) == 3
    (kept,) = places.glob("backups/damaged */diary.db")
    assert kept.read_bytes() == damaged
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (places / LOCK_NAME).exists()


def test_14_what_can_be_read_is_saved_and_the_rest_is_kept(
    places: Path, play: Callable[..., int]
) -> None:
    fill(places, 3)
    file = places / "diary.db"
    damaged = file.read_bytes()[:-4096]
    file.write_bytes(damaged)

    code = play(
        says("No backup was found"),
        press("Save what can be read"),
        says("saved", "is kept in"),
        press("Open the diary"),
        opens,
    )

    assert code == 0
    (kept,) = places.glob("backups/damaged */diary.db")
    assert kept.read_bytes() == damaged
    value(places)


def test_11_an_empty_file_is_no_new_diary(places: Path, play: Callable[..., int]) -> None:
    fill(places, 3)
    (places / "diary.db").write_bytes(b"")
    assert play(says("The file of your diary is empty", "No backup was found")) == 1
    assert (places / "diary.db").read_bytes() == b""


def test_10_a_missing_file_is_restored_from_a_backup(
    places: Path, play: Callable[..., int]
) -> None:
    fill(places, 3)
    back_up(places)
    (places / "diary.db").unlink()
    code = play(
        says("The file of your diary is missing", "No empty diary was made"),
        press("Restore the newest backup"),
        press("Open the diary"),
        opens,
    )
    assert code == 0
    assert value(places) == 3


@pytest.mark.parametrize("mount", ["gone", "empty"])
def test_9_a_folder_that_has_gone_is_no_first_start(
    places: Path, play: Callable[..., int], mount: str, tmp_path: Path
) -> None:
    fill(places, 3)
    assert play(opens) == 0
    places.rename(tmp_path / "elsewhere")
    if mount == "empty":
        places.mkdir()

    def put_back() -> None:
        if mount == "empty":
            assert not [each for each in places.iterdir() if each.name != LOCK_NAME]
            shutil.rmtree(places)
        else:
            assert not places.exists()
        (tmp_path / "elsewhere").rename(places)

    title = (
        "The file of your diary is missing"
        if mount == "empty"
        else "Your diary is not where it was"
    )
    assert play(says(title, "No empty diary was made"), put_back, press("Try again"), opens) == 0
    assert value(places) == 3


def test_9_a_new_diary_is_begun_only_when_it_is_wanted(
    places: Path, play: Callable[..., int]
) -> None:
    assert play(opens) == 0
    shutil.rmtree(places)
    assert play(press("Begin a new diary here"), opens) == 0
    assert value(places) is None


def test_another_folder_is_opened_and_remembered(
    places: Path, play: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = tmp_path / "moved" / "diary"
    fill(moved, 3)
    fill(places, 5)
    (places / "diary.db").write_bytes(b"not a database" * 500)

    def choose() -> bool:
        window = problem()
        if window is None:
            return False
        window.ask_folder = lambda: str(moved.parent)
        return True

    assert play(choose, press("Choose another folder…"), opens) == 0
    monkeypatch.setattr(sys, "argv", ["diary", "--profile", str(tmp_path / "profile")])
    assert play(opens) == 0
    assert (moved / "keys.json").exists()


def test_6_a_full_disk_is_called_full(
    places: Path, play: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(places, 3)

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.folder.tempfile.TemporaryFile", full)
    monkeypatch.setattr("db.reading_copy.shutil.copyfile", full)
    assert play(says("The disk is full", "Nothing was changed")) == 1


def test_the_backups_of_a_lost_key_open_the_diary_again(
    places: Path, play: Callable[..., int]
) -> None:
    fill(places, 3)
    back_up(places)
    for name in (*keys.NAMES, "diary.db"):
        (places / name).unlink()
    code = play(press("Restore the newest backup"), press("Open the diary"), opens)
    assert code == 0
    assert value(places) == 3


def test_without_a_terminal_the_window_still_comes(
    places: Path, play: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    places.write_text("mine")
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    assert play(says("There is a file in the place of your diary")) == 1
    assert places.read_text() == "mine"


def test_13_damage_found_after_the_start_leads_to_the_same_window(
    places: Path, play: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diary.ui.check_minder.QUIET_MS", 50)
    fill(places, 3)
    back_up(places)
    size = (places / "diary.db").stat().st_size
    spoil(places / "diary.db", size - 2000)

    code = play(
        says("A part of your diary cannot be read"),
        press("Restore the newest backup"),
        press("Open the diary"),
        opens,
    )

    assert code == 0
    assert value(places) == 3


def test_25_a_cloud_folder_is_warned_of_before_a_diary_is_begun(
    tmp_path: Path, play: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Dropbox" / "diary"
    profile = str(tmp_path / "profile")
    monkeypatch.setattr(sys, "argv", ["diary", "--diary", str(folder), "--profile", profile])

    assert play(says("copied to the internet", "Dropbox", "No diary was made yet")) == 0
    assert not folder.exists()

    assert play(press("Begin a new diary here"), opens) == 0
    assert play(opens) == 0
    assert (folder / "diary.db").exists()
