"""What the tests of the care page share: the page, its words, and typing into its dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.records import DosePeriod, Medicine
from diary.session import Session
from diary.ui.pages.care import CarePage
from diary.ui.theme import Theme
from diary.ui.widgets.record_form import RecordForm

Undo = Callable[[], None]


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[CarePage]:
    made = CarePage(session, theme)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def undo(session: Session, qtbot: QtBot) -> Undo:
    def run() -> None:
        with qtbot.waitSignal(session.history_changed):
            session.undo()

    return run


def day(session: Session, ago: int) -> date:
    return session.today() - timedelta(days=ago)


def nifedipine(session: Session, *doses: tuple[str, int | None, int | None]) -> list[DosePeriod]:
    """A medicine with doses, each (words, began so many days ago, ended so many days ago)."""
    now = session.clock.now()
    periods = [
        DosePeriod(
            id=f"d{n}",
            medicine="m",
            dose=words,
            first=None if first is None else day(session, first),
            last=None if last is None else day(session, last),
            recorded_at=now,
        )
        for n, (words, first, last) in enumerate(doses)
    ]
    session.put(Medicine(id="m", name="Nifedipine", recorded_at=now), *periods)
    return periods


def titles(page: CarePage) -> list[str]:
    return [entry.title for entry in page.shown.list.rows.entries]


def type_in(form: RecordForm, part: str, words: str) -> None:
    widget: Any = form.inputs[part].widget
    line = getattr(widget, "line", widget)
    if isinstance(line, QPlainTextEdit):
        line.setPlainText(words)
    else:
        line.setText(words)
