"""Undo and redo: the edits that were saved, in order. Used by the session's writer thread."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from db.records import Edit, Key, Wish, key_of

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

    def forget(self, keys: Collection[Key]) -> None:
        """Let go of the steps that were about any of these: they must not come back."""
        for steps in (self._done, self._undone):
            steps[:] = [edits for edits in steps if not _about(edits, keys)]

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


def _about(edits: Edits, keys: Collection[Key]) -> bool:
    both = (record for edit in edits for record in (edit.before, edit.after))
    return any(key_of(record) in keys for record in both if record is not None)
