"""The window in the place of a diary that is being erased: how far it is, then what is left.

The diary is closed when this begins; nothing can be stopped any more.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from diary import erasing, logs
from diary.erasing import Left, Wish
from diary.i18n import _, format_number
from diary.jobs import Jobs
from diary.ui import erase_words
from diary.ui.enter import pressed_by_enter
from diary.ui.privacy_words import TRACES, UNREACHED
from diary.ui.widgets.announce import announce
from diary.ui.widgets.bullets import Bullets
from diary.ui.widgets.controls import GAP, PART, button, card, label, scrolling
from diary.ui.window_size import fit_to_screen

WIDE, SIZE, SMALLEST = 680, QSize(820, 640), (420, 420)


class ErasedWindow(QWidget):
    """Begins with `begin`. Closing it ends the program."""

    _stepped = Signal(int, int)
    erased = Signal(object)

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self._wish = wish
        self._jobs = Jobs("erasing", self)
        self._busy = True
        self.setWindowTitle(_("Scleroderma Diary"))
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*SMALLEST)
        fit_to_screen(self, SIZE)
        self.title = label(_("Your diary is being erased…"), "title")
        self.said = label("")
        self.still = label(_("This is still there:"), "strong")
        self.left = Bullets()
        self.beyond = label(_("The program cannot reach this:"), "strong")
        self.stays = Bullets((*UNREACHED, TRACES))
        self.close_button = button(_("Close"), "primary", self.close)
        self._lay_out()
        self._stepped.connect(self._on_step)

    def _lay_out(self) -> None:
        frame, inside = card()
        frame.setMaximumWidth(WIDE)
        inside.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        inside.setSpacing(PART)
        later = (self.still, self.left, self.beyond, self.stays, self.close_button)
        for each in (self.title, self.said, *later):
            inside.addWidget(each)
        for each in later:
            each.hide()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        row.addStretch(1)
        row.addWidget(frame, 100, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(middle))

    # The work.

    def begin(self) -> None:
        """Erase, on the worker; who ends the program meanwhile waits for it."""
        logs.stop()
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._jobs.finish)
        self._jobs.run(
            lambda: erasing.carry_out(self._wish, self._stepped.emit), self._on_erased, self._on_bug
        )

    @Slot(int, int)
    def _on_step(self, done: int, of: int) -> None:
        words = _("{done} of {of} files erased.")
        self.said.setText(words.format(done=format_number(done, 0), of=format_number(of, 0)))

    def _on_erased(self, left: Left) -> None:
        self._busy = False
        self.left.show_lines(erase_words.left(left.stuck, left.foreign))
        words = self.left.words
        all_gone = _("Your diary is erased")
        self.title.setText(_("Almost everything is erased") if left.stuck else all_gone)
        begins = _(
            "You can close this window. Started again, the program begins as on its first day."
        )
        delete = _(
            "You can close this window. Delete the files named below before you start the program "
            "again."
        )
        self.said.setText(delete if left.stuck else begins)
        self.still.setVisible(bool(words))
        self.left.setVisible(bool(words))
        self.beyond.show()
        self.stays.show()
        self.close_button.show()
        self.close_button.setFocus()
        announce(self, f"{self.title.text()}. {self.said.text()} {words}")
        self.erased.emit(left)

    def _on_bug(self, error: Exception) -> None:
        """What was begun is finished by the next start."""
        self._busy = False
        self.close_button.show()
        raise error

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the keyboard; Escape closes."""
        if pressed_by_enter(self, event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Not in the middle of the work."""
        if self._busy:
            event.ignore()
            return
        self._jobs.close()
        super().closeEvent(event)
