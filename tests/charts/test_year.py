"""A year of a field as squares, and its weeks over those of the year before."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from db.records import Attack, Reading, Value
from diary.charts.drawing import Drawing
from diary.charts.series import Series, numbers, series_of
from diary.charts.style import Style
from diary.charts.twin import Shown
from diary.charts.year_cells import year_grid
from diary.charts.year_days import SHADES, YearOfDays, days_shown
from diary.charts.year_weeks import weeks_shown, words_shown
from diary.field import Field, Group, Kind
from diary.fields import ATTACK_COUNT, CATALOGUE
from diary.logic.seasons import needed, seasons
from diary.palette import Look, contrast
from tests.charts.examples import TIGHTNESS, drawn, words

TODAY = date(2026, 11, 22)
NEW_YEAR = date(2026, 1, 1)
STYLE = Style(width_px=900)
YES_NO = next(field for field in CATALOGUE if field.kind is Kind.YES_NO)
CHOICE = next(field for field in CATALOGUE if field.kind is Kind.CHOICE)


def reading(day: date, value: Value, field: Field = TIGHTNESS, late: int = 0) -> Reading:
    at = datetime(day.year, day.month, day.day, 21, tzinfo=UTC) + timedelta(days=late)
    return Reading(day, field.key, value, at)


def of_year(readings: list[Reading], attacks: list[Attack] | None = None) -> Series:
    return series_of(readings, attacks or [], NEW_YEAR, TODAY)


def shown(readings: list[Reading], field: Field = TIGHTNESS, first_weekday: int = 0) -> Shown:
    return days_shown(YearOfDays(field, of_year(readings), first_weekday))


def draw(made: Shown, style: Style = STYLE) -> Drawing:
    assert made.draw is not None
    return made.draw(style)


def told(drawing: Drawing, day: date) -> str:
    number = drawing.points.of_day(day)
    assert number is not None
    return drawing.points[number].words


def test_every_day_that_has_come_is_walked_in_order():
    drawing = draw(shown([reading(date(2026, 10, 3), 8, late=4)]))

    days = [drawing.points[n].day for n in range(len(drawing.points))]

    assert days == [NEW_YEAR + timedelta(days=n) for n in range((TODAY - NEW_YEAR).days + 1)]
    assert told(drawing, date(2026, 10, 3)) == "3 October 2026: Skin tightness 8, entered late"
    assert told(drawing, date(2026, 10, 4)) == "4 October 2026: not recorded"


def test_none_is_a_square_with_a_0_and_not_recorded_is_no_square():
    drawing = draw(shown([reading(date(2026, 3, 1), 0)]))

    (squares,) = drawn(drawing.figure, "days")
    assert len(squares.get_paths()) == 1
    assert words(drawing.figure).count("0") == 1
    assert told(drawing, date(2026, 3, 1)) == "1 March 2026: Skin tightness 0"


def test_a_late_day_has_a_frame_around_its_shade():
    days = [reading(date(2026, 3, 1), 4), reading(date(2026, 3, 2), 4, late=5)]

    drawing = draw(shown(days))

    (frames,), (squares,) = drawn(drawing.figure, "frames"), drawn(drawing.figure, "days")
    (frame,), (on_time, late) = frames.get_paths(), squares.get_paths()
    assert np.ptp(frame.vertices[:, 0]) == pytest.approx(np.ptp(on_time.vertices[:, 0]))
    assert np.ptp(late.vertices[:, 0]) < np.ptp(frame.vertices[:, 0])


def test_the_table_has_the_recorded_days_newest_first():
    days = [reading(date(2026, 3, 1), 0), reading(date(2026, 3, 2), 4, late=5)]

    assert shown(days).twin.rows == (
        ("Mon 2 Mar 2026", "4", "late"),
        ("Sun 1 Mar 2026", "0", ""),
    )


def test_attacks_of_a_day_follow_the_rule_of_all_figures():
    began = datetime(2026, 3, 1, 9, tzinfo=UTC)
    attack = Attack(id="a", started_at=began, zone="UTC", recorded_at=began)
    series = of_year([], [attack])

    made = days_shown(YearOfDays(CATALOGUE[ATTACK_COUNT], series, 0))

    assert [row[1] for row in made.twin.rows] == ["1"]


@pytest.mark.parametrize("field", list(CATALOGUE), ids=lambda field: field.key)
def test_every_field_can_be_looked_at(field: Field) -> None:
    value: Value = field.choice_keys[0] if field.choice_keys else field.bottom
    if field.numeric:
        value = int(field.bottom)
    made = shown([reading(date(2026, 3, 1), value, field)], field)

    drawing = draw(made)

    assert len(made.twin.rows) == 1
    assert len(drawn(drawing.figure, "days")[0].get_paths()) == 1


def test_an_empty_year_has_no_square_and_says_so():
    drawing = draw(shown([]))

    assert "nothing recorded" in drawing.description
    assert "nothing recorded" in drawing.key


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("group", list(Group))
def test_numbers_stand_out_from_every_shade(look: Look, group: Group) -> None:
    style = Style(look=look)

    for share in SHADES:
        shade = style.mixed(group.value, share)
        best = max(contrast(style.colours[role], shade) for role in ("ink", "card"))
        assert best >= 7


@pytest.mark.parametrize("points", [9, 11, 24])
@pytest.mark.parametrize("width", [260, 640, 770, 1184])
@pytest.mark.parametrize("first_weekday", [0, 5, 6])
def test_days_have_a_place_of_their_own_on_the_paper(
    points: int, width: int, first_weekday: int
) -> None:
    style = Style(points=points, width_px=width)

    grid = year_grid(2024, first_weekday, style)

    boxes = {day: grid.box(day) for day in grid.days()}
    places = {(round(box.left), round(box.top)) for box in boxes.values()}
    assert len(boxes) == len(places) == 366
    assert all(box.left >= 0 and box.right <= width + 0.1 for box in boxes.values())
    assert max(box.bottom for box in boxes.values()) <= grid.bottom + 0.1
    assert grid.cell >= 24 or grid.columns == 1
    first = boxes[date(2024, 1, 1)]
    column = round((first.left - grid.left) / grid.cell)
    assert column == (0 - first_weekday) % 7


# Weeks.


def weeks(field: Field, values: dict[date, float]) -> Shown:
    return weeks_shown(field, seasons(field, values, 2026, 0, TODAY))


def week_of_values(first: date, *values: float) -> dict[date, float]:
    return {first + timedelta(days=n): value for n, value in enumerate(values)}


def test_two_years_are_told_apart_by_line_and_mark():
    both = week_of_values(date(2026, 3, 2), 4, 4, 6, 6) | week_of_values(
        date(2025, 3, 3), 1, 1, 1, 1
    )

    drawing = draw(weeks(TIGHTNESS, both))

    this_year, last_year = (drawn(drawing.figure, name) for name in ("this year", "last year"))
    assert {line.get_linestyle() for line in this_year} == {"-"}
    assert {line.get_linestyle() for line in last_year} == {"--"}
    assert {line.get_marker() for line in this_year} != {line.get_marker() for line in last_year}
    assert {"2026", "2025"} <= set(words(drawing.figure))


def test_a_week_is_read_with_the_days_of_both_years():
    both = week_of_values(date(2026, 3, 2), 4, 4, 6, 6) | week_of_values(date(2025, 3, 3), 1, 1)

    made = weeks(TIGHTNESS, both)
    drawing = draw(made)

    assert made.twin.rows == (("2 Mar 2026", "5", "4", "–", "2"),)
    assert drawing.points[0].words == (
        "Week from 2 March 2026: 5, 4 days recorded; a year before: too few days, 2 days recorded"
    )
    assert made.said.startswith("0 weeks have enough recorded days in both years.")


def test_a_gap_is_no_point_of_the_line():
    there = week_of_values(date(2026, 3, 2), 4, 4, 6, 6) | week_of_values(date(2026, 4, 6), 1, 1)

    drawing = draw(weeks(TIGHTNESS, there))

    line = max(drawn(drawing.figure, "this year"), key=lambda each: len(each.get_ydata()))
    assert np.isfinite(line.get_ydata()).sum() == 1


def test_without_a_week_of_four_days_there_is_no_chart():
    made = weeks(TIGHTNESS, week_of_values(date(2026, 3, 2), 4, 4, 6))

    assert made.draw is None
    assert made.said == (
        "No week of the two years has enough recorded days. "
        "A week with fewer than 4 recorded days is a gap."
    )


def test_yes_and_no_and_attacks_have_their_own_words():
    yes = draw(weeks(YES_NO, week_of_values(date(2026, 3, 2), 1, 0, 0, 1)))
    attacks = draw(weeks(CATALOGUE[ATTACK_COUNT], week_of_values(date(2026, 3, 2), 1, 0, 0, 2)))

    assert "3.5 of 7 days, 4 days recorded" in yes.points[0].words
    assert "0.8 a day, 4 days recorded" in attacks.points[0].words


def test_words_have_no_weeks_and_that_is_said():
    made = words_shown(CHOICE)

    assert made.draw is None
    assert "answered in words" in made.said


def test_the_season_is_said_with_every_chart():
    made = weeks(TIGHTNESS, week_of_values(date(2026, 3, 2), 4, 4, 6, 6))

    assert "Raynaud’s follows the season" in made.said
    assert "Raynaud’s follows the season" in draw(made).key


def test_weeks_come_from_the_series_of_both_years():
    span = needed(2026)
    days = [reading(date(2025, 3, 3) + timedelta(days=n), 3) for n in range(4)]
    series = series_of(days, [], span.first, span.last)

    made = weeks(TIGHTNESS, dict(numbers(series.shown[TIGHTNESS.key])))

    assert made.twin.rows == (("2 Mar 2026", "–", "0", "3", "4"),)
