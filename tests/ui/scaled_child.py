"""The main pages on a screen of another scale, in a process of their own; used by test_scaled.py.

Prints each control that is too small to hit and each word that is cut off, by page and text size.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from db.folder import open_diary
from diary.application import make_application
from diary.palette import Look
from diary.paths import Places
from diary.startup import make_window
from tests.ui.test_every_control import LEAST, _cut, _least, _settle, controls, told

PAGES = {
    9: ("today", "settings", "learn"),
    12: ("attacks", "body", "summary"),
    16: ("today", "care", "history"),
    24: ("today", "trends", "settings"),
}
"""Each page at least once, Today and the settings at both ends."""


def main() -> None:
    """Go through the pages in each size of the text."""
    folder = Path(sys.argv[1])
    application = make_application()
    places = Places(folder / "diary", folder / "settings.ini", folder / "logs")
    window = make_window(application, open_diary(places.diary), places)
    window.resize(1024, 640)
    window.show()
    screen = QApplication.primaryScreen()
    print(f"scale {screen.devicePixelRatio():g}")
    for points, pages in PAGES.items():
        window.theme.apply(Look.LIGHT, points)
        for page in pages:
            window.show_page(page)
            _settle()
            small = [
                told(each, points)
                for each in controls(window)
                if min(each.width(), each.height()) < _least(each) or each.width() < LEAST
            ]
            for fault in (*small, *_cut(window, points)):
                print(f"{page}: {fault}")
    window.leave()


if __name__ == "__main__":
    main()
