"""An import that does not work or is given up: it is said, and the diary stays as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any
from unittest.mock import Mock

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import DiaryError, DiskFullError
from db.records import Everything, Put
from db.store import Store
from diary.demo import sample
from diary.exchange import importing
from diary.importing import _Course
from diary.merging import Choices
from diary.session import Session
from diary.ui.dialogs.import_dialog import ImportDialog
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from tests.ui.import_kit import at, export, failed, looked


@pytest.fixture
def dialog(session: Session, theme: Theme, window: MainWindow) -> ImportDialog:
    made = ImportDialog(session, theme, window)
    made.announced.connect(window.say)
    made.open()
    return made


# When it does not work.


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", b"{", "cannot be read at line 1"),
        ("a.zip", b"PK\x03\x04", "damaged"),
        ("a.scdiary", b"PK\x03\x04" + b"." * 26 + b"about.json", "damaged or not complete"),
        ("a.json", None, "cannot be read: No such file"),
    ],
)
def test_a_bad_file_is_said_and_the_diary_stays(
    dialog: ImportDialog, store: Store, tmp_path: Path, qtbot: QtBot, name: str,
    content: bytes | None, said: str,
) -> None:  # fmt: skip
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    dialog.ask_file = lambda: str(file)
    before = store.everything()

    assert said in failed(qtbot, dialog, dialog.choose)
    assert store.everything() == before
    dialog.reject()


def test_a_mistake_of_the_program_is_not_taken_for_one_of_the_file(
    dialog: ImportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes to the crash page, which saves first."""
    file = export(sample(days=3), tmp_path)
    monkeypatch.setattr(importing, "compare", Mock(side_effect=KeyError("a")))
    dialog.ask_file = lambda: str(file)

    with qtbot.captureExceptions() as raised:
        dialog.choose()
        qtbot.waitUntil(lambda: bool(raised))

    assert raised[0][0] is KeyError
    dialog.reject()


def test_what_does_not_fit_is_listed_with_its_place(
    dialog: ImportDialog, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    """Fault 36."""
    readings = [at(dialog.session, 99), replace(at(dialog.session), day=date(1066, 10, 14))]

    said = looked(qtbot, dialog, export(Everything(readings=tuple(readings)), tmp_path))

    assert said == "This file cannot be imported as it is"
    assert not dialog.preview.import_button.isVisible()
    dialog.preview.copy_button.click()
    lines = QApplication.clipboard().text().splitlines()
    assert [line.partition(": ")[0][-8:] for line in lines] == ["entry 1)", "entry 2)"]
    assert store.everything() == Everything()
    dialog.reject()


@pytest.mark.parametrize("error", [DiskFullError(), importing.ChangedMeanwhileError()])
def test_an_import_that_fails_changes_nothing(
    dialog: ImportDialog, store: Store, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch, error: DiaryError,
) -> None:  # fmt: skip
    """Fault 4."""
    looked(qtbot, dialog, export(sample(days=3), tmp_path))
    monkeypatch.setattr(store, "write", Mock(side_effect=error))

    said = failed(qtbot, dialog, dialog.preview.import_button.click)

    assert said == str(error)
    assert store.everything() == Everything()
    assert not dialog.session.can_undo
    assert not dialog.session.unsaved
    dialog.reject()


def test_what_was_written_meanwhile_is_not_lost(
    dialog: ImportDialog, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    looked(qtbot, dialog, export(Everything(readings=(at(dialog.session),)), tmp_path))
    store.write([Put(at(dialog.session, 2))])

    assert "Nothing was imported" in failed(qtbot, dialog, dialog.preview.import_button.click)
    assert store.everything().readings == (at(dialog.session, 2),)
    dialog.reject()


# Leaving.


def test_it_is_given_up_in_the_middle(
    dialog: ImportDialog, store: Store, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    looked(qtbot, dialog, export(sample(days=30), tmp_path))
    write = store.write

    def cancelled(*given: Any) -> object:
        dialog.session.importing.stop()
        return write(*given)

    monkeypatch.setattr(store, "write", cancelled)
    with qtbot.waitSignal(dialog.session.importing.stopped, timeout=10_000):
        dialog.preview.import_button.click()

    assert store.everything() == Everything()
    assert dialog.pages.currentWidget() is dialog.first
    assert not dialog.first.problem.isVisible()
    dialog.reject()


def test_escape_gives_up_first_and_leaves_then(
    dialog: ImportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads, goes_on = Event(), Event()

    def slow(_file: Path, _words: str, course: _Course) -> object:
        reads.set()
        goes_on.wait(10)
        course.follow(500)
        raise AssertionError

    (tmp_path / "a.json").write_text("{}")
    dialog.ask_file = lambda: str(tmp_path / "a.json")
    monkeypatch.setattr(dialog.session.importing, "_content", slow)
    dialog.choose()
    assert reads.wait(10)
    qtbot.waitUntil(lambda: "Reading" in dialog.waiting.words.text())

    dialog.reject()
    assert dialog.isVisible()
    assert dialog.waiting.words.text() == "Stopping. Nothing is changed."
    goes_on.set()
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.first)
    dialog.reject()
    assert not dialog.isVisible()


def test_what_was_given_up_stays_so_when_the_next_file_is_read(
    dialog: ImportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given one who cancels and chooses another file while the worker is between two steps."""
    course, read_on = dialog.session.importing, Event()
    content = course._content

    def slow(file: Path, words: str, its: _Course) -> object:
        read_on.wait(10)
        return content(file, words, its)

    first, second = (export(sample(days=days), tmp_path / f"{days}") for days in (9, 3))
    monkeypatch.setattr(course, "_content", slow)
    shown: list[object] = []
    course.looked.connect(shown.append)
    course.read(first)
    course.stop()
    with qtbot.waitSignals([course.stopped, course.looked], timeout=10_000):
        course.read(second)
        read_on.set()

    assert len(shown) == 1
    dialog.reject()


def test_what_was_let_go_of_meanwhile_does_not_stop_an_import(
    dialog: ImportDialog, store: Store, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Given a dry run that another worker lets go of while the backup is made."""
    looked(qtbot, dialog, export(sample(days=3), tmp_path))
    monkeypatch.setattr(
        dialog.session.importing, "_back_up", lambda _course: dialog.session.importing._let_go()
    )

    with qtbot.waitSignal(dialog.session.importing.imported, timeout=10_000):
        dialog.preview.import_button.click()

    assert store.everything().readings


def test_a_dialog_may_close_after_the_diary(dialog: ImportDialog) -> None:
    dialog.session.importing.close()

    dialog.reject()

    assert not dialog.isVisible()


def test_with_nothing_read_nothing_is_written(dialog: ImportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.session.importing.imported) as done:
        dialog.session.importing.bring(Choices())

    assert done.args == [0]


def test_choosing_no_file_changes_nothing(dialog: ImportDialog) -> None:
    dialog.ask_file = lambda: ""

    dialog.first.choose_button.click()

    assert dialog.pages.currentWidget() is dialog.first
    dialog.reject()
