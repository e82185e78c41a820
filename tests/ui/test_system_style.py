"""The window follows the system's look and text size while it runs, as far as it is to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.palette import Look
from diary.settings import SYSTEM, TEXT_SIZE, Settings
from diary.ui import system_style
from diary.ui.theme import Theme


class FakeSystem:
    """What a desktop would say."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Light
        self.contrast = Qt.ContrastPreference.NoPreference
        self.font = QFont("Sans Serif", 13)

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        return self.scheme

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - as above
        return self.contrast


class FakeFonts:
    """The system's fonts."""

    SystemFont = QFontDatabase.SystemFont

    def __init__(self, system: FakeSystem) -> None:
        self._system = system

    def systemFont(self, _which: QFontDatabase.SystemFont) -> QFont:  # noqa: N802 - as above
        return self._system.font


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> FakeSystem:
    made = FakeSystem()
    monkeypatch.setattr(system_style, "QFontDatabase", FakeFonts(made))
    return made


@pytest.fixture
def theme(qapp: QApplication, system: FakeSystem) -> Iterator[Theme]:
    made = Theme(qapp)
    made._system._hints = made._system._aids = system  # type: ignore[assignment]
    yield made
    made.apply(Look.LIGHT, 11)
    made.deleteLater()


def tell(theme: Theme) -> None:
    """As Qt does when anything of the desktop's theme has changed."""
    QApplication.sendEvent(theme._system.ear, QEvent(QEvent.Type.ThemeChange))


def test_the_size_of_the_systems_text_is_followed_while_it_runs(
    theme: Theme, system: FakeSystem, qtbot: QtBot
) -> None:
    theme.apply(Look.LIGHT, None)
    assert theme.points == 13
    system.font = QFont("Sans Serif", 18)
    with qtbot.waitSignal(theme.changed):
        tell(theme)
    assert theme.points == 18
    assert cast("QApplication", QApplication.instance()).font().pointSizeF() == 18


@pytest.mark.parametrize(("theirs", "ours"), [(6, 9), (40, 24)])
def test_no_smaller_or_larger_than_the_window_can_be(
    theme: Theme, system: FakeSystem, theirs: int, ours: int
) -> None:
    system.font = QFont("Sans Serif", theirs)
    theme.apply(Look.LIGHT, None)
    assert theme.points == ours


def test_a_font_given_in_pixels_has_a_size(theme: Theme, system: FakeSystem) -> None:
    system.font.setPixelSize(24)
    theme.apply(Look.LIGHT, None)
    assert 9 < theme.points <= 24


@pytest.mark.parametrize(
    ("scheme", "contrast", "look"),
    [
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, Look.DARK),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, Look.CONTRAST),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, Look.CONTRAST),
    ],
)
def test_the_systems_look_is_followed_while_it_runs(
    theme: Theme,
    system: FakeSystem,
    qtbot: QtBot,
    scheme: Qt.ColorScheme,
    contrast: Qt.ContrastPreference,
    look: Look,
) -> None:
    theme.apply(None, 11)
    assert theme.look is Look.LIGHT
    system.scheme, system.contrast = scheme, contrast
    with qtbot.waitSignal(theme.changed):
        theme._system.changed.emit()
    assert theme.look is look


def test_what_was_chosen_stays(theme: Theme, system: FakeSystem, qtbot: QtBot) -> None:
    theme.apply(Look.LIGHT, 11)
    system.scheme, system.font = Qt.ColorScheme.Dark, QFont("Sans Serif", 20)
    with qtbot.assertNotEmitted(theme.changed):
        tell(theme)
    assert (theme.look, theme.points) == (Look.LIGHT, 11)


def test_qt_tells_of_more_contrast_and_of_dark(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp)
    for signal in (
        theme._system._hints.colorSchemeChanged,
        theme._system._aids.contrastPreferenceChanged,
    ):
        with qtbot.waitSignal(theme._system.changed):
            signal.emit(None)
    theme.deleteLater()


def test_the_size_like_the_system_is_kept(tmp_path: Path, settings: Settings) -> None:
    settings.set(TEXT_SIZE, SYSTEM)
    assert Settings(tmp_path / "settings.ini").points() is None
