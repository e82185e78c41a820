"""Qt's own words and the direction of the window follow the language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from diary import i18n
from diary.ui.key_words import key_words
from diary.ui.qt_language import speak


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
    i18n.use("en_GB")
    speak(qapp)


def _cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_the_buttons_of_qt_s_dialogs_are_spanish_where_the_window_is(qapp: QApplication) -> None:
    speak(qapp)
    assert (_cancel(), qapp.findChild(QTranslator)) == ("Cancel", None)

    i18n.use("es_MX")
    speak(qapp)
    speak(qapp)
    assert _cancel() == "Cancelar"
    assert len(qapp.findChildren(QTranslator)) == 1
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_language_written_from_the_right_turns_the_window_round(qapp: QApplication) -> None:
    i18n.use("he_IL", is_translated=lambda _language: True)
    speak(qapp)
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft

    i18n.use("he_IL")
    speak(qapp)
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_keys_are_called_as_on_the_keyboard(qapp: QApplication) -> None:
    i18n.use("es")
    speak(qapp)

    assert key_words("Ctrl+3") == "Ctrl+3"
    assert key_words("Del") == "Suprimir"
