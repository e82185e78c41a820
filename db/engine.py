"""Connections to the encrypted database: key, PRAGMAs, transactions and error translation.

`sqlcipher3` is the only SQLite in the process: two copies would cancel each other's locks. The
live file is never opened with `open()`, because closing it would drop SQLite's locks.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from db import failures
from db.errors import DamagedError, DiaryError, DiskFailedError, NoDiaryError, RestingError
from db.pool import Pool

BUSY_TIMEOUT = 3.0
"""Seconds that a write waits for another program before it gives up."""

_CACHED_STATEMENTS = 8
"""More of them fill SQLite's small pool of fast memory, and every allocation beside it is locked
and wiped (`cipher_memory_security`): measured, a long write then takes twice as long."""

_PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "mmap_size=0",
    "busy_timeout={busy}",
    "cipher_memory_security=ON",
    *(("fullfsync=ON",) if sys.platform == "darwin" else ()),
)


class Held(Connection):  # type: ignore[misc]  # sqlcipher3 tells no types
    """A connection that remembers its file.

    SQLite goes on writing to a file that was deleted or moved, and acknowledges it.
    """

    held: tuple[int, int] | None = None

    def hold(self, file: Path) -> None:
        """Remember which file has this name now."""
        self.held = _identity(file)

    def still_holds(self, file: Path) -> bool:
        """Whether the file that is written still has its name, and so has its log."""
        log = file.with_name(file.name + "-wal")
        return self.held == _identity(file) and _identity(log) is not None


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        facts = file.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino


def connect(file: Path, key: str, *, mode: str = "rw") -> Held:
    """A keyed connection without further PRAGMAs; the file must exist unless `mode` is "rwc".

    Nothing is read yet: a wrong key shows at the first statement.
    """
    found: Held = dbapi2.connect(
        f"{file.as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_CACHED_STATEMENTS,
        factory=Held,
    )
    found.execute("PRAGMA cipher_log_level=NONE")
    found.execute(f"PRAGMA key=\"x'{key}'\"")
    return found


def set_journal(connection: Connection, mode: str) -> None:
    """Go over to "wal" or "delete", in which a file is whole by itself.

    Raises:
        DiskFailedError: The disk did not let it; SQLite stays as it was, in silence.
    """
    if connection.execute(f"PRAGMA journal_mode={mode}").fetchone() != (mode,):
        raise DiskFailedError


def prepare(connection: Connection, busy_timeout: float = BUSY_TIMEOUT) -> None:
    """Set the PRAGMAs that every working connection needs, in the order of the design.

    Raises:
        DiskFailedError: The disk did not let the log begin.
    """
    set_journal(connection, "wal")
    for pragma in _PRAGMAS:
        connection.execute("PRAGMA " + pragma.format(busy=round(busy_timeout * 1000)))


class Database:
    """The open database: a small pool, short transactions, errors as `db.errors`.

    Any thread may read while another one writes. A reading transaction sees one state. All
    writing goes through one connection: it tells then what others wrote (`changed_elsewhere`).
    """

    read_only: DiaryError | None = None
    """Why nothing can be written; None where it can."""

    def __init__(self, file: Path, key: str, *, busy_timeout: float = BUSY_TIMEOUT) -> None:
        self.file = file
        self._key: str | None = key
        self._busy_timeout = busy_timeout
        self._pool = Pool(self._connect)
        self._seen: tuple[Connection, int] | None = None

    @property
    def folder(self) -> Path:
        """The folder of the diary that the file belongs to."""
        return self.file.parent

    def part(self, name: str) -> Path:
        """Where another file of the diary lies."""
        return self.folder / name

    @property
    def key(self) -> str:
        """The raw key in hex.

        Raises:
            RestingError: It was let go of.
        """
        if self._key is None:
            raise RestingError
        return self._key

    def rest(self) -> None:
        """Close, and let go of the key: nothing can be read or written until `wake`."""
        try:
            self._let_go()
        finally:
            self._key, self._seen = None, None

    def wake(self, key: str) -> None:
        """Work on with a key that opens the file."""
        self._key = key

    @contextmanager
    def shut(self) -> Iterator[None]:
        """While the block runs, the file is closed, and whoever wants to read or write waits.

        Raises:
            LockedError: Someone still reads.
        """
        with failures.translated(self.file), self._pool.shut():
            yield

    def beside(self, name: str) -> Database:
        """Another database in the same folder, under the same key."""
        return Database(self.part(name), self.key, busy_timeout=self._busy_timeout)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A snapshot to read from."""
        with self._transaction(self._pool.lent(), "BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One immediate transaction, durable when the block has ended.

        Raises:
            DiaryError: What went wrong; nothing of the block was stored.
        """
        if self.read_only is not None:
            raise self.read_only
        with self._transaction(self._pool.lent_to_write(), "BEGIN IMMEDIATE") as connection:
            yield connection
            connection.commit()
            self._check_in_place(connection)

    def changed_elsewhere(self) -> bool:
        """Whether others have written since this was last asked; False when asked first.

        A new connection, after an error of the disk, knows nothing of what was before: True.
        """
        with failures.translated(self.file), self._pool.lent_to_write() as connection:
            (version,) = connection.execute("PRAGMA data_version").fetchone()
            before, self._seen = self._seen, (connection, version)
        return before not in {None, self._seen}

    def fold(self) -> None:
        """Fold the write-ahead log into the file, as far as nobody reads what was there before."""
        with failures.translated(self.file), self._pool.lent() as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def leave(self) -> None:
        """Let go of the file as it is: to others who have it open, folding looks like a change."""
        self._pool.clear()

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it. Harmless when repeated."""
        self._let_go()

    def _let_go(self) -> None:
        if self._key is None:
            return
        try:
            with failures.translated(self.file), self._pool.lent() as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._pool.clear()

    @contextmanager
    def _transaction(
        self, lent: AbstractContextManager[Connection], begin: str
    ) -> Iterator[Connection]:
        try:
            with failures.translated(self.file), lent as connection:
                connection.execute(begin)
                yield connection
                connection.commit()
        except DamagedError as error:
            if error.values["file"] != self.file:
                raise
            from db.unread import told_apart  # noqa: PLC0415 - hardly ever needed

            raise told_apart(self.file, self.key) from error

    def _check_in_place(self, connection: Held) -> None:
        """What was written counts only where the next start finds it.

        A file that has no name any more can still be read, and may get its name back.
        """
        if connection.still_holds(self.file):
            return
        if self.file.exists():
            self._pool.clear()
        raise NoDiaryError(folder=self.file.parent)

    def _connect(self) -> Connection:
        connection = connect(self.file, self.key)
        try:
            prepare(connection, self._busy_timeout)
            connection.hold(self.file)
        except BaseException:
            connection.close()
            raise
        return connection
