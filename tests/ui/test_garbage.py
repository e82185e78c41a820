"""Windows are deleted by the window's thread, never by a worker that happens to find them."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from functools import partial
from weakref import finalize

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.collector import no_collector
from diary.jobs import Jobs
from diary.session import Session
from diary.settings import Settings
from diary.ui.garbage import ENOUGH, FULL_AFTER, Garbage
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme


class Holder:
    """Stands for a dialog; not one of Qt's, so that a failure is no crash."""

    def __init__(self) -> None:
        self.itself = self

    def take(self, _result: object) -> None:
        """As a dialog takes a job's answer."""


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs("test")
    yield made
    made.close()


def _make_much(_turn: int = 0) -> None:
    for _number in range(20_000):
        list[object]([[]])
    kept: list[object] = [[] for _number in range(50_000)]
    assert kept


def _leave_garbage(ended_in: list[threading.Thread]) -> None:
    finalize(Holder(), lambda: ended_in.append(threading.current_thread()))


def test_a_worker_never_searches(jobs: Jobs, qtbot: QtBot, garbage: Garbage) -> None:
    ended_in: list[threading.Thread] = []
    ready: list[object] = []
    _leave_garbage(ended_in)

    jobs.run(_make_much, ready.append, ready.append)
    qtbot.waitUntil(lambda: bool(ready))
    gc.collect()

    assert ended_in == [threading.main_thread()]


def test_the_window_searches_by_itself(qtbot: QtBot, garbage: Garbage) -> None:
    ended_in: list[threading.Thread] = []
    _leave_garbage(ended_in)
    kept = [[] for _number in range(1000)]  # type: ignore[var-annotated]

    qtbot.waitUntil(lambda: bool(ended_in), timeout=10_000)

    assert len(kept) == 1000


def test_what_was_closed_long_ago_is_found_soon(garbage: Garbage) -> None:
    ended: list[bool] = []
    closed = Holder()
    finalize(closed, ended.append, True)  # noqa: FBT003 - what to append
    gc.collect(1)
    del closed

    kept: list[object] = []
    for _search in range(FULL_AFTER + 1):
        kept += [[] for _number in range(2 * ENOUGH)]
        garbage.look()

    assert ended == [True]


def test_a_window_is_let_go_before_its_session(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot
) -> None:
    ended: list[bool] = []
    window = MainWindow(session, settings, theme, "/a/folder")
    finalize(window, ended.append, True)  # noqa: FBT003 - what to append

    window.leave()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert ended == [True]


def test_nothing_switches_it_on_again(garbage: Garbage) -> None:
    with no_collector():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_who_waits_for_an_answer_is_let_go_by_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    ended_in: list[threading.Thread] = []
    for _turn in range(300):
        holder = Holder()
        del holder.itself
        finalize(holder, lambda: ended_in.append(threading.current_thread()))
        jobs.run(partial(_nothing, holder), holder.take, holder.take)
        del holder

    qtbot.waitUntil(lambda: len(ended_in) == 300)

    assert set(ended_in) == {threading.main_thread()}


def test_a_failed_job_is_let_go_by_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    ended_in: list[threading.Thread] = []
    for _turn in range(300):
        holder = Holder()
        del holder.itself
        finalize(holder, lambda: ended_in.append(threading.current_thread()))
        jobs.run(partial(_fail, holder), holder.take, holder.take)
        del holder

    qtbot.waitUntil(lambda: len(ended_in) == 300)

    assert set(ended_in) == {threading.main_thread()}


def test_dropped_jobs_are_let_go(qapp: QApplication) -> None:
    closed = Jobs("test")
    held, ready = threading.Event(), threading.Event()
    closed.run(partial(held.wait, 10), lambda _result: ready.set(), lambda _error: ready.set())
    ended: list[bool] = []
    holder = Holder()
    del holder.itself
    finalize(holder, ended.append, True)  # noqa: FBT003 - what to append
    closed.run(partial(_nothing, holder), holder.take, holder.take)
    del holder

    held.set()
    closed.close()
    qapp.processEvents()

    assert ended == [True]
    assert not ready.is_set()


def _nothing(_holder: QObject | Holder) -> None:
    """A job that holds what asked for it."""


def _fail(_holder: Holder) -> None:
    raise ValueError


def test_it_waits_while_a_worker_makes_very_many_objects(garbage: Garbage) -> None:
    """Given a worker that loads matplotlib: a search would stop it and the window for long."""
    ended_in: list[threading.Thread] = []
    _leave_garbage(ended_in)
    kept = [[number] for number in range(2 * ENOUGH)]

    with no_collector():
        garbage.look()
        assert not ended_in
    kept += [[number] for number in range(2 * ENOUGH)]
    for _turn in range(2 * FULL_AFTER):
        kept += [[number] for number in range(2 * ENOUGH)]
        garbage.look()

    assert ended_in == [threading.main_thread()]
