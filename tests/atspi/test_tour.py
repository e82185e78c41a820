"""What a reader hears off the way of a usual day; that it gets through at all, `tour.py` checks."""

from __future__ import annotations

import re

import pytest

EMPTY = 5
"""Pages that have nothing to show in a new diary."""


def test_lines_for_a_passphrase_are_named_and_hide_it(tour: dict[str, str]) -> None:
    asked = tour["set a passphrase"] + tour["lock and open"] + tour["change the passphrase"]
    for name in ("New passphrase", "The same once more", "Passphrase", "Your present passphrase"):
        assert re.search(rf"^{name}, password text, “●*”$", asked, re.MULTILINE)


def test_what_shows_the_words_says_whether_it_does(tour: dict[str, str]) -> None:
    assert "Show what I type, check box, checked → text" in tour["set a passphrase"]
    assert "Show what I type, check box, not checked → password text" in tour["set a passphrase"]


def test_the_recovery_code_is_read_sign_by_sign_in_groups(tour: dict[str, str]) -> None:
    said = tour["set a passphrase"].splitlines()
    groups = [line for line in said if re.fullmatch(r"Group \d: (\w ){3}\w, label", line)]
    typed = [line for line in said if re.match(r"Group \d, text, “”, Of the code above\.", line)]
    assert (len(groups), len(typed)) == (7, 2)


def test_the_steps_of_the_first_start_are_announced(tour: dict[str, str]) -> None:
    steps = re.findall(r"^Step \d of 3", tour["set a passphrase"], re.MULTILINE)
    assert steps == ["Step 1 of 3", "Step 2 of 3", "Step 3 of 3"]


def test_what_asks_says_that_the_diary_is_locked(tour: dict[str, str]) -> None:
    assert tour["lock and open"].startswith("[Your diary is locked]\n")


@pytest.mark.parametrize(
    ("part", "heard"),
    [
        ("search the settings", "2 parts of the settings fit."),
        ("palette", "Trend: Itch, 2 of 3"),
        ("Learn", "9 places found"),
    ],
)
def test_a_search_says_how_much_it_found_once(tour: dict[str, str], part: str, heard: str) -> None:
    assert tour[part].splitlines().count(heard) == 1


def test_rows_of_lists_have_their_words(tour: dict[str, str]) -> None:
    learn = tour["Learn"].splitlines()
    assert "Record: Itch, list item" in tour["palette"].splitlines()
    assert learn[:2] == [
        "Heading: About scleroderma, list item",
        "What scleroderma is, list item",
    ]
    assert "Heading: Using the diary, list item" in learn
    assert any(line.startswith("Fingers and toes › Coldest outdoors. ") for line in learn)


def test_a_chapter_of_the_guide_can_be_read(tour: dict[str, str]) -> None:
    assert "reads: Your first day You can start with one answer." in tour["guide"]


def test_an_empty_page_invites_in_a_part_of_its_own(tour: dict[str, str]) -> None:
    part = r"^Your .+ will appear here, panel\n(?:.+\n){4}"
    invited = re.findall(part, tour["empty pages"], re.MULTILINE)
    assert len(invited) == EMPTY
    for each in invited:
        *_words, begin, sample = each.splitlines()
        assert begin.endswith(", push button")
        assert sample == "See a sample diary, push button"


def test_a_sample_says_so_before_anything_else(tour: dict[str, str]) -> None:
    band = "This is a sample. Nothing here is yours."
    assert tour["sample"].splitlines()[:2] == ["Sample diary", band]
    assert tour["sample"].splitlines()[-1] == band, "announced"


def test_no_page_is_called_a_layered_pane(tour: dict[str, str]) -> None:
    roles = tour["sample"].partition("roles:\n")[2].splitlines()
    assert "slider" in roles
    assert "layered pane" not in roles
