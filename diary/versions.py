"""The versions of the program and of what it stands on, for `--version` and bug reports."""

from __future__ import annotations

from importlib.metadata import version

from sqlcipher3 import dbapi2

from db.schema import SCHEMA
from diary import __version__


def versions() -> str:
    """One line each: program, schema, SQLite, SQLCipher and Qt."""
    parts = {
        "scleroderma-diary": __version__,
        "schema": str(SCHEMA),
        "SQLite": dbapi2.sqlite_version,
        "SQLCipher": _sqlcipher(),
        "Qt": version("PySide6-Essentials"),
    }
    return "\n".join(f"{name} {number}" for name, number in parts.items())


def _sqlcipher() -> str:
    connection = dbapi2.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return str(row[0]) if row else "?"
