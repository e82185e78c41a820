"""Undo and redo of the window: of what is in the diary, and of what is chosen for this computer.

The diary's steps are the session's. Each choice in between remembers how many of those were done
before it, so that all are taken back in the order in which they were made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from diary.i18n import Message
from diary.session import Session
from diary.settings import (
    LANGUAGE,
    LOCK_AFTER,
    LOOK,
    ONE_KEY,
    REMINDER,
    TEXT_SIZE,
    Setting,
    Settings,
)
from diary.ui.undo_words import REDONE, UNDONE

CHOSEN = (TEXT_SIZE, LOOK, LANGUAGE, ONE_KEY, REMINDER, LOCK_AFTER)
"""What undo takes back. The second place for backups has a button that does."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting, the value to go back to, and how many steps of the diary were done before."""

    setting: Setting
    value: str
    after: int


class Undoing(QObject):
    """`said` carries what was undone or done again; `offered` whether a step can be taken back."""

    said = Signal(str)
    offered = Signal(bool)

    def __init__(self, session: Session, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._values = {setting: settings.value(setting) for setting in CHOSEN}
        self._done: list[Choice] = []
        self._undone: list[Choice] = []
        self._steps, self._redoing = session.steps, False
        settings.changed.connect(self._on_chosen)
        session.history_changed.connect(self._on_history)

    @Slot()
    def undo(self) -> None:
        """Take back the last step: a choice, where none in the diary came after it."""
        if self._done and self._session.steps <= self._done[-1].after:
            self._turn(self._done, self._undone, UNDONE)
        else:
            self._session.undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last."""
        if self._undone and self._session.steps == self._undone[-1].after:
            self._turn(self._undone, self._done, REDONE)
        else:
            self._redoing = True
            self._session.redo()

    @Slot()
    def _on_history(self) -> None:
        """After a new step in the diary, nothing that was undone before can be done again."""
        before, self._steps = self._steps, self._session.steps
        if self._steps > before and not self._redoing:
            self._undone.clear()
        self._redoing = False
        self._offer()

    def _offer(self) -> None:
        self.offered.emit(bool(self._done) or self._session.steps > 0)

    def _turn(self, source: list[Choice], target: list[Choice], pattern: Message) -> None:
        choice = source.pop()
        setting, before = choice.setting, self._values[choice.setting]
        target.append(replace(choice, value=before))
        self._values[setting] = choice.value
        self._settings.set(setting, choice.value)
        self.said.emit(str(pattern).format(step=_words(setting, choice.value)))
        self._offer()

    @Slot(object)
    def _on_chosen(self, setting: Setting) -> None:
        """Remember what it was before; what is turned here is known already."""
        now, before = self._settings.value(setting), self._values.get(setting)
        if before is not None and now != before:
            self._values[setting] = now
            self._done.append(Choice(setting, before, self._session.steps))
            self._undone.clear()
            self._offer()


def _words(setting: Setting, value: str) -> str:
    """The setting, and its value where that is a word or a number."""
    words = next((str(each.label) for each in setting.options if each.key == value), value)
    return str(setting.label) if setting.fits else f"{setting.label}: {words}"
