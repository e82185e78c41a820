"""Started without a terminal, the program says in a dialog why it cannot open the diary."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from db import keys
from diary.cli import main_window


@pytest.fixture
def said(qtbot: QtBot) -> list[str]:
    """The sentences of the dialogs that come up; each is closed by its button."""
    assert qtbot is not None
    sentences: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, look)
            return
        sentences.append(box.text())
        (close,) = box.findChildren(QPushButton)
        assert close.text() == "Close"
        assert close.height() >= 44
        close.click()

    QTimer.singleShot(0, look)
    return sentences


def test_a_diary_that_cannot_open_is_said_in_a_dialog(
    tmp_path: Path,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "diary"
    folder.mkdir()
    keys.store(folder, keys.new_secret())
    (folder / "diary.db").write_bytes(b"not a database" * 500)
    profile = str(tmp_path / "profile")
    arguments = ["diary", "--diary", str(folder), "--profile", profile]
    monkeypatch.setattr(sys, "argv", arguments)

    assert main_window() == 1

    assert len(said) == 1
    assert said[0].endswith(".")
    assert capsys.readouterr().err.strip() == " ".join(said[0].split())


def test_without_a_terminal_the_dialog_still_comes(
    tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "diary"
    file.write_text("mine")
    profile = str(tmp_path / "profile")
    monkeypatch.setattr(sys, "argv", ["diary", "--diary", str(file), "--profile", profile])
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)

    assert main_window() == 1

    assert len(said) == 1
    assert file.read_text() == "mine"
