"""What else happened: read from the diary, lettered in the charts, drawn as lanes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from db.records import Appointment, DosePeriod, Medicine, Note, Put, Sore
from db.store import Store
from diary.charts.days import GroupChart, Timeline
from diary.charts.flags import drawn_flags, flags_of
from diary.charts.happened import Flag, Happened, What, key_of, load_happened, said
from diary.charts.style import Style
from diary.field import Group
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from tests.charts.examples import TIGHTNESS, drawn, reading, stretch

AT = datetime(2026, 9, 30, 20, tzinfo=UTC)
FIRST, LAST = date(2026, 9, 1), date(2026, 9, 30)
STYLE = Style(width_px=700)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@pytest.fixture
def filled(store: Store) -> Store:
    store.write(
        Put(record)
        for record in (
            Appointment(id="v", day=day(3), who="Dr A", recorded_at=AT),
            Medicine(id="m", name="Nifedipine", recorded_at=AT),
            DosePeriod(id="d", medicine="m", dose="10 mg", first=day(9), recorded_at=AT),
            Sore(id="s", place="right_thumb", noticed=day(12), healed=day(20), recorded_at=AT),
            Sore(id="t", place="left_thumb", noticed=day(-40), recorded_at=AT),
            Sore(id="u", place="left_thumb", noticed=day(-90), healed=day(-70), recorded_at=AT),
            Note(day(25), "Cold\nwind", AT),
            Note(day(40), "later", AT),
        )
    )
    return store


def test_what_happened_is_read_in_order_of_time(filled: Store) -> None:
    found = load_happened(filled, FIRST, LAST)

    assert [(flag.day, flag.what) for flag in found.flags] == [
        (day(3), What.VISIT),
        (day(9), What.MEDICINE),
        (day(12), What.SORE),
        (day(20), What.HEALED),
        (day(25), What.NOTE),
    ]
    assert found.flags[-1].words == "note: “Cold wind”"


def test_a_sore_that_goes_on_is_open_at_both_ends(filled: Store) -> None:
    lane, below = load_happened(filled, FIRST, LAST).sores

    assert (lane.name, below.name) == ("Sores", "")
    (open_one,), (healed,) = lane.spans, below.spans
    assert open_one.open_start
    assert open_one.open_end
    assert open_one.said == "Sore: Left thumb: noticed 23 Jul 2026, not healed"
    assert (healed.first, healed.last) == (day(12), day(20))
    assert not healed.open_end


def test_sores_one_after_the_other_share_a_lane(store: Store) -> None:
    store.write(
        Put(Sore(id=str(n), place="right_thumb", noticed=day(n), healed=day(n + 4), recorded_at=AT))
        for n in (1, 6, 11)
    )
    (lane,) = load_happened(store, FIRST, LAST).sores
    assert len(lane.spans) == 3


def test_all_of_it_is_said_in_words(filled: Store) -> None:
    words = said(load_happened(filled, FIRST, LAST)).splitlines()

    assert words[0] == "Nifedipine: 10 mg since 10 Sept 2026"
    assert "4 September 2026: visit: Dr A" in words
    assert any(line.startswith("Sore: Left thumb: noticed 23 Jul") for line in words)


def test_letters_stand_over_their_days_and_lines_run_through_the_rows(filled: Store) -> None:
    chart = GroupChart(
        Group.SKIN, [TIGHTNESS], stretch([reading(1, 4)], 30), load_happened(filled, FIRST, LAST)
    )
    figure = chart(STYLE).figure
    letters = {text.get_text(): text for text in figure.findobj(Text) if len(text.get_text()) == 1}
    assert {"V", "M", "S", "H", "N"} <= set(letters)
    for what in (What.VISIT, What.MEDICINE, What.SORE, What.HEALED):
        assert len(drawn(figure, what.value)) == 1
    assert not drawn(figure, What.NOTE.value)
    (visits,) = drawn(figure, "visit")
    assert visits.get_segments()[0][0][0] == pytest.approx(letters["V"].get_position()[0])


def test_lines_of_two_kinds_never_share_their_dashes(filled: Store) -> None:
    chart = GroupChart(
        Group.SKIN, [TIGHTNESS], stretch([reading(1, 4)], 30), load_happened(filled, FIRST, LAST)
    )
    figure = chart(STYLE).figure
    lines = [drawn(figure, what.value) for what in What]
    dashes = [str(line.get_linestyles()) for found in lines for line in found]
    assert len(dashes) == len(set(dashes)) == 4


def test_sores_are_marked_where_they_matter() -> None:
    flags = [Flag(FIRST, what, "words") for what in What]
    for group, marked in ((Group.RAYNAUD, True), (Group.SKIN, True), (Group.DIGESTION, False)):
        kinds = {flag.what for flag in drawn_flags(flags_of(flags, group), 600, STYLE)}
        assert (What.SORE in kinds) is marked
        assert {What.VISIT, What.MEDICINE, What.NOTE} <= kinds


def test_a_kind_too_frequent_for_the_width_is_left_to_the_lanes() -> None:
    many = [Flag(day(number), What.NOTE, "") for number in range(30)]
    one = Flag(FIRST, What.VISIT, "")
    assert drawn_flags([*many, one], 600, STYLE) == [one]
    assert len(drawn_flags([*many, one], 6000, STYLE)) == 31


def test_what_has_no_room_for_its_letter_is_read_on_its_day_and_counted_below() -> None:
    many = tuple(Flag(day(number), What.NOTE, f"note {number}") for number in range(30))
    series = stretch([reading(1, 4)], 30)
    chart = GroupChart(Group.SKIN, [TIGHTNESS], series, Happened(flags=many))
    drawing = chart(STYLE)
    points = drawing.points
    assert [points[n].day for n in range(len(points))] == [flag.day for flag in many]
    assert points[1].words == "Wednesday 2 September 2026: Skin tightness: 4; note 1"
    below = "No room to mark 30 notes: read them day by day, or under “What happened”."
    assert below in drawing.description
    written = " ".join(text.get_text() for text in drawing.figure.findobj(Text))
    assert below in written


def test_where_every_letter_has_room_nothing_is_counted(filled: Store) -> None:
    happened = load_happened(filled, FIRST, LAST)
    chart = GroupChart(Group.SKIN, [TIGHTNESS], stretch([reading(1, 4)], 30), happened)
    assert "No room" not in chart(STYLE).description


@pytest.mark.parametrize("points", [9, 11, 24])
@pytest.mark.parametrize("width", [260, 640, 1184])
def test_the_words_below_the_dates_lie_on_the_paper(points: int, width: int) -> None:
    many = tuple(Flag(day(n), kind, "x") for n in range(30) for kind in What for _more in "ab")
    style = Style(points=points, width_px=width)
    chart = GroupChart(Group.SKIN, [TIGHTNESS], stretch([reading(1, 4)], 30), Happened(flags=many))
    figure = chart(style).figure
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    for text in figure.findobj(Text):
        box = text.get_window_extent(canvas.get_renderer())
        assert box.x0 >= -1
        assert box.x1 <= figure.bbox.width + 1
        assert box.y0 >= -1


def test_all_flags_together_need_room_visits_first() -> None:
    visits = [Flag(day(number), What.VISIT, "") for number in range(9)]
    sores = [Flag(day(number), What.SORE, "") for number in range(9)]
    assert drawn_flags([*sores, *visits], 500, STYLE) == visits


def test_letters_that_would_touch_become_one() -> None:
    flags = [Flag(day(5), What.VISIT, ""), Flag(day(5), What.MEDICINE, "")]
    happened = Happened(flags=tuple(flags))
    chart = GroupChart(Group.SKIN, [TIGHTNESS], stretch([reading(1, 4)], 30), happened)
    figure = chart(STYLE).figure
    assert "VM" in [text.get_text() for text in figure.findobj(Text)]


def test_the_key_says_the_letters() -> None:
    assert key_of({What.SORE, What.VISIT}) == "V: visit, S: sore noticed."
    assert key_of(set()) == ""


def test_the_timeline_has_a_lane_and_a_point_for_each(filled: Store) -> None:
    chart = Timeline(load_happened(filled, FIRST, LAST), Period(FIRST, LAST), 8)
    drawing = chart(STYLE)

    words = [text.get_text() for text in drawing.figure.findobj(Text)]
    for lane in ("Visits", "Notes", "Nifedipine", "Sores", "Left thumb", "Right thumb"):
        assert lane in words
    points = [drawing.points[number] for number in range(len(drawing.points))]
    assert [point.day for point in points] == [day(3), day(9), FIRST, day(12), day(25)]
    height = drawing.figure.get_size_inches()[1] * 96
    assert all(0 <= point.box.top < point.box.bottom <= height for point in points)


def test_the_last_14_days_are_shaded_with_words() -> None:
    chart = GroupChart(Group.SKIN, [TIGHTNESS], stretch([reading(1, 4)], 30), recent=True)
    drawing = chart(STYLE)

    (band,) = drawn(drawing.figure, "recent")
    corners = band.get_paths()[0].vertices
    plot = drawing.points.plot  # type: ignore[attr-defined]
    assert corners[:, 0].max() - corners[:, 0].min() == pytest.approx(14 * plot.day_width)
    assert "last 14 days" in [text.get_text() for text in drawing.figure.findobj(Text)]


def test_every_field_of_the_catalogue_can_have_a_chart() -> None:
    for group in CATALOGUE.groups():
        chart = GroupChart(group, CATALOGUE.in_group(group), stretch([], 14))
        assert "nothing recorded" in chart(STYLE).description
