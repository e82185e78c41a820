"""The diary's only way of writing. The session's writer thread and the import use it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice

from sqlcipher3.dbapi2 import Connection

from db import deleted, rows
from db.codec import Row
from db.engine import Database
from db.photos import AT_ONCE
from db.read import Reader
from db.records import Edit, Key, Photo, Profile, Put, Record, Wish
from db.rows import KINDS

__all__ = ["Reader", "Store"]

_FEW = 20
"""Up to so many days (or ids) are looked up one by one, more of them as one stretch."""

_BATCH = 10_000
"""So many wishes are in memory at a time, though all are in one transaction."""


def _now() -> datetime:
    return datetime.now(UTC)


class Store(Reader):
    """An open diary; `now` says when something is deleted."""

    def __init__(self, database: Database, now: Callable[[], datetime] = _now) -> None:
        super().__init__(database)
        self._now = now

    def write(
        self,
        wishes: Iterable[Wish],
        pictures: Iterable[tuple[str, bytes]] = (),
        check: Callable[[Edit], object] | None = None,
        *,
        kept: bool = True,
    ) -> tuple[Edit, ...]:
        """Fulfil all wishes or none, in one durable transaction.

        A wish that changes nothing gives no edit. `Edit.after` is what a later read returns:
        lone surrogates in a text have become U+FFFD in it. `pictures` are durable before their
        photos; should the photos not be stored, `sweep` takes them away at some later start.
        `check` looks at each edit before it counts: whatever it raises, nothing was stored.
        What goes stays among the deleted for a while; if not `kept`, only photos do.

        Raises:
            DiaryError: Nothing was stored, and why.
        """
        left = iter(wishes)
        batch = list(islice(left, _BATCH))
        edits: list[Edit] = []
        at = self._now()
        if batch or pictures:
            with self.database.writing() as connection:
                self.pictures.put(pictures)
                while batch:
                    edits += _fulfil(connection, batch, at, kept=kept)
                    batch = list(islice(left, _BATCH))
                if check:
                    for edit in edits:
                        check(edit)
        return tuple(edits)

    def forget(self, before: datetime) -> None:
        """Let go of what was deleted before a moment."""
        with self.database.writing() as connection:
            deleted.forget(connection, before)

    def forget_step(self, at: datetime) -> None:
        """Let go for good of what was deleted by one write, known by its moment."""
        with self.database.writing() as connection:
            deleted.forget_step(connection, at)

    def sweep(self) -> int:
        """Let go of pictures without a photo, a few at a time; how many there were.

        The write lock keeps out whoever is just adding a photo.
        """
        swept = 0
        while self.unused_pictures():
            with self.database.writing() as connection:
                some = sorted(self.unused(connection))[:AT_ONCE]
                self.pictures.remove(some)
            swept += len(some)
        return swept

    def rest(self) -> None:
        """Close, and let go of the key: nothing can be read or written until `wake`."""
        try:
            self.pictures.close()
        finally:
            self.database.rest()

    def wake(self, key: str) -> None:
        """Work on; the key is that of the diary which now lies in the folder."""
        self.database.wake(key)

    def close(self) -> None:
        """Fold the write-ahead logs into their files and let go of them."""
        try:
            self.pictures.close()
        finally:
            self.database.close()


_Planned = tuple[Key, Record | None, Row | None]
_State = tuple[Record | None, Row | None]
_Rows = dict[Key, Row]
_ByKind = defaultdict[type, list[Row]]


def _fulfil(
    connection: Connection, wishes: Iterable[Wish], at: datetime, *, kept: bool
) -> list[Edit]:
    planned = [_planned(wish) for wish in wishes]
    before = _present(connection, [key for key, _, _ in planned])
    now: dict[Key, _State] = {}
    edits: list[Edit] = []
    for key, record, row in planned:
        old = now[key] if key in now else _found(key, before.get(key))
        if old[1] != row:
            edits.append(Edit(old[0], record))
            now[key] = record, row
    _apply(connection, before, now)
    gone = {key: before[key] for key, new in now.items() if _goes(before, key, new)}
    lasting = {key: row for key, row in gone.items() if kept or key[0] is Photo}
    deleted.keep(connection, lasting, at)
    deleted.release_same(
        connection, {k: new[1] for k, new in now.items() if new[1] and k not in before}
    )
    return edits


def _goes(before: _Rows, key: Key, new: _State) -> bool:
    return key in before and new[1] is None


def _planned(wish: Wish) -> _Planned:
    """The key that a wish is about, and what shall be under it."""
    if not isinstance(wish, Put):
        kind, first, second = wish.key
        return (kind, rows.clean(first), rows.clean(second)), None, None
    kind = type(wish.record)
    record, row = KINDS[kind].stored(wish.record)
    if kind is Profile and record == Profile():
        return (Profile, "", ""), None, None
    return _key(kind, row), record, row


def _found(key: Key, row: Row | None) -> _State:
    return (None, None) if row is None else (KINDS[key[0]].from_row(row), row)


def _present(connection: Connection, keys: Sequence[Key]) -> _Rows:
    """The rows, under these keys and perhaps others, that are there before the write."""
    found: _Rows = {}
    by_kind: dict[type, set[str]] = {}
    for kind, first, _ in keys:
        by_kind.setdefault(kind, set()).add(first)
    for kind, firsts in by_kind.items():
        few = len(firsts) <= _FEW
        for ends in [(each, each) for each in firsts] if few else [_ends(firsts)]:
            found |= {_key(kind, row): row for row in _stretch(connection, kind, ends)}
    return found


def _stretch(connection: Connection, kind: type, ends: tuple[str, str]) -> Iterator[Row]:
    table = KINDS[kind].table
    if kind is Profile:
        yield from connection.execute(table.select())
    else:
        wanted = table.select(f"WHERE {table.key[0]} BETWEEN ? AND ?")
        yield from connection.execute(wanted, ends)


def _ends(keys: Collection[str]) -> tuple[str, str]:
    return min(keys), max(keys)


def _key(kind: type, row: Row) -> Key:
    if kind is Profile:
        return Profile, "", ""
    return kind, row[0], row[1] if KINDS[kind].table.key_length > 1 else ""


def _apply(connection: Connection, before: _Rows, now: Mapping[Key, _State]) -> None:
    """Insert, update and delete, each kind of record in one go.

    What is there is known, so no upsert: it costs a third more than a plain update.
    """
    new: _ByKind = defaultdict(list)
    changed: _ByKind = defaultdict(list)
    gone: _ByKind = defaultdict(list)
    for key, (_, row) in now.items():
        kind, old = key[0], before.get(key)
        if row is not None:
            (new if old is None else changed)[kind].append(row)
        elif old is not None:
            gone[kind].append(old)
    for kind, found in new.items():
        connection.executemany(KINDS[kind].table.insert(), found)
    for kind, found in changed.items():
        connection.executemany(KINDS[kind].table.update(), found)
    for kind, found in gone.items():
        table = KINDS[kind].table
        connection.executemany(table.delete(), [row[: table.key_length] for row in found])
