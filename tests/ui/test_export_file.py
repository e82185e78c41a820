"""A copy of everything, from the settings."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diary.session import Session
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.widgets.settings_import import ImportSettings
from tests.ui.conftest import Wait


@pytest.fixture
def part(window: MainWindow) -> ImportSettings:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return next(each for each in page.parts if isinstance(each, ImportSettings))


def test_all_that_was_recorded_is_saved_as_tables(
    part: ImportSettings, session: Session, save: Wait, tmp_path: Path, qtbot: QtBot
) -> None:
    save(lambda: session.record(session.today(), "skin.tightness", 6))
    part.export.ask_file = lambda _name: str(tmp_path / "copy")

    with qtbot.waitSignal(part.announced) as told:
        part.save_button.click()
        assert not part.save_button.isEnabled()

    assert told.args == [f"Saved as {tmp_path / 'copy.zip'}."]
    assert part.said.isVisibleTo(part)
    assert part.save_button.isEnabled()
    with zipfile.ZipFile(tmp_path / "copy.zip") as saved:
        assert b"skin.tightness,6" in saved.read("readings.csv")


def test_where_it_cannot_be_written_a_sentence_says_so(
    part: ImportSettings, tmp_path: Path, qtbot: QtBot
) -> None:
    part.export.ask_file = lambda _name: str(tmp_path / "nowhere" / "copy.zip")

    with qtbot.waitSignal(part.announced) as told:
        part.save_button.click()

    assert "nowhere" in told.args[0]


def test_nothing_happens_without_a_place(part: ImportSettings) -> None:
    part.export.ask_file = lambda _name: ""
    part.save_button.click()
    assert part.save_button.isEnabled()


def test_closing_the_window_finishes_the_copy(
    part: ImportSettings, window: MainWindow, tmp_path: Path
) -> None:
    part.export.ask_file = lambda _name: str(tmp_path / "copy.zip")
    part.save_button.click()

    window.close()

    assert zipfile.is_zipfile(tmp_path / "copy.zip")


def test_a_copy_can_be_cancelled_and_leaves_the_earlier_one(
    part: ImportSettings, tmp_path: Path, qtbot: QtBot
) -> None:
    earlier = tmp_path / "copy.zip"
    earlier.write_bytes(b"earlier")
    part.export.ask_file = lambda _name: str(earlier)
    part.export.begun.connect(part.stop_button.click)

    with qtbot.waitSignal(part.announced) as told:
        part.save_button.click()

    assert told.args == ["Stopped. No copy was saved."]
    assert earlier.read_bytes() == b"earlier"
    assert list(tmp_path.glob(".copy*")) == []
    assert part.save_button.isEnabled()
    assert not part.stop_button.isVisibleTo(part)


def test_what_was_cancelled_can_be_done_again(
    part: ImportSettings, tmp_path: Path, qtbot: QtBot
) -> None:
    part.export.ask_file = lambda _name: str(tmp_path / "copy.zip")
    part.export.begun.connect(part.stop_button.click)
    with qtbot.waitSignal(part.announced):
        part.save_button.click()
    part.export.begun.disconnect(part.stop_button.click)

    with qtbot.waitSignal(part.announced):
        part.save_button.click()

    assert zipfile.is_zipfile(tmp_path / "copy.zip")
