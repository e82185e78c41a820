"""The child of `test_kill`: writes for ever and names each key once it is acknowledged.

Usage: python -m tests.db.writer FOLDER NUMBER
"""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from db.folder import open_diary
from db.records import Put, Remove, key_of
from tests.db.examples import ATTACK, READING


def main() -> None:
    """Write readings, attacks and removals under keys that start with the run's number."""
    folder, run = Path(sys.argv[1]), sys.argv[2]
    store = open_diary(folder)
    for number in count():
        name = f"{run}.{number}"
        reading = replace(READING, field=name, value=number)
        store.write([Put(reading), Put(replace(ATTACK, id=name))])
        sys.stdout.write(f"+{name}\n")
        sys.stdout.flush()
        if number % 5 == 0:
            store.write([Remove(key_of(reading))])
            sys.stdout.write(f"-{name}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
