"""One window a diary. A second start asks the first to show itself, by a file in the folder.

No sockets: the window holds a lock file, of which the system lets go when the program dies. What a
killed one left behind needs no help. Commands take no lock: they work beside an open window.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep

from PySide6.QtCore import QLockFile, QSysInfo, QTimer

from db.errors import DiaryError
from diary.i18n import N_

LOCK_NAME = "window.lock"
SHOW_NAME = "window.show"
DESKTOP_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - by it a Wayland desktop lets a window come up
_BEING_WRITTEN_S = 0.1


class OtherComputerError(DiaryError):
    """A window on another computer, or one that was killed there."""

    sentence = N_(
        "The diary is open on the computer “{computer}”. Nothing was changed. Close it there, "
        "then try again."
    ).text


class OtherPersonError(DiaryError):
    """A window of somebody else who uses this computer."""

    sentence = N_(
        "Someone else who uses this computer has the diary open. Nothing was changed. Ask them "
        "to close it, then try again."
    ).text


class OneWindow:
    """The right to be the only window on the diary in `folder`, for as long as this lives.

    `after_crash`: the last window did not end in order.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.expanduser().absolute().resolve()
        self._file = self._folder / LOCK_NAME
        self._wish = self._folder / SHOW_NAME
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(0)
        self.after_crash = False
        self._show: Callable[[], object] = lambda: None

    def claim(self) -> bool:
        """Whether this program may show the window; also where no lock can be written.

        Raises:
            OtherComputerError, OtherPersonError: There is a window that cannot be shown from here.
        """
        left = self._file.exists() and not self._lock.isLocked()
        if not self._folder.is_dir() or self._takes() or (self._was_left() and self._takes()):
            self.after_crash = left and self._lock.isLocked()
            return True
        pid, computer, _name = self._lock.getLockInfo()
        if computer not in {"", QSysInfo.machineHostName()}:
            raise OtherComputerError(computer=computer)
        if os.name != "nt" and self._file.exists() and self._file.stat().st_uid != os.getuid():
            raise OtherPersonError
        return pid == os.getpid()

    def release(self) -> None:
        """Let another window be the one."""
        self._lock.unlock()

    def take_over(self) -> None:
        """Take the lock of another computer away: the person says that no window is open there."""
        self._file.unlink(missing_ok=True)
        self._takes()

    def call(self) -> None:
        """Ask the first window to show itself."""
        pid, _computer, _name = self._lock.getLockInfo()
        _let_come_up(pid)
        with suppress(OSError):
            self._wish.touch(mode=0o600)
            self._wish.write_text(os.environ.get(DESKTOP_TOKEN, ""), "utf-8")

    def attend(self, pulse: QTimer, show: Callable[[], object]) -> None:
        """From now on, show the window when a second start asks for it.

        A folder that the first start made is locked only now.
        """
        self._takes()
        self._show = show
        pulse.timeout.connect(self._look)

    def _look(self) -> None:
        if not self._wish.exists():
            return
        with suppress(OSError):
            token = self._wish.read_text("utf-8")
            self._wish.unlink()
            if token:
                os.environ[DESKTOP_TOKEN] = token
            self._show()

    def _takes(self) -> bool:
        """Whether the lock is ours now, or none can be written here."""
        if self._lock.isLocked():
            return True
        if self._lock.tryLock(0):
            self._file.chmod(0o600)
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def _was_left(self) -> bool:
        """Whether a lock of this computer was held by nobody any more; then it is gone.

        The system knows who holds it: a number of a process may have been given anew. A lock
        without a word in it is being written, or its writer was killed.
        """
        _pid, computer, _name = self._lock.getLockInfo()
        if not computer:
            sleep(_BEING_WRITTEN_S)
            _pid, computer, _name = self._lock.getLockInfo()
        here = computer in {"", QSysInfo.machineHostName()}
        return here and self._lock.removeStaleLockFile()


def _let_come_up(pid: int) -> None:
    """Windows lets a window come up by itself only with leave of the one in front."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
