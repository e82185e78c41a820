"""What a screen reader turns without a click is heard as if it had been clicked."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.main_window import MainWindow
from diary.ui.widgets.check_line import CheckLine
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.choice_chips import Chip, ChoiceChips
from diary.ui.widgets.controls import button
from diary.ui.widgets.number import NumberInput
from diary.ui.widgets.turned import Line


def turn(made: QAbstractButton) -> None:
    """Turn it by the action of assistive tools."""
    reached = QAccessible.queryAccessibleInterface(made)
    reached.actionInterface().doAction(QAccessibleActionInterface.toggleAction())


def role(made: QAbstractButton) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(made).role()


def test_one_answer_of_several(qtbot: QtBot) -> None:
    choice = ChoiceInput((("yes", "Yes"), ("no", "No")))
    qtbot.addWidget(choice)
    heard: list[object] = []
    choice.value_changed.connect(heard.append)

    for key in ("yes", "no"):
        turn(choice._buttons[key])
        assert choice.value_or_none() == key
    choice.choose(None)

    assert heard == ["yes", "no", None]
    assert not any(made.isChecked() for made in choice._buttons.values())
    assert {role(made) for made in choice._buttons.values()} == {QAccessible.Role.RadioButton}


def test_several_answers(qtbot: QtBot) -> None:
    chips = ChoiceChips("Colours", [Chip("pale", "Pale"), Chip("blue", "Blue")])
    qtbot.addWidget(chips)
    heard: list[object] = []
    chips.value_changed.connect(heard.append)

    turn(chips._chips["blue"])
    turn(chips._chips["pale"])

    assert heard == [("blue",), ("pale", "blue")]


def test_a_line_with_a_tick(qtbot: QtBot) -> None:
    line = CheckLine("Each day")
    qtbot.addWidget(line)
    heard: list[bool] = []
    line.switched.connect(heard.append)

    line.show_on(on=True)
    turn(line.box)

    assert heard == [False]


def test_a_button_that_stays_is_heard_once_by_hand(qtbot: QtBot) -> None:
    heard: list[int] = []
    made = button("Mark", "chip", lambda: heard.append(1))
    qtbot.addWidget(made)

    made.click()
    made.setChecked(False)
    assert len(heard) == 1
    turn(made)
    assert len(heard) == 2


@pytest.mark.parametrize("key", ["attacks", "settings"])
def test_a_page_of_the_rail(window: MainWindow, key: str) -> None:
    made = window.rail._buttons[key]
    turn(made)

    assert window.stack.key == key
    assert made.isChecked()
    assert role(made) is QAccessible.Role.RadioButton


def write_into(line: QWidget, words: str) -> None:
    """Write by the text of assistive tools, without a key."""
    QAccessible.queryAccessibleInterface(line).setText(QAccessible.Text.Value, words)


def test_a_number_that_was_written_without_a_key(qtbot: QtBot) -> None:
    number = NumberInput(top=99, step=1, unit="")
    qtbot.addWidget(number)
    heard: list[object] = []
    number.value_changed.connect(heard.append)

    write_into(number.edit, "12")
    number.show_value(7)
    number.show_value(None)

    assert heard == [12]


def test_a_line_that_was_written_without_a_key_is_heard_once(qtbot: QtBot) -> None:
    line = Line()
    qtbot.addWidget(line)
    typed: list[str] = []
    line.textEdited.connect(typed.append)

    line.setText("shown by the program")
    line.clear()
    qtbot.keyClicks(line, "ab")
    write_into(line, "dictated")

    assert typed == ["a", "ab", "dictated"]
    assert line.isModified()
