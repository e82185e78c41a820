"""Settings: when the last backup was made, where else it goes, and the way back to one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from db.names import BACKUPS_NAME
from diary.errors import sentence
from diary.i18n import _
from diary.session import Session
from diary.settings import SECOND_PLACE, SECOND_PLACE_ON, Settings
from diary.ui.backup_words import failed_words, here_words, problem_words, there_words
from diary.ui.dialogs.restore import RestoreDialog
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import TARGET, button, label, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.settings_part import SAFE, SettingsPart

if TYPE_CHECKING:
    from db.errors import DiaryError
    from diary.backup_keeper import Standing


class BackupSettings(SettingsPart):
    """How it stands with the backups; `announced` says what was restored.

    `ask_folder` and `open_place` open the system's dialog and file manager; tests put their own
    answers there.
    """

    announced = Signal(str)

    def __init__(self, session: Session, settings: Settings, theme: Theme, folder: str) -> None:
        super().__init__(
            _("Backups"),
            _("Once a day, while you use the diary, a copy of it is made and checked."),
        )
        self.setProperty("explains", SAFE)
        self._session, self._theme = session, theme
        self._backups, self._clock = session.backups, session.clock
        self._kept: Path | None = None
        self._settings, self._folder = settings, Path(folder)
        self.ask_folder: Callable[[], str] = self._ask_folder
        self.open_place: Callable[[Path], object] = _open_place
        self._asked = False
        self.here = label(_("Looking for the backups…"))
        self.problem = label("", "problem")
        self.problem.hide()
        self.now_button = writing(button(_("Back up now"), "primary", self.back_up))
        self.stop_button = button(_("Cancel"), "beside", self._backups.stop)
        self.restore_button = writing(button(_("Restore a backup…"), "beside", self.restore))
        self.undo_button = writing(
            button(_("Go back to the diary from before…"), "beside", self.undo_restore)
        )
        self.open_button = button(_("Open the folder"), "beside", self.open_folder)
        self.open_button.setAccessibleName(_("Open the folder of the backups"))
        self.there = label("", "secondary")
        self.choose_button = writing(button(_("A second place…"), "quiet", self.choose))
        self.forget_button = writing(button(_("Use no second place"), "quiet", self.forget))
        self._lay_out()
        self._backups.told.connect(self._on_told)
        self._backups.failed.connect(self._on_failed)
        self._backups.busy_changed.connect(self._on_busy)
        self._backups.place_ready.connect(self._on_place_ready)
        self._backups.place_refused.connect(self._on_place_refused)
        self.show_place()
        self.undo_button.hide()
        self._on_busy()

    def _lay_out(self) -> None:
        self.body.addWidget(self.here)
        self.body.addWidget(self.problem)
        self.body.addWidget(
            _row(
                self.now_button,
                self.stop_button,
                self.restore_button,
                self.undo_button,
                self.open_button,
            )
        )
        self.place = label("", "strong")
        self.body.addWidget(self.place)
        self.body.addWidget(self.there)
        self.body.addWidget(_row(self.choose_button, self.forget_button))

    # Showing.

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look how it stands."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Look how it stands; a worker does it."""
        if self.isVisible():
            self._backups.second = self._settings.second_place()
            self._backups.look()

    def show_place(self) -> None:
        """Show the second place, or offer one."""
        second = self._settings.second_place()
        self.place.setText(
            _("Second place: {folder}").format(folder=second) if second else _("A second place")
        )
        self.choose_button.setText(_("Another place…") if second else _("A second place…"))
        self.forget_button.setVisible(second is not None)
        if second is None:
            self.there.setText(
                _(
                    "Backups on this computer do not help when it breaks or is lost. Each one can "
                    "also be copied to a USB stick or to another folder."
                )
            )

    @Slot(object)
    def _on_told(self, standing: Standing) -> None:
        self.show_place()
        now = self._clock.now()
        self.here.setText(here_words(standing, now))
        self._kept = standing.kept
        self.undo_button.setVisible(self._kept is not None)
        if self._backups.second:
            lines = [there_words(standing, now)]
            if not standing.sealed:
                lines.append(
                    _("Your diary has no passphrase: whoever finds a backup there can read it.")
                )
            self.there.setText("\n".join(lines))
        self._say_problem(problem_words(standing))
        if standing.made and self._asked:
            self._asked = False
            announce(self, self.here.text())

    @Slot(object)
    def _on_failed(self, problem: DiaryError) -> None:
        self._say_problem(failed_words(problem))

    def _say_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words)

    @Slot()
    def _on_busy(self) -> None:
        busy = self._backups.busy
        self.now_button.setEnabled(not busy)
        self.now_button.setText(_("Backing up…") if busy else _("Back up now"))
        self.stop_button.setVisible(busy)

    # Doing.

    @Slot()
    def back_up(self) -> None:
        """Make a backup now."""
        self._asked = True
        self._backups.second = self._settings.second_place()
        self._backups.now()

    @Slot()
    def open_folder(self) -> None:
        """Show the backups in the system's file manager."""
        place = self._folder / BACKUPS_NAME
        self.open_place(place if place.is_dir() else self._folder)

    @Slot()
    def restore(self) -> None:
        """Open the list of backups."""
        self._dialog().open_list()

    @Slot()
    def undo_restore(self) -> None:
        """Show what going back to the diary from before the last restore would change."""
        if self._kept:
            self._dialog().open_at(self._kept)

    def _dialog(self) -> RestoreDialog:
        second = self._settings.second_place()
        made = RestoreDialog(self._session, self._theme, second, self)
        made.announced.connect(self.announced)
        made.finished.connect(self.refresh)
        return made

    @Slot()
    def choose(self) -> None:
        """Choose a second place; a backup is made there at once."""
        chosen = self.ask_folder()
        if chosen:
            self._backups.prepare(Path(chosen))

    @Slot(object)
    def _on_place_ready(self, place: Path) -> None:
        self._settings.set(SECOND_PLACE_ON, "")
        self._settings.set(SECOND_PLACE, str(place))
        self.show_place()
        self.back_up()

    @Slot(object)
    def _on_place_refused(self, problem: DiaryError) -> None:
        self._say_problem(sentence(problem))

    @Slot()
    def forget(self) -> None:
        """Copy backups to no second place any more; those there stay."""
        self._settings.set(SECOND_PLACE, "")
        self._backups.second = None
        self.show_place()
        self._backups.look()

    def _ask_folder(self) -> str:
        return QFileDialog.getExistingDirectory(
            self, _("Choose a USB stick or a folder for the backups")
        )


def _row(*buttons: QWidget) -> QWidget:
    made = QWidget()
    row = FlowLayout(made)
    for each in buttons:
        each.setMinimumHeight(TARGET)
        row.addWidget(each)
    return made


def _open_place(place: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
