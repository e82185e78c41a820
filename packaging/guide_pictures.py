"""The pictures of the user guide: a part of the window each, on the sample diary of a fixed day.

Run by `tasks.py screenshots --guide`. Light look, 11 points, two pixels for one; few colours, so
that the files stay small. The same program makes the same pictures, wherever it runs.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from io import BytesIO
from operator import attrgetter
from pathlib import Path

from PIL import Image, ImageOps
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from db.backup_folder import Occasion
from db.errors import DamagedError
from db.folder import open_diary
from db.records import Put
from diary.application import make_application
from diary.backup_keeper import Keeper
from diary.clock import in_zone
from diary.demo import ZONE, sample
from diary.fields import CATALOGUE
from diary.i18n import _
from diary.palette import Look
from diary.paths import Places
from diary.session import Session
from diary.settings import Settings
from diary.ui.dialogs.aim_sheet import AimSheet
from diary.ui.dialogs.erase import EraseDialog
from diary.ui.dialogs.foreign_dialog import ForeignDialog
from diary.ui.main_window import MainWindow
from diary.ui.pages.attacks import AttacksPage
from diary.ui.pages.body import BodyPage
from diary.ui.pages.settings import SettingsPage
from diary.ui.problem_window import ProblemWindow
from diary.ui.problem_words import plight_of
from diary.ui.theme import Theme
from diary.ui.widgets.settings_backups import BackupSettings
from diary.ui.widgets.settings_passphrase import PassphraseSettings

DAY = date(2026, 11, 20)
"""The day on which all pictures are taken."""
HOME = Path(tempfile.gettempdir()) / "scleroderma-diary"
"""One place for ever: some pictures name the folder."""
SIZE, WIDE = QSize(840, 760), QSize(1120, 760)
AROUND, COLOURS = 8, 128
SETTLE_MS, CALM_MS = 400, 1500
FEW_LETTERS = 4
PATIENCE_S = 30.0
FRAME = "#C9C4BA"
TABLE = (
    "Date,Time,Name,Value,Notes\n"
    "03/04/2026,08:10,Heartburn,2,\n"
    "03/04/2026,21:40,Heartburn,4,after lunch\n"
    "04/04/2026,09:00,Fatigue,3,\n"
)


@dataclass
class StillClock:
    """A clock that stands still until it is moved on."""

    moment: datetime = field(default_factory=lambda: in_zone(DAY, 18, 30, ZONE))

    def now(self) -> datetime:
        """The moment that was set."""
        return self.moment

    def zone(self) -> str:
        """The sample's zone."""
        return ZONE


@dataclass(frozen=True, slots=True)
class Studio:
    """The open window, and where the pictures go."""

    window: MainWindow
    places: Places
    clock: StillClock
    target: Path

    def take(self, name: str, shown: QWidget, part: QRect | None = None) -> None:
        """Save a widget as it is shown, or a part of it, with little around it."""
        rest(SETTLE_MS)
        whole = shown.window()
        rect = part or shown.rect()
        rect = QRect(shown.mapTo(whole, rect.topLeft()), rect.size())
        rect = rect.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(whole.rect())
        save(whole.grab(rect), self.target / f"{name}.png")
        print(f"{name}.png", flush=True)

    def take_dialog(self, name: str, dialog: QDialog, height: int | None = None) -> None:
        """Save an opened dialog, or its upper part, and leave it."""
        dialog.open()
        rest(SETTLE_MS)
        rect = dialog.rect()
        rect.setHeight(min(rect.height(), height or rect.height()))
        self.take(name, dialog, rect)
        dialog.done(0)
        QApplication.processEvents()


def make(target: Path) -> None:
    """Take all pictures into a folder."""
    target.mkdir(parents=True, exist_ok=True)
    with _opened(target) as studio:
        for picture in (_today, _attacks, _pages, _summary, _settings, _dialogs, _problem):
            picture(studio)


@contextmanager
def _opened(target: Path) -> Iterator[Studio]:
    HOME.mkdir()  # where it is there already, another run is using it
    try:
        clock = StillClock()
        store = open_diary(HOME / "diary")
        records = sample(days=200, until=DAY - timedelta(days=1)).records()
        store.write(Put(record) for record in records)
        Keeper(store).before(Occasion.DAILY, clock.now())
        application = make_application()
        places = Places(HOME / "diary", HOME / "settings.ini", HOME / "logs")
        theme = Theme(application)
        window = MainWindow(
            Session(store, CATALOGUE, clock), Settings(places.settings), theme, str(places.diary)
        )
        theme.apply(Look.LIGHT, 11)
        window.resize(SIZE)
        window.show()
        yield Studio(window, places, clock, target)
        window.close()
        application.processEvents()
    finally:
        shutil.rmtree(HOME)


