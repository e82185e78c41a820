"""Weekly and monthly fields, measures, grades and yes or no on the summary."""

from __future__ import annotations

import re
from datetime import timedelta

import pypdfium2

from db.records import Put, Reading, Value
from db.store import Store
from diary.fields import CATALOGUE
from diary.logic.drawn import REGIONS, TOTAL
from diary.logic.periods import Period
from diary.summary import no_progress
from diary.summary.collect import collect
from diary.summary.content import Content
from diary.summary.days import read_days
from diary.summary.options import Options
from diary.summary.render import render
from diary.summary.rest_keys import WORDING
from diary.summary.series import series
from tests.summary.conftest import Text
from tests.summary.examples import LAST, MADE, OPTIONS, table

QUARTER = Period.ending(LAST, 91)


def record(store: Store, key: str, values: dict[int, Value]) -> None:
    """Record values by days before the last."""
    days = {LAST - timedelta(days=ago): value for ago, value in values.items()}
    store.write([Put(Reading(day, key, value, MADE)) for day, value in days.items()])


def content(store: Store, *, appendix: bool = False) -> Content:
    return collect(store, CATALOGUE, QUARTER, Options(MADE, appendix=appendix))


def row(found: Content, label: str):
    return next(each for each in found.changes.rows if each.series.label == label)


def test_a_weekly_field_is_compared_week_by_week(store: Store):
    record(store, "skin.lumps", {7 * week: 5 if week < 13 else 3 for week in range(26)})

    found = row(content(store), "Hard lumps under the skin")

    assert (found.days_now, found.days_before) == ("13 wk", "13 wk")
    assert (found.mark, found.by) == ("▲", "+2")
    assert found.series.figures[-1] == ("days", "13 of 13 wk")
    assert found.series.medians == ()
    assert "in 13 of the 13 weeks" in found.series.alt


def test_the_skin_check_is_one_row_and_its_regions_are_in_the_appendix(store: Store):
    for field in REGIONS:
        record(store, field.key, {0: 1, 30: 2, 60: 1, 100: 1, 130: 1, 160: 1})
    found = content(store, appendix=True)

    total = row(found, str(TOTAL.label))
    assert (total.now, total.before, total.change) == ("8", "8", "about the same")
    assert (total.days_now, total.series.unit) == ("3 mo", "of 24")
    assert not [each for each in found.changes.rows if each.series.label.startswith("Skin check:")]
    assert found.daily is not None
    assert {str(field.label) for field in REGIONS} <= set(found.daily.columns)
    asked = next(each for each in table(found, WORDING) if each.label.endswith("left hand"))
    assert asked.cells[0].endswith("left hand now?")
    assert asked.cells[2] == "3 of 3 months"


def test_yes_and_no_are_counted(store: Store):
    record(store, "digestion.urgency", {ago: int(ago < 14) for ago in range(182)})
    found = content(store)

    urgency = row(found, "Had to hurry to the toilet")
    assert (urgency.now, urgency.before) == ("14 of 91", "0 of 91")
    assert (urgency.change, urgency.by, urgency.worst) == ("higher", "", "–")
    assert urgency.series.top == "yes"
    assert urgency.series.figures[0] == ("median", "14 yes")
    assert any(each.label == "Had to hurry to the toilet" for each in found.presence.rows)


def test_frost_stays_inside_its_chart_and_is_neither_better_nor_worse(store: Store):
    record(store, "raynaud.outdoor_low", {ago: -6.5 + ago / 10 for ago in range(0, 90, 5)})
    days = read_days(store, CATALOGUE, QUARTER, OPTIONS)
    found = series(days, CATALOGUE["raynaud.outdoor_low"])

    assert (found.bottom, found.top, found.unit) == ("-10", "10", "°C")
    assert all(0 <= height <= 1 for _day, height, _late in found.points)
    assert "where it is neither: Coldest outdoors." in content(store).changes.rules[0]


def test_several_answers_are_letters_in_the_appendix(store: Store):
    record(store, "digestion.swallowing_what", {0: "solids tablets", 1: "nothing"})
    found = content(store, appendix=True)

    assert found.daily is not None
    assert [cells[1] for cells in found.daily.rows[-2:]] == ["a*", "bd"]
    assert table(found, WORDING)[0].cells[1].startswith("a Nothing; b Solid food")


def test_fields_that_were_never_recorded_stay_out(store: Store):
    record(store, "digestion.nausea", dict.fromkeys(range(20), 3))

    assert [each.series.label for each in content(store).changes.rows] == ["Feeling sick"]


def test_what_has_no_room_on_page_1_has_a_page_of_its_own(store: Store):
    numeric = [field for field in CATALOGUE if field.numeric and not field.panel]
    for field in numeric:
        record(store, field.key, dict.fromkeys(range(0, 182, 7), field.check(field.top)))
    found = content(store, appendix=True)

    assert len(found.changes.rows) == len(numeric)
    usual = {str(field.label) for field in numeric if field.default_on}
    first = sorted(found.changes.rows, key=lambda each: each.place)[: len(usual)]
    assert {each.series.label for each in first} == usual
    with pypdfium2.PdfDocument(render(found, MADE, no_progress)) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    assert re.search(r"\d+ more fields, page 4", texts[0])
    assert "Day by day: other fields" in texts[2]
    assert "What changed: other fields" in texts[3]
    for field in numeric:
        in_table = [text for text in (texts[0], texts[3]) if str(field.label) in text]
        assert in_table, field.key


def test_a_young_diary_says_once_that_there_are_too_few_days(store: Store, text_of: Text):
    for key in ("skin.tightness", "skin.itch", "digestion.bloating"):
        record(store, key, {0: 3, 1: 4})
    young = content(store)
    assert young.changes.too_few == "too few days to compare"
    page = text_of(render(young, MADE, no_progress))[0]
    assert page.count("too few days") == 1

    record(store, "skin.itch", dict.fromkeys(range(180), 3))
    assert content(store).changes.too_few == ""
