from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from diary.palette import Look
from diary.paths import places
from diary.session import Session
from diary.settings import LANGUAGE, LOOK, SYSTEM, TEXT_SIZE, Settings
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.theme import Theme
from diary.ui.widgets.settings_folder import FolderSettings
from diary.ui.widgets.settings_language import LanguageSettings
from diary.ui.widgets.settings_look import LookSettings
from diary.ui.widgets.settings_part import SettingsPart

FIRM = 22
"""Pixels that the rail may take from a button that is 44 high and wide."""


def test_a_setting_is_kept_for_the_next_start(tmp_path: Path, settings: Settings) -> None:
    settings.set(TEXT_SIZE, "18")
    settings.set(LOOK, "dark")

    again = Settings(tmp_path / "settings.ini")
    assert again.points() == 18
    assert again.look() is Look.DARK


@pytest.mark.parametrize("nonsense", ["", "huge", "-3", "8", "25", "1e9", "System"])
def test_nonsense_in_the_file_becomes_the_default(settings: Settings, nonsense: str) -> None:
    settings.set(TEXT_SIZE, nonsense)
    assert settings.points() == 11


def test_cards_come_turn_by_turn_in_their_order(window: MainWindow, qtbot: QtBot) -> None:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    at_once = page.findChildren(SettingsPart)

    qtbot.waitUntil(lambda: bool(page.findChildren(FolderSettings)))

    assert len(at_once) < len(page.findChildren(SettingsPart)) == len(page.parts)
    qtbot.waitUntil(lambda: page.parts == sorted(page.parts, key=lambda part: part.y()))
    assert all(each.isVisible() for each in page.parts)


def test_choosing_a_look_and_a_size_applies_them(
    settings: Settings, session: Session, theme: Theme, qtbot: QtBot
) -> None:
    page = SettingsPage(session, settings, theme, "/somewhere")
    qtbot.addWidget(page)
    page.show()
    part = page.parts[0]
    assert isinstance(part, LookSettings)
    with qtbot.waitSignal(settings.changed):
        part.look.choose("contrast")
    assert settings.look() is Look.CONTRAST

    part.points.setFocus()
    with qtbot.waitSignal(settings.changed):
        qtbot.keyClick(part.points.focusProxy(), Qt.Key.Key_Plus)
    assert settings.points() == 12


def test_the_systems_text_size_and_one_of_ones_own(
    settings: Settings, session: Session, theme: Theme, qtbot: QtBot
) -> None:
    part = LookSettings(settings, theme)
    qtbot.addWidget(part)
    part.show()
    assert part.size_choice.value_or_none() is None
    part.size_choice.choose(SYSTEM)
    assert settings.points() is None

    theme.apply(Look.LIGHT, 16)
    assert part.points.value_or_none() == 16
    part.size_choice.choose(None)
    assert settings.points() == 16  # the size in use
    part.size_choice.choose(SYSTEM)
    qtbot.mouseClick(part.points.more_button, Qt.MouseButton.LeftButton)
    assert settings.points() == 17
    assert part.size_choice.value_or_none() is None


@pytest.mark.parametrize("size", [(1100, 700), (1440, 900)])
def test_minus_and_plus_stay_where_they_are_while_the_text_grows(
    window: MainWindow, settings: Settings, theme: Theme, size: tuple[int, int]
) -> None:
    settings.changed.connect(lambda _setting: theme.apply(settings.look(), settings.points()))
    window.resize(*size)
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    part = page.parts[0]
    assert isinstance(part, LookSettings)
    QApplication.processEvents()
    for made, sizes in (
        (part.points.more_button, (12, 13, 14, 15)),
        (part.points.less_button, (14, 13, 12, 11)),
    ):
        place = made.mapTo(window, made.rect().center())
        for points in sizes:
            below = window.childAt(place)
            assert below is not None
            QTest.mouseClick(below, Qt.MouseButton.LeftButton)
            QApplication.processEvents()
            assert settings.points() == points
        moved = made.mapTo(window, made.rect().center()) - place
        assert moved.manhattanLength() <= FIRM


@pytest.mark.parametrize(("size", "keys", "after"), [("24", "larger", 24), ("9", "smaller", 9)])
def test_the_largest_and_the_smallest_text_stay_so(
    window: MainWindow, settings: Settings, size: str, keys: str, after: int
) -> None:
    settings.set(TEXT_SIZE, size)
    next(each for each in window.actions() if each.objectName() == keys).trigger()
    assert settings.points() == after


def test_a_step_from_the_systems_size_begins_there(
    window: MainWindow, settings: Settings, theme: Theme
) -> None:
    settings.set(TEXT_SIZE, SYSTEM)
    theme.apply(Look.LIGHT, 14)
    next(each for each in window.actions() if each.objectName() == "larger").trigger()
    assert settings.points() == 15


def test_another_language_is_kept_for_the_next_start_and_changes_nothing_now(
    settings: Settings, session: Session, theme: Theme, qtbot: QtBot
) -> None:
    page = SettingsPage(session, settings, theme, "/somewhere")
    qtbot.addWidget(page)
    page.show()
    part = page.findChild(LanguageSettings)
    assert part is not None
    with qtbot.waitSignal(settings.changed):
        part.choice.choose("es")

    assert settings.language() == "es"
    words = [each.text() for each in part.findChildren(QLabel)]
    assert "A change applies when the diary is opened the next time." in words
    assert "Español: Traducción aún no revisada por un profesional clínico." in words

    with qtbot.waitSignal(settings.changed):
        part.choice.choose("system")
    assert settings.language() == ""


def test_the_window_opens_in_the_chosen_language(tmp_path: Path) -> None:
    where = places(tmp_path / "diary", tmp_path / "profile")
    Settings(where.settings).set(LANGUAGE, "es")
    code = (
        "import sys; from pathlib import Path; from diary.paths import places; "
        "from diary.startup import open_window; home = Path(sys.argv[1]); "
        "_, window = open_window(places(home / 'diary', home / 'profile'), new=True); "
        "print(*(action.text() for action in window.actions())); window.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "Deshacer" in done.stdout
    assert "Undo" not in done.stdout
