"""Letters that a PDF cannot hold, or that no font shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diary.summary.letters import clean, mapped, plain, unshown


def test_controls_go_and_unknown_letters_become_squares():
    assert clean("a\x00b\x07\n\tc\ufeff\ud800 \ue000 \u0378") == "ab\n\tc □ □"


def test_ordinary_and_foreign_text_stays_as_it_is():
    text = "Zoë’s “cold” day — 日本 שלום 🙂"

    assert clean(text) == text


def test_a_diagnostic_names_the_letters_and_pictures_are_told_by_name():
    diagnostic = (
        'error: the text `"🙂"` could not be displayed with font `"Source Sans 3"`\n'
        'error: the text `"\\u{378}"` could not be displayed with font `"Source Sans 3"`\n'
        'error: the text contains the disallowed codepoint `"\\u{feff}"`\n'
    )

    assert unshown(diagnostic) == {"🙂": "[slightly smiling face]", "\u0378": "□", "\ufeff": ""}


def test_other_failures_name_no_letters():
    assert unshown("error: unknown variable: content") == {}


@given(st.text())
def test_the_last_resort_keeps_the_length_and_leaves_only_common_letters(text: str):
    found = plain(text)

    assert len(found) == len(text)
    assert all(letter <= "\u024f" or letter in "’“”–—▲▼·□" for letter in found)


@given(st.text())
def test_what_is_clean_can_be_stored_and_stays_clean(text: str):
    found = clean(text)

    assert clean(found) == found
    found.encode("utf-8")


def test_every_text_in_a_value_is_changed_and_nothing_else():
    value = {"a": ["b", 1, None, ("c", 2.5, True)], "d": {"e": "f"}}

    assert mapped(value, str.upper) == {"a": ["B", 1, None, ["C", 2.5, True]], "d": {"e": "F"}}
