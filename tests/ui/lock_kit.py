"""What the tests of the lock share: a window on a diary that has a passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from db import keys
from diary.ui.lockable import Lockable
from diary.ui.locking import Locking
from diary.ui.main_window import MainWindow
from diary.ui.unlock import Unlock

WORDS = "warm gloves"


def set_passphrase(folder: Path) -> None:
    keys.store(folder, keys.load(folder), WORDS)


def locking_of(window: MainWindow) -> Locking:
    (lockable,) = window.findChildren(Lockable)
    return lockable.locking


def press_lock(window: MainWindow) -> None:
    """Ctrl+L."""
    wanted = QKeySequence("Ctrl+L")
    next(each for each in window.actions() if wanted in each.shortcuts()).trigger()


def locked(window: MainWindow) -> Unlock:
    """Lock by the key of the window; gives what asks then."""
    press_lock(window)
    asked = locking_of(window).asked
    assert asked is not None
    return asked


def unlock(window: MainWindow, qtbot: QtBot) -> None:
    locking = locking_of(window)
    assert locking.asked is not None
    locking.asked.passphrase.line.setText(WORDS)
    with qtbot.waitSignal(locking.unlocked):
        locking.asked.open_button.click()
