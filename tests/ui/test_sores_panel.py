"""Sores are added finger by finger, followed day by day, healed, corrected and deleted."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.records import Sore, SoreDay
from diary.session import Session
from diary.ui.dialogs.sore_history_dialog import SoreHistoryDialog
from diary.ui.theme import Theme
from diary.ui.widgets.sores_panel import SoresPanel
from tests.conftest import FakeClock
from tests.ui.attack_kit import LEFT, Save, sure, type_into

Key = Qt.Key
TODAY = date(2026, 11, 22)


def sore(
    clock: FakeClock, name="s", days_ago=19, healed_ago: int | None = None, **more: Any
) -> Sore:
    healed = None if healed_ago is None else TODAY - timedelta(days=healed_ago)
    given: dict[str, Any] = {"place": "left_index", "spot": "tip", "healed": healed}
    return Sore(
        id=name,
        noticed=TODAY - timedelta(days=days_ago),
        recorded_at=clock.now(),
        **(given | more),
    )


def on(clock: FakeClock, days_ago: int, pain: int | None = 3, *signs: str, of="s") -> SoreDay:
    day = TODAY - timedelta(days=days_ago)
    return SoreDay(sore=of, day=day, pain=pain, signs=signs, recorded_at=clock.now())


@pytest.fixture
def panel(session: Session, theme: Theme, qtbot: QtBot) -> SoresPanel:
    made = SoresPanel(session, theme)
    made.resize(900, 1200)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def named(root: QWidget, name: str) -> QPushButton:
    QApplication.processEvents()
    found = [
        each
        for each in root.findChildren(QPushButton)
        if name in {each.accessibleName(), each.text()} and each.isVisibleTo(root)
    ]
    assert len(found) == 1, name
    return found[0]


def sores(session: Session) -> list[Sore]:
    return session.read.events(Sore)


def test_a_sore_is_added_on_a_chosen_finger(panel, session, qtbot, save: Save):
    panel.places.pickers["fingers"].map.choose("left_index")
    qtbot.mouseClick(named(panel, "Add a sore: Left index finger"), LEFT)
    editor = sure(panel.dialog)
    qtbot.mouseClick(named(editor, "Where on it: Tip"), LEFT)
    qtbot.keyClicks(editor.form.inputs["note"].widget, "after gardening")

    save(lambda: qtbot.mouseClick(editor.done_button, LEFT))

    [found] = sores(session)
    assert (found.place, found.spot, found.noticed) == ("left_index", "tip", TODAY)
    assert (found.healed, found.note) == (None, "after gardening")
    assert list(panel.list.rows) == [found.id]
    assert panel.words.text() == "1 sore is open."


def test_a_toe_is_chosen_from_the_list_by_keyboard(panel, session, qtbot, save: Save):
    qtbot.mouseClick(named(panel, "Show: Toes"), LEFT)
    toes = panel.places.pickers["toes"]
    toes.list.setFocus()
    qtbot.keyClick(toes.list, Key.Key_Down)
    qtbot.keyClick(toes.list, Key.Key_Return)
    assert panel.place.text() == "Right second toe"

    qtbot.mouseClick(panel.add_button, LEFT)
    save(sure(panel.dialog).keep)

    assert [each.place for each in sores(session)] == ["right_second_toe"]


def test_a_new_sore_needs_a_place(panel, session, qtbot):
    qtbot.mouseClick(panel.add_button, LEFT)
    editor = sure(panel.dialog)

    assert not editor.keep()

    assert "Choose the finger or toe" in editor.form.inputs["place"].sentence.text()
    editor.leave()
    assert sores(session) == []


def test_fingers_show_what_they_have(panel, session, clock, save: Save):
    save(
        lambda: session.put(
            sore(clock, "a"), sore(clock, "b", 60, 40), sore(clock, "c", place="left_big_toe")
        )
    )

    words = panel.places.pickers["fingers"].map.words_of("left_index")
    assert words.startswith("Left index finger, 1 open sore, 1 healed: Left index finger")
    assert "1 open sore" in panel.places.pickers["toes"].map.words_of("left_big_toe")


def test_how_it_is_today_is_recorded(panel, session, clock, qtbot, save: Save):
    save(lambda: session.put(sore(clock)))
    qtbot.mouseClick(named(panel, "How is it today?: Left index finger, tip"), LEFT)
    editor = sure(panel.dialog)
    assert editor.focusWidget() is editor.pain
    qtbot.keyClick(editor.pain, Key.Key_4)
    qtbot.mouseClick(named(editor, "What you saw: Pus"), LEFT)

    save(lambda: qtbot.mouseClick(editor.done_button, LEFT))

    [entry] = session.read.events(SoreDay)
    assert (entry.sore, entry.day, entry.pain, entry.signs) == ("s", TODAY, 4, ("pus",))


def test_healing_is_one_click_and_can_be_undone(panel, session, clock, qtbot, save: Save):
    save(lambda: session.put(sore(clock)))
    save(lambda: qtbot.mouseClick(named(panel, "It has healed: Left index finger, tip"), LEFT))

    assert [each.healed for each in sores(session)] == [TODAY]
    assert panel.notice.isVisible()
    assert panel.words.text() == "No sore is open. 1 has healed."
    save(lambda: qtbot.mouseClick(panel.notice.button, LEFT))

    assert [each.healed for each in sores(session)] == [None]
    assert panel.notice.isHidden()


def test_a_sore_cannot_have_healed_before_it_was_noticed(panel, session, clock, qtbot, save: Save):
    save(lambda: session.put(sore(clock)))
    panel.edit("s")
    editor = sure(panel.dialog)
    type_into(qtbot, editor.form.inputs["healed"].widget.line, "1 November")

    assert not editor.keep()

    assert editor.form.inputs["healed"].sentence.text() == (
        "It cannot have healed before it was noticed."
    )
    assert editor.form.inputs["healed"].widget.line.text() == "Sunday 1 November 2026"
    editor.leave()
    assert [each.healed for each in sores(session)] == [None]


def test_a_day_that_has_not_come_is_refused(panel, session, clock, qtbot, save: Save):
    save(lambda: session.put(sore(clock)))
    panel.edit("s")
    editor = sure(panel.dialog)
    type_into(qtbot, editor.form.inputs["noticed"].widget.line, "30.11.2026")

    assert not editor.keep()

    assert editor.form.inputs["noticed"].sentence.text() == "This day has not come yet."
    editor.leave()


def test_deleting_takes_the_days_along_and_undo_brings_all_back(
    panel, session, clock, qtbot, save: Save
):
    save(lambda: session.put(sore(clock), on(clock, 2), on(clock, 1)))
    panel.edit("s")

    save(lambda: qtbot.mouseClick(named(sure(panel.dialog), "Delete this sore"), LEFT))
    assert sores(session) == []
    assert session.read.events(SoreDay) == []
    save(lambda: qtbot.mouseClick(panel.notice.button, LEFT))

    assert [each.id for each in sores(session)] == ["s"]
    assert len(session.read.events(SoreDay)) == 2


def test_open_sores_come_first_and_old_healed_ones_on_request(
    panel, session, clock, qtbot, save: Save
):
    healed = [sore(clock, f"h{n}", 100 + n, 50 + n) for n in range(8)]
    save(lambda: session.put(*healed, sore(clock, "open")))

    assert next(iter(panel.list.rows)) == "open"
    assert len(panel.list.rows) == 6
    assert panel.list.all_button.text() == "Show 3 more healed sores"
    qtbot.mouseClick(panel.list.all_button, LEFT)

    assert len(panel.list.rows) == 9
    assert panel.list.all_button.isHidden()


@pytest.fixture
def history(panel, session, clock, qtbot, save: Save) -> SoreHistoryDialog:
    """The history of a sore with three recorded days."""
    days = [on(clock, 5, 6, "pus"), on(clock, 3, 4), on(clock, 1, None, "none")]
    save(lambda: session.put(sore(clock, note="after gardening"), *days))
    panel.show_history("s")
    dialog = panel.dialog
    assert isinstance(dialog, SoreHistoryDialog)
    qtbot.waitExposed(dialog)
    return dialog


def cells(dialog: SoreHistoryDialog) -> list[list[object]]:
    model = dialog.model
    return [[model.data(model.index(r, c)) for c in range(3)] for r in range(model.rowCount())]


def test_a_sore_is_shown_day_by_day(history):
    assert cells(history) == [
        ["Sat 21 Nov 2026", "–", "None"],
        ["Thu 19 Nov 2026", "4", "–"],
        ["Tue 17 Nov 2026", "6", "Pus"],
    ]
    assert history.state.text() == "since 3 Nov, 19 days"
    assert history.note.text() == "after gardening"


def test_a_day_is_corrected_and_deleted_by_keyboard(history, session, qtbot, save: Save):
    qtbot.keyClick(history.table, Key.Key_Down)
    qtbot.keyClick(history.table, Key.Key_Return)
    editor = sure(history.editor)
    qtbot.keyClick(editor.pain, Key.Key_7)
    save(editor.keep)
    assert cells(history)[1][1] == "7"

    save(lambda: qtbot.keyClick(history.table, Key.Key_Delete))
    assert len(cells(history)) == 2
    assert history.notice.isVisible()
    save(lambda: qtbot.mouseClick(history.notice.button, LEFT))

    assert len(cells(history)) == 3
    history.reject()


def test_another_day_is_added_once(history, session, qtbot, save: Save):
    qtbot.mouseClick(history.add_button, LEFT)
    editor = sure(history.editor)
    editor.pain.choose(2)
    type_into(qtbot, editor.form.inputs["day"].widget.line, "19 November")
    assert not editor.keep()
    assert "recorded already" in editor.form.inputs["day"].sentence.text()

    type_into(qtbot, editor.form.inputs["day"].widget.line, "20 November")
    save(editor.keep)

    assert [row[1] for row in cells(history)] == ["–", "2", "4", "6"]
    history.reject()


def test_a_day_before_the_sore_is_refused(history, qtbot):
    qtbot.mouseClick(history.add_button, LEFT)
    editor = sure(history.editor)
    editor.pain.choose(2)
    type_into(qtbot, editor.form.inputs["day"].widget.line, "1 November")

    assert not editor.keep()

    assert editor.form.inputs["day"].sentence.text() == "That is before it was noticed."
    editor.leave()
    history.reject()


def test_escape_asks_once_before_typed_text_is_left(panel, session, clock, qtbot, save: Save):
    save(lambda: session.put(sore(clock)))
    panel.edit("s")
    editor = sure(panel.dialog)
    qtbot.keyClicks(editor.form.inputs["note"].widget, "it bled")

    qtbot.keyClick(editor, Key.Key_Escape)
    assert editor.isVisible()
    qtbot.keyClick(editor, Key.Key_Escape)

    assert panel.dialog is None
    assert [each.note for each in sores(session)] == [""]


def test_a_new_day_is_said_when_the_panel_is_shown_again(panel, session, clock, save: Save):
    save(lambda: session.put(sore(clock)))
    panel.hide()
    clock.moment = datetime(2026, 11, 24, 9, tzinfo=clock.moment.tzinfo)

    panel.show()

    assert panel.list.shown_on == date(2026, 11, 24)
