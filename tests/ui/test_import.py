"""Importing from the window: seen before, all or nothing, and taken back in one step."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import backup, keys, passphrase, recovery
from db.backup_folder import Occasion
from db.folder import open_diary
from db.records import Everything, Put
from db.store import Store
from diary.backup_keeper import Keeper
from diary.demo import sample
from diary.exchange.content import Content
from diary.session import Session
from diary.ui.dialogs.foreign_dialog import ForeignDialog
from diary.ui.dialogs.import_dialog import ImportDialog
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from tests.exchange.diaries import NOW
from tests.ui.import_kit import at, export, imported, looked, shown, undo


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


@pytest.fixture
def dialog(session: Session, theme: Theme, window: MainWindow) -> ImportDialog:
    made = ImportDialog(session, theme, window)
    made.announced.connect(window.say)
    made.open()
    return made


# There and back.


@pytest.mark.parametrize("form", ["json", "zip"])
def test_there_and_back_in_the_open_window(
    dialog: ImportDialog, window: MainWindow, store: Store, tmp_path: Path, qtbot: QtBot, form: str
) -> None:
    """Fault 39: what came in is shown at once; one step takes all of it back."""
    before = at(window.session, 3)
    store.write([Put(before)])
    new = sample(days=40, until=window.session.today() - timedelta(days=1))
    mine = store.everything()

    assert looked(qtbot, dialog, export(new, tmp_path, form)).endswith("come into your diary")
    assert store.everything() == mine
    imported(qtbot, dialog)

    both = store.everything()
    assert set(both.readings) == {before, *new.readings}
    assert not dialog.isVisible()
    assert "were imported. Ctrl+Z takes" in window.rail.status.words
    assert Keeper(store).here.newest(Occasion.IMPORT) is not None

    undo(window, qtbot)
    assert store.everything() == mine
    qtbot.waitUntil(lambda: window.rail.status.words.startswith("Undone: import of "))
    assert store.deletions() == []

    with qtbot.waitSignal(window.session.redone, timeout=10_000):
        window.session.redo()
    assert store.everything() == both


def test_today_shows_what_came_in(
    dialog: ImportDialog, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    today = at(window.session)
    looked(qtbot, dialog, export(Everything(readings=(today,)), tmp_path))
    with qtbot.waitSignal(window.session.changed):
        imported(qtbot, dialog)
    assert shown(window) == 6

    with qtbot.waitSignal(window.session.changed):
        undo(window, qtbot)
    assert shown(window) is None


@pytest.mark.parametrize("form", ["json", "zip"])
def test_the_same_file_twice_brings_nothing(
    dialog: ImportDialog, theme: Theme, window: MainWindow, tmp_path: Path, qtbot: QtBot, form: str
) -> None:
    """Fault 38."""
    file = export(sample(days=5), tmp_path, form)
    looked(qtbot, dialog, file)
    imported(qtbot, dialog)

    again = ImportDialog(window.session, theme, window)
    again.open()

    assert looked(qtbot, again, file) == "Your diary has everything that is in this file"
    assert not again.preview.import_button.isVisible()
    assert again.preview.leave_button.text() == "Close"
    again.reject()


# A backup.


@pytest.fixture
def laptop(tmp_path: Path) -> Path:
    """The folder of another diary, which has a passphrase, with a backup of it beside."""
    folder = tmp_path / "laptop"
    with closing(open_diary(folder, passphrase="other words")) as other:
        other.write(Put(record) for record in sample(days=5).records())
        backup.make(other, tmp_path / "laptop.scdiary", NOW)
    return folder


def typed(dialog: ImportDialog, words: str) -> None:
    dialog.key.secret.line.setText(words)
    dialog.key.open_button.click()


@pytest.mark.parametrize("by", ["passphrase", "recovery code"])
def test_a_backup_of_another_laptop_is_opened_by_its_words(
    dialog: ImportDialog, laptop: Path, store: Store, qtbot: QtBot, by: str
) -> None:
    secret = keys.load(laptop, "other words")
    words = "other words" if by == "passphrase" else recovery.written(secret)
    dialog.ask_file = lambda: str(laptop.with_suffix(".scdiary"))
    needed = dialog.session.importing.key_needed

    with qtbot.waitSignal(needed, timeout=10_000):
        dialog.choose()
    assert "laptop.scdiary is locked" in dialog.key.words.text().replace("\N{ZERO WIDTH SPACE}", "")
    assert not dialog.key.problem.isVisible()
    with qtbot.waitSignal(needed, timeout=10_000):
        typed(dialog, "wrong")
    assert dialog.key.problem.isVisible()
    with qtbot.waitSignal(dialog.session.importing.looked, timeout=10_000):
        typed(dialog, words)
    assert dialog.key.secret.words == ""
    imported(qtbot, dialog)

    assert store.everything() == sample(days=5)


def test_ones_own_backup_needs_no_words(
    dialog: ImportDialog, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "mine.scdiary"
    store.write([Put(at(dialog.session))])
    backup.make(store, file, NOW)

    assert looked(qtbot, dialog, file) == "Your diary has everything that is in this file"
    dialog.reject()


# A table of another program.


def test_a_table_is_mapped_first(
    dialog: ImportDialog, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "app.csv"
    file.write_text("Date,Pain\n2026-11-01,4\n")
    dialog.ask_file = lambda: str(file)

    dialog.choose()

    mapping = dialog.findChild(ForeignDialog)
    assert mapping is not None
    assert dialog.pages.currentWidget() is dialog.first
    with qtbot.waitSignal(dialog.session.importing.looked, timeout=10_000):
        mapping.content_ready.emit(Content(readings=[at(dialog.session)]))
        mapping.reject()
    assert "app.csv" in dialog.preview.file.text().replace("\N{ZERO WIDTH SPACE}", "")
    imported(qtbot, dialog)
    assert store.everything().readings == (at(dialog.session),)
