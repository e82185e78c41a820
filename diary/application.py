"""The application that windows live in: its names, the system's signals, and a second start."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from diary import logs
from diary.i18n import N_
from diary.one_window import OneWindow
from diary.ui import icons, qt_language
from diary.ui.garbage import Garbage
from diary.ui.main_window import MainWindow
from diary.ui.raising import bring_up

if TYPE_CHECKING:
    from diary.ui.problem_window import ProblemWindow
    from diary.ui.unlock import Unlock

PULSE = "pulse"
AFTER_CRASH = N_("The diary was not closed in order last time. All that was saved is here.")
NO_WINDOW = N_(
    "No window can be opened here: there is no screen, or Qt’s system libraries are missing. "
    "The log says which."
)


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
    qt_language.speak(application)
    return application


def let_signals_through(
    application: QApplication, window: MainWindow | Unlock | ProblemWindow
) -> None:
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


def attend(application: QApplication, one: OneWindow, window: QWidget) -> None:
    """Show the window when a second start asks for it; say it if the last one was cut short."""
    if one.after_crash and isinstance(window, MainWindow):
        window.say(str(AFTER_CRASH))
    pulse = application.findChild(QTimer, PULSE)
    if pulse is not None:
        one.attend(pulse, partial(bring_up, window))


def _on_qt_message(kind: QtMsgType, _context: object, message: str) -> None:
    logs.LOG.warning("Qt: %s", message)
    if kind is QtMsgType.QtFatalMsg:
        sys.stderr.write(f"{NO_WINDOW}\n")
        os._exit(1)  # Qt would abort the process on return
