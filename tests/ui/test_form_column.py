from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from diary.palette import Look
from diary.ui.theme import Theme
from diary.ui.widgets.controls import label, scrolling
from diary.ui.widgets.form_column import LINES_WIDE, FormColumn


@pytest.mark.parametrize("points", [11, 24])
def test_on_a_wide_screen_the_column_stands_in_the_middle(
    theme: Theme, qtbot: QtBot, points: int
) -> None:
    column = FormColumn()
    QVBoxLayout(column).addWidget(label("How tight did your skin feel?"))
    area = scrolling(column)
    qtbot.addWidget(area)
    theme.apply(Look.LIGHT, points)
    area.resize(4000, 300)
    area.show()
    qtbot.waitExposed(area)

    left, width = column.x(), column.width()
    assert width == LINES_WIDE * column.fontMetrics().height()
    assert abs(left - (area.viewport().width() - width) / 2) <= 1


def test_elsewhere_it_fills_the_page(theme: Theme, qtbot: QtBot) -> None:
    assert theme
    column = FormColumn()
    QVBoxLayout(column).addWidget(label("How tight did your skin feel?"))
    area = scrolling(column)
    qtbot.addWidget(area)
    area.resize(1100, 300)
    area.show()
    qtbot.waitExposed(area)

    assert column.width() == area.viewport().width()
