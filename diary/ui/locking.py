"""Locking the open diary: by a key, after a while, and when the computer goes to sleep.

Locked, the window and its dialogs are hidden as they stand, the files are closed and the key is
gone; what is half typed lies encrypted beside the diary, should the program be killed meanwhile.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from db.errors import DiaryError
from diary import lock
from diary.errors import sentence
from diary.i18n import _, format_number, ngettext
from diary.settings import LOCK_AFTER, Setting, Settings
from diary.ui import drafts
from diary.ui.asking import asking_again
from diary.ui.focus import focus_first
from diary.ui.going_away import GoingAway
from diary.ui.idle import Idle
from diary.ui.main_window import MainWindow
from diary.ui.rail import LOCKS
from diary.ui.unlock import Unlock
from diary.ui.widgets.announce import announce

SAID_AT = frozenset({60, 30, 10})
"""So many seconds before, it is also said to screen readers."""


class Locking(QObject):
    """Does nothing for a diary without a passphrase. `locked` and `unlocked` say what was done."""

    locked = Signal()
    unlocked = Signal()
    blocked = Signal(object, str)

    def __init__(self, window: MainWindow, settings: Settings, folder: Path) -> None:
        super().__init__(window)
        self._window, self._settings, self._folder = window, settings, folder
        self.asked: Unlock | None = None
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        self.idle = Idle(window.session.clock.now, self)
        self.away: GoingAway | None = None
        self.idle.warned.connect(self._on_warned)
        self.idle.touched.connect(self._on_touched)
        self.idle.over.connect(self.lock)
        settings.changed.connect(self._on_setting_changed)

    @Slot()
    def look(self) -> None:
        """Watch if there is a passphrase; the setting says for how long."""
        self.idle.stop()
        is_set = lock.is_set(self._folder)
        self._window.rail.offer_lock(yes=is_set)
        if not is_set:
            return
        lock.leave_no_core_file()
        self.idle.begin(int(self._settings.value(LOCK_AFTER)))
        if self.away is None:
            self.away = GoingAway(self)
            self.away.noticed.connect(self.lock)
            self.away.listen(int(self._window.winId()))

    @Slot(object)
    def _on_setting_changed(self, setting: Setting) -> None:
        if setting is LOCK_AFTER and self.asked is None:
            self.look()

    # The last minute.

    @Slot(int)
    def _on_warned(self, left: int) -> None:
        words = ngettext(
            "The diary locks in {n} second. Any key keeps it open.",
            "The diary locks in {n} seconds. Any key keeps it open.",
            left,
        ).format(n=format_number(left))
        self._window.rail.status.say(words)
        if left in SAID_AT:
            announce(self._window, words)

    @Slot()
    def _on_touched(self) -> None:
        self._window.say(_("The diary stays open."))

    # Locking.

    @Slot()
    def lock(self) -> None:
        """Lock now; without a passphrase say how to get one."""
        if self.asked is not None:
            return
        if not lock.is_set(self._folder):
            self._window.say(_("There is no passphrase to lock with. You can set one in Settings."))
            return
        self.idle.stop()
        self._keep_draft()
        self._stand_before()
        self._window.session.rest()
        self._window.rail.status.stand("")
        self.locked.emit()

    def _keep_draft(self) -> None:
        """Save notes by leaving them, and keep what else is half typed."""
        self._focus = QApplication.focusWidget()
        if self._focus is not None:
            self._focus.clearFocus()
        try:
            self._window.session.keep_draft(drafts.written(self._window))
        except DiaryError as error:
            self._window.session.refused.emit(sentence(error))

    def _stand_before(self) -> None:
        """Show the window that asks, where the diary's window was, and hide all others."""
        asked = self._ask()
        tops = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        was_there = self._window.isVisible()
        asked.setGeometry(self._window.geometry())
        if was_there:
            asked.show()
        self._hidden = [each for each in tops if self._belongs(each)]
        for each in reversed(self._hidden):
            each.hide()

    def _belongs(self, top: QWidget) -> bool:
        """The window, its dialogs, and what blocks every window; those of a sample stay."""
        owner = top
        while (above := owner.parentWidget()) is not None:
            owner = above
        blocks_all = top.windowModality() is Qt.WindowModality.ApplicationModal
        return owner is self._window or blocks_all

    @Slot(object)
    def _on_opened(self, key: str) -> None:
        """Everything is again as it was."""
        asked, self.asked = self.asked, None
        self._window.instead = None
        self._window.session.wake(key)
        for each in self._hidden:
            each.show()
        if self._window not in self._hidden:
            self._window.show()
        self._focus_again()
        self._hidden, self._focus = [], None
        if asked is not None:
            asked.close()
            asked.deleteLater()
        self.look()
        with suppress(DiaryError):  # still encrypted; it comes back at the next start
            self._window.session.keep_draft("")
        self._window.say(_("The diary is open."))
        self.unlocked.emit()

    def _focus_again(self) -> None:
        """Where the keyboard was; not on what locks, or one Enter too many would lock again."""
        before = self._focus
        if before is None or not isValid(before):
            return
        page = self._window.stack.currentWidget()
        if before.property(LOCKS) and page is not None:
            focus_first(page)
        else:
            before.setFocus()

    @Slot()
    def _on_left(self) -> None:
        """Closed while locked: the diary closes, or stays in the tray."""
        if self._window.stays():
            self._ask()
        else:
            self._window.leave()

    def _ask(self) -> Unlock:
        """A window that asks, not yet shown."""
        self.asked = asked = asking_again(self._folder)
        asked.opened.connect(self._on_opened)
        asked.left.connect(self._on_left)
        asked.blocked.connect(self.blocked)
        self._window.closed.connect(asked.close)
        self._window.instead = asked
        return asked
