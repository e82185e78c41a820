"""Looks once after the start whether the diary lies where it can be damaged. Made by `startup`.

Each thing is said until the patient has seen it, and then no more.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from diary import shared_place
from diary.i18n import _
from diary.jobs import Jobs
from diary.settings import COPIES_SEEN, PLACE_SEEN, Setting, Settings
from diary.shared_place import CloudFolderError, NetworkFolderError
from diary.ui.main_window import MainWindow
from diary.ui.widgets.notice import Notice

QUIET_MS = 4_000
"""The page was painted long ago."""


class Told(NamedTuple):
    """What is said, and what is remembered once it was seen."""

    words: str
    setting: Setting
    seen: str


class PlaceMinder(QObject):
    """A worker looks: a folder on another computer may take its time."""

    def __init__(self, window: MainWindow, settings: Settings, folder: Path) -> None:
        super().__init__(window)
        self._window, self._settings, self._folder = window, settings, folder
        self._jobs = Jobs("place", self)
        self._told: list[Told] = []
        self.notice: Notice | None = None
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.look)
        self.timer.start(QUIET_MS)
        window.closed.connect(self._on_closed)

    @Slot()
    def look(self) -> None:
        """Look at the place, and at what lies beside the diary."""
        self._jobs.run(lambda: _found(self._folder), self._on_found, _raise)

    @Slot()
    def _on_closed(self) -> None:
        self.timer.stop()
        self._jobs.close()

    def _on_found(self, found: list[Told]) -> None:
        self._told = [each for each in found if self._settings.value(each.setting) != each.seen]
        self._say_next()

    def _say_next(self) -> None:
        if self.notice is None and self._told:
            self.notice = Notice(_("Do not show this again"), self._on_seen, self._window)
            self._window.put_on_top(self.notice)
        if self.notice is not None:
            self.notice.say(self._told[0].words if self._told else "")

    @Slot()
    def _on_seen(self) -> None:
        told = self._told.pop(0)
        self._settings.set(told.setting, told.seen)
        self._say_next()


def _found(folder: Path) -> list[Told]:
    found = []
    if copies := shared_place.second_copies(folder):
        names = [each.name for each in copies]
        found.append(Told(_copies_words(names), COPIES_SEEN, "/".join(names)))
    try:
        shared_place.refuse_shared(folder)
    except (CloudFolderError, NetworkFolderError) as place:
        found.append(Told(_place_words(place), PLACE_SEEN, str(folder)))
    return found


def _copies_words(names: list[str]) -> str:
    words = _(
        "Beside your diary lies a second version that a cloud program made: {names}. What you see "
        "is your diary, and this other file changes nothing in it. If entries from another "
        "computer are missing here, they may be in the other file: keep it. Open the diary on one "
        "computer at a time."
    )
    return words.format(names=", ".join(f"“{name}”" for name in names))


def _place_words(place: CloudFolderError | NetworkFolderError) -> str:
    if isinstance(place, NetworkFolderError):
        return _(
            "Your diary lies on another computer. When the network breaks off while you write, it "
            "can be damaged. Safer: close the diary, move its folder to this computer, and choose "
            "it at the next start. Backups may stay there."
        )
    words = _(
        "Your diary lies in a folder of {cloud}, which copies it while you write. That can damage "
        "it, or make two of it. Safer: close the diary, move its folder out of {cloud}, and choose "
        "it at the next start. Backups may stay there."
    )
    return words.format(cloud=place.values["cloud"])


def _raise(error: Exception) -> None:
    raise error
