"""What cannot be read is never lost: not by another line, a step, or a corrected start."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from diary.ui.theme import Theme
from diary.ui.widgets.length_edit import LengthEdit
from diary.ui.widgets.moment_edit import MomentEdit
from diary.ui.widgets.number import NumberInput

AT = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)


@pytest.fixture
def moment(theme: Theme, qtbot: QtBot) -> MomentEdit:
    assert theme
    made = MomentEdit("Start", lambda: date(2026, 11, 22))
    qtbot.addWidget(made)
    made.show_moment(AT, "UTC")
    return made


def test_a_good_time_leaves_a_bad_day_as_it_is(moment: MomentEdit) -> None:
    moment.day.setText("lst tuesday")
    moment.day.commit()
    moment.time.setText("9:30")
    moment.time.commit()

    assert moment.bad
    assert moment.day.text() == "lst tuesday"
    assert "lst tuesday" in moment.day.sentence.text()


def test_a_step_to_another_day_leaves_a_bad_time_as_it_is(moment: MomentEdit) -> None:
    moment.time.setText("25h")
    moment.time.commit()
    moment.earlier.click()

    assert moment.bad
    assert moment.time.text() == "25h"
    assert moment.day.value_or_none() == date(2026, 11, 21)


def test_a_bad_day_and_the_last_day_of_all_have_no_day_after(moment: MomentEdit) -> None:
    moment.day.setText("lst tuesday")
    moment.later.click()
    assert moment.day.text() == "lst tuesday"

    moment.day.setText("31 December 9999")
    moment.later.click()
    assert moment.day.value_or_none() == date.max


def test_a_corrected_start_leaves_a_bad_length_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    assert theme
    length = LengthEdit()
    qtbot.addWidget(length)
    length.show_length(AT, "UTC", 20, ongoing=False)
    length.minutes.setText("abc")
    length.minutes.commit()
    length.set_start(AT - timedelta(minutes=5))

    assert length.bad
    assert length.minutes.text() == "abc"


def test_plus_goes_on_from_what_was_just_typed(theme: Theme, qtbot: QtBot) -> None:
    assert theme
    number = NumberInput(99, 1, "")
    qtbot.addWidget(number)
    heard: list[object] = []
    number.value_changed.connect(heard.append)
    number.edit.setFocus()
    qtbot.keyClicks(number.edit, "12")
    number.more_button.click()
    assert number.value_or_none() == 13

    qtbot.keyClicks(number.edit, "000")
    number.more_button.click()
    assert (number.value_or_none(), number.edit.text()) == (13, "13000")
    assert number.too_high
