"""The words of a chart."""

from diary.charts.describe import describe
from diary.fields import CATALOGUE, DAY_PATTERN
from tests.charts.examples import TIGHTNESS, reading, stretch


def test_a_scale():
    values = [5] * 77
    values[32] = 8
    readings = [reading(number, value) for number, value in enumerate(values)]

    assert describe(TIGHTNESS, stretch([*readings, reading(90, 3)], 91)) == (
        "Skin tightness, 1 September 2026 to 30 November 2026: recorded on 78 of 91 days, "
        "median 5, highest 8 on 3 October 2026."
    )


def test_days_outside_the_range_are_left_out():
    readings = [reading(-1, 10), reading(0, 2), reading(91, 10)]

    assert "recorded on 1 of 91 days, median 2, highest 2" in describe(
        TIGHTNESS, stretch(readings, 91)
    )


def test_nothing_recorded():
    assert describe(TIGHTNESS, stretch([], 91)) == (
        "Skin tightness, 1 September 2026 to 30 November 2026: nothing recorded."
    )


def test_a_length_of_time():
    field = CATALOGUE["raynaud.total_minutes"]

    assert "median 1 h 20 min, highest 1 h 20 min" in describe(
        field, stretch([reading(0, 80, field.key)], 91)
    )


def test_a_choice_tells_how_often_each_answer_was_given():
    answers = ["none", "none", "attacks"]
    readings = [reading(number, key, DAY_PATTERN) for number, key in enumerate(answers)]

    assert describe(CATALOGUE[DAY_PATTERN], stretch(readings, 4)) == (
        "Raynaud’s over the day, 1 September 2026 to 4 September 2026: recorded on 3 of 4 days: "
        "“No attacks” on 2, “Attacks that came and went” on 1 and “Cold or discoloured most of "
        "the day” on 0."
    )
