"""The page of attacks: the list by day, adding, editing, deleting, and how far back it goes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Attack, Put
from db.store import Store
from diary.session import Session
from diary.ui.theme import Theme
from tests.conftest import FakeClock
from tests.ui.attack_kit import LEFT, Key, Save, Show, attack, ids, rows, shower, sure


@pytest.fixture
def show(session: Session, theme: Theme, qtbot: QtBot) -> Show:
    return shower(session, theme, qtbot)


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


def test_attacks_stand_under_the_day_they_began_newest_first(three, show: Show):
    page = show()

    assert rows(page) == [
        "22: 2 attacks, 35 min", "a1", "a2", "21: 1 attack, 30 min", "a3",
    ]  # fmt: skip
    assert page.summary.text() == (
        "3 attacks since 21 November 2026. 2 were recorded as they happened."
    )
    assert len(three) == 3


def test_of_attacks_that_were_all_added_later_only_their_number_is_said(
    show: Show, store: Store, clock: FakeClock
) -> None:
    later = clock.now() + timedelta(hours=2)
    store.write([Put(attack(clock, 1, 3, minutes=10, recorded_at=later))])
    assert show().summary.text() == "1 attack since 22 November 2026"


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
    assert page.first_focus is page.empty.begin_button
    assert not page.add_button.isVisible()
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


def test_what_escape_kept_is_told_and_can_be_undone_there(
    three, show: Show, session: Session, save: Save, qtbot: QtBot
):
    page = show()
    page.edit("a1")
    editor = sure(page.editor)
    editor.form.note.setPlainText("my sleeve touched a key")
    with qtbot.waitSignal(page.announced) as said:
        save(lambda: qtbot.keyClick(editor, Key.Key_Escape))

    assert sure(session.read.attack("a1")).note == "my sleeve touched a key"
    assert page.notice.isVisible()
    assert said.args == ["What you entered is kept. Ctrl+Z undoes it."]

    save(lambda: qtbot.mouseClick(page.notice.button, LEFT))
    assert session.read.attack("a1") == three[0]


def test_what_was_wanted_is_not_told(three, show: Show, save: Save, qtbot: QtBot):
    page = show()
    page.edit("a1")
    editor = sure(page.editor)
    editor.form.note.setPlainText("on purpose")
    save(editor.done_button.click)

    assert not page.notice.isVisible()


def test_delete_removes_says_so_and_can_be_undone_there(
    three, show: Show, session: Session, save: Save, qtbot: QtBot
):
    page = show()
    page.list.setFocus()
    with qtbot.waitSignal(page.announced) as said:
        save(lambda: qtbot.keyClick(page.list, Key.Key_Delete))

    assert session.read.attack("a1") is None
    assert ids(page) == ["a2", "a3"]
    assert sure(page.list.chosen()).id == "a2"
    assert page.notice.isVisible()
    assert "deleted" in said.args[0]

    save(lambda: qtbot.mouseClick(page.notice.button, LEFT))

    assert ids(page) == [one.id for one in three]
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
    assert ids(page) == ["a1"]

    qtbot.mouseClick(page.earlier_button, LEFT)
    assert ids(page) == ["a1", "a2"]

    qtbot.mouseClick(page.earlier_button, LEFT)
    assert ids(page) == ["a1", "a2", "a3"]
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


def test_after_an_attack_there_is_one_way_on_and_it_loses_nothing(
    show: Show, session: Session, clock: FakeClock, save: Save, qtbot: QtBot
):
    page = show()
    save(session.start_attack)
    clock.advance(minutes=7)
    save(page.strip.end_attack)
    editor = sure(page.editor)
    assert not editor.leave_button.isVisible()
    editor.form.note.setPlainText("At the bus stop")

    save(lambda: qtbot.mouseClick(editor.done_button, LEFT))

    assert sure(page.list.chosen()).note == "At the bus stop"


def test_a_hidden_page_catches_up_when_shown(show: Show, session: Session, save: Save):
    page = show()
    page.hide()
    save(session.start_attack)
    save(session.end_attack)

    page.show()
    page.refresh()

    assert len(ids(page)) == 1


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

    assert len(ids(page)) == 1000
    assert sure(page.list.chosen()).id == "a999"


def test_undo_of_a_deletion_leaves_the_keyboard_where_it_can_start_nothing(
    show: Show, session: Session, save: Save, qtbot: QtBot
):
    page = show()
    save(session.start_attack)
    save(session.end_attack)
    page.list.setFocus()
    save(lambda: qtbot.mouseClick(page.remove_button, LEFT))
    page.notice.button.setFocus()

    save(lambda: qtbot.mouseClick(page.notice.button, LEFT))

    assert not page.notice.isVisible()
    assert page.list.hasFocus()
