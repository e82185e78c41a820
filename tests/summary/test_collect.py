"""What the summary says: every figure recomputed from the records, in another way."""

from __future__ import annotations

import statistics
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from db.records import Attack, Everything, Measurement, Put, Reading
from db.store import Store
from diary.field import Catalogue, Field, Group, Kind
from diary.fields import ATTACK_COUNT, CATALOGUE
from diary.i18n import N_
from diary.logic.periods import Period
from diary.summary import Options
from diary.summary.collect import collect
from diary.summary.content import Block, ChangeRow, Content
from diary.summary.rest_keys import NOTES, WORDING
from tests.summary.examples import LAST, MADE, NEVER_USED, OPTIONS, PERIOD, table


@pytest.fixture
def everything(filled: Store) -> Everything:
    return filled.everything()


@pytest.fixture
def content(filled: Store) -> Content:
    return collect(filled, CATALOGUE, PERIOD, OPTIONS)


def row(content: Content, label: str) -> ChangeRow:
    return next(each for each in content.changes.rows if each.series.label == label)


def cells(block: Block, label: str) -> tuple[str, ...]:
    return next(each.cells for each in block.rows if each.label == label)


def values(everything: Everything, field: str, period: Period) -> dict[date, int]:
    return {
        r.day: int(r.value)
        for r in everything.readings
        if r.field == field and period.first <= r.day <= period.last
    }


