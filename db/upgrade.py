"""Bring a database from its schema to another one, in a single transaction.

A diary in use is backed up before.

Alembic and its SQLAlchemy are imported here only, and only when there is something to do: opening
a diary of the present schema must stay fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from db import failures
from db.engine import Database, connect, prepare
from db.schema import APPLICATION_ID, SCHEMA

if TYPE_CHECKING:
    from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"


class RowsLostError(Exception):
    """A migration would have changed the number of rows: a bug. Nothing was changed."""


def upgrade(file: Path, key: str, backups: Path) -> None:
    """Back the diary up, then take it to the present schema.

    Raises:
        DiaryError: It could not be backed up or not be written; it is as it was.
        RowsLostError: See `migrate`.
    """
    from db.backup import make_automatic  # noqa: PLC0415 - only where there is something to do
    from db.backup_folder import Occasion  # noqa: PLC0415 - as above
    from db.read import Reader  # noqa: PLC0415 - as above

    with closing(Database(file, key)) as database:
        make_automatic(Reader(database), backups, datetime.now(UTC), Occasion.UPDATE)
    migrate(file, key)


def migrate(file: Path, key: str, *, to: int = SCHEMA) -> None:
    """Take the database to schema `to`, or leave it as it was.

    Raises:
        DiaryError: The database could not be written; nothing was changed.
        RowsLostError: A step lost rows; nothing was changed.
    """
    with failures.translated(file), _connected(file, key) as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        _run(connection, to)
        connection.commit()


@contextmanager
def _connected(file: Path, key: str) -> Iterator[Connection]:
    """A connection of the kind that Alembic needs; database errors come as the driver's own."""
    from sqlalchemy import create_engine  # noqa: PLC0415 - slow to import and rarely needed
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415 - as above
    from sqlalchemy.pool import NullPool  # noqa: PLC0415 - as above

    engine = create_engine(
        "sqlite://", module=dbapi2, creator=lambda: _connect(file, key), poolclass=NullPool
    )
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        raise error.orig or error from error
    finally:
        engine.dispose()


def _connect(file: Path, key: str) -> dbapi2.Connection:
    """Foreign keys are off: with them on, a table's rebuild can delete its children's rows."""
    connection = connect(file, key)
    prepare(connection)
    connection.execute("PRAGMA foreign_keys=OFF")
    return connection


def _run(connection: Connection, to: int) -> None:
    from alembic import command  # noqa: PLC0415 - slow to import and rarely needed
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    before = _row_counts(connection)
    here = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    revision = f"{to:04d}" if to else "base"
    (command.upgrade if to >= here else command.downgrade)(config, revision)
    after = _row_counts(connection)
    lost = {name: count for name, count in before.items() if after.get(name, count) != count}
    if lost:
        message = f"rows changed in {sorted(lost)}"
        raise RowsLostError(message)
    connection.exec_driver_sql(f"PRAGMA user_version={to}")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def _row_counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
    ).scalars()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608 - a table's own name
        for name in list(names)
    }
