"""Going back to a backup: the list of them, what one would change, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diary.errors import sentence
from diary.i18n import _
from diary.session import Session
from diary.ui.backup_words import moment_words
from diary.ui.dialogs.dialog import Dialog
from diary.ui.enter import ENTER
from diary.ui.restore_words import listed_words
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.restore_preview import RestorePreview
from diary.ui.widgets.stack import Stack

if TYPE_CHECKING:
    from db.errors import DiaryError
    from diary.restoring import Listed, Preview

WIDE, HIGH = 680, 600
SECTION = "keeping-it-safe"
LISTED = Qt.ItemDataRole.UserRole


class RestoreDialog(Dialog):
    """`announced` says what was done. `ask_file` opens the system's dialog."""

    announced = Signal(str)

    def __init__(
        self, session: Session, theme: Theme, second: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, _("Restore a backup"), SECTION, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._restoring, self._second = session.restoring, second
        self._words = ""
        self._preview: Preview | None = None
        self._file: Path | None = None
        self.ask_file: Callable[[], str] = self._ask_file
        self.said = label(_("Looking for the backups…"), "secondary")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("Backups, the newest first"))
        self.list.setAccessibleDescription(_("Enter shows what would change."))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.look_button = button(_("Show what would change"), "primary", self.look_into)
        self.file_button = button(_("Choose a file…"), "beside", self.choose_file)
        self.close_button = button(_("Close"), "beside", self.reject)
        self.preview = RestorePreview()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.pages = Stack()
        first = QWidget()
        inside = QVBoxLayout(first)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        inside.addWidget(self.said)
        inside.addWidget(self.list, 1)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for made in (self.look_button, self.file_button, self.close_button):
            row.addWidget(made)
        inside.addWidget(buttons)
        self.pages.addWidget(first)
        self.pages.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(self.heading(_("Restore a backup")))
        column.addWidget(self.pages, 1)
        self.look_button.setEnabled(False)
        self.fit(self.theme.px(WIDE), self.theme.px(HIGH))

    def _connect(self) -> None:
        self._restoring.listed.connect(self._on_listed)
        self._restoring.checked.connect(self._on_checked)
        self._restoring.previewed.connect(self._on_previewed)
        self._restoring.key_needed.connect(self.preview.ask_for_key)
        self._restoring.restored.connect(self._on_restored)
        self._restoring.failed.connect(self._on_failed)
        self._restoring.stopped.connect(self._on_stopped)
        self._restoring.reached.connect(self.preview.show_stage)
        self.preview.back.connect(self.show_list)
        self.preview.left.connect(self.reject)
        self.preview.wanted.connect(self.restore)
        self.preview.cancelled.connect(self._restoring.cancel)
        self.preview.key_typed.connect(self._on_key_typed)

    # The list.

    def open_list(self) -> None:
        """Open with the list."""
        self.open()
        self.show_list()

    def open_at(self, file: Path) -> None:
        """Open with what one backup would change."""
        self.open()
        self.look_at(file)

    @Slot()
    def show_list(self) -> None:
        """List the backups."""
        self._restoring.cancel()
        self.pages.setCurrentIndex(0)
        self._restoring.look(self._second)

    @Slot(object)
    def _on_listed(self, found: list[Listed]) -> None:
        self.list.clear()
        for listed in found:
            item = QListWidgetItem(listed_words(listed, self.session.clock.now(), whole=None))
            item.setData(LISTED, listed)
            self.list.addItem(item)
        self.said.setText(
            _("Choose the day to go back to. Nothing is changed before you say so.")
            if found
            else _("No backup was found here. You can choose a file from another place.")
        )
        self.list.setCurrentRow(0 if found else -1)
        self.look_button.setEnabled(bool(found))
        (self.list if found else self.file_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, bool)
    def _on_checked(self, file: Path, whole: bool) -> None:  # noqa: FBT001 - a signal's answer
        for row in range(self.list.count()):
            listed = self.list.item(row).data(LISTED)
            if listed.file == file:
                now = self.session.clock.now()
                self.list.item(row).setText(listed_words(listed, now, whole=whole))

    @Slot()
    def choose_file(self) -> None:
        """Take a backup from anywhere."""
        chosen = self.ask_file()
        if chosen:
            self.look_at(Path(chosen))

    # One backup.

    @Slot()
    def look_into(self) -> None:
        """See what the chosen backup would change."""
        item = self.list.currentItem()
        if item is not None:
            self.look_at(item.data(LISTED).file)

    def look_at(self, file: Path) -> None:
        """See what a backup would change."""
        self._restoring.stop()
        self._file, self._words, self._preview = file, "", None
        self.pages.setCurrentIndex(1)
        self.preview.wait(file)
        self._restoring.preview(file)

    @Slot(str)
    def _on_key_typed(self, words: str) -> None:
        if self._file:
            self._words = words
            self.preview.say_problem("")
            self._restoring.preview(self._file, words)

    @Slot(object)
    def _on_previewed(self, preview: Preview) -> None:
        if preview.file == self._file:
            self._preview = preview
            self.preview.show_preview(preview, self.session.clock.now())

    @Slot()
    def restore(self) -> None:
        """Go back to it."""
        if self._preview:
            self.preview.show_busy()
            self._restoring.restore(self._preview.file, self._words)

    @Slot(object)
    def _on_restored(self, _kept: Path | None) -> None:
        if self._preview:
            now = self.session.clock.now()
            words = _(
                "Your diary is as it was at this moment: {moment}. The one from before is kept."
            )
            self.announced.emit(words.format(moment=moment_words(self._preview.about.made, now)))
        self.accept()

    @Slot()
    def _on_stopped(self) -> None:
        """Cancelled while it was put back; who looks at another one knows."""
        if self.preview.busy and self._preview:
            self.preview.show_preview(self._preview, self.session.clock.now())
            self.preview.say_problem(_("Cancelled. Your diary is as it was."))

    @Slot(object)
    def _on_failed(self, error: DiaryError) -> None:
        self.pages.setCurrentIndex(1)
        self.preview.fail(sentence(error))

    def _ask_file(self) -> str:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a backup"), "", _("Backups (*.scdiary)")
        )
        return chosen

    # Leaving.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the list looks into a backup; Escape does not leave while one is put back."""
        if event.key() in ENTER and self.list.hasFocus():
            self.look_into()
        elif not self.preview.busy or event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Leave everything as it is; not in the middle of the work."""
        if not self.preview.busy:
            self._restoring.stop()
            self._restoring.cancel()
            super().reject()