def plain(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


@pytest.mark.parametrize(
    "field", [f for f in CATALOGUE if f.kind is Kind.SCALE10 and f.key != NEVER_USED]
)
def test_the_row_of_a_scale(field: Field, content: Content, everything: Everything):
    now = values(everything, field.key, PERIOD)
    before = values(everything, field.key, PERIOD.previous)
    found = row(content, str(field.label))

    assert found.now == plain(statistics.median(now.values()))
    assert found.before == plain(statistics.median(before.values()))
    assert found.worst == str(max(now.values()))
    worst_day = max(day for day, value in now.items() if value == max(now.values()))
    assert found.worst_on == f"{worst_day.day} {worst_day:%b}".replace("Sep", "Sept")
    assert (found.days_now, found.days_before) == (str(len(now)), str(len(before)))
    difference = statistics.mean(now.values()) - statistics.mean(before.values())
    expected = (
        "about the same"
        if abs(difference) < field.change
        else ("higher" if difference > 0 else "lower")
    )
    assert found.change == expected
    if expected == "about the same":
        assert found.by == ""
    else:
        assert float(found.by.replace("−", "-")) == pytest.approx(difference, abs=0.051)


def test_a_field_never_used_has_no_row(content: Content):
    assert str(CATALOGUE[NEVER_USED].label) not in {r.series.label for r in content.changes.rows}


def test_rows_follow_the_order_of_the_domains(content: Content):
    labels = [each.series.label for each in content.changes.rows]

    assert labels[0] == str(CATALOGUE[ATTACK_COUNT].label)
    assert labels == [str(f.label) for f in CATALOGUE.ranked() if str(f.label) in labels]


def test_the_raynauds_figures(content: Content, everything: Everything):
    block = content.raynaud
    periods = (PERIOD, Period.ending(LAST, 14), Period.ending(LAST - timedelta(days=14), 14))
    for place, period in enumerate(periods):
        counts = values(everything, ATTACK_COUNT, period).values()
        evening = values(everything, "raynaud.total_minutes", period)
        timed = [a for a in everything.attacks if period.first <= a.day <= period.last]
        minutes = sum(
            max(total, sum(a.minutes or 0 for a in timed if a.day == day))
            for day, total in evening.items()
        )
        lengths = [a.minutes for a in timed if a.minutes is not None]
        in_time = [a for a in timed if a.recorded_at_the_time]
        patterns = [
            r.value
            for r in everything.readings
            if r.field == "raynaud.day_pattern" and period.first <= r.day <= period.last
        ]

        mean = plain(statistics.mean(counts))
        span = f"{min(counts)}–{max(counts)}"
        assert cells(block, "Attacks a day: mean (range)")[place] == f"{mean} ({span})"
        assert cells(block, "Length of an attack: median")[place] == (
            f"{round(statistics.median(lengths))} min"
        )
        hours, rest = divmod(minutes, 60)
        assert cells(block, "Time in attacks, all together")[place] == (
            f"{hours} h {rest} min" if rest else f"{hours} h"
        )
        assert cells(block, "Cold or discoloured most of the day")[place] == (
            f"{patterns.count('most')} of {len(patterns)}"
        )
        share = round(100 * len(in_time) / len(timed))
        assert cells(block, "Attacks recorded at the time")[place] == f"{share}% of {len(timed)}"
        assert cells(block, "Days with attacks known")[place] == f"{len(counts)} of {len(period)}"


def test_digestion_counts_days_with_a_symptom_of_seven(content: Content, everything: Everything):
    heartburn = values(everything, "digestion.heartburn", PERIOD)
    swallowing = values(everything, "digestion.swallowing", PERIOD)
    days = {*heartburn, *swallowing}
    either = [max(heartburn.get(day, 0), swallowing.get(day, 0)) > 0 for day in days]

    assert cells(content.presence, "Heartburn")[0] == plain(
        7 * sum(value > 0 for value in heartburn.values()) / len(heartburn)
    )
    assert cells(content.presence, "either of these")[0] == plain(7 * sum(either) / len(days))


def test_coverage_counts_days(content: Content, everything: Everything):
    recorded = {r.day for r in everything.readings if r.day in PERIOD}
    late = {r.day for r in everything.readings if r.late and r.day in PERIOD}

    facts = {words: figure for figure, words in content.coverage.facts}
    assert facts["days recorded"] == f"{len(recorded)} of 90"
    assert facts["with late entries"] == str(len(late))
    assert content.coverage.strip.count("0") == 90 - len(recorded)
    assert content.coverage.strip.count("2") == len(late)


def test_nothing_recorded_is_said_and_never_drawn_as_zero(store: Store):
    content = collect(store, CATALOGUE, PERIOD, OPTIONS)

    assert not content.changes.rows
    assert not content.raynaud.rows
    assert not content.presence.rows
    assert content.hours.nothing
    assert content.triggers.nothing
    assert all(series.points == () for _, _, group in content.strips.groups for series in group)


def test_a_section_left_out_is_named_and_gone(filled: Store):
    options = Options(MADE, sections=frozenset(Group) - {Group.DIGESTION, Group.RAYNAUD})

    content = collect(filled, CATALOGUE, PERIOD, options)

    assert content.left_out == "Left out by the patient’s choice: Raynaud’s and Digestion."
    assert content.raynaud.rows == content.presence.rows == ()
    assert {r.series.group for r in content.changes.rows} == {"skin", "organs", "general"}
    assert content.hours.nothing
    assert content.coverage == collect(filled, CATALOGUE, PERIOD, OPTIONS).coverage


def test_a_field_added_to_the_catalogue_is_in_the_summary(store: Store):
    added = Field(
        key="skin.burning",
        group=Group.SKIN,
        kind=Kind.SCALE10,
        label=N_("Burning"),
        question=N_("How much did your skin burn?"),
        section="skin",
        rank=113,
        low=N_("none"),
        high=N_("worst imaginable"),
    )
    store.write([Put(Reading(LAST, added.key, 6, MADE))])

    content = collect(store, Catalogue([*CATALOGUE, added]), PERIOD, Options(MADE, appendix=True))

    assert row(content, "Burning").now == "6"
    assert [series.label for _, _, group in content.charts[0].groups for series in group] == [
        "Burning"
    ]
    assert table(content, WORDING)[0].cells[:2] == (
        "How much did your skin burn? (the last 24 hours)",
        "0 = none; 10 = worst imaginable",
    )


def test_the_appendix_tells_none_from_not_recorded_and_late(store: Store):
    late = MADE - timedelta(days=3)
    store.write(
        [
            Put(Reading(LAST, "skin.itch", 0, MADE)),
            Put(Reading(LAST - timedelta(days=6), "skin.itch", 4, late)),
            Put(Reading(LAST, "raynaud.day_pattern", "most", MADE)),
        ]
    )

    content = collect(store, CATALOGUE, Period.ending(LAST, 7), Options(MADE, appendix=True))

    assert content.daily is not None
    assert content.daily.columns == ("Day", "Raynaud’s over the day", "Itch")
    rows = content.daily.rows
    assert rows[0] == ("Sun 15 Nov 2026", "-", "4*")
    assert rows[1] == ("Mon 16 Nov 2026", "-", "-")
    assert rows[-1] == ("Sat 21 Nov 2026", "c", "0")


def test_notes_of_days_attacks_and_measurements_are_in_the_appendix_in_order(filled: Store):
    began = datetime(2026, 11, 21, 23, 40, tzinfo=MADE.tzinfo)
    at: dict[str, Any] = {"zone": "UTC", "recorded_at": began}
    weighed = Measurement(
        id="m", measure="weight", day=LAST, measured_at=began, value=70, note="After soup", **at
    )
    filled.write([Put(Attack(id="n", started_at=began, note="On the train", **at)), Put(weighed)])

    content = collect(filled, CATALOGUE, PERIOD, Options(MADE, appendix=True))

    notes = table(content, NOTES)
    assert [(note.label, note.cells[0]) for note in notes[-2:]] == [
        ("21 Nov 2026, 23:40. Attack", "On the train"),
        ("21 Nov 2026, 23:40. Weight", "After soup"),
    ]
    assert {"Gloves helped.", "By the lake."} <= {note.cells[0] for note in notes}


def test_the_rule_is_printed_and_the_season_is_named_only_where_it_differs(filled: Store):
    long = " ".join(collect(filled, CATALOGUE, PERIOD, OPTIONS).changes.rules)
    short = " ".join(collect(filled, CATALOGUE, Period.ending(LAST, 14), OPTIONS).changes.rules)

    assert "Higher is worse in every row." in long
    assert "differ by 1 or more (Difficulty caused by Raynaud’s: 1.4)" in long
    assert "fewer than 7 days, or fewer than half of the days" in long
    assert "season" in long
    assert "season" not in short
