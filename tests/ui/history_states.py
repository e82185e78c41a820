"""The states of the history, its search and the list of what was deleted, for the sweeps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from db.records import Medicine
from diary.ui.dialogs.deleted import DeletedDialog
from diary.ui.main_window import MainWindow
from diary.ui.pages.history import HistoryPage
from tests.db.examples import MEDICINE

PATIENCE_MS = 5000


def history(window: MainWindow) -> HistoryPage:
    page = window.show_page("history")
    assert isinstance(page, HistoryPage)
    return page


def wait_for(signal: SignalInstance, act: Callable[[], object]) -> None:
    """Do something and wait for a signal; other threads go on meanwhile."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    act()
    loop.exec()
    signal.disconnect(loop.quit)


def _field(window: MainWindow) -> None:
    history(window).tools.view.choose("skin.tightness")


def _searched(window: MainWindow, words: str) -> None:
    session, page = window.session, history(window)
    if session.read.event(Medicine, MEDICINE.id) is None:
        wait_for(session.saved, lambda: session.put(MEDICINE))
    page.search.clear()
    wait_for(page.finder.found, lambda: page.search.setText(words))


def _deleted(window: MainWindow) -> DeletedDialog:
    session = window.session
    if not session.read.deletions():
        attack = session.read.attacks(session.today(), session.today())[0]
        wait_for(session.saved, lambda: session.remove_attack(attack.id))
    history(window).show_deleted()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DeletedDialog)
    return dialog


def _asked(window: MainWindow) -> None:
    _deleted(window).ask_one()


HISTORY_STATES: dict[str, Callable[[MainWindow], object]] = {
    "history": history,
    "history of a field": _field,
    "history searched": partial(_searched, words="nifedipine"),
    "nothing found": partial(_searched, words="nowhere"),
    "recently deleted": _deleted,
    "delete for good": _asked,
}
