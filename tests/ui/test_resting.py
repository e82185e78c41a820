"""A session that lets go of the diary for a while."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.errors import RestingError
from diary import lock
from diary.change import UnknownChange
from diary.session import Session
from tests.conftest import FakeClock
from tests.ui.conftest import Wait


def test_what_is_on_its_way_is_saved_before(session: Session, folder: Path) -> None:
    day = session.today()
    session.record(day, "skin.itch", 4)

    session.rest()

    assert session.rests
    with pytest.raises(RestingError):
        session.day_readings(day)
    with lock.opened(folder, None).database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM reading").fetchone() == (1,)
    session.wake(lock.key(folder, None))
    assert session.day_readings(day)["skin.itch"].value == 4


def test_awake_everything_looks_anew_and_undo_goes_on(
    session: Session, folder: Path, save: Wait, qtbot: QtBot
) -> None:
    save(lambda: session.record(session.today(), "skin.itch", 4))
    session.rest()
    with qtbot.waitSignal(session.changed) as told:
        session.wake(lock.key(folder, None))

    assert isinstance(told.args[0], UnknownChange)
    save(session.undo)
    assert session.day_readings(session.today()) == {}


def test_a_day_that_began_meanwhile_is_told(
    session: Session, folder: Path, clock: FakeClock, qtbot: QtBot
) -> None:
    session.rest()
    clock.advance(days=1)
    session.watch.look()

    with qtbot.waitSignal(session.day_turned) as told:
        session.wake(lock.key(folder, None))

    assert told.args == [session.today()]
