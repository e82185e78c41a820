"""What is said of patches."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from db.records import Patch, PatchCheck
from diary.i18n import use
from diary.logic.patches import (
    by_region,
    count_words,
    has_size,
    histories,
    in_period,
    last_size_words,
    place_words,
    size_words,
    state_words,
)
from diary.logic.periods import Period

THEN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def patch(key: str, noticed: date, settled: date | None = None, region: str = "belly") -> Patch:
    return Patch(
        id=key, region=region, shape="oval", noticed=noticed, settled=settled, recorded_at=THEN
    )


def check(key: str, day: date, **parts) -> PatchCheck:
    return PatchCheck(patch=key, day=day, recorded_at=THEN, **parts)


def test_patches_that_are_there_come_first_the_newest_on_top():
    known = histories(
        [
            patch("old", date(2025, 1, 1)),
            patch("gone", date(2026, 5, 1), date(2026, 6, 1)),
            patch("new", date(2026, 3, 1)),
        ],
        [
            check("old", date(2025, 1, 1)),
            check("old", date(2026, 1, 1)),
            check("lost", THEN.date()),
        ],
    )

    assert [each.patch.id for each in known] == ["new", "old", "gone"]
    assert [each.day for each in known[1].checks] == [date(2026, 1, 1), date(2025, 1, 1)]
    assert len(by_region(known)["belly"]) == 3


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"length_cm": 4.5, "width_cm": 2.0, "shiny": True}, "4.5 × 2 cm, shiny"),
        ({"length_cm": 4.25}, "4.25 cm long"),
        ({"width_cm": 0.5, "shiny": False}, "0.5 cm wide, not shiny"),
        ({"shiny": True}, "shiny"),
        ({}, ""),
    ],
)
def test_a_size_says_what_was_recorded_and_no_more(parts, words):
    made = check("a", date(2026, 11, 22), **parts)

    assert size_words(made) == words
    assert has_size(made) == bool(words)


def test_a_patch_says_where_and_since_when():
    made = patch("a", date(2026, 3, 1), date(2026, 6, 1), "right_thigh")

    assert place_words(made) == "Right thigh, an oval"
    assert state_words(made) == "Noticed 1 March 2026 · settled 1 June 2026"


def test_the_newest_size_is_said_in_the_numbers_of_the_locale():
    [history] = histories([patch("a", date(2026, 3, 1))], [check("a", THEN.date(), length_cm=4.5)])
    use("de_DE")
    try:
        assert last_size_words(history).startswith("4,5 cm long")
    finally:
        use("en_GB")


def test_a_period_counts_what_was_there_new_and_settled_in_it():
    known = histories(
        [
            patch("old", date(2025, 1, 1)),
            patch("new", date(2026, 11, 20)),
            patch("settled", date(2026, 1, 1), date(2026, 11, 18)),
            patch("settled later", date(2026, 1, 1), date(2026, 12, 1)),
            patch("gone", date(2026, 5, 1), date(2026, 6, 1)),
            patch("later", date(2026, 12, 1)),
        ],
        [],
    )
    period = Period.ending(THEN.date(), 7)

    assert {each.patch.id for each in in_period(known, period)} == {
        "old",
        "new",
        "settled",
        "settled later",
    }
    assert count_words(known, period) == "4 patches, 1 new, 1 settled"
    assert count_words([], period) == ""
