"""The chosen row of a list is told by a frame and a bar, and its words stay easy to read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from diary.palette import Look, contrast
from diary.ui.theme import Theme
from diary.ui.widgets.drawn_rows import TINT, paint_ground, words_colour

ROW = QRect(0, 0, 200, 60)
BAR_AT = 13


def option(*, chosen: bool, mirrored: bool = False) -> QStyleOptionViewItem:
    made = QStyleOptionViewItem()
    made.rect = ROW
    made.state = QStyle.StateFlag.State_Selected if chosen else QStyle.StateFlag.State_None
    way = Qt.LayoutDirection
    made.direction = way.RightToLeft if mirrored else way.LeftToRight
    return made


def painted(theme: Theme, row: QStyleOptionViewItem) -> QImage:
    image = QImage(ROW.size(), QImage.Format.Format_RGB32)
    image.fill(theme.colour("card"))
    painter = QPainter(image)
    paint_ground(painter, row, theme)
    painter.end()
    return image


@pytest.mark.parametrize("look", Look)
def test_words_of_a_chosen_row_reach_seven_to_one(theme: Theme, look: Look) -> None:
    theme.apply(look, 11)
    for accent in ("accent", "raynaud"):
        ground = theme.tint(accent, TINT).name()
        for role in ("ink", "ink2"):
            words = words_colour(theme, option(chosen=True), role).name()
            assert contrast(words, ground) >= 7


@pytest.mark.parametrize("look", Look)
def test_a_chosen_row_has_a_bar_where_reading_begins(theme: Theme, look: Look) -> None:
    theme.apply(look, 11)
    accent = theme.colour("accent")
    left, middle, right = BAR_AT, ROW.center(), ROW.width() - 1 - BAR_AT

    plain = painted(theme, option(chosen=False))
    chosen = painted(theme, option(chosen=True))
    mirrored = painted(theme, option(chosen=True, mirrored=True))

    assert plain.pixelColor(left, middle.y()) == theme.colour("card")
    assert chosen.pixelColor(left, middle.y()) == accent
    assert mirrored.pixelColor(right, middle.y()) == accent
    assert contrast(accent.name(), chosen.pixelColor(middle).name()) >= 3
