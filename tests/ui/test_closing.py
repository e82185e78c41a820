"""Closing right after the start: what waited for an answer lets it go."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import DiskFullError
from db.store import Store
from diary.session import Session

DAY = date(2026, 11, 22)


def test_closing_while_old_deletions_are_forgotten_begins_no_sweep(session: Session) -> None:
    assert session.photos is not None
    session.forget_old()
    session.close()
    QApplication.processEvents()  # an error in a late answer fails the test


def test_closing_saves_what_was_entered_last_and_shows_it_no_more(session: Session) -> None:
    heard: list[object] = []
    session.changed.connect(heard.append)
    session.saved.connect(heard.append)
    session.record(DAY, "skin.itch", 4)
    session.close()
    QApplication.processEvents()
    assert heard == []
    assert session.read.reading(DAY, "skin.itch") is not None
    session.close()


def test_closing_tries_once_more_to_save_what_failed(
    session: Session, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a disk that was full and has room again."""

    def full(*_wishes: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patch, qtbot.waitSignal(session.save_failed):
        patch.setattr(store, "write", full)
        session.record(DAY, "skin.itch", 4)
    assert session.unsaved == 1

    session.close()

    assert session.read.reading(DAY, "skin.itch") is not None
