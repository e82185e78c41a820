"""Which sores are open, new and healed, and what is said of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from db.records import Sore, SoreDay
from diary.event_words import PATCH_SHAPES, SORE_SIGNS, SORE_SPOTS, mid_line
from diary.logic.periods import Period
from diary.logic.sores import (
    SoreCounts,
    by_place,
    count_words,
    counts,
    day_problems,
    days_open,
    full_words,
    histories,
    is_asked,
    is_open,
    last_words,
    place_counts,
    since_words,
    sore_problems,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)


def sore(name="s", noticed=3, healed=0, **more: Any) -> Sore:
    """A sore noticed, and perhaps healed, on days of November."""
    given: dict[str, Any] = {"place": "left_index", "spot": "tip"}
    given["noticed"] = date(2026, 11, noticed)
    given["healed"] = date(2026, 11, healed) if healed else None
    return Sore(id=name, recorded_at=NOW, **(given | more))


def on(day: int, pain: int | None = None, *signs: str, of="s") -> SoreDay:
    return SoreDay(sore=of, day=date(2026, 11, day), pain=pain, signs=signs, recorded_at=NOW)


def test_a_sore_is_open_until_the_day_on_which_it_had_healed():
    given = sore(healed=20)

    assert [is_open(given, date(2026, 11, day)) for day in (2, 3, 19, 20)] == [
        False,
        True,
        True,
        False,
    ]
    assert is_asked(given, date(2026, 11, 20))
    assert not is_asked(given, date(2026, 11, 21))


def test_days_open_are_counted_from_the_day_noticed():
    assert days_open(sore(), TODAY) == 19
    assert days_open(sore(healed=5), TODAY) == 2
    assert days_open(sore(healed=5), date(2026, 11, 4)) == 1
    assert days_open(sore(), date(2026, 11, 1)) == 0


def test_new_open_and_healed_are_counted_in_a_period():
    period = Period(date(2026, 11, 10), date(2026, 11, 20))
    given = [sore(noticed=3), sore(noticed=12), sore(noticed=5, healed=15), sore(noticed=21)]

    found = counts(given, period)

    assert found == SoreCounts(new=1, open=2, healed=1)
    assert count_words(found) == "1 new, 2 open, 1 healed"
    assert counts([], period).nothing


def test_a_sore_that_healed_on_the_last_day_is_not_open():
    period = Period(date(2026, 11, 10), date(2026, 11, 20))

    assert counts([sore(healed=20)], period) == SoreCounts(new=0, open=0, healed=1)
    assert counts([sore(healed=21)], period) == SoreCounts(new=0, open=1, healed=0)


def test_open_sores_come_first_then_the_last_healed():
    given = [sore("a", 1, 9), sore("b", 8), sore("c", 2, 20), sore("d", 4)]

    found = histories(given, [on(9, 3, of="b"), on(10, 4, of="b")])

    assert [each.sore.id for each in found] == ["d", "b", "c", "a"]
    assert [each.pain for each in found[1].days] == [4, 3]
    assert found[1].before(date(2026, 11, 10)) == on(9, 3, of="b")


def test_what_is_said_of_a_sore():
    assert since_words(sore(), TODAY) == "since 3 Nov, 19 days"
    assert since_words(sore(healed=4), TODAY) == "noticed 3 Nov, healed 4 Nov, 1 day"
    assert since_words(sore(healed=20), date(2026, 11, 10)) == "since 3 Nov, 7 days"
    assert full_words(sore(spot=""), TODAY) == "Left index finger, since 3 Nov, 19 days"


def test_what_was_last_recorded_is_said():
    [found] = histories([sore()], [on(18, 2), on(20, 4, "pus")])

    assert last_words(found, TODAY) == "20 Nov: pain 4, pus"
    assert last_words(found, date(2026, 11, 19)) == "18 Nov: pain 2"
    assert last_words(found, date(2026, 11, 4)) == ""


def test_no_signs_and_every_other_word_read_on_after_a_comma():
    [found] = histories([sore()], [on(18, 0, "none")])
    assert last_words(found, TODAY) == "18 Nov: pain 0, no pus, redness, swelling or black skin"
    for choice in (*SORE_SPOTS, *SORE_SIGNS, *PATCH_SHAPES):
        words = mid_line(choice.key)
        assert words[0].islower()
        assert words == str(choice.label).lower() or choice.key == "none"


def test_a_finger_says_what_it_has():
    found = by_place(histories([sore("a"), sore("b", 1, 9), sore("c", place="left_thumb")], []))

    assert place_counts(found["left_index"]) == "1 open sore, 1 healed"
    assert set(found) == {"left_index", "left_thumb"}


def test_a_sore_needs_a_place_and_cannot_heal_before_it_was_noticed():
    assert set(sore_problems(sore(place=""), [], TODAY)) == {"place"}
    assert set(sore_problems(sore(noticed=9, healed=8), [], TODAY)) == {"healed"}
    assert sore_problems(sore(healed=3), [], TODAY) == {}


def test_recorded_days_must_stay_inside():
    days = [on(5, 3), on(18, 2)]

    assert set(sore_problems(sore(noticed=6), days, TODAY)) == {"noticed"}
    assert set(sore_problems(sore(healed=17), days, TODAY)) == {"healed"}
    assert sore_problems(sore(noticed=5, healed=18), days, TODAY) == {}


def test_a_day_must_belong_to_the_sore_and_say_something():
    given = sore(noticed=5, healed=20)

    assert set(day_problems(on(4, 3), given, [], TODAY)) == {"day"}
    assert set(day_problems(on(21, 3), given, [], TODAY)) == {"day"}
    assert set(day_problems(on(23, 3), sore(), [], TODAY)) == {"day"}
    assert set(day_problems(on(6, 3), given, [on(6, 1)], TODAY)) == {"day"}
    assert set(day_problems(on(6), given, [], TODAY)) == {"pain"}
    assert day_problems(on(6, 0), given, [on(7, 1)], TODAY) == {}
