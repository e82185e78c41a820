"""Opening the window: a list of steps, each with one job. Used by the command line."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from db.errors import DiaryError, KeyLostError, PassphraseNeededError
from db.folder import DB_NAME, open_diary
from db.store import Store
from diary import i18n, logs
from diary.clock import SystemClock
from diary.fields import CATALOGUE
from diary.i18n import N_, _
from diary.one_window import OneWindow
from diary.paths import Places
from diary.session import Session
from diary.settings import LOOK, TEXT_SIZE, Settings
from diary.ui import icons
from diary.ui.backup_minder import BackupMinder
from diary.ui.crash import CrashHook
from diary.ui.garbage import Garbage
from diary.ui.main_window import MainWindow
from diary.ui.raising import bring_up
from diary.ui.theme import Theme
from diary.ui.tray import Tray
from diary.ui.widgets.controls import set_role

if TYPE_CHECKING:
    from diary.ui.unlock import Unlock

PULSE = "pulse"
QUIET_MS = 1500
"""After so long the page is there, and what nobody waits for can be done."""

NO_WINDOW = N_(
    "No window can be opened here: there is no screen, or Qt’s system libraries are missing. "
    "The log says which."
)


def open_window(
    places: Places, *, in_tray: bool = False, passphrase: str | None = None
) -> tuple[QApplication, MainWindow | Unlock]:
    """Open the diary in its window; keep both. Raises `DiaryError` if it cannot open.

    A diary with a passphrase gets the window that asks for it first; the other follows.
    `in_tray`: show the tray's icon alone, where a reminder is set and there is a tray.
    """
    i18n.use()
    logs.start(places.logs)
    window: MainWindow | Unlock
    try:
        store = open_diary(places.diary, passphrase=passphrase)
    except (PassphraseNeededError, KeyLostError) as closed:
        application = make_application()
        CrashHook().install()
        window = _ask(application, places, closed)
    else:
        application = make_application()
        CrashHook().install()
        window = make_window(application, store, places)
        tray = window.findChild(Tray)
        if not (in_tray and tray is not None and tray.is_there):
            window.show()
    let_signals_through(application, window)
    return application, window


def _ask(application: QApplication, places: Places, closed: DiaryError) -> Unlock:
    """Show the window that asks for the passphrase; the diary's window follows it.

    Raises:
        DiaryError: The key files are lost, and so is what they would open.
    """
    if isinstance(closed, KeyLostError) and not (places.diary / DB_NAME).exists():
        raise closed
    from diary.ui.asking import asking  # noqa: PLC0415 - only for those who have a passphrase

    settings, theme = Settings(places.settings), Theme(application)
    theme.apply(settings.look(), settings.points())
    unlock = asking(places.diary, lost_keys=isinstance(closed, KeyLostError))

    def on_opened(store: Store) -> None:
        window = make_window(application, store, places, theme)
        window.show()
        unlock.give_way_to(window)

    unlock.opened.connect(on_opened)
    unlock.show()
    return unlock


def make_application() -> QApplication:
    """The Qt application, with its names."""
    qInstallMessageHandler(_on_qt_message)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    if application.findChild(Garbage) is None:
        Garbage(application)
    application.setApplicationName("scleroderma-diary")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("scleroderma-diary")
    application.setStyle("Fusion")
    icons.register()
    return application


def show_problem(sentence: str, places: Places) -> None:
    """Say in a small dialog why the diary cannot be opened, and wait until it is closed."""
    settings = Settings(places.settings)
    Theme(make_application()).apply(settings.look(), settings.points())
    box = QMessageBox()
    box.setWindowTitle(_("Scleroderma Diary"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    close = box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
    set_role(close, "primary")
    box.setEscapeButton(close)
    box.exec()


def make_window(
    application: QApplication, store: Store, places: Places, theme: Theme | None = None
) -> MainWindow:
    """The window on an open diary, dressed as the settings say."""
    settings = Settings(places.settings)
    theme = theme or Theme(application)
    theme.prepare(settings.look(), settings.points())
    session = Session(store, CATALOGUE, SystemClock())
    window = MainWindow(session, settings, theme, str(places.diary))
    theme.apply(settings.look(), settings.points())
    settings.changed.connect(partial(_dress, theme, settings))
    Tray(window, settings, theme)
    BackupMinder(window, settings)
    QTimer.singleShot(QUIET_MS, window, session.forget_old)
    return window


def _dress(theme: Theme, settings: Settings, setting: object) -> None:
    if setting in {TEXT_SIZE, LOOK}:
        theme.apply(settings.look(), settings.points())


def let_signals_through(application: QApplication, window: MainWindow | Unlock) -> None:
    """Close in order on Ctrl+C and SIGTERM, and when the desktop's session ends.

    Python handles signals only between Qt's events, and between any two steps of its own: one of
    them may hold a lock that closing needs. So the handler only asks for an event.
    """

    def leave() -> None:
        window.leave()
        application.quit()

    def ask_to_leave(_number: int, _frame: object) -> None:
        QTimer.singleShot(0, window, leave)

    for name in ("SIGINT", "SIGTERM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), ask_to_leave)
    application.commitDataRequest.connect(window.leave)
    application.aboutToQuit.connect(window.leave)
    pulse = QTimer(application)
    pulse.setObjectName(PULSE)
    pulse.timeout.connect(lambda: None)
    pulse.start(500)


def attend(one: OneWindow, application: QApplication, window: QWidget) -> None:
    """Show the window when a second start asks for it."""
    pulse = application.findChild(QTimer, PULSE)
    if pulse is not None:
        one.attend(pulse, partial(bring_up, window))


def _on_qt_message(kind: QtMsgType, _context: object, message: str) -> None:
    logs.LOG.warning("Qt: %s", message)
    if kind is QtMsgType.QtFatalMsg:
        sys.stderr.write(f"{NO_WINDOW}\n")
        os._exit(1)  # Qt would abort the process on return
