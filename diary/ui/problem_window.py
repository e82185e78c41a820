"""The window in the place of a diary that does not open: what happened, and the ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.errors import DiaryError, PassphraseNeededError
from diary import rescue
from diary.clock import Clock
from diary.errors import sentence
from diary.i18n import _, format_day, format_number, format_time, ngettext
from diary.jobs import Jobs
from diary.ui.enter import pressed_by_enter
from diary.ui.problem_words import Plight, Way
from diary.ui.widgets.announce import announce
from diary.ui.widgets.backup_lines import BackupLines
from diary.ui.widgets.controls import GAP, PART, button, card, label, scrolling, set_role
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.missing_list import MissingList
from diary.ui.widgets.secret_line import SecretLine
from diary.ui.window_size import fit_to_screen

WIDE, SIZE, SMALLEST = 32, QSize(860, 760), (420, 420)
"""The card: so many times as wide as a line is high. The window: in pixels."""


class ProblemWindow(QWidget):
    """Says a plight. `chosen` carries a way and the folder to open, `closed` says that none is.

    `words`: the passphrase, where it was typed before. Restoring and saving are done here, by a
    worker; then AGAIN is chosen by the button that is left. `ask_folder` and `open_place` open the
    system's dialog and file manager; tests put their own answers there.
    """

    chosen = Signal(object, object)
    closed = Signal()

    def __init__(
        self,
        plight: Plight,
        folder: Path,
        clock: Clock,
        second: Path | None = None,
        words: str = "",
    ) -> None:
        super().__init__()
        self._plight, self._folder, self._clock = plight, folder, clock
        self._newest: rescue.Backup | None = None
        self._jobs = Jobs("rescue", self)
        self.instead: QWidget | None = None
        self.ask_folder: Callable[[], str] = self._ask_folder
        self.open_place: Callable[[Path], object] = _open_place
        self.setWindowTitle(_("Scleroderma Diary"))
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*SMALLEST)
        fit_to_screen(self, SIZE)
        self.title = label(plight.title, "title")
        self.words = [
            label(words, role)
            for words, role in (
                (plight.happened, ""),
                (plight.safe, "strong"),
                (plight.todo, ""),
                (_("Folder: {folder}").format(folder=folder), "secondary"),
            )
            if words
        ]
        self.todo = self.words[min(2, len(self.words) - 1)]
        self.said = label("", "problem")
        self.passphrase = SecretLine(_("Your passphrase"))
        self.passphrase.line.setText(words)
        self.backups = BackupLines()
        self.missing = MissingList()
        self.buttons = {way: self._button(way) for way in plight.ways}
        self.open_button = button(_("Open the folder"), "beside", self._open_folder)
        self.close_button = button(_("Close"), "beside", self.close)
        self._lay_out()
        if Way.RESTORE in plight.ways:
            self.buttons[Way.RESTORE].setEnabled(False)
            self._jobs.run(lambda: rescue.backups(folder, second), self._on_backups, _raise)

    def _button(self, way: Way) -> QPushButton:
        words = {
            Way.RESTORE: _("Restore the newest backup"),
            Way.SAVE: _("Save what can be read"),
            Way.AGAIN: _("Try again"),
            Way.OTHER: _("Choose another folder…"),
            Way.HERE: _("Open it here"),
            Way.NEW: _("Begin a new diary here"),
        }
        role = "primary" if way is self._plight.ways[0] else "beside"
        return button(words[way], role, partial(self._go, way))

    def _lay_out(self) -> None:
        self._card, inside = card()
        inside.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        inside.setSpacing(PART)
        lines = (self.title, *self.words, self.backups, self.missing, self.passphrase, self.said)
        first, *others = self.buttons.values()
        for each in (*lines, first):
            inside.addWidget(each)
        beside = FlowLayout()
        for each in (*others, self.open_button, self.close_button):
            beside.addWidget(each)
        inside.addLayout(beside)
        for each in (self.missing, self.passphrase, self.said):
            each.hide()
        self.backups.setHidden(Way.RESTORE not in self._plight.ways)
        self.open_button.setHidden(not self._folder.is_dir())
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        row.addStretch(1)
        row.addWidget(self._card, 100, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(middle))

    # The ways out.

    def _go(self, way: Way) -> None:
        match way:
            case Way.RESTORE:
                self._restore()
            case Way.SAVE:
                self._save()
            case Way.OTHER:
                if folder := self.ask_folder():
                    self.chosen.emit(way, Path(folder))
            case _:
                self.chosen.emit(way, self._folder)

    def _restore(self) -> None:
        newest = self._newest
        if newest is None:
            return
        self._say(_("The backup is being restored…"))
        now, words = self._clock.now(), self.passphrase.words or None
        self._work(lambda: rescue.restore(self._folder, newest.file, now, words), self._on_restored)

    def _save(self) -> None:
        self._say(_("What can be read is being saved…"))
        now, words = self._clock.now(), self.passphrase.words or None
        self._work(lambda: rescue.save(self._folder, now, words), self._on_saved)

    def _work(self, job: Callable[[], object], done: Callable[..., object]) -> None:
        self._enable(yes=False)
        self._jobs.run(job, done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._enable(yes=True)
        if not isinstance(error, DiaryError):
            raise error
        if isinstance(error, PassphraseNeededError):
            self.passphrase.show()
            self.passphrase.setFocus()
        self._say(sentence(error))

    def _enable(self, *, yes: bool) -> None:
        for way, each in self.buttons.items():
            each.setEnabled(yes and (way is not Way.RESTORE or self._newest is not None))

    def _on_backups(self, found: Sequence[rescue.Backup]) -> None:
        self.backups.show_found(found)
        self._newest = next((each for each in found if each.whole), None)
        if self._newest is not None:
            self.buttons[Way.RESTORE].setEnabled(True)
            self.buttons[self._plight.ways[0]].setFocus()
            return
        self.buttons[Way.RESTORE].hide()
        self.todo.setText(_without_backup(self._plight))
        if self._plight.ways[0] is Way.RESTORE:
            set_role(self.buttons[self._plight.ways[1]], "primary")

    # Afterwards.

    def _on_restored(self, kept: Path | None) -> None:
        made = self._newest.made.astimezone() if self._newest else self._clock.now()
        title = _("Your diary is back as it was on {day}, {time}").format(
            day=format_day(made.date()), time=format_time(made)
        )
        self._show_done(title, _kept_words(kept))

    def _on_saved(self, saved: rescue.Saved) -> None:
        title = ngettext("{n} entry was saved", "{n} entries were saved", saved.rows)
        words = _kept_words(saved.kept)
        if saved.missing:
            self.missing.show_missing(saved.missing)
            self.missing.show()
        else:
            words = _("Nothing is missing.") + " " + words
        self._show_done(title.format(n=format_number(saved.rows, 0)), words)

    def _show_done(self, title: str, words: str) -> None:
        self.title.setText(title)
        for each in (*self.words, self.backups, self.passphrase, *self.buttons.values()):
            each.hide()
        self._say(words)
        again = self.buttons[Way.AGAIN]
        again.setText(_("Open the diary"))
        set_role(again, "primary")
        again.setEnabled(True)
        again.show()
        again.setFocus()
        announce(self, f"{title}. {words}")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        announce(self, words)

    # Elsewhere.

    @Slot()
    def _open_folder(self) -> None:
        self.open_place(self._folder)

    def _ask_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, _("The folder of your diary"))

    def leave(self) -> None:
        """Close, with the window that stands here instead."""
        leave = getattr(self.instead, "leave", None)
        if leave is not None:
            leave()
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lines of a length that reads well."""
        self._card.setMaximumWidth(WIDE * self._card.fontMetrics().height())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the focused button; Escape closes."""
        if pressed_by_enter(self, event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """A restore that is under way is finished first."""
        self._jobs.close()
        super().closeEvent(event)
        self.closed.emit()


def _kept_words(kept: Path | None) -> str:
    if kept is None:
        return ""
    words = _("What was there before is kept in {place}.")
    return words.format(place=kept)


def _without_backup(plight: Plight) -> str:
    """What to do where no backup can be used."""
    if Way.SAVE in plight.ways:
        return _(
            "There is no backup here that can be used. Save what can still be read. If you have a "
            "copy of the diary on another disk or stick, you can choose its folder instead."
        )
    return _(
        "There is no backup here that can be used. If you have a copy of the diary on another "
        "disk or stick, choose its folder."
    )


def _raise(error: Exception) -> None:
    raise error


def _open_place(place: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
