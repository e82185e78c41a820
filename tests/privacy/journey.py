"""The program itself, from its start to its end, with a canary word in everything that is written.

Used by the tests of privacy: python -m tests.privacy.journey END ARGUMENTS.., where the arguments
are those of the program. END says how it ends: "closed"; "printed", after the printers were asked
for, too; "locked" while somebody types, and aborted; or "erased". Says how many canary words were
written.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from db.records import CustomField, Event, Note, Record, Sore
from diary.cli import main
from diary.demo import sample
from diary.ui.dialogs.erase import EraseDialog
from diary.ui.dialogs.first_start import FirstStart
from diary.ui.erased_window import ErasedWindow
from diary.ui.lockable import Lockable
from diary.ui.main_window import MainWindow
from diary.ui.pages.history import HistoryPage
from diary.ui.pages.settings import SettingsPage
from diary.ui.pages.summary import SummaryPage
from diary.ui.pages.trends import TrendsPage
from diary.ui.widgets.note_edit import NoteEdit
from diary.ui.widgets.question_panel import QuestionPanel
from diary.ui.widgets.settings_backups import BackupSettings
from diary.ui.widgets.settings_folder import FolderSettings

CANARY = "canarybird"
PATIENCE_MS = 60_000
FREE = frozenset(
    [
        "text",
        "note",
        "name",
        "patient_id",
        "dose",
        "how_often",
        "why_stopped",
        "side_effects",
        "who",
        "place",
        "agreed",
        "answer",
        "low",
        "high",
        "unit",
    ]
)
"""The parts of records in which a person writes what they like."""


def words(number: int) -> str:
    """The canary word of a place."""
    return f"{CANARY}{number}"


def with_canaries(records: list[Record]) -> Iterator[Record]:
    """The same records with a canary word in each free text."""
    for number, record in enumerate(records):
        free = {each.name for each in fields(record)} & FREE
        free -= {"place"} if isinstance(record, Sore) else set()
        texts = [name for name in free if isinstance(getattr(record, name), str)]
        yield replace(record, **cast("dict[str, Any]", dict.fromkeys(texts, words(number))))


def some() -> list[Record]:
    """A record of each kind, and a field of one's own."""
    found: dict[type, list[Record]] = {}
    for record in sample(days=120).records():
        found.setdefault(type(record), []).append(record)
    (note, *_rest) = found[Note]
    assert isinstance(note, Note)
    own = CustomField(key="own.1", name="", kind="scale10", recorded_at=note.recorded_at)
    return [*(each for kind in found.values() for each in kind[-40:]), own]


def rest(milliseconds: int) -> None:
    """Let the window work for a while; workers, too, which QTest.qWait keeps from working."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def wait_for(signal: Any, do: Callable[[], object]) -> None:
    """Do something, and let the window work until it is told."""
    loop, told, patience = QEventLoop(), [], QTimer(singleShot=True, interval=PATIENCE_MS)

    def on_told(*_what: object) -> None:
        told.append(True)
        loop.quit()

    signal.connect(on_told)
    patience.timeout.connect(loop.quit)
    patience.start()
    do()
    if not told:
        loop.exec()
    signal.disconnect(on_told)
    assert told, signal


def typed_and_saved(window: MainWindow) -> int:
    """Every kind of record, a note by the keyboard, a photo; gives how many words there are."""
    session = window.session
    records = list(with_canaries(some()))
    wait_for(session.saved, lambda: session.put(*cast("list[Event]", records)))
    note = window.today_page().findChildren(NoteEdit)[0]
    note.setFocus()
    QTest.keyClicks(note, words(9001))
    wait_for(session.saved, note.clearFocus)
    picture = QImage(640, 480, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.setText("Description", words(9002))
    file = Path(tempfile.mkdtemp(prefix=CANARY)) / "given.png"
    picture.save(str(file))
    today = session.today()
    wait_for(
        session.photos.added,
        lambda: session.photos.add("day", today.isoformat(), today, file, words(9003)),
    )
    file.unlink()
    file.parent.rmdir()
    return len(records) + 3


def looked_at(window: MainWindow) -> None:
    """Trends, a search, and a summary that is not saved in the end."""
    trends = window.show_page("trends")
    assert isinstance(trends, TrendsPage)
    wait_for(trends.drawn, trends.refresh)
    history = window.show_page("history")
    assert isinstance(history, HistoryPage)
    history.search.setFocus()
    QTest.keyClicks(history.search, words(9001))
    rest(500)
    summary = window.show_page("summary")
    assert isinstance(summary, SummaryPage)
    wait_for(summary.preview.page_shown, summary.refresh)
    summary.output.ask_file = lambda _name: ""
    summary.save()
    rest(300)


def not_printed(window: MainWindow) -> None:
    """The printer is asked for, and then not wanted."""
    summary = window.show_page("summary")
    assert isinstance(summary, SummaryPage)
    summary.output.ask_printer = lambda _printer: False
    summary.print()


def asked_to_erase(window: MainWindow) -> EraseDialog:
    """The dialog that asks twice."""
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    folder = next(each for each in page.parts if isinstance(each, FolderSettings))
    folder.erase_button.click()
    return folder.findChildren(EraseDialog)[-1]


def kept_elsewhere(window: MainWindow) -> None:
    """A backup; a copy that is not wanted in the end, and one that cannot be written."""
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    backups = next(each for each in page.parts if isinstance(each, BackupSettings))
    wait_for(window.session.backups.told, backups.back_up)
    dialog = asked_to_erase(window)
    dialog.export.ask_file = lambda _name: ""
    dialog.export.save()
    dialog.export.ask_file = lambda name: f"/proc/{name}"
    wait_for(dialog.export.ended, dialog.export.save)
    dialog.reject()


def failed() -> None:
    """A mistake of the program, in whose message a word stands; the report is closed."""

    def close() -> None:
        report = QApplication.activeModalWidget()
        assert isinstance(report, QDialog)
        report.accept()

    QTimer.singleShot(300, close)
    sys.excepthook(ValueError, ValueError(words(9004)), None)


def locked(window: MainWindow) -> None:
    """Half a question, and the lock."""
    (panel,) = window.show_page("care").findChildren(QuestionPanel)
    panel.add()
    assert panel.editor is not None
    panel.editor.form.inputs["text"].show(words(9005))
    (lockable,) = window.findChildren(Lockable)
    lockable.locking.lock()


def erased(window: MainWindow) -> None:
    """Both questions are answered, and the last window is closed."""
    dialog = asked_to_erase(window)
    dialog._jobs.drain()
    dialog.next_button.click()
    dialog.erase_button.click()
    last = window.instead
    assert isinstance(last, ErasedWindow)
    if not last.close_button.isVisible():
        wait_for(last.erased, tuple)
    last.close_button.click()


def journey(end: str) -> int:
    """Everything, in the place of the program's own loop."""
    rest(300)
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    for first in window.findChildren(FirstStart):
        first.accept()
    number = typed_and_saved(window)
    looked_at(window)
    kept_elsewhere(window)
    failed()
    if end != "closed":
        not_printed(window)
    print(number + 2, flush=True)
    if end == "locked":
        locked(window)
        os.abort()
    if end == "erased":
        erased(window)
    window.leave()
    rest(100)
    return 0


if __name__ == "__main__":
    QApplication.exec = staticmethod(lambda: journey(sys.argv[1]))  # type: ignore[method-assign]
    sys.exit(main(sys.argv[2:]))
