from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlcipher3 import dbapi2

from db import event_tables, schema, upgrade
from db.check import check
from db.engine import connect
from db.folder import open_diary
from db.keys import database_key, load
from db.schema import SCHEMA
from db.store import Store
from tests.db.examples import ALL, ATTACK, BELONGING, NOTE, PROFILE, READING, puts

STORED = Path(__file__).parent / "stored"
KEY = database_key(bytes(16))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "some.db"
    found.touch()
    return found


@pytest.fixture
def plain(file: Path) -> Iterator[Connection]:
    """A connection of the migration's kind to a database at head."""
    upgrade.migrate(file, KEY)
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: connect(file, KEY))
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_the_migrations_lead_to_the_tables_of_the_program(plain: Connection) -> None:
    event_tables.all_tables()
    context = MigrationContext.configure(plain, opts={"compare_type": False})
    assert compare_metadata(context, schema.metadata) == []


def test_the_migrations_write_the_same_ddl_as_the_tables(plain: Connection) -> None:
    rows = plain.exec_driver_sql(
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> 'alembic_version'"
    )
    found = {name: _spaced(sql) for name, sql in rows}
    assert found == _wanted()


def _wanted() -> dict[str, str]:
    dialect = sqlite.dialect()
    wanted = {}
    event_tables.all_tables()
    for table in schema.metadata.tables.values():
        wanted[table.name] = str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            wanted[str(index.name)] = str(CreateIndex(index).compile(dialect=dialect))
    return {name: _spaced(sql) for name, sql in wanted.items()}


def _spaced(sql: str) -> str:
    return re.sub(r"\s*([(),])\s*", r"\1", re.sub(r"\s+", " ", sql)).strip()


def test_the_last_revision_is_the_schema_of_the_program() -> None:
    config = Config()
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    revisions = [each.revision for each in script.walk_revisions()]
    assert revisions == [f"{number:04d}" for number in range(SCHEMA, 0, -1)]


def test_down_to_nothing_and_up_again(file: Path) -> None:
    upgrade.migrate(file, KEY)
    upgrade.migrate(file, KEY, to=0)
    with closing(connect(file, KEY)) as raw:
        names = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        assert names == [("alembic_version",)]
        assert raw.execute("PRAGMA user_version").fetchone() == (0,)
    upgrade.migrate(file, KEY)
    with closing(connect(file, KEY)) as raw:
        assert raw.execute("SELECT count(*) FROM reading").fetchone() == (0,)


def test_a_step_that_loses_rows_changes_nothing(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(puts(*ALL))
    store.close()
    key = database_key(load(folder))
    counted = upgrade._row_counts
    results = iter([{"reading": 1}, {"reading": 0}])
    monkeypatch.setattr(upgrade, "_row_counts", lambda _: next(results))
    with pytest.raises(upgrade.RowsLostError, match="reading"):
        upgrade.migrate(store.database.file, key, to=0)
    monkeypatch.setattr(upgrade, "_row_counts", counted)
    again = open_diary(folder)
    assert set(again.everything().records()) == set(ALL)
    again.close()


KEPT = {"v1": (READING, NOTE, ATTACK, PROFILE), "v2": (*ALL, *BELONGING)}


@pytest.mark.parametrize("kept", sorted(STORED.glob("v*")), ids=lambda kept: kept.name)
def test_a_diary_of_each_released_schema_opens_with_its_data(kept: Path, tmp_path: Path) -> None:
    shutil.copytree(kept, tmp_path / "diary")
    store = open_diary(tmp_path / "diary", create=False)
    found = store.everything()
    assert set(found.records()) == set(KEPT[kept.name])
    assert check(store) == []
    store.close()


def test_there_is_a_stored_diary_of_this_schema() -> None:
    assert (STORED / f"v{SCHEMA}" / "diary.db").exists()
