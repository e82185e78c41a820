"""The session keeps, shows, deletes and restores events of any kind."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from db.errors import DiskFullError
from db.records import DosePeriod, Medicine, Question, Sore, SoreDay
from db.store import Store
from diary.change import Change
from diary.session import Session
from tests.ui.conftest import Wait


def sore(session: Session, name: str = "a") -> Sore:
    return Sore(
        id=name, place="left_index", noticed=session.today(), recorded_at=session.clock.now()
    )


def test_an_event_is_shown_at_once_and_saved(session: Session, save: Wait) -> None:
    new = sore(session)

    def put() -> None:
        session.put(new)
        assert session.events(Sore) == [new]

    save(put)

    assert session.read.events(Sore) == [new]
    assert session.events(Sore) == [new]


def test_several_are_one_step(session: Session, save: Wait, qtbot: QtBot) -> None:
    now = session.clock.now()
    medicine = Medicine(id="m", name="Nifedipine", recorded_at=now)
    save(lambda: session.put(medicine, DosePeriod(id="d", medicine="m", dose="1", recorded_at=now)))

    with qtbot.waitSignal(session.history_changed):
        session.undo()

    assert session.read.events(Medicine) == []
    assert session.read.events(DosePeriod) == []


def test_a_parent_takes_its_children_along_and_back(
    session: Session, save: Wait, qtbot: QtBot
) -> None:
    new = sore(session)
    day = SoreDay(sore="a", day=session.today(), pain=4, recorded_at=session.clock.now())
    save(lambda: session.put(new))
    save(lambda: session.put(day))

    save(lambda: session.remove(new))
    assert session.read.events(SoreDay) == []

    with qtbot.waitSignal(session.changed) as blocker:
        session.undo()
    assert isinstance(blocker.args[0], Change)
    assert blocker.args[0].kinds == {Sore, SoreDay}
    assert session.events(SoreDay) == [day]


def test_what_was_deleted_can_be_brought_back(session: Session, save: Wait) -> None:
    save(lambda: session.put(sore(session)))
    save(lambda: session.remove(sore(session)))
    (deletion,) = session.read.deletions()

    save(lambda: session.bring_back(deletion))

    assert [each.id for each in session.events(Sore)] == ["a"]
    assert session.read.deletions() == []


def test_what_could_not_be_saved_is_still_shown(
    session: Session, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, save: Wait
) -> None:
    def full(*_wishes: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as broken:
        broken.setattr(store, "write", full)
        with qtbot.waitSignal(session.save_failed):
            session.put(sore(session))
    assert session.events(Sore) == [sore(session)]

    save(session.retry)

    assert store.events(Sore) == [sore(session)]


def test_events_come_in_their_order(session: Session) -> None:
    now, today = session.clock.now(), session.today()
    for rank in (2, 0, 1):
        session.put(Question(id=f"q{rank}", text="?", written=today, rank=rank, recorded_at=now))

    assert [each.rank for each in session.events(Question)] == [0, 1, 2]


def test_preferences_are_plain_values(session: Session, save: Wait) -> None:
    assert session.preference("fields.hidden", []) == []

    save(lambda: session.prefer("fields.hidden", ["skin.itch"]))

    assert session.preference("fields.hidden", []) == ["skin.itch"]


def test_a_stretch_of_days_leaves_others_out(session: Session) -> None:
    now, today = session.clock.now(), session.today()
    session.put(sore(session))
    session.put(SoreDay(sore="a", day=today, recorded_at=now))

    yesterday = today - timedelta(days=1)

    assert session.events(SoreDay, yesterday, yesterday) == []
    assert len(session.events(SoreDay, today, today)) == 1
