"""A real window in a process of its own, that records by keys and says each durable entry.

Used by test_kill_window.py, which kills it. Prints "day value" after the window said saved.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.folder import open_diary
from diary.application import make_application
from diary.paths import Places
from diary.startup import make_window


def main() -> None:
    """Record the itch of one day after another until killed."""
    folder = Path(sys.argv[1])
    places = Places(folder / "diary", folder / "settings.ini", folder / "logs")
    application = make_application()
    window = make_window(application, open_diary(places.diary), places)
    window.show()
    page = window.today_page()
    said: list[object] = []
    window.session.saved.connect(said.append)
    for number in range(100_000):
        page.show_day(window.session.today() - timedelta(days=number % 3000))
        row = page.column.row("skin.itch")
        assert row is not None
        value = number % 10
        before = len(said)
        if row.input.value_or_none() == value:
            continue
        QTest.keyClick(row.input, Qt.Key(Qt.Key.Key_0 + value))
        while len(said) == before:
            application.processEvents()
        print(page.day.isoformat(), value, flush=True)


if __name__ == "__main__":
    main()
