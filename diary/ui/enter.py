"""Enter presses the button that has the keyboard, in every window alike."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def pressed_by_enter(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button of `window` that has the keyboard, if the key is Enter; whether it was.

    A key that is held presses once: what comes up below a stiff finger must not be pressed, too.
    """
    focused = window.focusWidget()
    if event.key() not in ENTER or not isinstance(focused, QPushButton):
        return False
    if not focused.isVisible():
        return False  # it was hidden while another window was in front
    if not event.isAutoRepeat():
        focused.click()
    return True
