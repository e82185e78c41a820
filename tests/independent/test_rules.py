"""The two calculations agree on any diary, not on the sample alone: hypothesis looks for one."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.records import Attack, Everything, Note, Profile, Reading
from diary.exchange.json_out import write_json
from diary.field import Cadence
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES, CATALOGUE, DAY_PATTERN
from diary.logic.comparison import Change, compare
from diary.logic.coverage import coverage
from diary.logic.periods import DAY, Period, other_season
from diary.logic.raynaud import daily_counts, daily_minutes, raynaud
from diary.logic.statistics import Figures, figures, numbers
from tests.independent import recompute, rules, written

LAST = date(2026, 3, 31)
PERIOD = Period.ending(LAST, 30)
WORDS = {
    Change.HIGHER: rules.HIGHER,
    Change.LOWER: rules.LOWER,
    Change.SAME: rules.SAME,
    Change.TOO_FEW: rules.TOO_FEW,
}
unhurried = settings(max_examples=50, deadline=None)
"""Minutes are counted one by one: an example takes as long as it takes."""
EVERY = {"day": Cadence.DAILY, "week": Cadence.WEEKLY, "month": Cadence.MONTHLY}
VALUES: dict[str, st.SearchStrategy[int | str]] = {
    "general.pain": st.integers(0, 10),
    DAY_PATTERN: st.sampled_from(["none", "attacks", "most"]),
    ATTACK_COUNT: st.integers(0, 30),
    ATTACK_MINUTES: st.integers(0, 1440),
}

days = st.integers(0, 59).map(lambda number: LAST - number * DAY)
offsets = st.integers(-11, 13).map(lambda hours: timezone(timedelta(hours=hours)))


@st.composite
def moment(draw: st.DrawFn, day: date, after: int = 0) -> datetime:
    start = datetime(day.year, day.month, day.day, tzinfo=draw(offsets))
    return start + timedelta(minutes=draw(st.integers(0, 1439 + 1440 * after)))


@st.composite
def reading(draw: st.DrawFn) -> Reading:
    day, field = draw(days), draw(st.sampled_from(sorted(VALUES)))
    return Reading(day, field, draw(VALUES[field]), draw(moment(day, after=4)))


@st.composite
def attack(draw: st.DrawFn) -> Attack:
    start = draw(moment(draw(days)))
    minutes = draw(st.none() | st.integers(1, 3000))
    return Attack(
        id=str(draw(st.uuids())),
        started_at=start,
        zone="UTC",
        recorded_at=start + timedelta(minutes=draw(st.integers(-100, 3200))),
        minutes=minutes,
        ongoing=minutes is None and draw(st.booleans()),
        pain=draw(st.none() | st.integers(0, 10)),
        counted_on=start.date() - DAY if start.hour < 4 and draw(st.booleans()) else None,
    )


@st.composite
def note(draw: st.DrawFn) -> Note:
    day = draw(days)
    return Note(day, "Cold.", draw(moment(day, after=4)))


diaries = st.builds(
    Everything,
    st.just(Profile()),
    st.lists(reading(), max_size=60, unique_by=lambda each: (each.day, each.field)).map(tuple),
    st.lists(note(), max_size=4, unique_by=lambda each: each.day).map(tuple),
    st.lists(attack(), max_size=10).map(tuple),
    st.just(()),
)


def exported(diary: Everything) -> dict[str, Any]:
    stream = BytesIO()
    write_json(diary, stream, datetime(2026, 4, 1, tzinfo=timezone.utc))  # noqa: UP017 - as offsets
    found: dict[str, Any] = json.loads(stream.getvalue())
    return found


def plain(found: Figures | None) -> tuple[Any, ...] | None:
    if found is None:
        return None
    shown = (found.recorded, found.days, found.entries, found.exact_mean, found.median)
    return (*shown, found.lowest, found.highest, found.highest_on, found.present)


def other_plain(found: rules.Figures | None) -> tuple[Any, ...] | None:
    if found is None:
        return None
    shown = (found.recorded, found.possible, found.entries, found.mean, found.median)
    return (*shown, found.lowest, found.highest, found.highest_on, found.present)


@unhurried
@given(diaries)
def test_attacks_and_their_minutes_by_day(diary: Everything):
    export = exported(diary)

    counts = daily_counts(diary.readings, diary.attacks)
    minutes = daily_minutes(diary.readings, diary.attacks)
    assert rules.by_the_rule(export, ATTACK_COUNT) == counts
    assert rules.by_the_rule(export, ATTACK_MINUTES) == minutes


@unhurried
@given(diaries)
def test_figures_and_verdicts_of_every_kind_of_field(diary: Everything):
    export = exported(diary)
    for key, kind, own in (
        ("general.pain", "scale", "1"),
        (ATTACK_COUNT, "count", "1"),
        (ATTACK_MINUTES, "minutes", "1"),
    ):
        values = numbers(diary.readings, key)
        for every, cadence in EVERY.items():
            pair = [figures(values, each, cadence) for each in (PERIOD, PERIOD.previous)]
            again = [
                rules.figures(rules.values(export, key), list(each), every)
                for each in (PERIOD, PERIOD.previous)
            ]
            assert [plain(each) for each in pair] == [other_plain(each) for each in again]
        said = compare(CATALOGUE[key], *(figures(values, p) for p in (PERIOD, PERIOD.previous)))
        pair_by_day = [
            rules.figures(rules.values(export, key), list(each))
            for each in (PERIOD, PERIOD.previous)
        ]
        assert rules.verdict(*pair_by_day, kind=kind, own=own) == WORDS[said]


@unhurried
@given(diaries)
def test_raynauds_block(diary: Everything):
    rows = recompute.raynaud(exported(diary), list(PERIOD))
    found = raynaud(PERIOD, diary.readings, diary.attacks)

    known = found.count.recorded if found.count else 0
    assert rows["Days with attacks known"][0] == written.of(known, 30)
    middle = found.median_minutes
    shown = "–" if middle is None else written.length(middle)
    assert rows["Length of an attack: median"][0] == shown
    total = "–" if found.minutes is None else written.length(found.minutes.total)
    assert rows["Time in attacks, all together"][0] == total
    pain = (
        "–"
        if not found.worst_pain
        else f"{found.worst_pain[0]} · {written.day(found.worst_pain[1])}"
    )
    assert rows["Worst pain in an attack, on"][0] == pain
    most = written.of(found.most_days, found.pattern_days) if found.pattern_days else "–"
    assert rows["Cold or discoloured most of the day"][0] == most


@unhurried
@given(diaries)
def test_coverage(diary: Everything):
    found = coverage(PERIOD, [*diary.readings, *diary.notes, *diary.attacks])
    gap = found.gap

    days_recorded, late, longest = recompute.coverage(exported(diary), list(PERIOD))
    assert days_recorded == f"{len(found.recorded)} of 30 days recorded"
    assert late == f"{len(found.late)} with late entries"
    assert longest.startswith(f"{len(gap)} day" if gap else "none")
    assert gap is None or longest.endswith(written.days(gap.first, gap.last, year=False))


@pytest.mark.parametrize("length", [*range(1, 130), 300, 304, 305, 365, 366, 400, 426, 427, 730])
def test_seasons(length: int):
    period = Period.ending(LAST, length)

    assert rules.other_season(list(period)) == other_season(period, period.previous)
