"""A table of another program, all the way into the diary: shown before, whole, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.records import CustomField, Reading
from diary.session import Session
from diary.ui.dialogs.foreign_dialog import THINGS, ForeignDialog
from diary.ui.dialogs.import_dialog import ImportDialog
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from tests.ui.foreign_kit import APP, at_things, choose, look_at, table_of, until


@pytest.fixture
def dialog(session: Session, theme: Theme, window: MainWindow) -> Iterator[ImportDialog]:
    made = ImportDialog(session, theme, window)
    made.open()
    yield made
    if isValid(made) and made.isVisible():
        made.reject()


def mapped(dialog: ImportDialog, file: Path) -> ForeignDialog:
    """The assistant on a file that was chosen for import."""
    dialog.ask_file = lambda: str(file)
    dialog.first.choose_button.click()
    (assistant,) = dialog.findChildren(ForeignDialog)
    until(lambda: not assistant.busy)
    return assistant


def answered(assistant: ForeignDialog) -> None:
    """Answer all that is asked about the app's table, and have it read."""
    at_things(assistant)
    form = assistant.things.form
    choose(form.scale.pick, "0–4")
    look_at(assistant, "Stiff jaw")
    choose(form.what, "new:scale10")
    choose(form.scale.pick, "0–4")
    form.scale.all_button.click()
    assistant.next_button.click()


def test_the_dry_run_shows_it_and_the_import_brings_it_as_one_step(
    dialog, session, qtbot: QtBot, tmp_path
):
    with qtbot.waitSignal(session.importing.looked, timeout=10_000):
        answered(mapped(dialog, table_of(APP, tmp_path)))
    assert not readings(session), "a dry run changes nothing"
    with qtbot.waitSignal(session.importing.imported, timeout=10_000):
        dialog.preview.import_button.click()
    (jaw,) = session.events(CustomField)
    assert jaw.name == "Stiff jaw"
    assert readings(session) == {
        ("2026-04-03", "digestion.heartburn"): 10,
        ("2026-04-04", "general.fatigue"): 8,
        ("2026-04-06", jaw.key): 3,
    }
    with qtbot.waitSignal(session.undone):
        session.undo()
    assert not readings(session)
    assert not session.events(CustomField)


def test_the_same_table_twice_adds_nothing(dialog, session, theme, window, qtbot, tmp_path):
    with qtbot.waitSignal(session.importing.looked, timeout=10_000):
        answered(mapped(dialog, table_of(APP, tmp_path)))
    with qtbot.waitSignal(session.importing.imported, timeout=10_000):
        dialog.preview.import_button.click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    before = readings(session)
    again = ImportDialog(session, theme, window)
    again.open()
    assistant = mapped(again, table_of(APP, tmp_path))
    assert assistant.steps.currentIndex() == THINGS, "the answers were kept"
    with qtbot.waitSignal(session.importing.looked, timeout=10_000) as got:
        assistant.next_button.click()
    assert not got.args[0].new
    assert not again.preview.import_button.isVisible()
    again.reject()
    assert readings(session) == before


def test_a_row_that_does_not_fit_stops_all_of_it_and_names_its_place(
    dialog, session, qtbot, tmp_path
):
    table = "Date,Pain\n2026-01-01,7\n2026-01-02,2\n2026-02-31,8\n"
    assistant = at_things(mapped(dialog, table_of(table, tmp_path)))
    with qtbot.waitSignal(session.importing.looked, timeout=10_000) as got:
        assistant.next_button.click()
    (refusal,) = got.args[0].refusals
    assert (refusal.place, refusal.reason) == ("Line 4, “Date”", "“2026-02-31” is no day")
    assert not dialog.preview.import_button.isVisible()
    assert not readings(session)


def test_leaving_the_questions_comes_back_to_the_choice_of_a_file(dialog, tmp_path):
    assistant = mapped(dialog, table_of(APP, tmp_path))
    assistant.reject()
    assert dialog.isVisible()
    assert dialog.pages.currentWidget() is dialog.first


def readings(session: Session) -> dict[tuple[str, str], object]:
    found: list[Reading] = session.read.readings(date.min, date.max)
    return {(one.day.isoformat(), one.field): one.value for one in found}
