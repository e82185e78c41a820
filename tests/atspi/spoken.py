"""What Orca says while somebody goes through the pages by keyboard; to be read, not to be tested.

    python -m tests.atspi.spoken

Needs Orca and xdotool beside the tools of the other tests.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db.folder import open_diary
from db.records import Put
from diary.clock import SystemClock
from diary.demo import sample
from tests.atspi.desk import read_by_bus

MOST_SECONDS = 500


def main() -> None:
    """Fill a diary, go through it with Orca beside, and print what it said."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        store = open_diary(folder / "diary")
        until = SystemClock().now().date()
        store.write(Put(record) for record in sample(days=60, until=until).records())
        store.close()
        print(read_by_bus(folder, "listen.py", seconds=MOST_SECONDS))


if __name__ == "__main__":
    main()
