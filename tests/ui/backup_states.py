"""States of the backups, for the sweep over every control and every dialog."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QApplication

from db.backup_folder import Occasion
from db.errors import PassphraseNeededError
from diary.backup_keeper import Keeper
from diary.session import Session
from diary.ui.dialogs.restore import RestoreDialog
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.widgets.settings_backups import BackupSettings

PATIENCE = 10.0


def _until(there: Callable[[], bool]) -> None:
    """Let the worker and the window work until it is there."""
    end = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.01)


def _settings(window: MainWindow) -> BackupSettings:
    page = cast("SettingsPage", window.show_page("settings"))
    return next(each for each in page.parts if isinstance(each, BackupSettings))


def _backed_up(session: Session) -> None:
    keeper = Keeper(session._store)
    keeper.before(Occasion.DAILY, session.clock.now())
    keeper.before(Occasion.RESTORE, session.clock.now())


def _part(window: MainWindow) -> None:
    _backed_up(window.session)
    part = _settings(window)
    part.refresh()
    _until(part.undo_button.isVisible)


def _dialog(window: MainWindow) -> RestoreDialog:
    _backed_up(window.session)
    part = _settings(window)
    part.restore()
    dialog = part.findChild(RestoreDialog)
    assert dialog is not None
    _until(lambda: dialog.list.count() == 2)
    return dialog


def _preview(window: MainWindow) -> None:
    dialog = _dialog(window)
    dialog.look_into()
    _until(dialog.preview.restore_button.isVisible)
    QApplication.processEvents()


def _key(window: MainWindow) -> None:
    dialog = _dialog(window)
    dialog.pages.setCurrentIndex(1)
    dialog.preview.ask_for_key(PassphraseNeededError())


BACKUP_STATES: dict[str, Callable[[MainWindow], object]] = {
    "backups": _part,
    "list of backups": _dialog,
    "what a restore would change": _preview,
    "words of a backup": _key,
}
