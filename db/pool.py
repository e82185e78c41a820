"""The open connections of a database: lent to one thread at a time, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, Full, LifoQueue
from threading import Condition, Lock

from sqlcipher3.dbapi2 import Connection, Error

from db import failures
from db.errors import LockedError

_KEPT = 3
"""So many connections for reading stay open while nobody uses them."""

_PATIENCE = 5.0
"""Seconds until whoever shuts the pool gives up."""

_Idle = LifoQueue[Connection]


class Pool:
    """Lends connections to any thread, the one used last before the others.

    What writes is one connection, always the same: SQLite tells it apart from all others.
    """

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._readers, self._writer = _nothing_idle()
        self._one_writes = Lock()
        self._door = Condition()
        self._out = 0
        self._is_shut = False

    @contextmanager
    def lent(self) -> Iterator[Connection]:
        """A connection. What it left undone is rolled back; after a disk error all are replaced."""
        with self._lent(lambda: self._readers) as connection:
            yield connection

    @contextmanager
    def lent_to_write(self) -> Iterator[Connection]:
        """The connection that writes, as soon as no other thread has it."""
        with self._one_writes, self._lent(lambda: self._writer) as connection:
            yield connection

    @contextmanager
    def shut(self) -> Iterator[None]:
        """While the block runs, no connection is open, and whoever wants one waits.

        Raises:
            LockedError: Someone did not give theirs back in time.
        """
        with self._door:
            self._is_shut = True
        try:
            with self._door:
                if not self._door.wait_for(lambda: not self._out, _PATIENCE):
                    raise LockedError
            self.clear()
            yield
        finally:
            with self._door:
                self._is_shut = False
                self._door.notify_all()

    @contextmanager
    def _inside(self) -> Iterator[None]:
        """Counts who has a connection, and keeps them waiting while the pool is shut."""
        with self._door:
            self._door.wait_for(lambda: not self._is_shut)
            self._out += 1
        try:
            yield
        finally:
            with self._door:
                self._out -= 1
                self._door.notify_all()

    @contextmanager
    def _lent(self, which: Callable[[], _Idle]) -> Iterator[Connection]:
        with self._inside(), self._from(which()) as connection:
            yield connection

    @contextmanager
    def _from(self, idle: _Idle) -> Iterator[Connection]:
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
        replaced = self._readers, self._writer
        self._readers, self._writer = _nothing_idle()
        for idle in replaced:
            with suppress(Empty):
                while True:
                    idle.get_nowait().close()

    def _take_back(self, connection: Connection, idle: _Idle) -> None:
        try:
            connection.rollback()
            if idle in {self._readers, self._writer}:
                idle.put_nowait(connection)
                return
        except (Error, Full):
            pass
        connection.close()


def _nothing_idle() -> tuple[_Idle, _Idle]:
    return LifoQueue(_KEPT), LifoQueue(1)
