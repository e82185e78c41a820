"""Around a change: what is drawn on each side, what is said of it, and what is never said."""

from datetime import UTC, date, datetime, timedelta

import pytest

from db.records import DosePeriod, Medicine, Reading
from diary.charts.around_change import Around, around_shown
from diary.charts.around_rows import plan
from diary.charts.around_words import compared_words, told_change
from diary.charts.drawing import Drawing
from diary.charts.series import numbers, series_of
from diary.charts.style import Style
from diary.charts.twin import Shown
from diary.field import Field, Group, Kind
from diary.fields import CATALOGUE
from diary.logic.around_change import Sides, Window, window_of
from diary.logic.medicines import ChangeKind, MedicineChange
from tests.charts.examples import TIGHTNESS, drawn, words

DAY = date(2026, 9, 1)
AT = datetime(2026, 9, 1, tzinfo=UTC)
NIFEDIPINE = Medicine(id="m", name="Nifedipine", recorded_at=AT)
DOSE = DosePeriod(id="d", medicine="m", dose="10 mg", first=DAY, recorded_at=AT)
STARTED = MedicineChange(DAY, ChangeKind.STARTED, NIFEDIPINE, None, DOSE)
STOPPED = MedicineChange(DAY, ChangeKind.STOPPED, NIFEDIPINE, DOSE, None)
LONG_AGO, TODAY = date(2020, 1, 1), date(2026, 11, 22)
YES_NO = next(field for field in CATALOGUE if field.kind is Kind.YES_NO)


def reading(place: int, value: int, field: Field = TIGHTNESS, late: int = 0) -> Reading:
    """A value so many days after the change."""
    day = DAY + timedelta(days=place)
    at = datetime(day.year, day.month, day.day, 21, tzinfo=UTC) + timedelta(days=late)
    return Reading(day, field.key, value, at)


def around(
    readings: list[Reading], field: Field = TIGHTNESS, window: Window | None = None
) -> Around:
    window = window or window_of(STARTED, LONG_AGO, TODAY)
    series = series_of(readings, [], window.whole.first, window.whole.last)
    values = numbers(series.shown[field.key])
    rows = ((Sides.of(field, values, window), values),)
    return Around(field.group, STARTED, window, series, rows)


def draw(made: Shown, style: Style | None = None) -> Drawing:
    assert made.draw is not None
    return made.draw(style or Style(width_px=900))


BOTH = [reading(n, 6) for n in range(-28, 0)] + [reading(n, 4) for n in range(28)]


def test_both_sides_are_told_with_their_days_and_one_word():
    made = around_shown(around(BOTH))

    assert made.twin.rows == (
        ("Skin tightness", "before", "28 of 28 days", "6", "6 on 31 Aug", ""),
        ("Skin tightness", "after", "28 of 28 days", "4", "4 on 28 Sept", "lower after"),
    )
    texts = words(draw(made).figure)
    assert "median 6 · highest 6 on 31 Aug · 28 of 28 days" in texts
    assert "median 4 · highest 4 on 28 Sept · 28 of 28 days" in texts
    assert "lower after" in texts


def test_what_caused_a_change_is_never_shown():
    made = around_shown(around(BOTH))

    assert "does not show what caused" in made.twin.note
    key = draw(made).key.split("\n")
    assert key[0] == "Each dot is one day."
    assert "does not show what caused" in key[-1]
    assert all(line.endswith(".") for line in key)


def test_a_side_without_a_reading_is_not_recorded_and_has_no_line():
    made = around_shown(around([reading(n, 6) for n in range(-28, 0)]))
    drawing = draw(made)

    assert made.twin.rows[1][2:] == ("nothing", "–", "–", "too few days to compare")
    assert "nothing recorded" in words(drawing.figure)
    assert len(drawn(drawing.figure, "median")) == 1


def test_the_line_of_day_0_has_the_day_before_on_its_left_and_the_day_on_its_right():
    found = around([reading(-1, 6), reading(0, 4)])

    where = plan(found.rows, found.window, Style(width_px=800))

    assert where.x(DAY) == pytest.approx(where.middle + where.day_width / 2)
    assert where.x(DAY - timedelta(days=1)) == pytest.approx(where.middle - where.day_width / 2)
    assert where.x(found.window.whole.first) >= where.left
    assert where.x(found.window.whole.last) <= where.right


def test_days_are_read_by_their_distance_from_the_change():
    drawing = draw(around_shown(around([reading(-1, 6, late=9), reading(0, 4), reading(3, 5)])))

    assert [drawing.points[n].words for n in range(3)] == [
        "31 August 2026, 1 day before: Skin tightness 6, entered late",
        "1 September 2026, day 0: Skin tightness 4",
        "4 September 2026, 3 days after: Skin tightness 5",
    ]
    assert drawing.points[1].day == DAY


def test_late_days_are_hollow():
    drawing = draw(around_shown(around([reading(-1, 6, late=9), reading(0, 4)])))

    (late,), (days,) = drawn(drawing.figure, "late"), drawn(drawing.figure, "days")
    assert late.get_markerfacecolor() != days.get_markerfacecolor()
    assert len(late.get_xdata()) == len(days.get_xdata()) == 1


def test_yes_and_no_have_days_and_no_median():
    made = around_shown(around([reading(-2, 1, YES_NO), reading(1, 0, YES_NO)], YES_NO))
    drawing = draw(made)

    assert made.twin.rows[0][3] == "yes on 1 of 1 day"
    assert {"yes", "no"} <= set(words(drawing.figure))
    assert drawn(drawing.figure, "median") == []


def test_the_days_compared_are_said_with_what_else_happened():
    window = window_of(STARTED, LONG_AGO, TODAY)
    said = compared_words(STARTED, window, [STOPPED])

    assert "Before: 28 days, 4–31 Aug 2026. After: 28 days, 1–28 Sept 2026." in said
    assert "Also in these days: 1 Sept 2026 · Nifedipine: stopped." in said
    assert "Each side has up to" not in said


def test_cut_days_and_the_last_day_with_a_medicine_are_said():
    window = window_of(STOPPED, DAY - timedelta(days=3), DAY)

    said = compared_words(STOPPED, window, [])

    assert "After: no day in the diary." in said
    assert "Each side has up to 28 days; this diary has fewer of them so far." in said
    assert "The last day with the medicine, 1 September 2026, belongs to the days before." in said


def test_a_change_in_the_list():
    assert told_change(STARTED) == "1 Sept 2026 · Nifedipine: started 10 mg"


@pytest.mark.parametrize("points", [9, 11, 24])
@pytest.mark.parametrize("width", [260, 640, 1184])
def test_words_and_dots_lie_on_the_paper(points: int, width: int) -> None:
    found = around(BOTH)
    style = Style(width_px=width, points=points)

    where = plan(found.rows, found.window, style)
    drawing = draw(around_shown(found), style)

    (row,) = where.rows
    assert row.box.top > row.foot(style) + len(row.before) * style.line_height
    assert where.height > row.box.bottom
    boxes = [drawing.points[n].box for n in range(len(drawing.points))]
    assert all(box.left >= 0 and box.right <= width for box in boxes)
    assert Group.SKIN is found.group


def test_a_long_name_and_its_verdict_never_share_a_line():
    field = CATALOGUE["skin.movement"]
    found = around([reading(n, 6, field) for n in range(-28, 28)], field)
    style = Style(width_px=640, points=24)

    (row,) = plan(found.rows, found.window, style).rows

    assert not row.head.beside
    assert row.head.lines == 2
