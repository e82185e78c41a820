"""Columns have room for their longest word; what is left goes to those whose lines would wrap."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from diary.ui.widgets.column_widths import Wish, shared, wish_of

AROUND, LEAST = 24, 68


@pytest.fixture
def letters(qtbot: QtBot) -> QFontMetrics:
    return QFontMetrics(QFont())


def test_a_column_is_at_least_as_wide_as_its_longest_word(letters: QFontMetrics) -> None:
    wish = wish_of([("too few days", letters), ("compared", letters)], AROUND, least=0)

    assert wish.least == letters.horizontalAdvance("compared") + AROUND
    assert wish.wanted == letters.horizontalAdvance("too few days") + AROUND


def test_empty_cells_ask_for_nothing(letters: QFontMetrics) -> None:
    assert wish_of([("", letters)], AROUND, LEAST) == Wish(LEAST, LEAST)


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (100, [60, 90]),  # the table scrolls, no word is cut
        (180, [70, 110]),  # what is over goes to those that lack, by how much they lack
        (210, [80, 130]),
        (310, [130, 180]),  # nobody lacks anything: alike
    ],
)
def test_the_room_is_shared(room: int, widths: list[int]) -> None:
    assert shared([Wish(60, 80), Wish(90, 130)], room) == widths


def test_a_table_without_columns_has_no_widths() -> None:
    assert shared([], 500) == []
