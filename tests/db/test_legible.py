"""A row that is no record makes a backup damaged, before anything shows it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from db import legible
from db.engine import connect
from db.errors import DamagedError
from db.records import Remove, key_of
from db.store import Store
from tests.db.examples import ALL, BELONGING, NOTE, puts

NO_RECORDS = (
    "UPDATE attack SET colours = '5'",
    "UPDATE attack SET started_at = 'now'",
    "UPDATE attack SET started_at = '0001-01-01T00:00:00+23:59'",
    "UPDATE note SET recorded_at = ''",
    "UPDATE sore_day SET signs = '{'",
    "UPDATE custom_field SET choices = '" + "[" * 100_000 + "'",
    "UPDATE deleted SET cells = '5'",
    "UPDATE deleted SET kind = 'music'",
)


@pytest.fixture
def full(store: Store) -> Store:
    """Every kind of entry, and a deleted one."""
    gone = replace(NOTE, day=NOTE.day - timedelta(days=1))
    store.write(puts(*ALL, *BELONGING, gone))
    store.write([Remove(key_of(gone))])
    return store


@pytest.mark.parametrize("wish", NO_RECORDS)
def test_a_row_that_is_no_record_is_damage(full: Store, wish: str) -> None:
    with closing(connect(full.database.file, full.database.key)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute(wish)

    with pytest.raises(DamagedError):
        legible.check(full)


def test_every_row_that_the_program_wrote_is_a_record(full: Store) -> None:
    legible.check(full)
