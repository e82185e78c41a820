from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.palette import Look
from diary.session import Session
from diary.settings import LOOK, TEXT_SIZE, Settings
from diary.ui.pages.settings import SettingsPage
from diary.ui.theme import Theme
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.settings_look import LookSettings


def test_a_setting_is_kept_for_the_next_start(tmp_path: Path, settings: Settings) -> None:
    settings.set(TEXT_SIZE, "18")
    settings.set(LOOK, "dark")

    again = Settings(tmp_path / "settings.ini")
    assert again.points() == 18
    assert again.look() is Look.DARK


@pytest.mark.parametrize("nonsense", ["", "huge", "-3", "8", "25", "1e9"])
def test_nonsense_in_the_file_becomes_the_default(settings: Settings, nonsense: str) -> None:
    settings.set(TEXT_SIZE, nonsense)
    assert settings.points() == 11


def test_choosing_a_look_and_a_size_applies_them(
    settings: Settings, session: Session, theme: Theme, qtbot: QtBot
) -> None:
    page = SettingsPage(session, settings, theme, "/somewhere")
    qtbot.addWidget(page)
    page.show()
    part = page.parts[0]
    assert isinstance(part, LookSettings)
    with qtbot.waitSignal(settings.changed):
        looks = part.inputs["look"]
        assert isinstance(looks, ChoiceInput)
        looks.choose("contrast")
    assert settings.look() is Look.CONTRAST

    size = part.inputs["text_size"]
    size.setFocus()
    with qtbot.waitSignal(settings.changed):
        qtbot.keyClick(size.focusProxy(), Qt.Key.Key_Plus)
    assert settings.points() == 12
