"""Picture every page, in each look, text size and window size, into a folder.

Run by `tasks.py screenshots [FOLDER] [--few] [--language es]`; with `--guide` it takes the pictures
of the user guide instead. It uses the real window on a sample diary.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from operator import attrgetter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.folder import open_diary
from db.records import Put
from diary import i18n
from diary.application import make_application
from diary.clock import SystemClock
from diary.demo import sample
from diary.languages import NAMES
from diary.palette import Look
from diary.paths import Places
from diary.startup import make_window
from diary.ui.book import PAGES as BOOK
from diary.ui.book import SETTINGS
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme

ROOT = Path(__file__).resolve().parent.parent
PAGES = tuple(place.key for place in (*(place for place, _make in BOOK), SETTINGS))
SIZES = ((1024, 640), (1440, 900))
POINTS = (9, 11, 24)
SETTLE_MS = 250
PATIENCE_MS = 15_000
DONE = {"trends": "drawn", "summary": "preview.page_shown"}
"""The signal of a page after which it shows all that it has to show."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to take."""

    look: Look
    points: int
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """The end of the file's name."""
        return f"{self.look.value}-{self.points}pt-{self.size[0]}x{self.size[1]}"


def shots(*, few: bool) -> Iterator[Shot]:
    """Every combination, or one for each look and one with large text."""
    if few:
        yield Shot(Look.LIGHT, 11, (1440, 900))
        yield Shot(Look.DARK, 11, (1024, 640))
        yield Shot(Look.LIGHT, 24, (1024, 640))
        yield Shot(Look.CONTRAST, 11, (1440, 900))
        return
    for look, points, size in product(Look, POINTS, SIZES):
        yield Shot(look, points, size)


def main() -> int:
    """Take the pictures; the folder is made if need be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/screenshots"))
    parser.add_argument("--few", action="store_true", help="four combinations instead of all")
    parser.add_argument("--pages", nargs="*", default=PAGES)
    parser.add_argument("--language", choices=NAMES, default="en", help="that of the window")
    parser.add_argument("--guide", action="store_true", help="the pictures of the user guide")
    given = parser.parse_args()
    i18n.use(chosen=given.language)
    if given.guide:
        return _guide(given.language)
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        window, theme, application = _open(Path(temporary))
        for shot in shots(few=given.few):
            theme.apply(shot.look, shot.points)
            window.resize(*shot.size)
            for page in given.pages:
                _picture(window, page, given.folder / f"{page}-{shot.name}.png")
                print(f"{page}-{shot.name}.png", flush=True)
        window.close()
        application.processEvents()
    return 0


def _guide(language: str) -> int:
    """Take the guide's pictures, in twice the pixels, to where the guide has them."""
    os.environ["QT_SCALE_FACTOR"] = "2"
    import guide_pictures  # noqa: PLC0415 - loads dialogs that the other pictures do not need

    guide_pictures.make(ROOT / "resources" / "guide" / language / "pictures")
    return 0


def _open(folder: Path) -> tuple[MainWindow, Theme, QApplication]:
    clock = SystemClock()
    store = open_diary(folder / "diary")
    yesterday = clock.now().date() - timedelta(days=1)
    store.write(Put(record) for record in sample(days=200, until=yesterday).records())
    places = Places(folder / "diary", folder / "settings.ini", folder / "logs")
    application = make_application()
    window = make_window(application, store, places)
    session = window.session
    today = session.today()
    for key, value in (("skin.tightness", 6), ("skin.movement", 4), ("raynaud.impact", 3)):
        session.record(today, key, value)
    session.record(today, "digestion.swallowing", 0)
    window.show()
    theme = application.findChild(Theme)
    assert isinstance(theme, Theme)  # noqa: S101 - make_window has made it
    return window, theme, application


def _picture(window: MainWindow, page: str, file: Path) -> None:
    shown = window.show_page(page)
    if page in DONE:
        _wait_until_done(shown, DONE[page])
    QTest.qWait(SETTLE_MS)
    window.grab().save(str(file))


def _wait_until_done(page: QWidget, signal: str) -> None:
    """Draw anew and wait until the page says that it shows what is in the diary."""
    loop, patience = QEventLoop(), QTimer(singleShot=True, interval=PATIENCE_MS)
    patience.timeout.connect(loop.quit)
    attrgetter(signal)(page).connect(loop.quit)
    patience.start()
    page.refresh()  # type: ignore[attr-defined]
    loop.exec()
    if not patience.isActive():
        print(f"The page was not ready: no “{signal}” came.", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
