"""Is the diary whole? Used by the `check` command, by backups and by the tests."""

from __future__ import annotations

from db.errors import DamagedError
from db.read import Reader

_CHECKS = ("cipher_integrity_check", "integrity_check", "foreign_key_check")


def check(store: Reader) -> list[str]:
    """What is wrong with the database, one problem a line; empty when it is whole."""
    return [f"{name}: {problem}" for name in _CHECKS for problem in _problems(store, name)]


def _problems(store: Reader, name: str) -> list[str]:
    try:
        with store.database.reading() as connection:
            found = connection.exec_driver_sql(f"PRAGMA {name}").all()
    except DamagedError:
        return ["the database is too damaged for this check"]
    said = [" ".join(str(part) for part in row) for row in found]
    return [each for each in said if each != "ok"]
