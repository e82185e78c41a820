"""The start of the day: the night counts on the evening before, and nothing recorded moves."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.records import Attack, Put, Reading
from db.store import Store
from diary.change import FutureDayError
from diary.session import Session
from diary.ui.pages.today import TodayPage
from diary.ui.theme import Theme
from tests.conftest import FakeClock
from tests.faults.kit import EVER, attack, comes_back
from tests.ui.conftest import Wait


def night_of_the_22nd(clock: FakeClock) -> None:
    clock.moment = clock.moment.replace(hour=1, minute=30)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_with_a_start_at_four_the_night_counts_on_the_evening_before(
    session: Session, store: Store, clock: FakeClock, save: Wait, tmp_path: Path, form: str
) -> None:
    night_of_the_22nd(clock)
    save(lambda: session.prefer("day.start", "04:00"))
    evening = date(2026, 11, 21)
    assert session.today() == evening
    save(session.start_attack)
    clock.advance(minutes=10)
    save(session.end_attack)
    save(lambda: session.record(session.today(), "skin.itch", 1))
    with pytest.raises(FutureDayError):
        session.record(date(2026, 11, 22), "skin.itch", 1)

    (kept,) = session.read.attacks(evening, evening)
    assert kept.counted_on == evening
    assert session.read.attacks(date(2026, 11, 22), date(2026, 11, 22)) == []
    assert session.read.recorded_days(*EVER) == {evening}
    assert comes_back(store, tmp_path, form)


def test_changing_the_start_of_the_day_moves_nothing(
    session: Session, clock: FakeClock, save: Wait
) -> None:
    night_of_the_22nd(clock)
    save(session.start_attack)
    clock.advance(minutes=10)
    save(session.end_attack)
    save(lambda: session.prefer("day.start", "04:00"))

    (kept,) = session.read.attacks(*EVER)
    assert kept.day == date(2026, 11, 22)
    save(lambda: session.put_attack(attack_with_note(kept)))
    assert session.read.attacks(*EVER)[0].day == date(2026, 11, 22)


def attack_with_note(kept: Attack) -> Attack:
    return Attack(
        id=kept.id,
        started_at=kept.started_at,
        zone=kept.zone,
        recorded_at=kept.recorded_at,
        minutes=kept.minutes,
        note="It was cold",
    )


def test_a_corrected_start_counts_on_the_patient_s_day_and_undo_brings_the_old_one_back(
    session: Session, clock: FakeClock, save: Wait
) -> None:
    save(lambda: session.prefer("day.start", "04:00"))
    at = clock.moment
    save(lambda: session.put_attack(attack(at.replace(hour=5, minute=0), recorded_at=at)))
    assert session.read.attacks(*EVER)[0].day == date(2026, 11, 22)

    save(lambda: session.put_attack(attack(at.replace(hour=3, minute=0), recorded_at=at)))
    assert session.read.attacks(*EVER)[0].day == date(2026, 11, 21)

    save(session.undo)
    assert session.read.attacks(*EVER)[0].day == date(2026, 11, 22)
    save(session.redo)
    assert session.read.attacks(*EVER)[0].counted_on == date(2026, 11, 21)
    save(lambda: session.remove_attack("a"))
    save(lambda: session.bring_back(session.read.deletions()[0]))
    assert session.read.attacks(*EVER)[0].counted_on == date(2026, 11, 21)


def test_an_attack_on_its_own_date_is_stored_as_before(store: Store) -> None:
    at = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    store.write([Put(attack(at)), Put(Reading(at.date(), "skin.itch", 1, at))])
    (kept,) = store.attacks(*EVER)
    assert kept == attack(at)
    assert kept.counted_on is None


def test_a_later_start_of_the_day_takes_the_page_to_the_present_day(
    session: Session, theme: Theme, clock: FakeClock, save: Wait, qtbot: QtBot
) -> None:
    night_of_the_22nd(clock)
    page = TodayPage(session, theme)
    qtbot.addWidget(page)
    page.show()
    said: list[str] = []
    page.announced.connect(said.append)
    save(lambda: session.record(date(2026, 11, 22), "skin.itch", 3))
    page.note.setFocus()
    qtbot.keyClicks(page.note, "awake")
    save(lambda: session.prefer("day.start", "04:00"))

    assert page.day == date(2026, 11, 21)
    assert page.header.title.text() == "Saturday, 21 November"
    assert page.header.subtitle.text().startswith("Today · 0 of")
    assert page.notice.isHidden()
    assert not page.header.after.isEnabled()
    assert "22 November 2026 has not come yet" in said[0]
    assert session.read.readings(date(2026, 11, 22), date(2026, 11, 22)) != []
    page.close()
