"""A diary that can only be read: what would change it is off, and a line at the top says why.

Widgets that change the diary are marked by `controls.writing`. What is not marked and tries it all
the same is refused by the session.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from db.errors import DiaryError, DiskFullError
from diary.i18n import _
from diary.ui.focus import focus_first
from diary.ui.main_window import MainWindow
from diary.ui.widgets.notice import Notice

_MOMENTS = frozenset({QEvent.Type.Polish, QEvent.Type.EnabledChange})
"""When a widget is about to be seen, and when somebody switches it on."""


class ReadingOnly(QObject):
    """Belongs to its window. `again_wanted`: try whether it can be written now."""

    again_wanted = Signal()

    def __init__(self, window: MainWindow, why: DiaryError) -> None:
        super().__init__(window)
        self.notice = Notice(_("Try again"), self.again_wanted.emit, window)
        self.notice.say(_words(why))
        window.put_on_top(self.notice)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        for each in window.findChildren(QWidget):
            _switch_off(each)
        QTimer.singleShot(0, self, lambda: focus_first(window.stack.page(window.stack.key)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Switch off whatever changes the diary."""
        if event.type() in _MOMENTS and isinstance(watched, QWidget) and self._is_ours(watched):
            _switch_off(watched)
        return False

    def _is_ours(self, widget: QWidget) -> bool:
        """Whether it stands in the window or its dialogs; another window may be one that writes."""
        each: QWidget | None = widget
        while each is not None and each is not self.parent():
            each = each.parentWidget()
        return each is not None


def _switch_off(widget: QWidget) -> None:
    """A text stays as legible as it was, and can be copied."""
    if not widget.property("writes"):
        return
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        widget.setReadOnly(True)
    elif widget.isEnabled():
        widget.setEnabled(False)


def _words(why: DiaryError) -> str:
    if isinstance(why, DiskFullError):
        return _(
            "The disk is full: you can read everything and make a summary, but add nothing. Delete "
            "files that you do not need, then try again."
        )
    return _(
        "The stick or folder of your diary is protected: you can read everything and make a "
        "summary, but add nothing. Take the protection off, then try again."
    )