def _today(studio: Studio) -> None:
    session, day = studio.window.session, DAY
    session.record(day - timedelta(days=1), "skin.tightness", 3)
    session.record(day, "skin.tightness", 4)
    row = studio.window.today_page().column.row("skin.tightness")
    if row is not None:
        studio.take("scale", row)


def _attacks(studio: Studio) -> None:
    window = studio.window
    window.strip.start_attack()
    studio.clock.moment += timedelta(minutes=12)
    window.strip.refresh()
    studio.take("attack-running", window.strip)
    window.session.undo()
    page = window.show_page("attacks")
    if isinstance(page, AttacksPage):
        page.add()
        if page.editor is not None:
            studio.take_dialog("attack-form", page.editor, 560)


def _pages(studio: Studio) -> None:
    studio.window.resize(WIDE)
    body = studio.window.show_page("body")
    if isinstance(body, BodyPage):
        studio.take("skin-check", body.skin_check)
    studio.window.resize(SIZE)
    care = studio.window.show_page("care")
    studio.take("medicines", care, QRect(QPoint(), QSize(care.width(), 560)))
    trends = _done(studio, "trends", "drawn")
    studio.take("trends", trends, QRect(QPoint(), QSize(trends.width(), 700)))


def _summary(studio: Studio) -> None:
    studio.window.resize(WIDE)
    studio.take("summary", _done(studio, "summary", "preview.page_shown"))
    studio.window.resize(SIZE)


def _done(studio: Studio, key: str, signal: str) -> QWidget:
    """A page, once it says by a signal that it shows all that it has to show."""
    came: list[bool] = []
    page = studio.window.show_page(key)
    rest(SETTLE_MS)
    attrgetter(signal)(page).connect(lambda *_carried: came.append(True))
    page.refresh()  # type: ignore[attr-defined]
    _until(lambda: bool(came))
    rest(CALM_MS)
    return page


def _settings(studio: Studio) -> None:
    page = studio.window.show_page("settings")
    if not isinstance(page, SettingsPage):
        return
    for name, kind in (("backups", BackupSettings), ("passphrase", PassphraseSettings)):
        part = next(each for each in page.parts if isinstance(each, kind))
        part.setFocus()
        rest(SETTLE_MS)  # the cards above it find their height
        for area in _areas(part):
            area.ensureWidgetVisible(part)  # type: ignore[attr-defined]
        studio.take(name, part)


def _areas(part: QWidget) -> Iterator[QWidget]:
    above = part.parentWidget()
    while above is not None:
        if hasattr(above, "ensureWidgetVisible"):
            yield above
        above = above.parentWidget()


def _dialogs(studio: Studio) -> None:
    window = studio.window
    window.show_page("today")
    sheet = AimSheet(window, window.theme)
    sheet.open()
    QTest.keyClicks(sheet.line, _("Sore").lower()[:FEW_LETTERS])
    studio.take_dialog("what-you-want", sheet)
    table = HOME / "symptoms.csv"
    table.write_text(TABLE, encoding="utf-8")
    assistant = ForeignDialog(window.session, window.theme, table, window)
    assistant.open()
    _until(lambda: not assistant.busy)
    studio.take_dialog("import-table", assistant)
    erase = EraseDialog(window.session, window.theme, studio.places, None, window)
    _until(erase.next_button.isEnabled)
    studio.take_dialog("erase", erase)


def _problem(studio: Studio) -> None:
    folder = studio.places.diary
    problem = DamagedError(file=folder / "diary.db")
    made = ProblemWindow(plight_of(problem, folder), folder, studio.clock)
    made.resize(QSize(640, 620))
    made.show()
    rest(4 * SETTLE_MS)
    studio.take("damaged", made)
    made.close()
    made.deleteLater()


def _until(there: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not there() and time.monotonic() < end:
        rest(50)


def rest(milliseconds: int) -> None:
    """Let the window and the workers work; QTest’s own wait leaves workers no time."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def save(picture: QPixmap, file: Path) -> None:
    """Write a picture as a small PNG, without a trace of when it was made."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    with Image.open(BytesIO(buffer.data().data())) as whole:
        framed = ImageOps.expand(whole.convert("RGB"), border=2, fill=FRAME)
        few = framed.quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(file, optimize=True)
