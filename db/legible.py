"""Is each row of a database from elsewhere what it claims to be? Used before one is restored.

The rules of the tables hold most of it, but not all: a list of words may be a number there. What
cannot be read would stop the window at the first page that shows it.
"""

from __future__ import annotations

from db.errors import DamagedError
from db.read import Reader
from db.records import EVENTS, Attack, Note, Profile, Reading
from db.rows import KINDS

_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RuntimeError)


def check(reader: Reader) -> None:
    """Read every row, also those of what was deleted.

    Raises:
        DamagedError: One of them is no record.
    """
    try:
        with reader.database.reading() as connection:
            for kind in (Reading, Note, Attack, Profile, *EVENTS):
                for row in connection.execute(KINDS[kind].table.select()):
                    KINDS[kind].from_row(row)
        reader.deletions()
    except _UNREADABLE as error:
        raise DamagedError(file=reader.database.file) from error
