"""The skin check by click, by keyboard and in the list; its card of a day and its history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from diary.logic.skin_check import FIELDS, REGIONS, field_of
from diary.session import Session
from diary.ui.dialogs.skin_check import SkinCheckDialog
from diary.ui.theme import Theme
from diary.ui.widgets.skin_check_card import SkinCheckCard
from diary.ui.widgets.skin_check_panel import SkinCheckPanel
from tests.ui.conftest import Wait

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
Open = Callable[[], SkinCheckDialog]


@pytest.fixture
def open_check(session: Session, theme: Theme, qtbot: QtBot) -> Open:
    """Opens the check of today."""

    def make() -> SkinCheckDialog:
        dialog = SkinCheckDialog(session, theme, session.today())
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open_first()
        return dialog

    return make


def is_stored(
    session: Session, qtbot: QtBot, grades: dict[str, int], day: date | None = None
) -> bool:
    """Whether the stored check of a day becomes this one."""

    def found() -> dict[str, object]:
        readings = session.read.day_readings(day or session.today())
        return {key.removeprefix("skin.check_"): each.value for key, each in readings.items()}

    qtbot.waitUntil(lambda: found() == grades, timeout=5000)
    return True


def record(session: Session, save: Wait, day: date, grade: int, regions: int = 8) -> None:
    save(lambda: session.fill(day, dict.fromkeys(FIELDS[:regions], grade)))


def spot(dialog: SkinCheckDialog, region: str) -> QPoint:
    made = dialog.form.map
    area = next(area for area in made.drawing.areas if area.region == region)
    return made.transform().map(QPointF(*area.spot)).toPoint()


def press(qtbot: QtBot, dialog: SkinCheckDialog, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(dialog.focusWidget(), key)


def test_eight_digits_are_a_whole_check(open_check: Open, session: Session, qtbot: QtBot):
    dialog = open_check()

    press(qtbot, dialog, *(Qt.Key(Key.Key_0 + grade) for grade in (2, 1, 1, 0, 3, 1, 1, 0)))

    assert dialog.form.total.text() == "9 of 24, 8 of 8 regions"
    given = dict(zip(REGIONS, (2, 1, 1, 0, 3, 1, 1, 0), strict=True))
    assert is_stored(session, qtbot, given)


def test_a_region_and_a_grade_can_be_clicked(open_check: Open, session: Session, qtbot: QtBot):
    dialog = open_check()

    qtbot.mouseClick(dialog.form.map, LEFT, pos=spot(dialog, "left_forearm"))
    name = "Left forearm: 2 Clearly thick or hard"
    chip = next(
        each
        for each in dialog.findChildren(QPushButton)
        if " ".join(each.accessibleName().split()) == name
    )
    qtbot.mouseClick(chip, LEFT)

    assert is_stored(session, qtbot, {"left_forearm": 2})
    assert dialog.form.region.text() == "Left upper arm"


def test_the_list_grades_too(open_check: Open, session: Session, qtbot: QtBot):
    dialog = open_check()
    dialog.form.list.setFocus()
    dialog.form.list.setCurrentRow(REGIONS.index("left_hand"))

    press(qtbot, dialog, Key.Key_1)

    assert is_stored(session, qtbot, {"left_hand": 1})
    assert dialog.form.list.item(5).text() == "Left hand: 1"


def test_a_grade_can_be_corrected_and_cleared(open_check: Open, session: Session, qtbot: QtBot):
    dialog = open_check()
    press(qtbot, dialog, Key.Key_3, Key.Key_Home, Key.Key_1)
    assert is_stored(session, qtbot, {"right_fingers": 1})

    press(qtbot, dialog, Key.Key_Home, Key.Key_Delete)
    assert is_stored(session, qtbot, {})
    assert dialog.form.total.text() == "0 of 24, 0 of 8 regions"


def test_the_last_check_stands_beside_it(
    open_check: Open, session: Session, save: Wait, qtbot: QtBot
):
    record(session, save, session.today() - timedelta(days=29), 2)
    dialog = open_check()

    press(qtbot, dialog, Key.Key_1)

    assert dialog.form.before.text() == "Last check, 24 October 2026: 16 of 24, 8 of 8 regions"
    assert dialog.form.list.item(0).text() == "Right fingers: 1 · last time 2"
    assert dialog.form.list.item(1).text() == "Right hand: last time 2"


def test_a_check_of_long_ago_is_still_the_last(open_check: Open, session: Session, save: Wait):
    record(session, save, session.today() - timedelta(days=1500), 1)

    assert open_check().form.before.text() == "Last check, 14 October 2022: 8 of 24, 8 of 8 regions"


def test_each_grade_is_one_step_to_undo(open_check: Open, session: Session, qtbot: QtBot):
    dialog = open_check()
    press(qtbot, dialog, Key.Key_2, Key.Key_3)
    assert is_stored(session, qtbot, {"right_fingers": 2, "right_hand": 3})

    with qtbot.waitSignal(session.changed, timeout=5000):
        qtbot.keyClick(dialog, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert is_stored(session, qtbot, {"right_fingers": 2})
    qtbot.waitUntil(lambda: dialog.form.total.text() == "2 of 24, 1 of 8 regions")


def test_a_check_made_by_mistake_is_cleared_in_one_step(
    open_check: Open, session: Session, qtbot: QtBot
):
    dialog = open_check()
    assert not dialog.clear_button.isVisible()
    press(qtbot, dialog, Key.Key_2, Key.Key_3)
    assert is_stored(session, qtbot, {"right_fingers": 2, "right_hand": 3})

    qtbot.mouseClick(dialog.clear_button, LEFT)
    assert dialog.form.total.text() == "0 of 24, 0 of 8 regions"
    assert is_stored(session, qtbot, {})

    with qtbot.waitSignal(session.changed, timeout=5000):
        qtbot.keyClick(dialog, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert is_stored(session, qtbot, {"right_fingers": 2, "right_hand": 3})


def test_escape_leaves_and_keeps_what_was_given(open_check: Open, session: Session, qtbot: QtBot):
    dialog = open_check()
    press(qtbot, dialog, Key.Key_2, Key.Key_Escape)

    assert not dialog.isVisible()
    assert is_stored(session, qtbot, {"right_fingers": 2})


# The card of a day.


@pytest.fixture
def card(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[SkinCheckCard]:
    around = QWidget()
    around.resize(800, 120)
    qtbot.addWidget(around)
    made = SkinCheckCard(session, theme)
    made.setParent(around)
    around.show()
    yield made
    around.close()


def test_the_card_asks_until_a_check_was_made_and_again_after_four_weeks(
    card: SkinCheckCard, session: Session, save: Wait
):
    today = session.today()
    card.show_day(today)
    assert card.isVisible()

    record(session, save, today - timedelta(days=27), 1)
    card.show_day(today)
    assert not card.isVisible()

    card.show_day(today + timedelta(days=1))
    assert card.isVisible()
    assert card.words.text() == "A check is due: the last one was on 26 October 2026."


def test_the_card_says_the_check_of_its_day(card: SkinCheckCard, session: Session, save: Wait):
    day = session.today() - timedelta(days=27)
    record(session, save, day, 1, regions=3)

    card.show_day(day)

    assert card.isVisible()
    assert card.words.text() == "3 of 24, 3 of 8 regions"


def test_a_check_that_is_switched_off_is_not_asked(
    card: SkinCheckCard, session: Session, save: Wait
):
    save(lambda: session.prefer("fields.off", list(FIELDS)))
    card.show_day(session.today())

    assert not card.isVisible()


def test_the_card_opens_the_check_of_its_day(card: SkinCheckCard, session: Session, qtbot: QtBot):
    day = session.today() - timedelta(days=3)
    card.show_day(day)
    qtbot.mouseClick(card.check_button, LEFT)
    dialog = card.dialog
    assert dialog is not None

    press(qtbot, dialog, Key.Key_2)
    dialog.accept()

    assert is_stored(session, qtbot, {"right_fingers": 2}, day)
    assert card.words.text() == "2 of 24, 1 of 8 regions"


def test_the_card_leads_to_the_article(card: SkinCheckCard, qtbot: QtBot):
    with qtbot.waitSignal(card.explained) as heard:
        card.explain_button.click()
    assert heard.args == [field_of("right_fingers")]


# The history.


def test_the_history_is_a_small_table(session: Session, theme: Theme, save: Wait, qtbot: QtBot):
    for months in range(8):
        record(session, save, session.today() - timedelta(days=30 * months), 1, 8 - months % 2)
    panel = SkinCheckPanel(session, theme)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()

    edits = [b for b in panel.findChildren(QPushButton) if b.text() == "Edit" and b.isVisible()]
    assert len(edits) == 6
    assert panel.words.text() == "8 of 24, 8 of 8 regions"
    assert panel.due.text() == "The next check is due from 20 December 2026."

    qtbot.mouseClick(panel.more_button, LEFT)
    edits = [b for b in panel.findChildren(QPushButton) if b.text() == "Edit" and b.isVisible()]
    assert len(edits) == 8
    edits[-1].click()
    assert panel.dialog is not None
    assert panel.dialog.form.total.text() == "7 of 24, 7 of 8 regions"
    panel.dialog.accept()


def test_the_latest_check_is_drawn_and_told(
    session: Session, theme: Theme, save: Wait, qtbot: QtBot
) -> None:
    panel = SkinCheckPanel(session, theme)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    drawn = panel.picture.picture
    assert panel.picture.title.text() == "The eight places"
    assert drawn.accessibleDescription() == ""
    bare = drawn.grab().toImage()

    record(session, save, session.today() - timedelta(days=30), 1)
    save(lambda: session.record(session.today(), field_of("left_hand"), 3))

    assert panel.picture.title.text() == "22 November 2026"
    assert drawn.accessibleDescription() == "Left hand: 3, Very hard"
    assert drawn.grab().toImage() != bare
    assert "3  Very hard" in panel.picture.legend.text()
