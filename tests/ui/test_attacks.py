"""The page of attacks: the list by day, adding, editing, deleting, and how far back it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Attack, Put
from db.store import Store
from diary.change import FutureDayError
from diary.clock import in_zone
from diary.logic.attack_phrases import PLACES
from diary.palette import Look
from diary.session import Session
from diary.settings import Settings
from diary.ui.main_window import MainWindow
from diary.ui.models.attack_list import AttackListModel, DayRow
from diary.ui.pages.attacks import AttacksPage
from diary.ui.theme import Theme
from tests.conftest import FakeClock
from tests.ui.sure import sure

Save = Callable[[Callable[[], object]], None]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def attack(clock: FakeClock, number: int, hours_ago: float, **more) -> Attack:
    start = clock.now() - timedelta(hours=hours_ago)
    return Attack(
        id=f"a{number}",
        started_at=start,
        zone=clock.zone(),
        recorded_at=more.pop("recorded_at", start),
        **more,
    )


@pytest.fixture
def three(store: Store, clock: FakeClock) -> list[Attack]:
    """Two attacks today, one of them added later, and one over midnight."""
    made = [
        attack(clock, 1, 1, minutes=25, colours=("pale",), places=("right_index",), pain=4),
        attack(clock, 2, 3, minutes=10, recorded_at=clock.now() + timedelta(hours=2)),
        attack(clock, 3, 9.75, minutes=30),
    ]
    store.write([Put(one) for one in made])
    return made


@pytest.fixture
def show(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[Callable[[], AttacksPage]]:
    pages: list[AttacksPage] = []

    def make() -> AttacksPage:
        page = AttacksPage(session, theme)
        page.resize(900, 700)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.close()


Show = Callable[[], AttacksPage]


def rows(model: AttackListModel) -> list[str]:
    every = [model.record(model.index(place)) for place in range(model.rowCount())]
    return [
        f"{row.day:%d}: {row.words}" if isinstance(row, DayRow) else row.id
        for row in every
        if row is not None
    ]


def ids(model: AttackListModel) -> list[str]:
    return [row for row in rows(model) if ":" not in row]


def test_attacks_stand_under_the_day_they_began_newest_first(three, show: Show):
    page = show()

    assert rows(page.list.attacks) == [
        "22: 2 attacks, 35 min", "a1", "a2", "21: 1 attack, 30 min", "a3",
    ]  # fmt: skip
    assert page.summary.text() == ("3 attacks since 25 August 2026, 2 of them recorded at the time")
    assert len(three) == 3


def test_a_row_says_everything_in_words(three, show: Show):
    page = show()
    model = page.list.attacks
    spoken = QAccessible.queryAccessibleInterface(page.list)

    words = model.data(model.index_of("a1"))
    assert words == ("Sunday 22 November 2026, 08:30, 25 min, pale, right index finger, pain 4")
    assert model.data(model.index_of("a2")).endswith("added later")
    assert spoken.childCount() == model.rowCount() == len(three) + 2


def test_an_empty_page_invites(show: Show):
    page = show()

    assert page.empty.isVisible()
    assert "Attack now" in page.empty.text()
    assert page.add_button.isVisible()
    assert not page.list.isVisible()
    assert not page.earlier_button.isVisible()


def test_the_arrows_pass_over_the_headings(three, show: Show, qtbot: QtBot):
    page = show()
    page.list.setFocus()
    seen = []
    for _step in three:
        seen.append(sure(page.list.chosen()).id)
        qtbot.keyClick(page.list, Key.Key_Down)

    assert seen == ["a1", "a2", "a3"]


def test_enter_edits_and_escape_comes_back_to_the_row(three, show: Show, qtbot: QtBot):
    page = show()
    page.list.setFocus()
    qtbot.keyClick(page.list, Key.Key_Down)
    qtbot.keyClick(page.list, Key.Key_Return)
    editor = page.editor
    assert editor is not None
    assert editor.isVisible()
    assert editor.form.attack(three[1]) == three[1]

    qtbot.keyClick(editor, Key.Key_Escape)

    assert page.editor is None
    assert page.list.hasFocus()
    assert sure(page.list.chosen()).id == "a2"


def test_delete_removes_says_so_and_can_be_undone_there(
    three, show: Show, session: Session, save: Save, qtbot: QtBot
):
    page = show()
    page.list.setFocus()
    with qtbot.waitSignal(page.announced) as said:
        save(lambda: qtbot.keyClick(page.list, Key.Key_Delete))

    assert session.read.attack("a1") is None
    assert ids(page.list.attacks) == ["a2", "a3"]
    assert sure(page.list.chosen()).id == "a2"
    assert page.notice.isVisible()
    assert "deleted" in said.args[0]

    save(lambda: qtbot.mouseClick(page.notice.button, LEFT))

    assert ids(page.list.attacks) == [one.id for one in three]
    assert not page.notice.isVisible()


def test_edit_and_delete_by_mouse_follow_the_choice(
    three, show: Show, session: Session, save: Save, qtbot: QtBot
):
    page = show()
    assert not page.edit_button.isEnabled()
    place = page.list.visualRect(page.list.attacks.index_of("a3")).center()
    qtbot.mouseClick(page.list.viewport(), LEFT, pos=place)
    assert page.edit_button.isEnabled()

    save(lambda: qtbot.mouseClick(page.remove_button, LEFT))

    assert session.read.attack("a3") is None
    assert len(three) == 3


def test_an_attack_can_be_added_afterwards_and_is_then_chosen(
    three, show: Show, save: Save, qtbot: QtBot
):
    page = show()
    qtbot.mouseClick(page.add_button, LEFT)
    editor = page.editor
    assert editor is not None
    qtbot.keyClicks(editor.form.start.day, "yesterday")

    save(lambda: qtbot.mouseClick(editor.done_button, LEFT))

    chosen = sure(page.list.chosen())
    assert chosen.day == date(2026, 11, 21)
    assert chosen.id not in {one.id for one in three}


def test_an_attack_added_long_ago_is_shown(show: Show, save: Save, qtbot: QtBot):
    page = show()
    page.add()
    sure(page.editor).form.start.day.clear()
    qtbot.keyClicks(sure(page.editor).form.start.day, "3 Feb 2021")

    save(sure(page.editor).keep)

    assert sure(page.list.chosen()).day == date(2021, 2, 3)


def test_earlier_attacks_are_a_click_away_over_any_gap(
    store: Store, clock: FakeClock, show: Show, qtbot: QtBot
):
    store.write([Put(attack(clock, n, hours)) for n, hours in ((1, 2), (2, 100 * 24), (3, 90_000))])
    page = show()
    assert ids(page.list.attacks) == ["a1"]

    qtbot.mouseClick(page.earlier_button, LEFT)
    assert ids(page.list.attacks) == ["a1", "a2"]

    qtbot.mouseClick(page.earlier_button, LEFT)
    assert ids(page.list.attacks) == ["a1", "a2", "a3"]
    assert not page.earlier_button.isVisible()


def test_the_running_attack_is_on_top_and_ending_it_asks_for_details(
    show: Show, session: Session, clock: FakeClock, save: Save, qtbot: QtBot
):
    page = show()
    assert not page.strip.isVisible()
    save(session.start_attack)
    assert page.strip.isVisible()
    clock.advance(minutes=7)

    save(lambda: qtbot.mouseClick(page.strip.end, LEFT))

    assert page.editor is not None
    assert page.editor.isVisible()
    assert QApplication.focusWidget() is sure(page.editor).form.colours.first()
    qtbot.keyClick(page.editor, Key.Key_Escape)
    assert sure(page.list.chosen()).minutes == 7
    assert not page.strip.isVisible()


def test_a_hidden_page_catches_up_when_shown(show: Show, session: Session, save: Save):
    page = show()
    page.hide()
    save(session.start_attack)
    save(session.end_attack)

    page.show()
    page.refresh()

    assert len(ids(page.list.attacks)) == 1


def test_the_article_is_asked_for(show: Show, qtbot: QtBot):
    page = show()
    with qtbot.waitSignal(page.section_wanted) as wanted:
        qtbot.mouseClick(page.explain_button, LEFT)

    assert wanted.args == ["fingers-and-toes"]


def test_closing_the_page_keeps_what_an_open_editor_holds(
    three, show: Show, session: Session, save: Save
):
    page = show()
    page.edit("a1")
    sure(page.editor).form.note.setPlainText("half a thought")

    save(page.close)

    assert sure(session.read.attack("a1")).note == "half a thought"
    assert len(three) == 3


def test_a_week_of_many_attacks_is_listed_quickly_enough_to_scroll(
    store: Store, clock: FakeClock, show: Show, qtbot: QtBot
):
    store.write([Put(attack(clock, n, n * 2, minutes=5)) for n in range(1000)])
    page = show()

    page.list.setFocus()
    qtbot.keyClick(page.list, Key.Key_End)

    assert len(ids(page.list.attacks)) == 1000
    assert sure(page.list.chosen()).id == "a999"


def test_same_as_yesterday_never_says_no_attacks_of_a_day_with_one(
    three, session: Session, clock: FakeClock, save: Save
):
    day = clock.now().date()
    save(lambda: session.record(day - timedelta(days=1), "raynaud.day_pattern", "none"))
    save(lambda: session.record(day - timedelta(days=1), "raynaud.attack_count", 1))

    save(lambda: session.same_as_yesterday(day))

    readings = session.read.day_readings(day)
    assert {key: reading.value for key, reading in readings.items()} == {"raynaud.attack_count": 2}
    assert len(three) == 3


def test_rows_grow_with_the_text_and_with_what_is_written_in_them(
    store: Store, clock: FakeClock, show: Show, theme: Theme, qtbot: QtBot
):
    many = tuple(key for key in PLACES if key.startswith(("right", "left_t", "left_i")))
    store.write([Put(attack(clock, 1, 1)), Put(attack(clock, 2, 2, places=many[1:]))])
    page = show()

    def heights() -> list[int]:
        indexes = [page.list.attacks.index_of(name) for name in ("a1", "a2")]
        return [page.list.visualRect(index).height() for index in indexes]

    short, long = heights()
    assert 44 <= short < long

    page.resize(420, 700)
    qtbot.waitUntil(lambda: heights()[1] > long)

    theme.apply(Look.LIGHT, 24)
    qtbot.waitUntil(lambda: heights()[0] > short)


def test_an_attack_of_tomorrow_in_another_zone_is_shown_and_can_be_edited(
    store: Store, clock: FakeClock, show: Show, session: Session, save: Save
):
    clock.advance(hours=4)
    auckland = in_zone(date(2026, 11, 23), 0, 30, "Pacific/Auckland")
    assert auckland < clock.now()
    flown = replace(attack(clock, 1, 0), started_at=auckland, zone="Pacific/Auckland")
    store.write([Put(flown)])
    page = show()
    assert rows(page.list.attacks) == ["23: 1 attack", "a1"]

    page.edit("a1")
    sure(page.editor).form.note.setPlainText("on arrival")
    save(sure(page.editor).keep)

    assert sure(session.read.attack("a1")) == replace(flown, note="on arrival")


def test_an_attack_that_has_not_come_is_refused(session: Session, clock: FakeClock):
    with pytest.raises(FutureDayError):
        session.put_attack(attack(clock, 1, -0.1))


def test_f2_times_an_attack_from_any_page_and_leads_to_its_details(
    session: Session, settings: Settings, theme: Theme, clock: FakeClock, save: Save, qtbot: QtBot
):
    window = MainWindow(session, settings, theme, "")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    save(lambda: qtbot.keyClick(window, Key.Key_F2))
    clock.advance(minutes=3)
    save(lambda: qtbot.keyClick(window, Key.Key_F2))

    page = window.show_page("attacks")
    assert isinstance(page, AttacksPage)
    editor = sure(page.editor)
    qtbot.keyClick(editor.form.colours.first(), Key.Key_Space)
    save(lambda: qtbot.keyClick(editor, Key.Key_Escape))

    (kept,) = session.read.attacks(date.min, date.max)
    assert (kept.minutes, kept.colours, kept.recorded_at_the_time) == (3, ("pale",), True)
    with qtbot.waitActive(window):
        window.activateWindow()
    save(lambda: qtbot.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert sure(session.read.attack(kept.id)).colours == ()
