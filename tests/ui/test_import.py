"""Importing from the window: seen before, chosen in, all or nothing, and taken back in one step."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Event
from typing import Any
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db import backup, keys, passphrase, recovery
from db.backup_folder import Occasion
from db.errors import DiaryError, DiskFullError
from db.folder import open_diary
from db.records import Everything, Put, Reading
from db.store import Store
from diary.backup_keeper import Keeper
from diary.demo import sample
from diary.exchange import importing
from diary.exchange.content import Content
from diary.merging import Choices, Rule
from diary.session import Session
from diary.settings import Settings
from diary.ui.dialogs.foreign_dialog import ForeignDialog
from diary.ui.dialogs.import_dialog import ImportDialog
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from diary.ui.widgets.field_row import FieldRow
from diary.ui.widgets.scale import ScaleInput
from tests.exchange.diaries import NOW, exported
from tests.ui.import_states import filled, theirs

FIELD = "skin.tightness"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot, folder: Path
) -> MainWindow:
    made = MainWindow(session, settings, theme, str(folder))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(session: Session, theme: Theme, window: MainWindow) -> ImportDialog:
    made = ImportDialog(session, theme, window)
    made.announced.connect(window.say)
    made.open()
    return made


def export(records: Everything, tmp_path: Path, form: str = "json") -> Path:
    file = tmp_path / f"laptop.{form}"
    file.write_bytes(exported(records, "csv" if form == "zip" else form))
    return file


def looked(qtbot: QtBot, dialog: ImportDialog, file: Path) -> str:
    """What the dry run says of a file."""
    dialog.ask_file = lambda: str(file)
    with qtbot.waitSignal(dialog.session.importing.looked, timeout=10_000):
        dialog.first.choose_button.click()
    return dialog.preview.headline.text()


def imported(qtbot: QtBot, dialog: ImportDialog) -> None:
    with qtbot.waitSignal(dialog.session.importing.imported, timeout=10_000):
        dialog.preview.import_button.click()


def failed(qtbot: QtBot, dialog: ImportDialog, command: Callable[[], object]) -> str:
    with qtbot.waitSignal(dialog.session.importing.failed, timeout=10_000):
        command()
    assert dialog.pages.currentWidget() is dialog.first
    assert dialog.first.safe.isVisible()
    return dialog.first.problem.text().replace("\N{ZERO WIDTH SPACE}", "")


def at(session: Session, value: int = 6) -> Reading:
    return Reading(session.today(), FIELD, value, session.clock.now())


def shown(window: MainWindow) -> int | None:
    """What Today shows of the field."""
    (row,) = [r for r in window.today_page().findChildren(FieldRow) if r.field.key == FIELD]
    assert isinstance(row.input, ScaleInput)
    return row.input.value_or_none()


def undo(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.session.undone, timeout=10_000):
        qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)


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


# Two forms of one entry.


def conflicts(qtbot: QtBot, dialog: ImportDialog) -> list[str]:
    filled(dialog.session)
    content = theirs(dialog.session.clock.now() - timedelta(days=3))
    with qtbot.waitSignal(dialog.session.importing.looked, timeout=10_000):
        dialog.take_content(content)
    panel = dialog.preview.conflicts
    assert panel is not None
    rows = range(panel.model.rowCount())
    return [str(panel.model.index(row).data()) for row in rows]


def test_both_forms_are_shown_and_the_newest_counts(dialog: ImportDialog, qtbot: QtBot) -> None:
    tight, note, attack, sore = conflicts(qtbot, dialog)

    assert tight == "19 November 2026: Skin tightness\nFrom the file: 6"
    assert note.splitlines()[1].startswith("From the file: Cold in the morning.")
    assert attack.splitlines()[1] == "From here: Minutes: 20, Colours: nothing"
    assert sore.splitlines()[1] == "From here: deleted"
    assert dialog.preview.headline.text() == "91 entries would come into your diary"
    panel = dialog.preview.conflicts
    assert panel is not None
    assert (panel.here.words.text(), panel.there.words.text()) == ("4", "6")
    assert panel.here.when.text() == "recorded 19 November 2026, 09:30"
    assert panel.there.when.text() == "recorded 19 November 2026, 11:30"
    assert (panel.here.button.isChecked(), panel.there.button.isChecked()) == (False, True)
    dialog.reject()


def test_the_left_out_and_the_notices_are_shown(dialog: ImportDialog, qtbot: QtBot) -> None:
    conflicts(qtbot, dialog)

    said = [each.text() for each in dialog.preview.findChildren(QLabel)]

    assert "Row 17, column Pain: “bad” is no number from 0 to 10." in said
    assert "Numbers from 0 to 4 were read as 0 to 10: 2 became 5." in said
    assert "1 entry is in your diary already. It is skipped." in said
    dialog.reject()


def test_each_is_chosen_by_the_keyboard(dialog: ImportDialog, store: Store, qtbot: QtBot) -> None:
    conflicts(qtbot, dialog)
    rows = QApplication.focusWidget()
    assert rows is not None
    before = store.everything()

    qtbot.keyClick(rows, Qt.Key.Key_Left)
    for _row in range(2):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Right)

    assert dialog.preview.import_button.text() == "Import 91 entries"
    imported(qtbot, dialog)
    after = store.everything()
    day = before.notes[0].day
    assert store.reading(day, FIELD) == before.readings[1]
    assert after.attacks[0].minutes == 35
    assert after.notes[0].text.startswith("Cold")


@pytest.mark.parametrize(
    ("rule", "number", "minutes"), [(Rule.MINE, 89, 20), (Rule.THEIRS, 93, 35)]
)
def test_one_answer_for_all(
    dialog: ImportDialog, store: Store, qtbot: QtBot, rule: Rule, number: int, minutes: int
) -> None:
    conflicts(qtbot, dialog)
    panel = dialog.preview.conflicts
    assert panel is not None
    panel.there.button.click()
    panel.here.button.click()

    panel.rule.choose(rule)
    panel.rule.choose(None)

    assert dialog.preview.import_button.text() == f"Import {number} entries"
    imported(qtbot, dialog)
    assert store.everything().attacks[0].minutes == minutes
    assert len(store.everything().events) == (rule is Rule.THEIRS)


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

    def slow(*_given: object) -> object:
        reads.set()
        goes_on.wait(10)
        dialog.session.importing._follow(500)
        raise AssertionError

    (tmp_path / "a.json").write_text("{}")
    dialog.ask_file = lambda: str(tmp_path / "a.json")
    monkeypatch.setattr(dialog.session.importing, "_content", slow)
    dialog.choose()
    assert reads.wait(10)
    qtbot.waitUntil(lambda: "Reading" in dialog.waiting.words.text())
    assert dialog.waiting.bar.isVisible()

    dialog.reject()
    assert dialog.isVisible()
    assert dialog.waiting.words.text() == "Stopping. Nothing is changed."
    goes_on.set()
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.first)
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
