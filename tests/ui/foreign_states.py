"""States of the assistant for other programs' tables, for the sweep over every control."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from diary.ui.dialogs.foreign_dialog import THINGS, ForeignDialog
from diary.ui.main_window import MainWindow
from tests.ui.foreign_kit import APP, assistant, at_dates, at_things, choose, look_at, table_of


def _opened(window: MainWindow, content: str | bytes = APP) -> ForeignDialog:
    with tempfile.TemporaryDirectory() as folder:
        theme = window.theme
        return assistant(window.session, theme, table_of(content, Path(folder)), window)


def _letters(window: MainWindow) -> None:
    _opened(window, "Datum;Müdigkeit\n01.02.2026;7\n".encode("cp1252"))


def _dates(window: MainWindow) -> None:
    dialog = at_dates(_opened(window))
    dialog.next_button.click()


def _things(window: MainWindow) -> ForeignDialog:
    """The last step; with the answers of the time before, the assistant begins there."""
    dialog = _opened(window)
    return dialog if dialog.steps.currentIndex() == THINGS else at_things(dialog)


def _scale(window: MainWindow) -> None:
    dialog = _things(window)
    choose(dialog.things.form.scale.pick, "0–4")


def _own_scale(window: MainWindow) -> None:
    dialog = _things(window)
    choose(dialog.things.form.scale.pick, "other")


def _words(window: MainWindow) -> None:
    dialog = _things(window)
    look_at(dialog, "Mood")
    choose(dialog.things.form.what, "new:scale10")


def _no_table(window: MainWindow) -> None:
    _opened(window, 'Date,Note\n2026-01-01,"open\n')


FOREIGN_STATES: dict[str, Callable[[MainWindow], object]] = {
    "table of another program": _opened,
    "letters of a table": _letters,
    "dates of a table": _dates,
    "scale of a thing": _scale,
    "typed scale of a thing": _own_scale,
    "words of a thing": _words,
    "no table": _no_table,
}
