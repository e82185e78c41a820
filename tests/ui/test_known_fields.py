from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from db.records import CustomField
from diary.field import Group
from diary.session import Session

Save = Callable[[Callable[[], object]], None]
KEY = "custom.0a1b2c3d"


def own(session: Session) -> CustomField:
    moment = session.clock.now()
    return CustomField(key=KEY, name="Stiff jaw", kind="scale10", recorded_at=moment)


def test_a_field_of_ones_own_is_known_and_asked_at_once(session: Session) -> None:
    session.put(own(session))

    assert session.catalogue[KEY].group is Group.OWN
    assert KEY in session.shown
    session.record(session.today(), KEY, 4)
    assert session.day_readings(session.today())[KEY].value == 4


def test_put_away_it_is_known_but_not_asked(session: Session, save: Save) -> None:
    save(lambda: session.put(own(session)))
    save(lambda: session.put(replace(own(session), archived=True)))

    assert KEY in session.catalogue
    assert KEY not in session.shown


def test_a_field_switched_off_is_known_but_not_asked_and_undo_asks_it_again(
    session: Session, save: Save, qtbot: QtBot
) -> None:
    save(lambda: session.prefer("fields.off", ["skin.itch"]))
    assert "skin.itch" in session.catalogue
    assert "skin.itch" not in session.shown

    with qtbot.waitSignal(session.changed):
        session.undo()
    assert "skin.itch" in session.shown


def test_several_choices_are_one_step(session: Session, save: Save, qtbot: QtBot) -> None:
    save(lambda: session.prefer_all({"fields.off": ["skin.itch"], "groups.off": ["general"]}))
    with qtbot.waitSignal(session.changed):
        session.undo()

    assert session.preference("fields.off") is None
    assert session.preference("groups.off") is None
    assert not session.can_undo
