"""States of the import, for the sweep over every control and every dialog."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication

from db.errors import PassphraseNeededError
from db.records import Attack, Note, Profile, Put, Reading, Record, Remove, Sore, key_of
from diary.exchange.content import Content, Refusal
from diary.session import Session
from diary.ui.dialogs.import_dialog import ImportDialog
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.widgets.settings_import import ImportSettings

PATIENCE = 10.0


def until(there: Callable[[], bool]) -> None:
    """Let the worker and the window work until it is there."""
    end = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.01)


def opened(window: MainWindow) -> ImportDialog:
    """The dialog, at its first page."""
    page = cast("SettingsPage", window.show_page("settings"))
    part = next(each for each in page.parts if isinstance(each, ImportSettings))
    part.open_import()
    dialog = part.findChild(ImportDialog)
    assert dialog is not None
    return dialog


def mine(at: datetime) -> list[Record]:
    """What the diary has."""
    day = at.date()
    return [
        Profile("Sample Patient"),
        Reading(day, "skin.tightness", 4, at),
        Reading(day, "raynaud.impact", 2, at),
        Note(day, "A warm day; gloves only in the shop.", at),
        Attack(id="0190b5a0-0000-7000-8000-000000000001", started_at=at, zone="UTC",
               recorded_at=at, minutes=20),
        Sore(id="0190b5a0-0000-7000-8000-000000000002", place="right_index", noticed=day,
             recorded_at=at),
    ]  # fmt: skip


def theirs(at: datetime) -> Content:
    """What the other laptop has: the same, otherwise, and more."""
    later = at + timedelta(hours=2)
    _who, tight, impact, note, attack, sore = mine(at)
    more = [
        Reading(at.date() - timedelta(days=day), "skin.itch", day % 4, at) for day in range(1, 90)
    ]
    assert isinstance(tight, Reading)
    assert isinstance(impact, Reading)
    assert isinstance(note, Note)
    assert isinstance(attack, Attack)
    assert isinstance(sore, Sore)
    return Content(
        readings=[replace(tight, value=6, recorded_at=later), impact, *more],
        notes=[replace(note, text="Cold in the morning. " * 20, recorded_at=later)],
        attacks=[replace(attack, minutes=35, colours=("white", "blue"))],
        events=[sore],
        left_out=[Refusal("Row 17, column Pain", "“bad” is no number from 0 to 10")],
        notices=["Numbers from 0 to 4 were read as 0 to 10: 2 became 5."],
    )


def filled(session: Session) -> None:
    """A diary in which the sore was deleted."""
    at = session.clock.now() - timedelta(days=3)
    records = mine(at)
    session._store.write(Put(record) for record in records)
    session._store.write([Remove(key_of(records[-1]))])


def looked(window: MainWindow) -> ImportDialog:
    """The dry run of the other laptop's diary."""
    filled(window.session)
    dialog = opened(window)
    dialog._file = Path("laptop 2026-11-20.scdiary")
    dialog.take_content(theirs(window.session.clock.now() - timedelta(days=3)))
    until(lambda: dialog.pages.currentWidget() is dialog.preview)
    QApplication.processEvents()
    return dialog


def _refused(window: MainWindow) -> None:
    dialog = opened(window)
    places = [
        Refusal(
            f"readings.csv, line {line}", "“11” does not fit “Skin tightness”: it takes 0 to 10"
        )
        for line in range(2, 32)
    ]
    dialog._file = Path("diary.zip")
    dialog.take_content(Content(refusals=places))
    until(lambda: dialog.pages.currentWidget() is dialog.preview)


def _nothing(window: MainWindow) -> None:
    filled(window.session)
    dialog = opened(window)
    dialog._file = Path("diary.json")
    at = window.session.clock.now() - timedelta(days=3)
    dialog.take_content(Content(readings=[Reading(at.date(), "skin.tightness", 4, at)]))
    until(lambda: dialog.pages.currentWidget() is dialog.preview)


def _waiting(window: MainWindow) -> None:
    dialog = opened(window)
    dialog._wait()
    for _look in range(5):
        dialog.waiting.patience.look()
    dialog.waiting.end()


def _key(window: MainWindow) -> None:
    dialog = opened(window)
    dialog._file = Path("laptop 2026-11-20.scdiary")
    dialog._on_key_needed(PassphraseNeededError())


def _problem(window: MainWindow) -> None:
    opened(window)._show_first("The disk is full. Free some space, then try again.")


IMPORT_STATES: dict[str, Callable[[MainWindow], object]] = {
    "an import": opened,
    "an import that did not work": _problem,
    "what an import would bring": looked,
    "an import that does not fit": _refused,
    "an import of what is there": _nothing,
    "an import under way": _waiting,
    "words of an import": _key,
}
