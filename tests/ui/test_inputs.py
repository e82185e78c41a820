"""The inputs of measures, grades, several answers and numbers that are too high."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.field import Field, Group, Kind
from diary.fields import CATALOGUE
from diary.i18n import OwnWords
from diary.logic.units import Units
from diary.palette import Look
from diary.ui.theme import Theme
from diary.ui.widgets.field_row import FieldRow
from diary.ui.widgets.grade import GradeInput
from diary.ui.widgets.measure_input import MeasureInput
from diary.ui.widgets.number import NumberInput
from diary.ui.widgets.several import SeveralInput

PARTS = Field(
    key="custom.0a1b2c3d",
    group=Group.OWN,
    kind=Kind.MEASURE,
    label=OwnWords("Neck"),
    question=OwnWords("Neck"),
    section="skin",
    rank=1,
    maximum=999,
    step=0.1,
    unit_words=OwnWords("cm"),
)


@pytest.fixture
def row(qtbot: QtBot, theme: Theme):
    def make(what: str | Field) -> tuple[FieldRow, list[object]]:
        made = FieldRow(CATALOGUE[what] if isinstance(what, str) else what, theme)
        qtbot.addWidget(made)
        made.resize(900, 120)
        made.show()
        qtbot.waitExposed(made)
        heard: list[object] = []
        made.chosen.connect(lambda _key, value: heard.append(value))
        return made, heard

    return make


def type_in(qtbot: QtBot, shown: MeasureInput | NumberInput, text: str) -> None:
    shown.edit.setFocus()
    shown.edit.selectAll()
    if text.isascii():
        qtbot.keyClicks(shown.edit, text)
    else:
        shown.edit.setText(text)
    qtbot.keyClick(shown.edit, Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_an_input(kind: Kind, qtbot: QtBot, theme: Theme) -> None:
    field = next(each for each in CATALOGUE if each.kind is kind)
    qtbot.addWidget(FieldRow(field, theme))


@pytest.mark.parametrize("text", ["93,5", "93.5", " 93,5 cm"])
def test_a_comma_and_a_point_are_the_same(row, qtbot: QtBot, text: str) -> None:
    made, heard = row(PARTS)
    type_in(qtbot, made.input, text)
    assert heard == [93.5]


@pytest.mark.parametrize("text", ["16", "2.3", "two", "1,234.5", "-1", "2 kg"])
def test_what_does_not_fit_stays_with_a_sentence(row, qtbot: QtBot, text: str) -> None:
    made, heard = row("skin.palm_gap_right")
    type_in(qtbot, made.input, text)
    made.show_value(None)

    assert heard == []
    assert made.input.edit.text() == text
    assert made.input.edit.sentence.isVisible()
    assert "0 to 15 in steps of 0.5" in made.input.edit.sentence.text()


def test_another_day_takes_the_wrong_text_away(row, qtbot: QtBot) -> None:
    made, _heard = row("skin.palm_gap_right")
    type_in(qtbot, made.input, "16")
    made.forget_typed()

    assert made.input.edit.text() == ""
    assert not made.input.edit.sentence.isVisible()


def test_less_and_more_stay_on_the_grid_and_in_the_range(row, qtbot: QtBot) -> None:
    made, heard = row("skin.palm_gap_right")
    made.show_value(14.5)
    for _more in range(3):
        qtbot.keyClick(made.input.edit, Qt.Key.Key_PageUp)
    qtbot.keyClick(made.input.edit, Qt.Key.Key_PageDown)

    assert heard == [15.0, 14.5]


def test_a_frost_is_typed_with_any_minus(row, qtbot: QtBot) -> None:
    made, heard = row("raynaud.outdoor_low")
    type_in(qtbot, made.input, "-4,5")
    type_in(qtbot, made.input, "−6")

    assert heard == [-4.5, -6.0]


def test_fahrenheit_is_stored_as_celsius_and_shown_again(row, qtbot: QtBot) -> None:
    made, heard = row("raynaud.outdoor_low")
    made.show_units(Units(temperature="F"))
    type_in(qtbot, made.input, "23")

    assert heard == [-5.0]
    assert made.input.edit.text() == "23"
    made.show_units(Units(temperature="C"))
    assert made.input.edit.text() == "-5"


def test_every_whole_degree_comes_back(row) -> None:
    made, _heard = row("raynaud.outdoor_low")
    made.show_units(Units(temperature="F"))
    for shown in range(-40, 123):
        stored = made.input._parse(str(shown))
        assert made.input._write(stored).replace("−", "-") == str(shown)


def test_delete_of_a_measure_makes_it_not_recorded(row, qtbot: QtBot) -> None:
    made, heard = row("skin.palm_gap_right")
    made.show_value(2.5)
    made.input.edit.selectAll()
    qtbot.keyClick(made.input.edit, Qt.Key.Key_Delete)
    qtbot.keyClick(made.input.edit, Qt.Key.Key_Return)

    assert heard == [None]


def test_a_number_too_high_stays_with_a_sentence(row, qtbot: QtBot) -> None:
    made, heard = row("digestion.motions")
    assert isinstance(made.input, NumberInput)
    type_in(qtbot, made.input, "31")
    made.show_value(None)

    assert heard == []
    assert made.input.edit.text() == "31"
    assert "30" in made.input.sentence.text()
    type_in(qtbot, made.input, "3")
    assert heard == [3]
    assert not made.input.sentence.isVisible()


def test_a_digit_chooses_its_grade(row, qtbot: QtBot) -> None:
    made, heard = row("organs.breathless_grade")
    assert isinstance(made.input, GradeInput)
    qtbot.keyClick(made.input, "0")
    qtbot.keyClick(made.input, "4")
    qtbot.keyClick(made.input, "5")

    assert heard == [0, 4]
    stool, heard = row("digestion.stool_form")
    qtbot.keyClick(stool.input, "0")
    qtbot.keyClick(stool.input, "7")
    assert heard == [7]


def test_long_answers_wrap_and_none_is_cut(row, qtbot: QtBot, theme: Theme) -> None:
    theme.apply(Look.LIGHT, 24)
    made, _heard = row("organs.breathless_grade")
    made.resize(420, 900)
    for answer in made.input._buttons.values():
        lines = answer.text().split("\n")
        assert len(" ".join(lines).split()) == len(answer.words.split())
        widest = max(map(answer.fontMetrics().horizontalAdvance, lines))
        assert widest < answer.width()
        assert answer.height() >= answer.fontMetrics().height() * len(lines)


def test_several_answers_are_one_text_in_their_order(row, qtbot: QtBot) -> None:
    made, heard = row("digestion.swallowing_what")
    assert isinstance(made.input, SeveralInput)
    for key in ("tablets", "solids", "nothing"):
        made.input.chips._chips[key].click()
    qtbot.keyClick(made.input.chips._chips["nothing"], Qt.Key.Key_Delete)

    assert heard == ["tablets", "solids tablets", "nothing", None]


def test_each_form_of_stool_has_its_own_drawing_in_every_look(row, theme: Theme) -> None:
    made, _heard = row("digestion.stool_form")

    def drawings() -> set[bytes]:
        found = set()
        for answer in made.input._buttons.values():
            image = answer.icon().pixmap(answer.iconSize()).toImage()
            found.add(bytes(image.constBits()))
        return found

    light = drawings()
    theme.apply(Look.DARK, 11)

    assert len(light) == 7
    assert len(drawings()) == 7
    assert not light & drawings()


def test_a_number_is_seen_whole_also_when_the_text_grows(row, theme: Theme) -> None:
    made, _heard = row("raynaud.total_minutes")
    edit = made.input.edit
    theme.apply(Look.LIGHT, 24)
    made.resize(636, 204)
    made.grab()

    assert edit.width() > edit.fontMetrics().horizontalAdvance("1440") + 16


def test_a_number_without_a_hint_keeps_no_room_for_one(row, theme: Theme) -> None:
    theme.apply(Look.LIGHT, 24)
    made, _heard = row("raynaud.total_minutes")
    made.resize(636, 400)
    made.grab()
    without = made.input.sizeHint().height()
    made.show_timed(20)
    made.grab()

    assert made.input.hint.isVisible()
    assert made.input.heightForWidth(636) > without or made.input.height() > without


def test_the_first_click_marks_the_number_and_the_second_does_not(row, qtbot: QtBot) -> None:
    made, heard = row("raynaud.attack_count")
    made.show_value(12)
    edit = made.input.edit
    with qtbot.waitActive(made):
        made.activateWindow()
    made._info.setFocus()

    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert edit.selectedText() == "12"
    qtbot.keyClicks(edit, "3")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert heard == [3]

    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert not edit.hasSelectedText()
