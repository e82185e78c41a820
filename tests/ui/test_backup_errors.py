"""What goes wrong while backups are made or listed is said, or reaches the hook; none hangs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import backup_folder
from db.errors import DiskFailedError
from db.store import Store
from diary import backup_keeper
from diary.backup_keeper import SECOND_NAME, Keeper
from diary.session import Session
from tests.ui.test_backups import backups


def bug(*_given: object) -> None:
    """A mistake of the program."""
    raise ZeroDivisionError


def reached_the_hook(qtbot: QtBot, command: Callable[[], object]) -> bool:
    """Whether the command's error was handed to the hook of the program, which tells of bugs."""
    with qtbot.captureExceptions() as caught:
        command()
        qtbot.waitUntil(lambda: bool(caught))
    return caught[0][0] is ZeroDivisionError


def test_one_that_is_wanted_twice_is_made_once(
    session: Session, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.backups.told):
        session.backups.now()
        session.backups.now()

    assert len(backups(folder)) == 1


def test_a_diary_that_was_locked_meanwhile_needs_no_words(
    session: Session, store: Store, qtbot: QtBot
) -> None:
    """Given a lock that came before the worker began: what is due is made once it is open."""
    key = store.database.key
    store.database.rest()
    with (
        qtbot.assertNotEmitted(session.backups.told),
        qtbot.assertNotEmitted(session.backups.failed),
    ):
        session.backups.daily()
        assert session.backups.busy
        qtbot.waitUntil(lambda: not session.backups.busy)
    store.database.wake(key)

    with qtbot.waitSignal(session.backups.told):
        session.backups.daily()


def test_a_disk_that_cannot_be_listed_is_said(
    session: Session, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_given: object) -> Iterator[Path]:
        raise OSError(5, "Input/output error")

    (folder / "backups").mkdir()
    monkeypatch.setattr(Path, "glob", failing)
    with qtbot.waitSignal(session.backups.failed) as said:
        session.backups.look()

    assert isinstance((said.args or [None])[0], DiskFailedError)


def test_a_bug_while_backing_up_reaches_the_hook_and_the_next_try_works(
    session: Session, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Keeper, "now", bug)
        assert reached_the_hook(qtbot, session.backups.now)

    with qtbot.waitSignal(session.backups.told):
        session.backups.now()
    assert len(backups(folder)) == 1


def test_a_bug_while_a_second_place_is_made_reaches_the_hook(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_keeper, "prepared", bug)

    assert reached_the_hook(qtbot, lambda: session.backups.prepare(tmp_path))
    assert not (tmp_path / SECOND_NAME).exists()


def test_a_bug_while_a_backup_is_checked_reaches_the_hook(
    session: Session, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(session.backups.told):
        session.backups.now()
    assert backups(folder)
    monkeypatch.setattr(backup_folder, "is_whole", bug)

    assert reached_the_hook(qtbot, lambda: session.restoring.look(None))
