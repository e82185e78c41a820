"""The sizes of a button of many words are remembered, and worked out anew when they change."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from pytestqt.qtbot import QtBot

from diary.ui.theme import Theme
from diary.ui.widgets.wrapped_button import WrappedButton

WORDS = "After a meal, or when I lie down"
NARROW = 120


def test_it_grows_with_the_text_and_with_an_icon(theme: Theme, qtbot: QtBot) -> None:
    made = WrappedButton(WORDS)
    qtbot.addWidget(made)
    made.show()
    before = made.sizeHint(), made.minimumSizeHint(), made.heightForWidth(NARROW)

    theme.apply(theme.look, 2 * theme.points)
    larger = made.sizeHint(), made.minimumSizeHint(), made.heightForWidth(NARROW)
    assert larger[0].width() > before[0].width()
    assert larger[1].width() > before[1].width()
    assert larger[2] > before[2]

    icon = QPixmap(30, 90)
    icon.fill()
    made.setIconSize(QSize(30, 90))
    made.setIcon(QIcon(icon))
    assert made.sizeHint().width() == larger[0].width() + 30 + 8
    assert made.heightForWidth(NARROW) >= 90 + 8
