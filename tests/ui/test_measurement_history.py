"""All measurements of one kind: what was chosen stays chosen, whatever comes in beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from db.records import Measurement
from diary.session import Session
from diary.ui.dialogs.measurement_history import MeasurementHistory
from diary.ui.theme import Theme
from tests.ui.conftest import Wait


def weight(session: Session, number: int, value: float, ago: int) -> Measurement:
    at = session.clock.now() - timedelta(days=ago)
    return Measurement(
        id=f"m{number}",
        measure="weight",
        day=at.date(),
        measured_at=at,
        zone=session.clock.zone(),
        value=value,
        recorded_at=at,
    )


def shown(session: Session, theme: Theme) -> MeasurementHistory:
    made = MeasurementHistory(session, theme, "weight")
    made.open_first()
    return made


def test_what_is_deleted_is_what_was_opened(session: Session, theme: Theme, save: Wait) -> None:
    save(lambda: session.put(weight(session, 1, 70, 5), weight(session, 2, 71, 3)))
    history = shown(session, theme)
    history.edit_button.click()
    editor = history.dialog
    assert editor is not None
    assert editor.remove_button is not None
    save(lambda: session.put(weight(session, 3, 80, 0)))  # as another program would

    save(editor.remove_button.click)

    assert sorted(each.value for each in session.events(Measurement)) == [70, 80]
    history.close()


def test_the_chosen_one_stays_chosen_when_its_day_is_corrected(
    session: Session, theme: Theme, save: Wait
) -> None:
    save(lambda: session.put(*(weight(session, n, 70 + n, n) for n in (1, 3, 5))))
    history = shown(session, theme)
    before = history.chosen()
    assert before is not None
    earlier = timedelta(days=9)
    moved = replace(before, day=before.day - earlier, measured_at=before.measured_at - earlier)
    save(lambda: session.put(moved))

    assert history.chosen() == moved
    history.close()
