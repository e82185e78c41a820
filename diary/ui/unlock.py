"""The window before the diary, where it has a passphrase: at the start, and while it is locked.

It knows nothing of the diary: neither its name nor its title says what is in it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.errors import (
    DamagedError,
    DiaryError,
    DiskFailedError,
    ForeignFileError,
    KeyLostError,
    LinkedFileError,
    NewerDiaryError,
    NoDiaryError,
    WrongKeyError,
    WrongPassphraseError,
)
from diary.errors import sentence
from diary.i18n import _
from diary.jobs import Jobs
from diary.ui.recovery import Recovery
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, PART, button, card, keep_room, label, scrolling
from diary.ui.widgets.secret_line import SecretLine
from diary.ui.widgets.stack import Stack
from diary.ui.window_size import fit_to_screen

HOPELESS = (
    DamagedError,
    DiskFailedError,
    ForeignFileError,
    KeyLostError,
    LinkedFileError,
    NewerDiaryError,
    NoDiaryError,
    WrongKeyError,
)
"""No other words would open it: what helps now are backups, or what can still be read."""

WIDE, SIZE, SMALLEST = 30, QSize(760, 620), (420, 420)
"""A card: so many times as wide as a line is high. The window: in pixels."""
LONGEST_MS = 5000
FIRST_MS = 500
FREE = 2
"""So many wrong ones cost no wait: fingers slip."""


def wait_ms(wrong: int) -> int:
    """How long to wait after so many wrong passphrases: it grows, to 5 seconds and no longer."""
    return 0 if wrong <= FREE else min(LONGEST_MS, FIRST_MS * 2 ** min(wrong - FREE - 1, 9))


class Ways(NamedTuple):
    """How the diary is opened: by its passphrase, or by its recovery code and new words for it.

    Both are called on a worker; what they give is carried by `opened`.
    """

    by_passphrase: Callable[[str], object]
    by_code: Callable[[bytes, str | None], object]


class Unlock(QWidget):
    """Asks for the passphrase; closing it is `left`.

    `blocked` carries why no words would open the diary, and those that were typed. `lost`: that is
    known from the beginning, and the recovery code is asked for.
    """

    opened = Signal(object)
    blocked = Signal(object, str)
    left = Signal()

    def __init__(self, ways: Ways, lost: DiaryError | None = None) -> None:
        super().__init__()
        self._ways, self._lost = ways, lost
        self.instead: QWidget | None = None
        self._jobs = Jobs("unlock", self)
        self._wrong = 0
        self._busy = self._wanted = self._done = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._on_pause_over)
        self.setWindowTitle(_("Diary"))
        self.setProperty("role", "page")
        self.setMinimumSize(*SMALLEST)
        fit_to_screen(self, SIZE)
        self.passphrase = SecretLine(_("Passphrase"))
        self.open_button = button(_("Open"), "primary", self.open_diary)
        self.forgot = button(_("I forgot it: use the recovery code"), "link", self.use_code)
        self.said = label("", "problem")
        self.recovery = Recovery(lost)
        self.pages = Stack()
        self._lay_out()
        self.passphrase.entered.connect(self.open_diary)
        self.passphrase.edited.connect(partial(self._say, ""))
        self.recovery.back.connect(self.use_passphrase)
        self.recovery.ready.connect(self._on_code)
        self.recovery.backups_wanted.connect(self._on_backups_wanted)
        if lost is not None:
            self.use_code()

    def _lay_out(self) -> None:
        keep_room(self.said)
        frame, inside = card()
        inside.setSpacing(PART)
        frame.setAccessibleName(_("Your diary is locked"))
        inside.addWidget(label(_("Your diary is locked"), "title"))
        inside.addWidget(self.passphrase)
        inside.addWidget(self.said)
        inside.addWidget(self.open_button)
        inside.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignLeft)
        self.cards = (frame, self.recovery)
        for each in self.cards:
            self.pages.addWidget(_centred(each))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.passphrase.setFocus()

    # The passphrase.

    @Slot()
    def open_diary(self) -> None:
        """Try what is typed; during the wait after wrong ones, as soon as that is over."""
        if self._pause.isActive():
            self._wanted = True
            self._say(_("One moment: after wrong ones it waits a little."))
            return
        if self._busy or self._done:
            return
        if not self.passphrase.words:
            self._say(_("Type your passphrase first."))
            self.passphrase.setFocus()
            return
        self._say("")
        words = self.passphrase.words
        self._work(lambda: self._ways.by_passphrase(words), self._on_refused)

    @Slot()
    def _on_pause_over(self) -> None:
        if self._wanted:
            self._wanted = False
            self.open_diary()

    def _on_refused(self, error: DiaryError) -> None:
        if isinstance(error, WrongPassphraseError):
            self._wrong += 1
            if wait := wait_ms(self._wrong):
                self._pause.start(wait)
        self._say(sentence(error))
        self.passphrase.setFocus()
        self.passphrase.line.selectAll()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        announce(self, words)

    # The recovery code.

    @Slot()
    def use_code(self) -> None:
        """Ask for the recovery code instead."""
        self.pages.setCurrentIndex(1)
        self.recovery.begin()

    @Slot()
    def use_passphrase(self) -> None:
        """Ask for the passphrase again."""
        self.pages.setCurrentIndex(0)
        self.passphrase.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back from the recovery code by Escape; what was typed stays."""
        if event.key() == Qt.Key.Key_Escape and self._lost is None:
            self.use_passphrase()
        else:
            super().keyPressEvent(event)

    @Slot(bytes, object)
    def _on_code(self, secret: bytes, words: str | None) -> None:
        self._work(lambda: self._ways.by_code(secret, words), self.recovery.say_refused)

    # The work.

    def _work(self, job: Callable[[], object], refused: Callable[[DiaryError], object]) -> None:
        """Do it on the worker: the window stays awake meanwhile."""
        if self._busy or self._done:
            return
        self._show_busy(busy=True)
        self._jobs.run(job, self._on_opened, partial(self._on_failed, refused))

    def _on_opened(self, found: object) -> None:
        self._done = True
        self._show_busy(busy=False)
        self.passphrase.clear()
        self.opened.emit(found)

    def _on_failed(self, refused: Callable[[DiaryError], object], error: Exception) -> None:
        self._show_busy(busy=False)
        if not isinstance(error, DiaryError):
            raise error
        if isinstance(error, HOPELESS):
            self.blocked.emit(error, self.passphrase.words)
        else:
            refused(error)

    @Slot()
    def _on_backups_wanted(self) -> None:
        self.blocked.emit(self._lost, "")

    def _show_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.open_button.setText(_("Opening…") if busy else _("Open"))
        self.recovery.show_busy(busy=busy)

    def give_way_to(self, window: QWidget) -> None:
        """Close: the diary's window stands here from now on, or one that says what can be done."""
        self._done = True
        self.instead = window
        self.close()

    @Slot()
    def leave(self) -> None:
        """Close, with the window that stands here instead."""
        leave = getattr(self.instead, "leave", None)
        if leave is not None:
            leave()
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lines of a length that reads well."""
        for each in self.cards:
            each.setMaximumWidth(WIDE * each.fontMetrics().height())
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever closes it does not want to open the diary now."""
        self._pause.stop()
        self._jobs.close()
        super().closeEvent(event)
        if not self._done:
            self._done = True
            self.left.emit()


def _centred(inside: QFrame) -> QWidget:
    """A card in the middle of the window, which scrolls where that is low."""
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
    row.addStretch(1)
    row.addWidget(inside, 100, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return scrolling(middle)
