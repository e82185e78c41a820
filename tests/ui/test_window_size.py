"""The window opens as it was left, and never larger than its screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.folder import open_diary
from diary.paths import Places
from diary.settings import WINDOW, Settings
from diary.startup import make_window
from diary.ui.main_window import USUAL, MainWindow
from diary.ui.theme import Theme
from diary.ui.window_size import FRAME


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path):
    """Opens the diary's window, as a start does; the one before has been left."""
    windows: list[MainWindow] = []

    def open_window(settings: Settings) -> MainWindow:
        for each in windows:
            each.leave()
        places = Places(tmp_path / "diary", Path(settings.file), tmp_path / "logs")
        window = make_window(qapp, open_diary(places.diary), places, theme)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        return window

    yield open_window
    windows[-1].leave()


def test_no_window_is_larger_than_its_screen(opened, settings: Settings) -> None:
    settings.set(WINDOW, "5000x4000")
    window = opened(settings)
    free = window.screen().availableGeometry().size()

    assert window.size() == free - FRAME


def test_the_first_is_as_large_as_usual_where_there_is_room(opened, settings: Settings) -> None:
    window = opened(settings)
    free = window.screen().availableGeometry().size() - FRAME

    assert window.size() == QSize(*USUAL).boundedTo(free)


def test_it_opens_as_it_was_left(opened, settings: Settings) -> None:
    window = opened(settings)
    window.resize(770, 600)

    assert opened(settings).size() == QSize(770, 600)


def test_one_that_filled_the_screen_does_again_and_comes_back_to_its_size(
    opened, settings: Settings
) -> None:
    window = opened(settings)
    window.resize(770, 600)
    window.showMaximized()
    again = opened(settings)

    assert again.isMaximized()
    again.showNormal()
    assert again.size() == QSize(770, 600)


@pytest.mark.parametrize("nonsense", ["large", "0x0", "770", "-5x900", "770x600 hole"])
def test_nonsense_in_the_file_is_the_usual_size(opened, settings: Settings, nonsense: str) -> None:
    usual = opened(settings).size()
    Path(settings.file).write_text(f"[General]\nwindow={nonsense}\n", encoding="utf-8")

    assert opened(Settings(Path(settings.file))).size() == usual
