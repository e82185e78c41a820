"""The open connections of a database: lent to one thread at a time, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, Full, LifoQueue

from sqlcipher3.dbapi2 import Connection, Error

from db import failures

_KEPT = 3
"""So many connections stay open while nobody uses them."""


class Pool:
    """Lends connections to any thread, the one used last before the others."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._idle: LifoQueue[Connection] = LifoQueue(_KEPT)

    @contextmanager
    def lent(self) -> Iterator[Connection]:
        """A connection. What it left undone is rolled back; after a disk error all are replaced."""
        idle = self._idle
        try:
            connection = idle.get_nowait()
        except Empty:
            connection = self._connect()
        try:
            yield connection
        except Error as error:
            if failures.is_broken(error):
                self.clear()
            raise
        finally:
            self._take_back(connection, idle)

    def clear(self) -> None:
        """Close the connections that nobody uses, and the lent ones as soon as they come back."""
        idle, self._idle = self._idle, LifoQueue(_KEPT)
        with suppress(Empty):
            while True:
                idle.get_nowait().close()

    def _take_back(self, connection: Connection, idle: LifoQueue[Connection]) -> None:
        try:
            connection.rollback()
            if idle is self._idle:
                idle.put_nowait(connection)
                return
        except (Error, Full):
            pass
        connection.close()
