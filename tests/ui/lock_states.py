"""States of passphrase and lock, for the sweep over every control."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db import keys
from db.recovery import written
from diary.paths import Places
from diary.ui.asking import asking
from diary.ui.dialogs.first_start import FirstStart
from diary.ui.dialogs.passphrase import Doing, PassphraseDialog
from diary.ui.dialogs.sample_waiting import SampleWaiting
from diary.ui.main_window import MainWindow
from diary.ui.unlock import Unlock

SECRET = bytes(range(16))


def _nowhere() -> Places:
    return Places(Path("nowhere"), Path("nowhere/settings.ini"), Path("nowhere/logs"))


def _first_start(window: MainWindow, step: int) -> None:
    made = FirstStart(window.session, window.theme, _nowhere(), window)
    made.open()
    for _more in range(step):
        made.go_on()


def _dialog(window: MainWindow, doing: Doing) -> PassphraseDialog:
    """On a folder with a key of its own: the window's is made up."""
    folder = Path(mkdtemp())
    keys.store(folder, SECRET)
    window.show_page("settings")
    dialog = PassphraseDialog(doing, window.session, window.theme, folder, window)
    dialog.open()
    dialog._jobs.drain()
    return dialog


def _code(window: MainWindow) -> None:
    dialog = _dialog(window, Doing.CODE)
    assert dialog.sheet is not None
    dialog.sheet.check()


def _unlock(window: MainWindow) -> Unlock:
    """As a window above: so it is found, and goes with its window."""
    made = asking(Path("nowhere"))
    made.setParent(window, Qt.WindowType.Dialog)
    made.setWindowModality(Qt.WindowModality.WindowModal)
    made.show()
    return made


def _wrong(window: MainWindow) -> None:
    made = _unlock(window)
    made._say("This is not the passphrase of the diary. Try again, or use your recovery code.")


def _recovery(window: MainWindow) -> QWidget:
    made = _unlock(window)
    made.use_code()
    made.recovery.code.line.setText(written(SECRET))
    made.recovery.code._on_edited()
    made.recovery.form.first.line.setText("a")
    made.recovery.form.check()
    return made


LOCK_STATES: dict[str, Callable[[MainWindow], object]] = {
    **{f"first start, step {step + 1}": partial(_first_start, step=step) for step in range(3)},
    "a sample is made": lambda window: SampleWaiting(window.session, window.theme, window).open(),
    "set a passphrase": lambda window: _dialog(window, Doing.ADD).form.check(),
    "recovery code": _code,
    "wrong passphrase": _wrong,
    "open by code": _recovery,
}
