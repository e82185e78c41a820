"""Which words stand above a row, and how they are broken into lines."""

from hypothesis import given
from hypothesis import strategies as st

from diary.charts.lettering import BETWEEN, above_row, filled
from diary.charts.style import Style

FIGURES = ["median 4", "highest 7 on 4 Oct", "76 of 91 days"]


def test_figures_stand_beside_a_short_name_where_there_is_room():
    words = above_row("Itch", FIGURES, Style(points=11), 800)

    assert words.beside
    assert words.figures == ("median 4 · highest 7 on 4 Oct · 76 of 91 days",)
    assert words.lines == 1


def test_figures_stand_below_where_there_is_no_room():
    words = above_row("Movement held back by tight skin", FIGURES, Style(points=24), 620)

    assert not words.beside
    assert len(words.name) + len(words.figures) == words.lines
    assert BETWEEN.join(words.figures) == BETWEEN.join(FIGURES)


def test_a_very_long_name_is_broken():
    words = above_row("word " * 30, FIGURES, Style(points=24), 500)

    assert len(words.name) > 1
    assert not words.beside


@given(
    parts=st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=9), min_size=1),
    letters=st.integers(10, 60),
)
def test_no_word_is_lost_and_no_line_is_too_long(parts, letters):
    lines = filled(parts, letters)

    assert BETWEEN.join(lines) == BETWEEN.join(parts)
    assert all(len(line) <= letters for line in lines)
