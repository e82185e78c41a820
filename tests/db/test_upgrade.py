from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlcipher3.dbapi2 import Connection

from db import backup, backup_file, judge, upgrade
from db.check import check
from db.codec import type_of
from db.engine import connect
from db.errors import DamagedError, DiskFullError
from db.folder import open_diary
from db.keys import database_key, load
from db.records import EVENTS, Attack, Event
from db.schema import DELETED, SCHEMA, TABLES
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
    """A connection to a database at head."""
    upgrade.migrate(file, KEY)
    with closing(connect(file, KEY)) as connection:
        yield connection


def ddl(plain: Connection, table: str) -> str:
    wanted = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
    (found,) = plain.execute(wanted, (table,)).fetchone()
    return re.sub(r"\s+", " ", found)


def test_the_migrations_lead_to_the_tables_of_the_program(plain: Connection) -> None:
    for table in (*TABLES.values(), DELETED):
        columns = plain.execute(f"PRAGMA table_info({table.name})").fetchall()
        assert tuple(name for _number, name, *_rest in columns) == table.columns
        key = sorted((place, name) for _number, name, _, _, _, place in columns if place)
        assert tuple(name for _place, name in key) == table.key


def test_the_migrations_make_no_other_tables(plain: Connection) -> None:
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'alembic_version'"
    found = {name for (name,) in plain.execute(tables)}
    assert found == {table.name for table in (*TABLES.values(), DELETED)}


def test_every_table_is_strict(plain: Connection) -> None:
    loose = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict"
    found = {name for (name,) in plain.execute(loose)}
    assert found == {"alembic_version", "sqlite_schema"}


COLUMNS = {
    "str": ("TEXT", ""),
    "int": ("INTEGER", ""),
    "float": ("REAL", ""),
    "bool": ("INTEGER", "CHECK ({0} BETWEEN 0 AND 1)"),
    "date": ("TEXT", "CHECK (date({0}) IS {0})"),
    "datetime": ("TEXT", ""),
    "tuple[str, ...]": ("TEXT", "CHECK (json_type({0}) = 'array')"),
}
"""The column and the check that follow from the type of an event's part."""


@pytest.mark.parametrize("kind", EVENTS)
def test_the_columns_of_events_follow_from_their_parts(
    plain: Connection, kind: type[Event]
) -> None:
    table = TABLES[kind]
    columns = plain.execute(f"PRAGMA table_info({table.name})").fetchall()
    for part, (_number, name, column, needed, *_rest) in zip(fields(kind), columns, strict=True):
        of, optional = type_of(part)
        wanted, check_of_it = COLUMNS[of]
        assert (name, column, bool(needed)) == (part.name, wanted, not optional)
        assert check_of_it.format(name) in ddl(plain, table.name)


@pytest.mark.parametrize("kind", [Attack, *EVENTS])
def test_no_id_is_empty(plain: Connection, kind: type) -> None:
    (key, *_day) = TABLES[kind].key
    assert re.search(rf"CHECK \(\"?{key}\"? <> ''\)", ddl(plain, TABLES[kind].name))


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


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A diary of the first schema."""
    found = tmp_path / "diary"
    shutil.copytree(STORED / "v1", found)
    return found


def test_an_old_diary_is_backed_up_before_it_is_brought_up(old: Path) -> None:
    open_diary(old, create=False).close()

    (kept,) = (old / "backups").iterdir()
    assert kept.name.startswith("before update ")
    about = backup_file.verify(kept)
    assert (about.schema, about.rows) == (1, len(KEPT["v1"]))


def test_a_diary_of_this_schema_needs_no_backup_to_open(tmp_path: Path) -> None:
    shutil.copytree(STORED / f"v{SCHEMA}", tmp_path / "diary")

    open_diary(tmp_path / "diary", create=False).close()

    assert not (tmp_path / "diary" / "backups").exists()


def test_without_a_backup_the_old_diary_stays_old(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "pack", full_disk)
    with pytest.raises(DiskFullError):
        open_diary(old, create=False)

    assert judge.schema_of(old / "diary.db", database_key(load(old))) == 1
    assert list((old / "backups").iterdir()) == []


def test_a_damaged_page_leaves_the_old_diary_old(old: Path) -> None:
    """Given a page that only the upgrade reads."""
    file, key = old / "diary.db", database_key(load(old))
    content = bytearray(file.read_bytes())
    content[-2000] ^= 1
    file.write_bytes(content)

    with pytest.raises(DamagedError):
        upgrade.migrate(file, key)
    assert judge.schema_of(file, key) == 1
