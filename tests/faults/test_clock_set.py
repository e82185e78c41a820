"""Faults 42 and 43: a new day under an open page, and a clock that was set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.check import check
from db.records import Attack, Measurement, Note, Sore
from db.store import Store
from diary.change import FutureDayError
from diary.logic.valid import problems
from diary.session import Session
from diary.settings import Settings
from diary.ui.book import PAGES
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from tests.conftest import FakeClock
from tests.turns import by_turns
from tests.ui.conftest import Wait

EVER = (date.min, date.max)
DAY = date(2026, 11, 22)
KEYS = [place.key for place, _maker in PAGES]
CLOCKS: dict[str, Callable[[datetime], datetime]] = {
    "an hour back": lambda now: now - timedelta(hours=1),
    "ten years back": lambda now: now.replace(year=2016),
    "1970": lambda now: now.replace(year=1970, month=1, day=1),
    "a day ahead": lambda now: now + timedelta(days=1),
    "73 years ahead": lambda now: now.replace(year=2099),
}


@pytest.fixture(params=CLOCKS)
def set_clock(request: pytest.FixtureRequest, clock: FakeClock) -> Callable[[], None]:
    def run() -> None:
        clock.moment = CLOCKS[request.param](clock.moment)

    return run


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot
) -> Iterator[MainWindow]:
    made = MainWindow(session, settings, theme, "/a/folder")
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.leave()


def fill(session: Session, save: Wait) -> None:
    """Readings of three days, a note, an attack that ended, one that runs, and a sore."""
    for back in range(3):
        save(lambda back=back: session.record(DAY - timedelta(days=back), "skin.itch", back))  # type: ignore[misc]
    save(lambda: session.write_note(DAY, "Frost"))
    save(session.start_attack)
    session.clock.advance(minutes=15)  # type: ignore[attr-defined]
    save(session.end_attack)
    save(session.start_attack)
    sore = Sore(id="s", place="right_index", noticed=DAY, recorded_at=session.clock.now())
    save(lambda: session.put(sore))


# 42


def test_42_a_page_left_open_past_midnight_keeps_its_day(
    window: MainWindow, session: Session, clock: FakeClock, save: Wait, qtbot: QtBot
) -> None:
    clock.moment = clock.moment.replace(hour=23, minute=59)
    page = window.today_page()
    clock.advance(minutes=2)
    session.watch.look()

    assert page.day == DAY
    page.focus_field("skin.itch")
    focused = QApplication.focusWidget()
    assert focused is not None
    save(lambda: qtbot.keyClick(focused, Qt.Key.Key_3))
    assert session.read.recorded_days(*EVER) == {DAY}


def test_42_a_note_that_is_being_written_stays_and_counts_for_its_day(
    window: MainWindow, session: Session, clock: FakeClock, save: Wait, qtbot: QtBot
) -> None:
    note = window.today_page().note
    note.setFocus()
    qtbot.keyClicks(note, "Frost")
    clock.moment = clock.moment.replace(hour=23, minute=59)
    clock.advance(minutes=2)
    session.watch.look()

    assert note.toPlainText() == "Frost"
    save(note.flush)
    assert session.note(DAY) == "Frost"


@pytest.mark.parametrize("key", KEYS)
def test_42_each_page_stands_the_turn_of_the_day(
    window: MainWindow, session: Session, clock: FakeClock, save: Wait, key: str
) -> None:
    fill(session, save)
    page = window.show_page(key)
    clock.advance(days=1)
    session.watch.look()
    QApplication.processEvents()
    assert window.stack.currentWidget() is page


def test_42_the_day_turns_when_the_patient_s_day_begins(
    session: Session, clock: FakeClock, save: Wait
) -> None:
    turned: list[date] = []
    session.day_turned.connect(turned.append)
    save(lambda: session.prefer("day.start", "04:00"))
    for hours in (14, 16, 18, 19):  # 23:30, 01:30, 03:30 and 04:30
        clock.moment = datetime(2026, 11, 22, 9, 30, tzinfo=clock.moment.tzinfo)
        clock.advance(hours=hours)
        session.watch.look()
    assert turned == [DAY + timedelta(days=1)]


# 43


def test_43_what_is_recorded_stays_in_order_and_nothing_is_let_go(
    session: Session, store: Store, clock: FakeClock, save: Wait, set_clock: Callable[[], None]
) -> None:
    fill(session, save)
    save(lambda: session.remove(*session.events(Sore)))
    before = store.everything()
    set_clock()
    session.watch.look()

    assert store.everything() == before
    assert len(session.read.deletions()) == 1
    running = session.running_attack()
    assert running is not None
    save(session.end_attack)
    one, two = session.read.attacks(*EVER)
    assert one.started_at < two.started_at
    assert two.minutes is not None
    assert two.minutes >= 1
    save(session.undo)
    save(session.undo)
    save(session.redo)
    assert check(store) == []


def test_43_days_that_have_not_come_are_refused_by_the_clock_as_it_is(
    session: Session, clock: FakeClock, set_clock: Callable[[], None]
) -> None:
    set_clock()
    tomorrow = session.today() + timedelta(days=1)
    now = clock.now()
    later = now + timedelta(days=3)
    with pytest.raises(FutureDayError):
        session.record(tomorrow, "skin.itch", 1)
    with pytest.raises(FutureDayError):
        session.write_note(tomorrow, "x")
    with pytest.raises(FutureDayError):
        session.put_attack(Attack(id="a", started_at=later, zone="UTC", recorded_at=now))
    weight = Measurement(
        id="m", measure="weight", day=tomorrow, measured_at=later, zone="UTC", value=70,
        recorded_at=now,
    )  # fmt: skip
    assert "day" in problems(weight, session.today())


@pytest.mark.parametrize(
    ("key", "set_clock"), by_turns([*KEYS, "settings"], list(CLOCKS)), indirect=["set_clock"]
)
def test_43_each_page_can_be_shown_and_used(
    window: MainWindow,
    session: Session,
    clock: FakeClock,
    save: Wait,
    set_clock: Callable[[], None],
    key: str,
) -> None:
    fill(session, save)
    set_clock()
    session.watch.look()
    page = window.show_page(key)
    QApplication.processEvents()
    getattr(page, "refresh", lambda: None)()
    QApplication.processEvents()
    window.today_page().step(-1)
    window.today_page().go_to_today()
    assert window.today_page().day == session.today()
    save(lambda: session.record(session.today(), "skin.itch", 7))


def test_43_late_and_at_the_time_stay_sensible(
    session: Session, clock: FakeClock, save: Wait
) -> None:
    started = clock.now()
    clock.moment = started.replace(year=1970)
    recorded = clock.now()
    clock.moment = started
    before = Attack(id="a", started_at=started, zone="UTC", recorded_at=recorded, minutes=10)
    save(lambda: session.put_attack(before))
    save(lambda: session.record(DAY, "skin.itch", 1))

    assert not session.read.attacks(*EVER)[0].recorded_at_the_time
    assert not session.day_readings(DAY)["skin.itch"].late
    assert Note(DAY, "x", recorded).recorded_at.date() < DAY
