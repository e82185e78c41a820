"""Undo and redo: the edits that were saved, in order. Used by the session's writer thread."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol

from db.records import Edit, Key, Wish, key_of

Edits = tuple[Edit, ...]


class Write(Protocol):
    """Fulfils wishes; where they are not `kept`, what goes is not listed among the deleted."""

    def __call__(self, wishes: Iterable[Wish], *, kept: bool) -> Edits:
        """What came of them."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one command changed; `words` name an import, whose records do not say what it was.

    What an import brought was never deleted by anyone: taken back, it can be imported again.
    """

    edits: Edits = ()
    words: str = ""


class History:
    """What can be taken back and done again. Each step is what one command changed."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def steps(self) -> int:
        """How many steps there are to take back."""
        return len(self._done)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    def add(self, edits: Edits, words: str = "") -> None:
        """Remember a new step; what was undone before it can no longer be redone."""
        if edits:
            self._done.append(Step(edits, words))
            self._undone.clear()

    def forget(self, keys: Collection[Key]) -> None:
        """Let go of the steps that were about any of these: they must not come back."""
        for steps in (self._done, self._undone):
            steps[:] = [step for step in steps if not _about(step.edits, keys)]

    def undo(self, write: Write) -> Step:
        """Take the last step back; nothing is forgotten if `write` fails."""
        return self._move(self._done, self._undone, write)

    def redo(self, write: Write) -> Step:
        """Do the last undone step again."""
        return self._move(self._undone, self._done, write)

    @staticmethod
    def _move(source: list[Step], target: list[Step], write: Write) -> Step:
        if not source:
            return Step()
        step = source[-1]
        edits = write([edit.undone() for edit in reversed(step.edits)], kept=not step.words)
        source.pop()
        target.append(Step(edits, step.words))
        return target[-1]


def _about(edits: Edits, keys: Collection[Key]) -> bool:
    both = (record for edit in edits for record in (edit.before, edit.after))
    return any(key_of(record) in keys for record in both if record is not None)
