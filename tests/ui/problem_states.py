"""States of what is shown when something is wrong, for the sweep over every control."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db import errors
from db.backup_folder import Occasion
from diary.backup_keeper import Keeper
from diary.clock import SystemClock
from diary.i18n import _
from diary.one_window import OtherComputerError
from diary.shared_place import CloudFolderError
from diary.ui import place_minder
from diary.ui.asking import asking
from diary.ui.dialogs.crash_report import CrashReport
from diary.ui.dialogs.left_words import LeftWords
from diary.ui.dialogs.unsaved import ask
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.problem_window import ProblemWindow
from diary.ui.problem_words import plight_of
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.patience import SHOWN_AFTER
from diary.ui.widgets.settings_check import CheckSettings


def _above(window: MainWindow, made: QWidget) -> None:
    """As a window above: so it is found, and goes with its window."""
    made.setParent(window, Qt.WindowType.Dialog)
    made.setWindowModality(Qt.WindowModality.WindowModal)
    made.resize(window.size())
    made.show()


def _problem(window: MainWindow, problem: Exception) -> None:
    folder = window.session.read.database.folder
    Keeper(window.session._store).before(Occasion.DAILY, window.session.clock.now())
    made = ProblemWindow(plight_of(problem, folder), folder, SystemClock())
    _above(window, made)
    made._jobs.drain()


def _lost_keys(window: MainWindow, lost: errors.DiaryError) -> None:
    _above(window, asking(Path("nowhere"), lost))


def _unsaved(window: MainWindow) -> None:
    window.notice._on_save_failed(errors.DiskFullError())
    ask(window)


def _check_part(window: MainWindow) -> CheckSettings:
    page = cast("SettingsPage", window.show_page("settings"))
    return next(each for each in page.parts if isinstance(each, CheckSettings))


def _check_fails(window: MainWindow) -> None:
    _check_part(window)._on_failed(errors.DiskFailedError())


def _check_lasts(window: MainWindow) -> None:
    part = _check_part(window)
    window.session.checkup.done = (1, 6)
    for _moment in range(SHOWN_AFTER):
        part.patience.look()


def _place(window: MainWindow) -> None:
    words = place_minder._place_words(CloudFolderError(folder="there", cloud="Dropbox"))
    if words not in {each.accessibleName() for each in window.findChildren(Notice)}:
        notice = Notice(_("Do not show this again"), tuple, window)
        window.put_on_top(notice)
        notice.say(words)


def _left_words(window: MainWindow) -> None:
    LeftWords(["Cold hands at the bus stop"] * 3, window.session, window.theme, window).open()


PROBLEMS: dict[str, errors.DiaryError] = {
    "damaged": errors.DamagedError(file="diary.db"),
    "empty file": errors.EmptyFileError(file="diary.db"),
    "missing": errors.NoDiaryError(folder="there"),
    "protected": errors.ReadOnlyError(folder="there"),
    "another program": errors.LockedError(),
    "full": errors.DiskFullError(),
    "disk fails": errors.DiskFailedError(),
    "not ours": errors.ForeignFileError(file="diary.db"),
    "newer": errors.NewerDiaryError(found=9, known=8),
    "keys lost": errors.KeyLostError(folder="there"),
    "other keys": errors.WrongKeyError(folder="there"),
    "two names": errors.LinkedFileError(file="diary.db"),
    "another computer": OtherComputerError(computer="ANNAS-LAPTOP"),
}

PROBLEM_STATES: dict[str, Callable[[MainWindow], object]] = {
    **{name: partial(_problem, problem=problem) for name, problem in PROBLEMS.items()},
    "crash": lambda window: CrashReport("ValueError\n  today.py:12 in show", window).open(),
    "typed before": _left_words,
    "keys lost, by code": partial(_lost_keys, lost=PROBLEMS["keys lost"]),
    "other keys, by code": partial(_lost_keys, lost=PROBLEMS["other keys"]),
    "check fails": _check_fails,
    "check under way": _check_lasts,
    "closing on what is not saved": _unsaved,
    "in a cloud folder": _place,
}
