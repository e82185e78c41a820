"""What the system says of looks: light or dark, more contrast, and the size of its text.

What cannot be read, and where, stands in docs/accessibility.md.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QFontInfo, QWindow
from PySide6.QtWidgets import QApplication

from diary.palette import Look


class SystemStyle(QObject):
    """`changed` says that the system's light, contrast or text is another now."""

    changed = Signal()

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = application.styleHints()
        self._aids = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.changed)
        self._aids.contrastPreferenceChanged.connect(self.changed)
        self.ear = _Ear()
        self.ear.heard.connect(self.changed)

    @property
    def look(self) -> Look:
        """High contrast where more contrast is wanted; else light or dark."""
        if self._aids.contrastPreference() is Qt.ContrastPreference.HighContrast:
            return Look.CONTRAST
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        return Look.DARK if dark else Look.LIGHT

    @property
    def points(self) -> float:
        """The size of the system's plain text; a font given in pixels is measured."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        return font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()


class _Ear(QWindow):
    """A window that is never shown: Qt tells only windows that fonts of the system changed.

    The program's font is its own, so the application hears of no other.
    """

    heard = Signal()

    def event(self, event: QEvent) -> bool:
        """The system's theme is another."""
        if event.type() is QEvent.Type.ThemeChange:
            self.heard.emit()
        return super().event(event)
