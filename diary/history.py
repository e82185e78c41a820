"""Undo and redo: the edits that were saved, in order. Used by the session's writer thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from db.records import Edit, Wish

Edits = tuple[Edit, ...]
Write = Callable[[Iterable[Wish]], Edits]


class History:
    """What can be taken back and done again. Each step is what one command changed."""

    def __init__(self) -> None:
        self._done: list[Edits] = []
        self._undone: list[Edits] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    def add(self, edits: Edits) -> None:
        """Remember a new step; what was undone before it can no longer be redone."""
        if edits:
            self._done.append(edits)
            self._undone.clear()

    def undo(self, write: Write) -> Edits:
        """Take the last step back; nothing is forgotten if `write` fails."""
        return self._move(self._done, self._undone, write)

    def redo(self, write: Write) -> Edits:
        """Do the last undone step again."""
        return self._move(self._undone, self._done, write)

    @staticmethod
    def _move(source: list[Edits], target: list[Edits], write: Write) -> Edits:
        if not source:
            return ()
        edits = write([edit.undone() for edit in reversed(source[-1])])
        source.pop()
        target.append(edits)
        return edits
