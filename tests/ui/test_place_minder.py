"""Fault 25: a diary that is in a cloud folder already is told once, and so are second copies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diary.session import Session
from diary.settings import Settings
from diary.ui.main_window import MainWindow
from diary.ui.place_minder import PlaceMinder
from diary.ui.theme import Theme

Mind = Callable[[Path], PlaceMinder]


@pytest.fixture
def mind(session: Session, settings: Settings, theme: Theme, qtbot: QtBot) -> Mind:
    """Start the program, and look."""

    def run(folder: Path) -> PlaceMinder:
        window = MainWindow(session, settings, theme, str(folder))
        qtbot.addWidget(window)
        minder = PlaceMinder(window, settings, folder)
        minder.look()
        minder._jobs.drain()
        return minder

    return run


def said(minder: PlaceMinder) -> str:
    return minder.notice.words.text() if minder.notice else ""


def test_25_a_cloud_folder_is_told_until_it_was_seen(mind: Mind, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "diary"
    folder.mkdir(parents=True)
    minder = mind(folder)
    assert "folder of Dropbox" in said(minder)
    assert "move its folder" in said(minder)
    assert "Dropbox" in said(mind(folder))

    assert minder.notice is not None
    minder.notice.button.click()

    assert minder.notice.isHidden()
    assert said(mind(folder)) == ""


def test_25_second_copies_come_first_and_are_left_alone(mind: Mind, tmp_path: Path) -> None:
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    copy = folder / "diary (conflicted copy 2026-11-20 101112).db"
    copy.write_bytes(b"whatever")
    minder = mind(folder)
    assert copy.name in said(minder).replace("\u200b", "")
    assert "keep it" in said(minder)

    assert minder.notice is not None
    minder.notice.button.click()

    assert "folder of Nextcloud" in said(minder)
    assert copy.read_bytes() == b"whatever"
    (folder / "diary 2.db").touch()
    assert "diary 2.db" in said(mind(folder))


def test_elsewhere_nothing_is_said(mind: Mind, tmp_path: Path) -> None:
    assert mind(tmp_path).notice is None
