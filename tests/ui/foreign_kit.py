"""Opens the assistant for tables of other programs, and answers as a patient does."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox

from diary.session import Session
from diary.ui.dialogs.foreign_dialog import COLUMNS, DATES, THINGS, ForeignDialog
from diary.ui.dialogs.foreign_pick import Pick
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme

PATIENCE = 10.0
APP = (
    "Date,Time,Name,Value,Notes\n"
    "03/04/2026,08:10,Heartburn,2,\n"
    "03/04/2026,21:40,Heartburn,4,after lunch\n"
    "04/04/2026,09:00,Fatigue,3,\n"
    "05/04/2026,09:00,Mood,low,\n"
    "06/04/2026,09:00,Mood,good,\n"
    "06/04/2026,09:00,Stiff jaw,1,\n"
)
"""A row a value; each date can be two days, each scale any."""


def until(there: Callable[[], bool]) -> None:
    """Let the worker and the window work until it is there."""
    end = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.01)


def table_of(content: str | bytes, folder: Path) -> Path:
    file = folder / "symptoms.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def assistant(session: Session, theme: Theme, file: Path, window: MainWindow) -> ForeignDialog:
    """The assistant, once it has looked into the file."""
    made = ForeignDialog(session, theme, file, window)
    made.open()
    until(lambda: not made.busy)
    return made


def choose(pick: Pick, key: str) -> None:
    """Choose in a box as the keyboard does."""
    box: QComboBox = pick.box
    place = box.findData(key)
    assert place >= 0, [box.itemData(n) for n in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)


def at_dates(dialog: ForeignDialog) -> ForeignDialog:
    assert dialog.steps.currentIndex() == COLUMNS
    dialog.next_button.click()
    assert dialog.steps.currentIndex() == DATES
    return dialog


def at_things(dialog: ForeignDialog, order: str = "day-month-year") -> ForeignDialog:
    at_dates(dialog)
    if "order" in dialog.dates.questions:
        dialog.dates.questions["order"].choose(order)
    dialog.next_button.click()
    assert dialog.steps.currentIndex() == THINGS
    return dialog


def look_at(dialog: ForeignDialog, name: str) -> None:
    """Choose a thing in the list."""
    rows = dialog.things.list
    place = next(n for n in range(rows.count()) if rows.item(n).text().startswith(f"{name}\n"))
    rows.setCurrentRow(place)
