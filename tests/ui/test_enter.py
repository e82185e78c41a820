from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.enter import pressed_by_enter


@pytest.mark.parametrize("hidden", [False, True])
def test_enter_presses_only_what_is_seen(qtbot: QtBot, *, hidden: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Set a passphrase", window)
    QVBoxLayout(window).addWidget(button)
    presses: list[None] = []
    button.clicked.connect(lambda _on: presses.append(None))
    button.setFocus()
    if not hidden:
        window.show()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)

    assert window.focusWidget() is button
    assert pressed_by_enter(window, key) is not hidden
    assert len(presses) == (not hidden)
