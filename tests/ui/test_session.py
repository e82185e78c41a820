from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from db.errors import DiskFullError
from db.store import Store
from diary.change import Change, FutureDayError
from diary.field import InvalidValueError
from diary.session import Session
from tests.conftest import FakeClock

Save = Callable[[Callable[[], object]], None]
DAY = date(2026, 11, 22)


def test_a_reading_is_shown_at_once_and_said_when_durable(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed) as heard:
        session.record(DAY, "skin.tightness", 6)
        assert session.day_readings(DAY)["skin.tightness"].value == 6

    change = heard.args[0]
    assert isinstance(change, Change)
    assert change.days == {DAY}
    stored = session.read.reading(DAY, "skin.tightness")
    assert stored is not None
    assert stored.value == 6


def test_zero_is_recorded_and_clearing_is_not_recorded(session: Session, save: Save) -> None:
    save(lambda: session.record(DAY, "skin.itch", 0))
    assert session.read.day_readings(DAY)["skin.itch"].value == 0

    save(lambda: session.clear(DAY, "skin.itch"))
    assert "skin.itch" not in session.read.day_readings(DAY)


def test_undo_and_redo_walk_over_everything(session: Session, save: Save) -> None:
    save(lambda: session.record(DAY, "skin.tightness", 3))
    save(lambda: session.record(DAY, "skin.tightness", 7))
    save(lambda: session.write_note(DAY, "cold wind"))
    save(session.undo)
    assert session.read.note(DAY) is None
    save(session.undo)
    assert session.read.day_readings(DAY)["skin.tightness"].value == 3
    save(session.undo)
    assert session.read.day_readings(DAY) == {}
    for _step in range(3):
        save(session.redo)
    assert session.read.day_readings(DAY)["skin.tightness"].value == 7
    assert session.note(DAY) == "cold wind"


def test_same_as_yesterday_fills_only_what_is_missing_in_one_step(
    session: Session, save: Save
) -> None:
    save(lambda: session.record(DAY - timedelta(days=1), "skin.tightness", 4))
    save(lambda: session.record(DAY - timedelta(days=1), "skin.itch", 2))
    save(lambda: session.record(DAY, "skin.itch", 9))

    save(lambda: session.same_as_yesterday(DAY))

    values = {key: reading.value for key, reading in session.read.day_readings(DAY).items()}
    assert values == {"skin.tightness": 4, "skin.itch": 9}
    save(session.undo)
    assert set(session.read.day_readings(DAY)) == {"skin.itch"}


def test_a_future_day_and_a_wrong_value_are_refused(session: Session) -> None:
    with pytest.raises(FutureDayError):
        session.record(DAY + timedelta(days=1), "skin.itch", 1)
    with pytest.raises(InvalidValueError):
        session.record(DAY, "skin.itch", 11)
    with pytest.raises(InvalidValueError):
        session.record(DAY, "skin.itch", "six")
    assert session.day_readings(DAY) == {}


def test_an_attack_runs_until_it_is_ended(session: Session, clock: FakeClock, save: Save) -> None:
    save(session.start_attack)
    clock.advance(minutes=12)
    save(session.end_attack)

    (attack,) = session.read.attacks(DAY, DAY)
    assert attack.minutes == 12
    assert not attack.ongoing
    assert session.running_attack() is None


def test_a_second_start_does_not_begin_a_second_attack(session: Session, save: Save) -> None:
    save(session.start_attack)
    session.start_attack()

    assert session.read.counts()["attack"] == 1


def test_a_failed_save_keeps_what_was_typed_and_can_be_tried_again(
    session: Session, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_wishes: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patch:
        patch.setattr(store, "write", full)
        with qtbot.waitSignal(session.save_failed):
            session.record(DAY, "skin.itch", 5)
    assert session.day_readings(DAY)["skin.itch"].value == 5
    assert session.unsaved == 1
    assert store.reading(DAY, "skin.itch") is None

    with qtbot.waitSignal(session.saved):
        session.retry()
    assert session.unsaved == 0
    assert store.reading(DAY, "skin.itch") is not None
