"""What is asked is chosen and put in order by keyboard, applies at once, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.field import Group
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.widgets.settings_asked import AskedSettings, GroupChoices
from diary.ui.widgets.settings_measures import MeasureSettings

Save = Callable[[Callable[[], object]], None]


@pytest.fixture
def part(session: Session, theme: Theme, qtbot: QtBot) -> AskedSettings:
    assert theme
    made = AskedSettings(session)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def skin(part: AskedSettings, qtbot: QtBot) -> GroupChoices:
    made = part.groups[Group.SKIN]
    if made.is_folded:
        press(qtbot, made.fold_button)
    return made


def test_a_field_is_switched_off_and_undo_switches_it_on(
    part: AskedSettings, session: Session, qtbot: QtBot, save: Save
) -> None:
    line = skin(part, qtbot).lines["skin.itch"]
    assert line.check.box.isChecked()
    save(lambda: press(qtbot, line.check.box))
    assert "skin.itch" not in session.shown

    with qtbot.waitSignal(session.changed):
        session.undo()
    assert "skin.itch" in session.shown
    assert line.check.box.isChecked()


def test_a_field_that_is_off_at_first_is_switched_on(
    part: AskedSettings, session: Session, qtbot: QtBot, save: Save
) -> None:
    line = skin(part, qtbot).lines["skin.lumps"]
    assert "each week" in line.check.words.text()
    save(lambda: qtbot.mouseClick(line.check.words, Qt.MouseButton.LeftButton))
    assert "skin.lumps" in session.shown


def test_the_regions_of_the_skin_check_are_switched_together(
    part: AskedSettings, session: Session, qtbot: QtBot, save: Save
) -> None:
    line = skin(part, qtbot).lines["skin_check"]
    save(lambda: press(qtbot, line.check.box))
    assert not [field for field in session.shown if field.panel]


def test_a_field_moves_up_and_keeps_the_keyboard(
    part: AskedSettings, session: Session, qtbot: QtBot, save: Save
) -> None:
    line = skin(part, qtbot).lines["skin.itch"]
    save(lambda: press(qtbot, line.up))
    save(lambda: press(qtbot, line.up))

    assert session.shown.in_group(Group.SKIN)[0].key == "skin.itch"
    assert line.up.hasFocus()
    assert line.y() < skin(part, qtbot).lines["skin.tightness"].y()


def test_a_group_is_switched_off_and_moved(
    part: AskedSettings, session: Session, qtbot: QtBot, save: Save
) -> None:
    save(lambda: press(qtbot, part.groups[Group.SKIN].line.check.box))
    save(lambda: press(qtbot, part.groups[Group.GENERAL].line.up))

    assert session.shown.groups() == [
        Group.RAYNAUD,
        Group.DIGESTION,
        Group.GENERAL,
        Group.ORGANS,
    ]


def test_one_group_at_a_time_is_open(part: AskedSettings, qtbot: QtBot) -> None:
    made = skin(part, qtbot)
    press(qtbot, part.groups[Group.DIGESTION].fold_button)
    assert made.is_folded
    assert not part.groups[Group.DIGESTION].is_folded


def test_tab_follows_what_is_seen(part: AskedSettings, qtbot: QtBot, save: Save) -> None:
    made = skin(part, qtbot)
    save(lambda: press(qtbot, made.lines["skin.itch"].up))
    made.line.check.box.setFocus()
    seen: list[QWidget] = [made.line.check.box]
    while seen[-1] is not made.lines["skin.itch"].check.box:
        qtbot.keyClick(part.focusWidget(), Qt.Key.Key_Tab)
        seen.append(part.focusWidget())
        assert len(seen) < 20
    heights = [each.mapTo(part, each.rect().center()).y() for each in seen]
    assert all(below > above - 20 for above, below in pairwise(heights))
    assert made.fold_button is seen[1]


def test_measures_and_units_are_chosen(
    session: Session, theme: Theme, qtbot: QtBot, save: Save
) -> None:
    assert theme
    part = MeasureSettings(session)
    qtbot.addWidget(part)
    part.show()
    assert not part.ticks["oxygen"].box.isChecked()
    save(lambda: press(qtbot, part.ticks["oxygen"].box))
    save(lambda: part.units["weight"].choose("lb"))

    assert "oxygen" in session.preference("measures.on")
    assert session.preference("unit.weight") == "lb"
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert part.units["weight"].value_or_none() == "kg"
