"""Faults 12, 18, 19 and 27 behind a passphrase: what helps is offered with the words just typed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from db import backup, keys, passphrase, recovery
from db.folder import open_diary
from db.records import Put, Reading
from diary.ui.unlock import Unlock
from tests.ui.test_start_problem import DAY, MADE, opens, places, play, press, says, shown, spoil

__all__ = ["places", "play"]

WORDS = "warm gloves"


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


@pytest.fixture
def backed_up(places: Path) -> Path:
    """A diary with a passphrase and a backup."""
    with closing(open_diary(places, passphrase=WORDS)) as store:
        store.write([Put(Reading(DAY, "skin.itch", 3, MADE))])
        backup.make_automatic(store, places / "backups", MADE)
    return places


def type_words() -> bool:
    window = shown(Unlock)
    if not isinstance(window, Unlock):
        return False
    window.passphrase.line.setText(WORDS)
    window.open_diary()
    return True


def ask_for_backups() -> bool:
    window = shown(Unlock)
    if not isinstance(window, Unlock):
        return False
    buttons = [each for each in window.findChildren(QPushButton) if each.isVisible()]
    next(each for each in buttons if "look for a backup" in each.text()).click()
    return True


def test_12_a_damaged_one_is_restored_without_typing_again(
    backed_up: Path, play: Callable[..., int]
) -> None:
    spoil(backed_up / "diary.db", 0)

    code = play(
        type_words,
        says("A part of your diary cannot be read", "21 November 2026", "whole"),
        press("Restore the newest backup"),
        says("Your diary is back as it was"),
        press("Open the diary"),
        type_words,
        opens,
    )

    assert code == 0
    with closing(open_diary(backed_up, passphrase=WORDS)) as store:
        assert store.reading(DAY, "skin.itch") is not None


def test_14_what_can_be_read_is_saved_without_typing_again(
    backed_up: Path, play: Callable[..., int]
) -> None:
    file = backed_up / "diary.db"
    file.write_bytes(file.read_bytes()[:-4096])

    assert play(type_words, press("Save what can be read"), says("saved", "is kept in")) == 0


def test_19_a_newer_one_is_told_after_the_words(backed_up: Path, play: Callable[..., int]) -> None:
    store = open_diary(backed_up, passphrase=WORDS)
    with store.database.writing() as connection:
        connection.execute("PRAGMA user_version=99")
    store.close()

    assert play(type_words, says("needs a newer version", "All your entries are there")) == 0


def test_27_without_keys_and_without_a_code_the_backups_are_offered(
    backed_up: Path, play: Callable[..., int]
) -> None:
    for name in keys.NAMES:
        (backed_up / name).unlink()

    code = play(
        ask_for_backups,
        says("The small file that opens your diary is missing", "21 November 2026"),
        press("Restore the newest backup"),
        says("has a passphrase"),
    )

    assert code == 0


def test_27_with_the_keys_of_another_diary_the_code_or_a_backup_opens_it(
    backed_up: Path, tmp_path: Path, play: Callable[..., int]
) -> None:
    """Given both key files of a diary without a passphrase in the place of ours."""
    secret = keys.load(backed_up, WORDS)
    open_diary(tmp_path / "other").close()
    for name in keys.NAMES:
        shutil.copy(tmp_path / "other" / name, backed_up / name)

    def type_code() -> bool:
        window = shown(Unlock)
        if not isinstance(window, Unlock):
            return False
        window.recovery.code.line.setText(recovery.written(secret))
        window.recovery.ready.emit(secret, WORDS)
        return True

    code = play(
        ask_for_backups,
        says("The key file does not belong to this diary", "recovery code"),
        press("Try again"),
        type_code,
        opens,
    )

    assert code == 0
    with closing(open_diary(backed_up, passphrase=WORDS)) as store:
        assert store.reading(DAY, "skin.itch") is not None
    (aside,) = backed_up.glob("keys of another diary *.json")
    assert aside.read_text() == keys.text(tmp_path / "other")
