"""Keys that act alone: one sign, without Ctrl or Alt, anywhere on a page. They can be off.

Keys of a control, while it has the keyboard, are not meant: nobody comes to them by accident.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from diary.settings import ONE_KEY, YES, Settings


class OneKey(QObject):
    """Switches them for a window and all pages that it makes, at once when it is chosen."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        settings.changed.connect(self._on_setting)

    @Slot(QWidget)
    def obey(self, page: QWidget) -> None:
        """Switch the keys of a page as it is chosen."""
        on = self._settings.value(ONE_KEY) == YES
        for shortcut in page.findChildren(QShortcut):
            if acts_alone(shortcut):
                shortcut.setEnabled(on)

    @Slot(object)
    def _on_setting(self, setting: object) -> None:
        if setting is ONE_KEY:
            self.obey(self._window)


def acts_alone(shortcut: QShortcut) -> bool:
    """Whether it is one letter, figure or sign."""
    return len(shortcut.key().toString()) == 1
