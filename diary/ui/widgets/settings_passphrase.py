"""Settings: the passphrase, the recovery code, and the lock."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton

from diary import lock
from diary.i18n import _
from diary.session import Session
from diary.settings import LOCK_AFTER, Settings
from diary.ui.dialogs.passphrase import Doing, PassphraseDialog
from diary.ui.rail import LOCKS
from diary.ui.theme import Theme
from diary.ui.widgets.controls import button, label, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.number import NumberInput
from diary.ui.widgets.settings_part import SAFE, SettingsPart

WITH, WITHOUT = frozenset({Doing.CHANGE, Doing.REMOVE, Doing.CODE}), frozenset({Doing.ADD})


class PassphraseSettings(SettingsPart):
    """What holds now, and what can be done. Each signal leads to the window."""

    announced = Signal(str)
    lock_wanted = Signal()
    passphrase_changed = Signal()

    def __init__(self, session: Session, settings: Settings, theme: Theme, folder: str) -> None:
        super().__init__(_("Passphrase"))
        self.setProperty("explains", SAFE)
        self._session, self._settings, self._theme = session, settings, theme
        self._folder = Path(folder)
        self.dialog: PassphraseDialog | None = None
        self.holds = label("", "strong")
        self.body.addWidget(self.holds)
        buttons = FlowLayout()
        self.buttons = {doing: self._button(doing) for doing in Doing}
        self.lock_button = button(_("Lock now"), "quiet", self.lock_wanted.emit)
        self.lock_button.setProperty(LOCKS, True)  # noqa: FBT003 - Qt's form
        for made in (*self.buttons.values(), self.lock_button):
            buttons.addWidget(made)
        self.body.addLayout(buttons)
        self.after = NumberInput(LOCK_AFTER.high, 1, "")
        self.after.set_names(str(LOCK_AFTER.label))
        self.after.value_changed.connect(self._on_after)
        self.add(str(LOCK_AFTER.label), self.after, str(LOCK_AFTER.help))
        settings.changed.connect(self.refresh)
        self.refresh()

    def _button(self, doing: Doing) -> QPushButton:
        dots = _("{what}…").format(what=doing.value)
        return writing(button(dots, "quiet", partial(self.open, doing)))

    @Slot()
    def refresh(self) -> None:
        """Show what holds."""
        is_set = lock.is_set(self._folder)
        self.holds.setText(
            _("Only with the passphrase, or with the recovery code, can the diary be opened.")
            if is_set
            else _("Anybody who can use this computer can open the diary.")
        )
        for doing, made in self.buttons.items():
            made.setVisible(doing in (WITH if is_set else WITHOUT))
        self.lock_button.setVisible(is_set)
        self.after.setEnabled(is_set)
        self.after.show_value(int(self._settings.value(LOCK_AFTER)))

    def open(self, doing: Doing) -> None:
        """Open the dialog for one of the things that can be done."""
        self.dialog = PassphraseDialog(
            doing, self._session, self._theme, self._folder, self.window()
        )
        self.dialog.changed.connect(self._on_changed)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    @Slot(str)
    def _on_changed(self, words: str) -> None:
        self.refresh()
        self.passphrase_changed.emit()
        self.announced.emit(words)

    @Slot(object)
    def _on_after(self, value: int | None) -> None:
        if value is not None:
            self._settings.set(LOCK_AFTER, str(value))
        self.refresh()
