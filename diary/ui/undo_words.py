"""Says what undo and redo did: "Undone: Sore, left index finger"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from db.records import Edit, Record
from diary.i18n import N_, Message
from diary.session import Session

if TYPE_CHECKING:
    from diary.ui.main_window import MainWindow

UNDONE = N_("Undone: {step}")
REDONE = N_("Done again: {step}")
BACK, GONE = N_("Back again: {step}"), N_("Taken out again: {step}")
NOW = N_("Undone; now again: {step}")


class StepTeller(QObject):
    """Has the window say each step of undo and redo, after it said that all is saved.

    Methods of a child of the window: what a session held by a `partial` would outlive the window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.session.undone.connect(self._on_undone)
        window.session.redone.connect(self._on_redone)

    @Slot(object, str)
    def _on_undone(self, edits: tuple[Edit, ...], words: str) -> None:
        self._tell(UNDONE, edits, words)

    @Slot(object, str)
    def _on_redone(self, edits: tuple[Edit, ...], words: str) -> None:
        self._tell(REDONE, edits, words)

    def _tell(self, pattern: Message, edits: tuple[Edit, ...], words: str) -> None:
        if edits:
            named = words or step_words(self._window.session, edits)
            if pattern is UNDONE and not words:
                pattern = _what_came_of(edits)
            said = str(pattern).format(step=named)
            QTimer.singleShot(0, self, partial(self._window.say, said))


def _what_came_of(edits: tuple[Edit, ...]) -> Message:
    """Whether what is named is there again, is there no more, or is as it was before."""
    if all(edit.before is None for edit in edits):
        return BACK
    if all(edit.after is None for edit in edits):
        return GONE
    return NOW if all(edit.before and edit.after for edit in edits) else UNDONE


def step_words(session: Session, edits: tuple[Edit, ...]) -> str:
    """The step by its chief record, as it is now or, where it is gone, as it was."""
    from diary.logic.record_words import Teller  # noqa: PLC0415 - costs start time
    from diary.logic.units import chosen_units  # noqa: PLC0415 - as above

    def find(kind: type, key: str) -> Record | None:
        return session.read.record((kind, key, ""))

    records = [record for edit in edits if (record := edit.after or edit.before) is not None]
    teller = Teller(session.catalogue, find, chosen_units(session.preference))
    return teller.step(records)
