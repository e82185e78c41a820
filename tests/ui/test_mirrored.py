"""In a window from right to left, what is painted is mirrored too, and means the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.ui.theme import Theme
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.scale import ScaleInput


def inked(image: QImage, part: QRect, paper: QColor) -> int:
    """How many pixels of a part are not paper."""
    points = (
        (x, y) for x in range(part.left(), part.right()) for y in range(part.top(), part.bottom())
    )
    return sum(image.pixelColor(x, y) != paper for x, y in points)


@pytest.fixture(params=["the whole program", "the scale alone"])
def mirrored(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Qt mirrors words that are painted where the whole program is mirrored, not else."""
    if request.param == "the whole program":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("mirrored")
def test_the_end_words_of_a_scale_stand_under_their_numbers(theme: Theme, qtbot: QtBot) -> None:
    scale = ScaleInput("", "worst imaginable", theme)
    scale.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(scale)
    scale.resize(700, scale.sizeHint().height())
    image = scale.grab().toImage()
    below = scale.cell(10).bottom() + 3
    paper = image.pixelColor(350, scale.height() - 2)
    ends = {
        number: inked(
            image, QRect(scale.cell(number).left(), below, 50, scale.height() - below), paper
        )
        for number in (0, 10)
    }
    assert scale.cell(10).left() < scale.cell(0).left()
    assert ends[10] > 20
    assert ends[0] == 0


def test_arrows_go_where_they_point(theme: Theme, qtbot: QtBot) -> None:
    scale = ScaleInput("none", "worst", theme)
    choice = ChoiceInput((("a", "A"), ("b", "B"), ("c", "C")))
    for each in (scale, choice):
        each.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        qtbot.addWidget(each)
    scale.show_value(4)
    QTest.keyClick(scale, Qt.Key.Key_Left)
    assert scale.value_or_none() == 5

    with qtbot.waitActive(choice):
        choice.show()
        choice.activateWindow()
    choice._buttons["a"].setFocus()
    QTest.keyClick(choice._buttons["a"], Qt.Key.Key_Left)
    assert choice._buttons["b"].hasFocus()
