"""Python's search for cycles of garbage, switched off while very many records are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Event


def keep_what_is_made() -> None:
    """Leave what there is by now out of every later search: it stays until the program ends."""
    gc.freeze()


_left_to_the_window = Event()
MANY = 20_000
_under_way: set[object] = set()
"""The work that just now makes many objects and no cycles."""


def leave_to_the_window() -> None:
    """Switch it off for good: from now on the window's thread searches, see `diary.ui.garbage`."""
    _left_to_the_window.set()
    gc.disable()


def is_unwanted() -> bool:
    """Whether some thread just now makes so many objects that a search would take long."""
    return bool(_under_way)


@contextmanager
def no_collector() -> Iterator[None]:
    """Hundreds of thousands of records without a cycle: looking for cycles doubles the time.

    It takes a fifth of the program's start too. And it would hold up the window's thread, since
    the search stops all threads.
    """
    was_on, work = gc.isenabled(), object()
    gc.disable()
    _under_way.add(work)
    try:
        yield
    finally:
        _under_way.discard(work)
        if was_on and not _left_to_the_window.is_set():
            gc.enable()


@cache
def keep_what_is_loaded() -> None:
    """Take what is in memory for lasting; call it once, after the last large library was loaded.

    Looking through all of matplotlib for garbage holds up every thread for a tenth of a second.
    """
    gc.freeze()


def keep_many(number: int) -> None:
    """Take what is in memory for lasting once very many records came to stay, as by an import.

    Looking through hundreds of thousands of them for garbage holds up every thread for a second.
    They go when nobody refers to them any more, as everything else does.
    """
    if number > MANY:
        gc.freeze()
