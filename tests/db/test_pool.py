"""Lending connections and taking them back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Thread, Timer

import pytest
from sqlcipher3 import dbapi2

from db.engine import connect
from db.errors import LockedError
from db.pool import Pool

KEY = "a" * 64


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Pool]:
    found = Pool(lambda: connect(tmp_path / "some.db", KEY, mode="rwc"))
    with found.lent() as connection:
        connection.execute("CREATE TABLE t (x)")
    yield found
    found.clear()


def is_open(connection: dbapi2.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except dbapi2.ProgrammingError:
        return False
    return True


def test_a_connection_that_came_back_is_lent_again(pool: Pool) -> None:
    with pool.lent() as first:
        pass
    with pool.lent() as second:
        assert second is first


def test_two_at_once_are_two_connections(pool: Pool) -> None:
    with pool.lent() as first, pool.lent() as second:
        assert second is not first


def test_three_stay_open(pool: Pool) -> None:
    with ExitStack() as stack:
        lent = [stack.enter_context(pool.lent()) for _number in range(5)]
    assert sum(map(is_open, lent)) == 3


def test_what_was_left_undone_is_rolled_back(pool: Pool) -> None:
    with pool.lent() as connection:
        connection.execute("BEGIN")
        connection.execute("INSERT INTO t VALUES (1)")
    with pool.lent() as connection:
        assert not connection.in_transaction
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)


def test_after_a_disk_error_every_connection_is_a_fresh_one(pool: Pool) -> None:
    with pool.lent() as first, pool.lent() as second:
        pass
    broken = dbapi2.OperationalError("...")
    broken.sqlite_errorcode = dbapi2.SQLITE_IOERR

    with pytest.raises(dbapi2.OperationalError), pool.lent():
        raise broken

    assert not is_open(first)
    assert not is_open(second)
    with pool.lent() as third:
        assert is_open(third)


def test_a_mistake_in_a_statement_costs_no_connection(pool: Pool) -> None:
    with pytest.raises(dbapi2.OperationalError), pool.lent() as first:
        first.execute("SELECT nothing")
    with pool.lent() as second:
        assert second is first


def test_one_that_is_lent_while_the_others_are_closed_is_closed_when_it_comes_back(
    pool: Pool,
) -> None:
    with pool.lent() as connection:
        pool.clear()
        assert is_open(connection)
    assert not is_open(connection)


def test_while_it_is_shut_nobody_has_a_connection(pool: Pool) -> None:
    came = Event()

    def read() -> None:
        with pool.lent() as connection:
            connection.execute("SELECT * FROM t")
            came.set()

    with pool.lent() as before:
        pass
    reader = Thread(target=read)
    with pool.shut():
        assert not is_open(before)
        reader.start()
        assert not came.wait(0.05)
    reader.join(5)
    assert came.is_set()


def test_it_is_shut_as_soon_as_the_last_one_came_back(pool: Pool) -> None:
    lent, give_back = Event(), Event()

    def hold() -> None:
        with pool.lent_to_write():
            lent.set()
            give_back.wait(5)

    holder = Thread(target=hold)
    holder.start()
    assert lent.wait(5)
    Timer(0.05, give_back.set).start()

    with pool.shut():
        assert give_back.is_set()
    holder.join(5)


def test_whoever_keeps_one_is_not_waited_for_for_ever(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.pool._PATIENCE", 0.05)

    with pool.lent() as kept:
        with pytest.raises(LockedError), pool.shut():
            pass
        assert is_open(kept)
    with pool.lent() as again:
        assert is_open(again)
