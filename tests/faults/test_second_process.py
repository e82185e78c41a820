"""Fault 23: another program keeps the diary locked for a while; the window stays usable."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from diary.session import Session
from tests.db.test_failures import held

DAY = date(2026, 11, 22)


def locked_for(seconds: float, session: Session, folder: Path, qtbot: QtBot) -> int:
    """Save while the diary is locked, then wait; how often the window's loop went round."""
    rounds = 0

    def count() -> None:
        nonlocal rounds
        rounds += 1

    timer = QTimer()
    timer.timeout.connect(count)
    with held(folder):
        timer.start(10)
        with qtbot.waitSignal(session.save_failed, timeout=30_000):
            session.record(DAY, "skin.itch", 4)
        qtbot.wait(int(seconds * 1000))
    timer.stop()
    return rounds


def is_kept_and_saved_later(session: Session, qtbot: QtBot) -> None:
    assert session.day_readings(DAY)["skin.itch"].value == 4
    assert session.unsaved == 1
    with qtbot.waitSignal(session.saved, timeout=10_000):
        session.retry()
    stored = session.read.reading(DAY, "skin.itch")
    assert stored is not None
    assert (stored.value, session.unsaved) == (4, 0)


def test_23_a_locked_diary_keeps_the_entry_and_the_window_goes_on(
    session: Session, folder: Path, qtbot: QtBot
) -> None:
    assert locked_for(0.1, session, folder, qtbot) > 20
    is_kept_and_saved_later(session, qtbot)


@pytest.mark.slow
def test_23_locked_for_a_minute(session: Session, folder: Path, qtbot: QtBot) -> None:
    assert locked_for(60, session, folder, qtbot) > 1_000
    is_kept_and_saved_later(session, qtbot)
