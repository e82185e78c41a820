"""Notices that the computer goes to sleep, or that its own screen is locked.

Linux: logind and the desktop's screen saver, over D-Bus. Windows: the session's messages. macOS
tells Qt of neither; there, the time that nobody touches anything is what locks.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    Signal,
    Slot,
)

LOGIND = "org.freedesktop.login1"
ON_SAID, ON_LOCK = cast("bytes", "1on_said(bool)"), cast("bytes", "1on_lock()")
"""As Qt names slots. PySide says that it wants bytes, and takes only a text."""
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x0007


class GoingAway(QObject):
    """`noticed` comes before the sleep or at the lock."""

    noticed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: WindowsMessages | None = None

    def listen(self, window: int) -> None:
        """Begin; `window` is the system's number of the diary's window."""
        if sys.platform == "win32":
            self._filter = WindowsMessages(self.noticed.emit)
            self._filter.install(window)
        elif sys.platform.startswith("linux"):
            self._listen_to_bus()

    def _listen_to_bus(self) -> None:
        """Nothing happens where there is no bus, or nobody on it."""
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only for who has a passphrase

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        system.connect(LOGIND, "", f"{LOGIND}.Manager", "PrepareForSleep", self, ON_SAID)
        system.connect(LOGIND, "", f"{LOGIND}.Session", "Lock", self, ON_LOCK)
        for name in SAVERS:
            session.connect(name, "", name, "ActiveChanged", self, ON_SAID)

    @Slot(bool)
    def on_said(self, begins: bool) -> None:  # noqa: FBT001 - what D-Bus sends
        """Going to sleep, or the screen saver: its beginning counts, not its end."""
        if begins:
            self.noticed.emit()

    @Slot()
    def on_lock(self) -> None:
        """The session is locked."""
        self.noticed.emit()


class WindowsMessages(QAbstractNativeEventFilter):
    """Hears of suspend and of the locked session."""

    def __init__(self, notice: Callable[[], object]) -> None:
        super().__init__()
        self._notice = notice

    def install(self, window: int) -> None:
        """Ask Windows for the messages of the session; those of power come by themselves."""
        application = QCoreApplication.instance()
        if sys.platform == "win32" and application is not None:
            import ctypes  # noqa: PLC0415 - only there

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, 0)
            application.installNativeEventFilter(self)

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at one message; none is swallowed."""
        if sys.platform == "win32":
            from ctypes import wintypes  # noqa: PLC0415 - only there

            found = wintypes.MSG.from_address(int(message))
            if is_leaving(found.message, found.wParam):
                self._notice()
        return False, 0


def is_leaving(message: int, what: int) -> bool:
    """Whether a message of Windows says that the patient goes away."""
    return (message, what) in {
        (WM_POWERBROADCAST, PBT_APMSUSPEND),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
    }
