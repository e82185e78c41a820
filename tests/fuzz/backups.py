"""Backups to begin from, and how they are changed: mostly so that their sums are right again."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from db import backup, backup_file, keys
from db.engine import connect
from db.errors import DiaryError
from db.folder import open_diary
from db.names import DB_NAME
from db.records import Photo, Put
from tests.fuzz import changes
from tests.fuzz.changes import Bytes
from tests.fuzz.seeds import thinned
from tests.pictures import kept

_NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
_SQL = (
    "UPDATE {table} SET {column} = {value}",
    "INSERT INTO {table} SELECT * FROM {table}",
    "DELETE FROM {table}",
    "DROP TABLE {table}",
    "ALTER TABLE {table} DROP COLUMN {column}",
    "CREATE TRIGGER more AFTER UPDATE ON {table} BEGIN DELETE FROM {table}; END",
    "CREATE VIEW more AS SELECT load_extension('evil') FROM {table}",
    "CREATE INDEX more ON {table} ({column})",
    "PRAGMA user_version={value}",
    "PRAGMA application_id={value}",
)
_VALUES = (
    "NULL",
    "''",
    "'x'",
    "0",
    "-1",
    "99",
    "1e308",
    "x'00ff'",
    "'[1]'",
    "'{}'",
    "1 << 62",
    "CAST(x'ff' AS TEXT)",
)
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"


@cache
def made() -> bytes:
    """A backup of the same diary as the exports."""
    diary = thinned()
    with TemporaryDirectory() as name:
        target = Path(name) / "made"
        with closing(open_diary(Path(name) / "diary")) as store:
            pictures = [(photo.id, kept()) for photo in diary.of(Photo)]
            store.write(map(Put, diary.records()), pictures)
            backup.make(store, target, _NOW, pictures=True)
        return target.read_bytes()


def changed(file: bytes, chance: Random, plain: Bytes | None = None) -> bytes:
    """The backup with a part changed; often its sums are right all the same."""
    if chance.random() < 0.2:
        return changes.changed(file, chance, plain)
    try:
        with TemporaryDirectory() as name:
            return _repacked(file, Path(name), chance, plain)
    except (DiaryError, OSError, dbapi2.Error):
        return changes.changed(file, chance, plain)


def _repacked(file: bytes, folder: Path, chance: Random, plain: Bytes | None) -> bytes:
    given = folder / "given"
    given.write_bytes(file)
    about = backup_file.verify(given)
    parts = {part: folder / part for part in about.sums}
    for part, target in parts.items():
        backup_file.unpack(given, part, target)
    one = chance.choice([*parts.values(), parts[DB_NAME]])
    if one.name == keys.KEYS_NAME or chance.random() < 0.3:
        one.write_bytes(changes.changed(one.read_bytes(), chance, plain))
    else:
        _change_rows(one, keys.database_key(keys.load(folder)), chance)
    sums = {part: backup_file.sum_of(target) for part, target in parts.items()}
    backup_file.pack(parts, replace(about, sums=sums), given)
    return given.read_bytes()


def _change_rows(file: Path, key: str, chance: Random) -> None:
    """As somebody would who has the key."""
    with closing(connect(file, key)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        for _ in range(chance.choice((1, 1, 3))):
            tables = connection.execute(_TABLES).fetchall()
            if not tables:
                return
            table = chance.choice(tables)[0]
            columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
            wish = chance.choice((*_SQL, *_SQL[:1] * 10)).format(
                table=table, column=chance.choice(columns)[1], value=chance.choice(_VALUES)
            )
            with suppress(dbapi2.Error, MemoryError):  # SQLCipher's words for a damaged page
                connection.execute(wish)
