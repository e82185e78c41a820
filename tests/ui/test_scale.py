from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from pytestqt.qtbot import QtBot

from diary.ui.theme import Theme
from diary.ui.widgets.scale import ScaleInput


@pytest.fixture
def scale(qtbot: QtBot, theme: Theme) -> ScaleInput:
    made = ScaleInput("none", "worst imaginable", theme)
    made.setAccessibleName("Itch")
    qtbot.addWidget(made)
    made.resize(700, 90)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_digits_choose_and_one_then_zero_is_ten(scale: ScaleInput, qtbot: QtBot) -> None:
    heard: list[object] = []
    scale.value_changed.connect(heard.append)

    qtbot.keyClick(scale, "7")
    qtbot.keyClick(scale, "1")
    qtbot.keyClick(scale, "0")
    qtbot.keyClick(scale, "0")

    assert heard == [7, 1, 10, 0]


def test_arrows_move_within_the_scale(scale: ScaleInput, qtbot: QtBot) -> None:
    scale.show_value(9)
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    assert scale.value_or_none() == 10
    qtbot.keyClick(scale, Qt.Key.Key_Left)
    assert scale.value_or_none() == 9


def test_delete_makes_it_not_recorded_which_is_not_zero(scale: ScaleInput, qtbot: QtBot) -> None:
    scale.show_value(0)
    assert "0 of 10" in scale.accessibleDescription()
    qtbot.keyClick(scale, Qt.Key.Key_Delete)
    assert scale.value_or_none() is None
    assert "not recorded" in scale.accessibleDescription()


@pytest.mark.parametrize("width", [700, 320])
def test_each_number_can_be_clicked_also_when_wrapped(
    scale: ScaleInput, qtbot: QtBot, width: int
) -> None:
    scale.setFixedSize(width, scale.sizeHint().height() + 60)
    for number in range(11):
        qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=scale.cell(number).center())
        assert scale.value_or_none() == number
        assert scale.cell(number).height() >= 40


def test_the_wheel_never_changes_a_value(scale: ScaleInput, qapp) -> None:
    scale.show_value(4)
    middle = QPointF(scale.rect().center())
    turned = QWheelEvent(
        middle,
        scale.mapToGlobal(middle),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it so
    )
    qapp.sendEvent(scale, turned)
    assert scale.value_or_none() == 4


def test_painting_keeps_the_references_to_none(scale: ScaleInput) -> None:
    before = sys.getrefcount(None)
    for _time in range(100):
        scale.repaint()

    assert sys.getrefcount(None) > before - 100


def test_a_save_between_one_and_zero_still_makes_ten(scale: ScaleInput, qtbot: QtBot) -> None:
    qtbot.keyClick(scale, "1")
    scale.show_value(1)
    qtbot.keyClick(scale, "0")

    assert scale.value_or_none() == 10


@pytest.mark.parametrize("number", [0, 6, 10])
def test_a_screen_reader_can_choose_each_number_and_clear(scale: ScaleInput, number: int) -> None:
    heard: list[object] = []
    scale.value_changed.connect(heard.append)
    slider = QAccessible.queryAccessibleInterface(scale).valueInterface()

    slider.setCurrentValue(number)
    assert scale.value_or_none() == number
    assert f"{number} of 10" in scale.accessibleDescription()
    slider.setCurrentValue(slider.minimumValue())

    assert scale.value_or_none() is None
    assert heard == [number, None]


def test_while_nothing_is_recorded_no_number_looks_chosen(scale: ScaleInput) -> None:
    scale.setFocus()
    edges = [QPoint(scale.cell(n).right() - 1, scale.cell(n).center().y()) for n in range(11)]

    ring = scale.grab().toImage()
    scale.show_value(0)
    chosen = scale.grab().toImage()

    ratio = ring.devicePixelRatio()
    assert len({ring.pixelColor(edge * ratio).name() for edge in edges}) == 1
    assert len({chosen.pixelColor(edge * ratio).name() for edge in edges}) == 2


def written(scale: ScaleInput) -> bytes:
    """The picture of the words below the buttons."""
    picture = scale.grab(scale.words_row()).toImage()
    return bytes(picture.constBits())  # of a picture held by name: its bits go with it


def test_the_keys_are_told_to_who_uses_keys_and_the_mark_to_who_does_not(
    scale: ScaleInput, qtbot: QtBot
) -> None:
    scale.show_before(4)
    scale.clearFocus()
    quiet = written(scale)
    qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=scale.cell(6).center())
    marked = written(scale)
    qtbot.keyClick(scale, "5")
    told = written(scale)

    assert len({quiet, marked, told}) == 3


def test_words_that_have_no_room_are_left_out(scale: ScaleInput, qtbot: QtBot) -> None:
    scale.setFixedSize(270, scale.sizeHint().height() + 60)
    scale.clearFocus()
    quiet = written(scale)
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    scale.setFocus(Qt.FocusReason.TabFocusReason)

    assert scale.by_keys
    assert written(scale) == quiet
