"""Fault 21: a hostile schema in a file from elsewhere is refused before any of it can run."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from db import backup, backup_file, keys, unpacked
from db.engine import connect
from db.errors import BackupDamagedError, NotABackupError
from db.outline import KNOWN, PICTURES, outline
from db.photos import NAME
from db.schema import SCHEMA
from db.store import Store
from tests.exchange.diaries import NOW

STORED = Path(__file__).parent / "stored"
BOMB = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n"
HOSTILE = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM reading; END",
    "a view": f"CREATE VIEW v AS {BOMB}",
    "a view in a table's place": f"DROP TABLE note; CREATE VIEW note AS {BOMB}",
    "a virtual table": "CREATE VIRTUAL TABLE t USING fts5(x)",
    "one more table": "CREATE TABLE t (x)",
    "one more index": "CREATE INDEX i ON note (hex(zeroblob(1000000000)))",
    "another check": (
        "DROP TABLE note; CREATE TABLE note (day TEXT PRIMARY KEY, text TEXT, recorded_at TEXT,"
        " CHECK (randomblob(1000000000) IS NULL))"
    ),
    "a trigger under SQLite's name": (
        "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM reading; END;"
        "PRAGMA writable_schema=ON;"
        "UPDATE sqlite_schema SET name = 'sqlite_t' WHERE name = 't'"
    ),
    "no table at all": "DROP TABLE reading",
}


def test_this_schema_and_every_stored_one_is_known(store: Store, tmp_path: Path) -> None:
    assert outline(store.database.file, store.database.key) == KNOWN[SCHEMA]
    for schema in range(1, SCHEMA + 1):
        folder = shutil.copytree(STORED / f"v{schema}", tmp_path / f"v{schema}")
        key = keys.database_key(keys.load(folder))
        assert outline(folder / "diary.db", key) == KNOWN[schema]


def test_the_file_of_the_pictures_is_known(store: Store, folder: Path) -> None:
    store.pictures.put([("a", b"jpeg")])
    store.pictures.close()

    assert outline(folder / NAME, store.database.key) == KNOWN[PICTURES]


@pytest.fixture
def hostile(store: Store, tmp_path: Path) -> Path:
    """A sealed backup, whose maker knew its key."""
    made = tmp_path / "made.scdiary"
    store.pictures.put([("a", b"jpeg")])
    backup.make(store, made, NOW, pictures=True)
    return made


def infected(made: Path, part: str, sql: str, scratch: Path) -> None:
    """Change one part of a backup, and seal the backup anew."""
    about = backup_file.read(made)
    scratch.mkdir()
    parts = {name: scratch / name for name in about.sums}
    for name, file in parts.items():
        backup_file.unpack(made, name, file)
    key = keys.database_key(keys.load(scratch))
    with closing(connect(parts[part], key)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.executescript(sql)
    sums = {name: backup_file.sum_of(file) for name, file in parts.items()}
    sealed = backup_file.About(about.made, about.schema, about.rows, about.pictures, sums)
    backup_file.pack(parts, sealed, made)


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_schema_runs_nothing(
    case: str, hostile: Path, folder: Path, tmp_path: Path
) -> None:
    infected(hostile, "diary.db", HOSTILE[case], tmp_path / "scratch")
    backup_file.verify(hostile)

    with (
        pytest.raises((NotABackupError, BackupDamagedError), match="Nothing was changed"),
        unpacked.unpacked(hostile, folder, unpacked.Access()),
    ):
        raise AssertionError

    assert not list(folder.glob(".opened*"))


def test_a_hostile_file_of_pictures_runs_nothing(
    hostile: Path, folder: Path, tmp_path: Path
) -> None:
    infected(hostile, NAME, f"DROP TABLE image; CREATE VIEW image AS {BOMB}", tmp_path / "s")

    with (
        pytest.raises(NotABackupError),
        unpacked.unpacked(hostile, folder, unpacked.Access()),
    ):
        raise AssertionError
