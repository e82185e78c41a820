"""Searches the diary in the background. What was asked and found is kept nowhere else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from diary.collector import no_collector
from diary.jobs import Jobs
from diary.logic.search import Found, Searchable
from diary.logic.search_texts import Source, texts


class Finder(QObject):
    """`found` carries what the last question gave; earlier ones that are still open are let go.

    The texts are read at the first question and stand ready until `forget` is called.
    """

    found = Signal(object)

    def __init__(self, read: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._jobs = Jobs("search", self)
        self._turn = 0
        self._closed = False
        self._ready: Searchable | None = None

    def ask(self, words: str) -> None:
        """Look for words."""
        self._turn += 1
        turn = self._turn
        self._jobs.run(partial(self._look, turn, words), partial(self._on_found, turn), _raise)

    def forget(self) -> None:
        """Let go of the texts, and of an open question."""
        if self._closed:
            return
        self._turn += 1
        self._jobs.run(self._let_go, _nothing, _raise)

    def close(self) -> None:
        """Stop."""
        self._closed = True
        self._turn += 1
        self._jobs.close()
        self._ready = None

    def _look(self, turn: int, words: str) -> Found | None:
        """On the worker."""
        if turn != self._turn:
            return None
        if self._ready is None:
            with no_collector():
                self._ready = Searchable(texts(self._read))
        return self._ready.find(words, lambda: turn == self._turn)

    def _let_go(self) -> None:
        self._ready = None

    def _on_found(self, turn: int, found: Found | None) -> None:
        if found is not None and turn == self._turn:
            self.found.emit(found)


def _nothing(_result: None) -> None:
    """Nobody waits for it."""


def _raise(error: Exception) -> None:
    raise error
