"""Qt's own words (of its dialogs and menus) and the direction of the window, in our language."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from diary.i18n import locale

WRITTEN = {
    "left-to-right": Qt.LayoutDirection.LeftToRight,
    "right-to-left": Qt.LayoutDirection.RightToLeft,
}


def speak(application: QApplication) -> None:
    """Let Qt speak the language of the words in use. English is what it speaks by itself."""
    application.setLayoutDirection(WRITTEN[locale().character_order])
    if locale().language == "en" or application.findChild(QTranslator):
        return
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(str(locale())), "qtbase", "_", folder):
        application.installTranslator(translator)
