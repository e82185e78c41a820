"""Is the diary whole? Used by the `check` command, by backups and by the tests."""

from __future__ import annotations

from db.read import Reader

_CHECKS = ("cipher_integrity_check", "integrity_check", "foreign_key_check")


def check(store: Reader) -> list[str]:
    """What is wrong with the database, one problem a line; empty when it is whole.

    Raises:
        DiaryError: It is damaged so badly that the checks cannot run.
    """
    problems: list[str] = []
    with store.database.reading() as connection:
        for name in _CHECKS:
            for row in connection.exec_driver_sql(f"PRAGMA {name}"):
                said = " ".join(str(part) for part in row)
                if said != "ok":
                    problems.append(f"{name}: {said}")
    return problems
