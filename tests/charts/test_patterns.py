"""The pictures of Raynaud's patterns: what they draw, say and count, and when they are too few."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from matplotlib.lines import Line2D

from db.records import Attack, Reading, Value
from diary.charts.drawing import Drawing
from diary.charts.pattern_answers import colours_shown, triggers_shown
from diary.charts.pattern_cold import cold_shown
from diary.charts.pattern_hours import hours_shown, weekdays_shown
from diary.charts.pattern_places import places_shown
from diary.charts.style import Style
from diary.charts.twin import Shown, as_text
from diary.logic.patterns import Cold, ColdDay, Patterns, patterns
from diary.logic.periods import Period
from diary.logic.units import CELSIUS, FAHRENHEIT
from diary.palette import Look
from diary.ui.widgets.maps.hands import HANDS
from tests.charts.examples import drawn, words

PERIOD = Period(date(2026, 9, 1), date(2026, 9, 28))
STYLE = Style(width_px=600)


def reading(day: int, key: str, value: Value) -> Reading:
    at = datetime(2026, 9, day, 21, tzinfo=UTC)
    return Reading(date(2026, 9, day), f"raynaud.{key}", value, at)


def attack(day: int, hour: int = 8, **more: object) -> Attack:
    began = datetime(2026, 9, day, hour, 30, tzinfo=UTC)
    known = {"id": f"{day} {hour}", "started_at": began, "zone": "UTC", "recorded_at": began}
    return Attack(**(known | more))  # type: ignore[arg-type]


def of(attacks: list[Attack], readings: list[Reading] | None = None) -> Patterns:
    return patterns(PERIOD, readings or [], attacks, 0)


TWELVE = [
    attack(
        day,
        8 if day < 9 else 17,
        triggers=("cold_air",) if day < 9 else ("cold_air", "emotion"),
        colours=("pale", "red") if day < 9 else ("pale",),
        places=("right_index", "nose") if day < 9 else ("right_index",),
    )
    for day in range(1, 13)
]


def draw(shown: Shown, style: Style = STYLE) -> Drawing:
    assert shown.draw is not None
    return shown.draw(style)


def told(drawing: Drawing) -> list[str]:
    return [drawing.points[n].words for n in range(len(drawing.points))]


def test_each_hour_is_a_bar_that_is_read_with_its_number():
    shown = hours_shown(of(TWELVE, [reading(1, "attack_count", 4)]))

    drawing = draw(shown)

    assert shown.said == "12 timed attacks; 3 without a time."
    assert len(drawing.points) == 24
    assert told(drawing)[8] == "08:00 to 09:00: 8 attacks"
    assert told(drawing)[23] == "23:00 to 00:00: 0 attacks"
    assert "Most began from 08:00 to 09:00: 8." in drawing.description
    assert [row[1] for row in shown.twin.rows][8] == "8"


def test_a_bar_is_as_high_as_its_number():
    drawing = draw(hours_shown(of(TWELVE)))

    eight, four = drawing.points[8].box, drawing.points[17].box

    assert eight.bottom - eight.top == pytest.approx(2 * (four.bottom - four.top))
    assert eight.bottom == four.bottom


def test_where_numbers_do_not_fit_over_the_bars_an_axis_says_them():
    many = [attack(1 + n % 28, n % 24, id=str(n)) for n in range(24 * 120)]

    narrow = draw(hours_shown(of(many)), Style(width_px=260, points=24))

    assert {"0", "75", "150"} <= set(words(narrow.figure))
    assert "120" not in words(narrow.figure)


def test_too_few_attacks_are_said_and_not_drawn():
    shown = hours_shown(of(TWELVE[:4]))

    assert shown.draw is None
    assert shown.said == (
        "4 timed attacks. That is too few to show: a pattern of less than 10 could be chance alone."
    )
    assert ("08:00 to 09:00", "4") in shown.twin.rows


def test_a_weekday_with_too_few_recorded_days_has_no_bar():
    # Four Mondays are recorded, and three Tuesdays.
    none = [reading(day, "day_pattern", "none") for day in (7, 14, 21, 28, 1, 8, 15)]

    shown = weekdays_shown(of([attack(14)], none))
    drawing = draw(shown)

    assert told(drawing)[0] == "Monday: 0.25 attacks a day, 1 attack on 4 days recorded"
    assert told(drawing)[1] == "Tuesday: too few days, 3 days recorded"
    assert shown.twin.rows[0] == ("Monday", "4", "1", "0.25")
    assert shown.twin.rows[1] == ("Tuesday", "3", "0", "–")
    assert shown.twin.rows[2] == ("Wednesday", "0", "0", "–")
    assert words(drawing.figure).count("too few") == 6


def test_without_four_days_of_any_weekday_nothing_is_drawn():
    shown = weekdays_shown(of([attack(14)]))

    assert shown.draw is None
    assert "too few to show" in shown.said


def test_answers_come_most_frequent_first_with_their_shares():
    shown = triggers_shown(of([*TWELVE, attack(20)]))

    assert shown.said == "12 attacks with a trigger recorded; 1 without."
    assert shown.twin.rows == (
        ("Cold air", "12", "100%"),
        ("Stress or strong emotion", "4", "33%"),
    )
    assert told(draw(shown)) == [
        "Cold air: 12 attacks, 100% of 12",
        "Stress or strong emotion: 4 attacks, 33% of 12",
    ]


def test_colours_are_told_alone_and_as_they_were_seen_together():
    shown = colours_shown(of(TWELVE))

    assert shown.twin.rows == (
        ("Pale or white", "12", "100%"),
        ("Red", "8", "67%"),
        ("Pale or white + Red", "8", "67%"),
        ("Pale or white only", "4", "33%"),
    )
    assert "not in which order" in shown.twin.note


def test_a_key_of_a_later_version_is_shown_as_it_is():
    later = [attack(day, triggers=("moonlight",)) for day in range(1, 13)]

    assert triggers_shown(of(later)).twin.rows == (("moonlight", "12", "100%"),)


@pytest.mark.parametrize("look", list(Look))
def test_each_finger_has_its_number_in_every_look(look: Look) -> None:
    drawing = draw(places_shown(of(TWELVE), HANDS), Style(width_px=500, look=look))

    found = told(drawing)

    assert len(found) == 15
    assert "Right index finger: 12 attacks" in found
    assert "Left thumb: 0 attacks" in found
    assert "Nose: 8 attacks" in found
    assert words(drawing.figure).count("12") == 1
    assert "Right hand" in words(drawing.figure)


def test_the_numbers_of_the_fingers_lie_on_the_paper_and_apart():
    drawing = draw(places_shown(of(TWELVE), HANDS), Style(width_px=400))

    boxes = [drawing.points[n].box for n in range(10)]

    assert all(0 < box.left < box.right < 400 and box.top > 0 for box in boxes)
    middles = {(round(box.middle[0]), round(box.middle[1])) for box in boxes}
    assert len(middles) == 10


def cold_days(number: int) -> Patterns:
    lows = [reading(day, "outdoor_low", float(day)) for day in range(1, number + 1)]
    counts = [reading(day, "attack_count", day % 3) for day in range(1, number + 1)]
    return of([], [*lows, *counts, reading(27, "outdoor_low", 1.0), reading(28, "attack_count", 2)])


def test_each_day_with_both_is_one_dot_and_no_line_joins_them():
    shown = cold_shown(cold_days(9), CELSIUS)
    drawing = draw(shown)

    (dots,) = drawn(drawing.figure, "days")

    assert len(dots.get_offsets()) == 9 == len(shown.twin.rows)
    assert not drawing.figure.findobj(Line2D)
    assert shown.said == (
        "9 days with both known; 1 with attacks known but no temperature; "
        "1 with a temperature but attacks not known."
    )


def test_days_at_the_same_place_share_a_larger_dot_and_are_read_one_by_one():
    lows = [reading(day, "outdoor_low", 4.0 if day < 10 else float(day)) for day in range(1, 12)]
    found = of([], [*lows, *(reading(day, "attack_count", 2) for day in range(1, 12))])
    drawing = draw(cold_shown(found, CELSIUS))

    (dots,) = drawn(drawing.figure, "days")
    areas = dots.get_sizes()
    assert len(areas) == 3
    assert areas[0] > 4 * areas[1] == 4 * areas[2] > 0
    assert drawing.points[0].words == "1 September 2026: 4 °C, 2 attacks (9 days in this dot)"
    assert drawing.points[10].words == "11 September 2026: 11 °C, 2 attacks"
    assert len(drawing.points) == 11


def test_of_many_days_those_of_a_whole_degree_share_a_dot_and_keep_their_temperature():
    days = [date(2025, 12, 1) + timedelta(days=n) for n in range(200)]
    cold = Cold(tuple(ColdDay(d, n / 10, n % 3) for n, d in enumerate(days)), 0, 0)
    drawing = draw(cold_shown(replace(of([]), cold=cold), CELSIUS))

    (dots,) = drawn(drawing.figure, "days")
    assert len(dots.get_offsets()) == 21 * 3
    assert "the more days, the larger" in drawing.key
    assert drawing.points[23].words == "24 December 2025: 2.3 °C, 2 attacks (3 days in this dot)"


def test_temperatures_are_in_the_chosen_unit():
    shown = cold_shown(cold_days(9), FAHRENHEIT)
    drawing = draw(shown)

    assert drawing.points[0].words == "1 September 2026: 33.8 °F, 1 attack"
    assert shown.twin.rows[-1] == ("Tue 1 Sept 2026", "33.8 °F", "1")
    assert any(text.endswith("°F") for text in words(drawing.figure))


def test_six_days_with_both_are_too_few():
    shown = cold_shown(cold_days(6), CELSIUS)

    assert shown.draw is None
    assert shown.said.endswith("A picture needs 7 days with both.")


def test_dots_are_walked_from_cold_to_warm_and_up_and_down():
    points = draw(cold_shown(cold_days(9), CELSIUS)).points

    days = [points[n].day for n in range(len(points))]
    assert days == [PERIOD.first + timedelta(days=n) for n in range(9)]
    assert points.of_day(date(2026, 9, 5)) == 4
    assert points.of_day(date(2026, 9, 27)) is None
    higher = points.beside(0, up=True)
    assert points[higher].box.top < points[0].box.top
    assert points[points.beside(higher, up=False)].box.top > points[higher].box.top
    x, y = points[3].box.middle
    assert points.nearest(x + 2, y - 2, 24) == 3
    assert points.nearest(x, y - 500, 24) is None


def test_a_day_on_which_attacks_are_not_known_is_no_dot_at_zero():
    found = of([], [reading(day, "outdoor_low", 4.0) for day in range(1, 20)])

    assert cold_shown(found, CELSIUS).draw is None
    assert not cold_shown(found, CELSIUS).twin.rows


@pytest.mark.parametrize("points", [9, 11, 24])
@pytest.mark.parametrize("width", [260, 600, 1200])
def test_every_bar_lies_on_the_paper(points: int, width: int) -> None:
    style = Style(width_px=width, points=points)
    found = of(TWELVE, [reading(day, "day_pattern", "none") for day in range(13, 29)])
    for shown in (hours_shown(found), weekdays_shown(found), triggers_shown(found),
                  colours_shown(found), places_shown(found, HANDS)):  # fmt: skip
        drawing = draw(shown, style)
        height = drawing.figure.bbox.height / style.ratio
        boxes = [drawing.points[n].box for n in range(len(drawing.points))]
        assert all(box.left >= 0 and box.right <= width for box in boxes)
        assert all(0 <= box.top <= box.bottom <= height for box in boxes)


def test_the_table_is_copied_with_its_words():
    text = as_text([triggers_shown(of(TWELVE)), cold_shown(of(TWELVE), CELSIUS)])

    assert text.splitlines()[:2] == ["By trigger", "12 attacks with a trigger recorded."]
    assert "Answer\tAttacks\tShare" in text
    assert "Cold air\t12\t100%" in text
    assert "Against the coldest outdoors\n0 days with both known" in text
