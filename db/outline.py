"""Is a database from elsewhere built as this program builds it? Asked before anything else.

A view, a trigger or another rule of a table would run as soon as rows are read, checked or brought
to the present schema. Every table and index must therefore be, word for word, what a migration of
ours wrote. Only the description is read for that, which runs nothing.
"""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

from db import failures
from db.engine import connect
from db.errors import ForeignFileError

PICTURES = 0
"""Stands for the file of the pictures among the schemas."""

KNOWN = {
    PICTURES: "2cbdcb7770f5257c1ee957cc1e194944f64531d05ff56fbc40bfff2ec686799c",
    1: "ca4e097fb03e19060bcc0e86943fafc713491d13062eab73490ccdecc2ae671d",
    2: "a65529c5582fc6ab5cde330e64445de86c58738f242a7c11054213cb03b73acb",
}
"""The digest of each schema that was ever released. A test holds the last one to the migrations."""

_PARTS = (
    "SELECT type, name, tbl_name, sql FROM sqlite_schema"
    " WHERE type NOT IN ('table', 'index') OR name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    " ORDER BY type, name"
)


def check(file: Path, key: str, schema: int) -> None:
    """Refuse a database that is not built as the schema says it is.

    Raises:
        ForeignFileError: It is built otherwise.
    """
    if outline(file, key) != KNOWN.get(schema):
        raise ForeignFileError(file=file)


def outline(file: Path, key: str) -> str:
    """A digest of how a database is built."""
    with failures.translated(file), closing(connect(file, key, mode="ro")) as connection:
        parts = connection.execute(_PARTS).fetchall()
    return hashlib.sha256(repr(parts).encode()).hexdigest()
