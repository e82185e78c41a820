"""The words of a chart."""

from datetime import date

from diary.charts.describe import describe, figures
from diary.fields import CATALOGUE, DAY_PATTERN
from diary.logic.drawn import REGIONS, TOTAL, drawn_fields
from tests.charts.examples import TIGHTNESS, reading, stretch


def test_a_scale():
    values = [5] * 77
    values[32] = 8
    readings = [reading(number, value) for number, value in enumerate(values)]

    assert describe(TIGHTNESS, stretch([*readings, reading(90, 3)], 91)) == (
        "Skin tightness: recorded on 78 of 91 days, median 5, highest 8 on 3 October 2026."
    )


def test_days_outside_the_range_are_left_out():
    readings = [reading(-1, 10), reading(0, 2), reading(91, 10)]

    assert "recorded on 1 of 91 days, median 2, highest 2" in describe(
        TIGHTNESS, stretch(readings, 91)
    )


def test_nothing_recorded():
    assert describe(TIGHTNESS, stretch([], 91)) == ("Skin tightness: nothing recorded.")


def test_a_length_of_time():
    field = CATALOGUE["raynaud.total_minutes"]

    assert "median 1 h 20 min, highest 1 h 20 min" in describe(
        field, stretch([reading(0, 80, field.key)], 91)
    )


def test_a_choice_tells_how_often_each_answer_was_given():
    answers = ["none", "none", "attacks"]
    readings = [reading(number, key, DAY_PATTERN) for number, key in enumerate(answers)]

    assert describe(CATALOGUE[DAY_PATTERN], stretch(readings, 4)) == (
        "Raynaud’s over the day: recorded on 3 of 4 days: "
        "“No attacks” on 2, “Attacks that came and went” on 1 and “Cold or discoloured most of "
        "the day” on 0."
    )


def test_a_weekly_field_counts_weeks():
    lumps = CATALOGUE["skin.lumps"]
    series = stretch([reading(n, 2, lumps.key) for n in (1, 8, 9, 40)], 91)

    assert "recorded in 3 of 13 weeks, median 2" in describe(lumps, series)
    assert figures(lumps, series)[-1] == "3 of 13 weeks"


def test_a_measure_says_its_unit_and_no_better_or_worse():
    gap = CATALOGUE["skin.palm_gap_left"]
    series = stretch([reading(0, 2.5, gap.key), reading(40, 4.0, gap.key)], 91)

    assert figures(gap, series) == ["median 3.3 cm", "2.5 cm to 4 cm", "2 of 3 months"]


def test_yes_or_no_and_several_answers_tell_how_often():
    urgency, what = CATALOGUE["digestion.urgency"], CATALOGUE["digestion.swallowing_what"]
    given = [reading(n, n % 2, urgency.key) for n in range(3)]
    given += [reading(0, "solids tablets", what.key), reading(1, "nothing", what.key)]
    series = stretch(given, 3)

    assert describe(urgency, series).endswith("on 3 of 3 days: “yes” on 1 and “no” on 2.")
    assert "“Solid food” on 1, “Liquids” on 0 and “Tablets” on 1" in describe(what, series)


def test_the_skin_check_is_one_row_of_totals_of_whole_checks():
    whole = [reading(2, n % 4, field.key) for n, field in enumerate(REGIONS)]
    half = [reading(40, 3, field.key) for field in REGIONS[:4]]
    series = stretch([*whole, *half], 91)

    assert drawn_fields(REGIONS, series.used, ()) == (TOTAL,)
    assert series.shown[TOTAL.key] == {date(2026, 9, 3): 12}
    assert "median 12, highest 12" in describe(TOTAL, series)


def test_what_is_off_and_never_recorded_stays_out():
    on = {"skin.itch"}
    assert [f.key for f in drawn_fields(CATALOGUE, {"skin.lumps"}, on)] == [
        "skin.itch",
        "skin.lumps",
    ]
