"""What one usually does, step by step, for measuring how long each step holds up the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, SignalInstance
from PySide6.QtWidgets import QApplication, QDialog

from diary.jobs import Jobs
from diary.palette import Look
from diary.settings import Settings
from diary.ui.ask import write_question
from diary.ui.book import PAGES, SETTINGS
from diary.ui.export_file import ExportFile
from diary.ui.main_window import MainWindow
from diary.ui.page_loader import PageLoader
from diary.ui.pages.summary import SummaryPage
from diary.ui.theme import Theme
from diary.ui.trying import Trying

FIRST, AGAIN = "opens {} first", "opens {} again"
PLACES = [*(place.key for place, _maker in PAGES if place.key != "today"), SETTINGS.key, "today"]
FIELD = "skin.tightness"


def _at_once() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is done, and when what it set going has come."""

    name: str
    do: Callable[[], object]
    settled: Callable[[], object] = _at_once


class Heard(list[object]):
    """Whether a signal came: true once it did."""

    def __init__(self, signal: SignalInstance) -> None:
        super().__init__()
        signal.connect(self._on_sent)

    def _on_sent(self, *values: object) -> None:
        self.append(values)

    def __call__(self) -> bool:
        """As what a step waits for."""
        return bool(self)


def load_pages(window: MainWindow) -> None:
    """As the program does once its first page was painted."""
    loader, loop = PageLoader(window), QEventLoop()
    loader.loaded.connect(loop.quit)
    loader.timer.start(0)
    loop.exec()


def walk(window: MainWindow, settings: Settings, theme: Theme, folder: Path) -> Iterator[Step]:
    """A look at everything, as a patient might take it; `folder` gets what is written."""
    for words in (FIRST, AGAIN):
        for key in PLACES:
            yield Step(words.format(key), partial(window.show_page, key))
    yield from _day(window)
    yield from _dialogs(window, theme)
    yield from _files(window, folder)
    yield from _sample(Trying(window, settings, theme))
    yield Step("larger text", lambda: theme.apply(theme.look, theme.points + 1))
    yield Step("another look", lambda: theme.apply(Look.DARK, theme.points))


def _day(window: MainWindow) -> Iterator[Step]:
    session, page = window.session, window.today_page()
    yield Step("records", lambda: session.record(session.today(), FIELD, 3), Heard(session.saved))
    yield Step("undoes", session.undo)
    yield Step("goes a day back", lambda: page.step(-1))
    yield Step("goes to today", page.go_to_today)
    yield Step("begins an attack", window.start_or_end_attack)
    yield Step("ends the attack", window.start_or_end_attack)


def _dialogs(window: MainWindow, theme: Theme) -> Iterator[Step]:
    for name, show in (
        ("the calendar", window.today_page().open_calendar),
        ("the aims", window.show_aims),
        ("the keys", window.show_keys),
        ("a question", partial(write_question, window, theme)),
    ):
        yield Step(f"opens {name}", show)
        yield Step(f"leaves {name}", _close_dialog)


def _close_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)  # the step before opened it
    dialog.close()


def _files(window: MainWindow, folder: Path) -> Iterator[Step]:
    session, file = window.session, folder / "copy.zip"
    jobs = Jobs("copy", window)
    export = ExportFile(session, jobs, window)
    export.ask_file = lambda _name: str(file)
    yield Step("saves a copy", export.save, Heard(export.ended))
    jobs.close()
    reading = session.importing
    yield Step("looks at an import", partial(reading.read, file), Heard(reading.looked))
    yield Step("keeps a backup", session.backups.now, Heard(session.backups.told))
    yield Step("checks the diary", session.checkup.start, Heard(session.checkup.checked))
    page = window.show_page("summary")
    assert isinstance(page, SummaryPage)
    yield Step("previews a summary", page.refresh, Heard(page.made))


def _sample(trying: Trying) -> Iterator[Step]:
    yield Step("enters the sample", trying.begin, lambda: trying.sample is not None)
    sample, gone = trying.sample, Heard(trying.destroyed)
    assert sample is not None  # it was waited for
    yield Step("leaves the sample", sample.leave, gone)
