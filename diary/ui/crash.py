"""What happens at a bug: the log gets a report without diary text, the patient a sentence."""

from __future__ import annotations

import sys
from contextlib import suppress
from types import TracebackType

from PySide6.QtWidgets import QApplication

from db.errors import DiaryError, RestingError
from diary import logs
from diary.ui.save_notice import SaveNotice


class CrashHook:
    """Python's hook for errors that nothing handled; a dialog at a time, never a chain of them."""

    def __init__(self) -> None:
        self._showing = False

    def install(self) -> None:
        """Take the hook."""
        sys.excepthook = self

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log the report; tell the patient, unless a dialog is open already."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = logs.report(kind, trace)
        logs.LOG.error(report)
        if isinstance(error, RestingError):  # a late look at a locked diary; all is shown anew
            return
        if isinstance(error, DiaryError) and _says_itself(error):
            return
        if QApplication.instance() is not None and not self._showing:
            self._showing = True
            self._tell(report)
            self._showing = False

    def _tell(self, report: str) -> None:
        from diary.ui.dialogs.crash_report import CrashReport  # noqa: PLC0415 - hardly ever needed

        with suppress(Exception):
            _keep_what_is_typed()
        CrashReport(report, QApplication.activeWindow()).exec()


def _says_itself(error: DiaryError) -> bool:
    """Whether a window said it: no bug, but a disk that fails or was taken away."""
    for window in QApplication.topLevelWidgets():
        notice = window.findChild(SaveNotice)
        if notice is not None and window.isVisible():
            notice.say_unreadable(error)
            return True
    return False


def _keep_what_is_typed() -> None:
    """An input saves what was typed when the keyboard leaves it."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
        focused.setFocus()
