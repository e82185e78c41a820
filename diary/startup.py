"""Opening the window: a list of steps, each with one job. Used by the command line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from db.errors import (
    DamagedError,
    DiaryError,
    KeyLostError,
    PassphraseNeededError,
    WrongKeyError,
)
from db.folder import DB_NAME
from db.store import Store
from diary import i18n, lock, logs
from diary.application import attend, let_signals_through, make_application
from diary.clock import SystemClock
from diary.errors import sentence
from diary.fields import CATALOGUE
from diary.paths import Places
from diary.session import Session
from diary.settings import LOOK, OPENED_FOLDER, TEXT_SIZE, Settings
from diary.shared_place import CloudFolderError, NetworkFolderError, refuse_shared
from diary.ui.backup_minder import BackupMinder
from diary.ui.check_minder import CheckMinder
from diary.ui.crash import CrashHook
from diary.ui.lockable import Lockable
from diary.ui.main_window import MainWindow
from diary.ui.page_loader import PageLoader
from diary.ui.place_minder import PlaceMinder
from diary.ui.theme import Theme
from diary.ui.tray import Tray
from diary.ui.window_size import KeptSize

if TYPE_CHECKING:
    from diary.erasing import Wish
    from diary.ui.aid import Aid
    from diary.ui.problem_window import ProblemWindow
    from diary.ui.unlock import Unlock

QUIET_MS = 1500
"""After so long the page is there, and what nobody waits for can be done."""


def open_window(
    places: Places, *, in_tray: bool = False, passphrase: str | None = None, new: bool | None = None
) -> tuple[QApplication, MainWindow | Unlock | ProblemWindow]:
    """Open the diary in its window; keep both. Raises `DiaryError` if it cannot open.

    A diary with a passphrase gets the window that asks for it first; the other follows.
    `in_tray`: show the tray's icon alone, where a reminder is set and there is a tray. `new`:
    whether a diary may be begun; else not where one was open before, whose folder may be on a stick
    that is not there now.
    """
    i18n.use(chosen=Settings(places.settings).language())
    logs.start(places.logs)
    window: MainWindow | Unlock | ProblemWindow
    is_first = not (places.diary / DB_NAME).exists()
    try:
        may_begin = not _was_open(places) if new is None else new
        if is_first and may_begin and not new:
            refuse_shared(places.diary)
        store = lock.opened(places.diary, passphrase, create=may_begin)
    except (PassphraseNeededError, KeyLostError, WrongKeyError) as closed:
        application = make_application()
        CrashHook().install()
        window = _ask(application, places, closed)
    except (CloudFolderError, NetworkFolderError) as shared:
        application = make_application()
        CrashHook().install()
        window = _show_aid(application, places, shared)[1]
    else:
        application = make_application()
        CrashHook().install()
        window = make_window(application, store, places)
        tray = window.findChild(Tray)
        if not (in_tray and tray is not None and tray.is_there):
            window.show()
            if is_first:
                QTimer.singleShot(0, window, partial(_welcome, window, places))
    let_signals_through(application, window)
    return application, window


def _welcome(window: MainWindow, places: Places) -> None:
    """Offer a passphrase at the first start; the window is there behind it."""
    from diary.ui.dialogs.first_start import FirstStart  # noqa: PLC0415 - once in a diary's life

    FirstStart(window.session, window.theme, places, window).open()


def _ask(application: QApplication, places: Places, closed: DiaryError) -> Unlock:
    """Show the window that asks for the passphrase; the diary's window follows it.

    Raises:
        DiaryError: The key files are lost, and so is what they would open.
    """
    if isinstance(closed, KeyLostError) and not (places.diary / DB_NAME).exists():
        raise closed
    from diary.ui.asking import asking  # noqa: PLC0415 - only for those who have a passphrase
    from diary.ui.drafts import bring_drafts_back  # noqa: PLC0415 - as above

    settings, theme = Settings(places.settings), Theme(application)
    theme.apply(settings.look(), settings.points())
    unlock = asking(places.diary, None if isinstance(closed, PassphraseNeededError) else closed)

    def on_opened(store: Store) -> None:
        window = make_window(application, store, places, theme)
        window.show()
        unlock.give_way_to(window)
        bring_drafts_back(window, theme)

    def on_blocked(problem: DiaryError, words: str) -> None:
        unlock.give_way_to(_show_aid(application, places, problem, words)[1])

    unlock.opened.connect(on_opened)
    unlock.blocked.connect(on_blocked)
    unlock.show()
    return unlock


def _was_open(places: Places) -> bool:
    return Settings(places.settings).value(OPENED_FOLDER) == str(places.diary.absolute())


def show_problem(problem: DiaryError | str, places: Places) -> bool:
    """Show what can be done about a diary that does not open; whether it was opened in the end."""
    application = make_application()
    CrashHook().install()
    aid, window = _show_aid(application, places, problem)
    let_signals_through(application, window)
    application.exec()
    aid.release()
    return aid.opened


def _show_aid(
    application: QApplication, places: Places, problem: Exception | str, words: str = ""
) -> tuple[Aid, ProblemWindow]:
    settings = Settings(places.settings)
    Theme(application).apply(settings.look(), settings.points())
    aid = _aid(application, places)
    return aid, aid.show(problem, words)


def _aid(application: QApplication, places: Places) -> Aid:
    from diary.ui.aid import Aid  # noqa: PLC0415 - only for those who need it

    def open_again(places: Places, *, new: bool) -> QWidget:
        return open_window(places, new=new)[1]

    return Aid(places, open_again, partial(attend, application), application)


def _on_damaged(application: QApplication, places: Places, window: MainWindow) -> None:
    """Leave a diary that was found damaged, and show what can be done."""
    _leave_to_aid(application, places, window, DamagedError(file=places.diary / DB_NAME), "")


def _leave_to_aid(
    application: QApplication, places: Places, window: MainWindow, problem: DiaryError, words: str
) -> None:
    window.instead = _aid(application, places).show(problem, words)
    window.leave()


def _only_read(
    application: QApplication, places: Places, window: MainWindow, why: DiaryError
) -> None:
    """Nothing can be written; the window says why, and may be opened anew."""
    from diary.ui.reading_only import ReadingOnly  # noqa: PLC0415 - hardly ever needed

    def open_anew() -> None:
        try:
            window.instead = open_window(places, new=False)[1]
        except DiaryError as problem:
            window.instead = _show_aid(application, places, problem)[1]
        window.leave()

    ReadingOnly(window, why).again_wanted.connect(open_anew)


def _on_erase_wanted(window: MainWindow, wish: Wish) -> None:
    """Close the diary and erase it; from here on the next start would finish it."""
    from diary import erasing  # noqa: PLC0415 - once in a diary's life
    from diary.ui.erased_window import ErasedWindow  # noqa: PLC0415 - as above

    try:
        erasing.begin(wish)
    except DiaryError as error:
        window.say(sentence(error))
        return
    window.instead = erased = ErasedWindow(wish)
    erased.show()
    window.leave()
    erased.begin()


def make_window(
    application: QApplication, store: Store, places: Places, theme: Theme | None = None
) -> MainWindow:
    """The window on an open diary, dressed as the settings say."""
    settings = Settings(places.settings)
    theme = theme or Theme(application)
    theme.prepare(settings.look(), settings.points())
    session = Session(store, CATALOGUE, SystemClock())
    window = MainWindow(session, settings, theme, str(places.diary))
    theme.apply(settings.look(), settings.points())
    settings.changed.connect(partial(_dress, theme, settings))
    KeptSize(window, settings)
    Tray(window, settings, theme)
    lockable = Lockable(window, settings, places.diary)
    lockable.blocked.connect(partial(_leave_to_aid, application, places, window))
    window.erase_wanted.connect(partial(_on_erase_wanted, window))
    window.sample_wanted.connect(partial(_look_around, window, settings, theme))
    settings.set(OPENED_FOLDER, str(places.diary.absolute()))
    window.closed.connect(PageLoader(window).close)
    minder = CheckMinder(window, settings)
    minder.damaged.connect(partial(_on_damaged, application, places, window))
    if session.read_only is not None:
        _only_read(application, places, window, session.read_only)
        return window
    BackupMinder(window, settings)
    PlaceMinder(window, settings, places.diary)
    later = QTimer(window)
    later.setSingleShot(True)
    later.timeout.connect(session.forget_old)
    later.timeout.connect(_sweep)
    later.start(QUIET_MS)
    window.closed.connect(later.stop)
    return window


def _sweep() -> None:
    """Take away copies that were made to read, and samples, left when the program was killed."""
    from db import reading_copy  # noqa: PLC0415 - not at the start
    from diary import trying  # noqa: PLC0415 - as above

    reading_copy.sweep()
    trying.sweep()


def _look_around(window: MainWindow, settings: Settings, theme: Theme) -> None:
    """Open a sample diary in place of the patient's own, for as long as it is wanted."""
    from diary.ui.trying import Trying  # noqa: PLC0415 - hardly ever needed

    Trying(window, settings, theme).begin()


def _dress(theme: Theme, settings: Settings, setting: object) -> None:
    if setting in {TEXT_SIZE, LOOK}:
        theme.apply(settings.look(), settings.points())
