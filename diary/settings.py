"""The settings, declared once as data; kept in `settings.ini`. Nothing private goes there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from diary.i18n import N_, Message, OwnWords
from diary.languages import NAMES
from diary.palette import Look
from diary.reminder import OFF, reminder_time

SYSTEM = "system"
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a setting."""

    key: str
    label: Message


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: one of `options`, a number between `low` and `high`, or what `fits`."""

    key: str
    label: Message
    help: Message
    default: str
    options: tuple[Option, ...] = ()
    low: int = 0
    high: int = 0
    fits: Callable[[str], bool] | None = None

    def clean(self, text: str) -> str:
        """The text if it is an allowed value; otherwise the default."""
        if self.fits:
            return text if self.fits(text) else self.default
        if text in {option.key for option in self.options}:
            return text
        return text if text.isdigit() and self.low <= int(text) <= self.high else self.default

    def bounded(self, number: int) -> str:
        """The nearest number that is allowed."""
        return str(min(max(number, self.low), self.high))


TEXT_SIZE = Setting(
    "text_size",
    N_("Text size"),
    N_("In points, from 9 to 24. Ctrl and + or − change it too."),
    "11",
    options=(Option(SYSTEM, N_("Like this computer")),),
    low=9,
    high=24,
)
LOOK = Setting(
    "look",
    N_("Look"),
    N_("“Like this computer” follows its settings: light, dark or high contrast."),
    SYSTEM,
    options=(
        Option(SYSTEM, N_("Like this computer")),
        Option(Look.LIGHT.value, N_("Light")),
        Option(Look.DARK.value, N_("Dark")),
        Option(Look.CONTRAST.value, N_("High contrast")),
    ),
)
LANGUAGE = Setting(
    "language",
    N_("Language"),
    N_("A change applies when the diary is opened the next time."),
    SYSTEM,
    options=(
        Option(SYSTEM, N_("Like this computer")),
        *(Option(key, OwnWords(name)) for key, name in NAMES.items()),
    ),
)
ONE_KEY = Setting(
    "one_key",
    N_("Keys that work at one press"),
    N_(
        "On Trends, + and − alone, without Ctrl, show fewer or more days. Switch them off if keys "
        "are pressed by accident, or by a program that you speak to."
    ),
    YES,
    options=(Option(YES, N_("On")), Option(NO, N_("Off"))),
)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


REMINDER = Setting(
    "reminder",
    N_("Evening reminder"),
    N_("It says only: “Your diary is open for today.” It does not come on a day with an entry."),
    OFF,
    fits=lambda text: reminder_time(text) is not None,
)
REMINDED_ON = Setting(
    "reminded_on", N_("Last reminder"), N_("The day of the last reminder."), "", fits=_is_day
)
TRAY_TOLD = Setting(
    "tray_told",
    N_("Told about the tray"),
    N_("Whether it was said that closing the window leaves the diary in the tray."),
    NO,
    options=(Option(YES, N_("Yes")), Option(NO, N_("No"))),
)
PLACE_SEEN = Setting(
    "place_seen",
    N_("Known place"),
    N_("Whether it was said that the diary is in a cloud folder or on another computer."),
    "",
    fits=lambda _text: True,
)
COPIES_SEEN = Setting(
    "copies_seen",
    N_("Known copies"),
    N_("The second copies beside the diary that you were told of."),
    "",
    fits=lambda _text: True,
)
WINDOW = Setting(
    "window",
    N_("Size of the window"),
    N_("How large the window was when it was left."),
    "",
    fits=lambda text: re.fullmatch(r"\d{3,5}x\d{3,5}( whole)?", text) is not None,
)
LOCK_AFTER = Setting(
    "lock_after",
    N_("Lock by itself after"),
    N_("In minutes, from 1 to 120; 0 is never. In the last minute any key keeps it open."),
    "10",
    low=0,
    high=120,
)
SECOND_PLACE = Setting(
    "second_place",
    N_("Second place"),
    N_("A folder elsewhere that also gets each backup."),
    "",
    fits=lambda text: not text or Path(text).is_absolute(),
)
SECOND_PLACE_ON = Setting(
    "second_place_on",
    N_("Last backup there"),
    N_("The day of the last backup there."),
    "",
    fits=_is_day,
)
OPENED_FOLDER = Setting(
    "opened_folder",
    N_("Last folder"),
    N_("The folder whose diary was opened last: where it is missing, none is begun anew."),
    "",
    fits=lambda text: not text or Path(text).is_absolute(),
)
CHECKED_AT = Setting(
    "checked_at",
    N_("Last check"),
    N_("When the diary was last found whole."),
    "",
    fits=_is_moment,
)
SETTINGS = (
    TEXT_SIZE,
    LOOK,
    LANGUAGE,
    ONE_KEY,
    REMINDER,
    REMINDED_ON,
    TRAY_TOLD,
    PLACE_SEEN,
    COPIES_SEEN,
    WINDOW,
    LOCK_AFTER,
    SECOND_PLACE,
    SECOND_PLACE_ON,
    OPENED_FOLDER,
    CHECKED_AT,
)


class Settings(QObject):
    """The values of the settings; `changed` carries the setting that is new."""

    changed = Signal(object)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def file(self) -> str:
        """The file in which they are kept."""
        return self._kept.fileName()

    def value(self, setting: Setting) -> str:
        """The setting's value; its default where nothing (or nonsense) is kept."""
        return setting.clean(str(self._kept.value(setting.key, setting.default)))

    def set(self, setting: Setting, value: str) -> None:
        """Keep a value; what is not allowed becomes the default."""
        clean = setting.clean(value)
        if clean == self.value(setting):
            return
        self._kept.setValue(setting.key, clean)
        self._kept.sync()
        self.changed.emit(setting)

    def look(self) -> Look | None:
        """The chosen look; None follows the system."""
        value = self.value(LOOK)
        return None if value == SYSTEM else Look(value)

    def language(self) -> str:
        """The chosen language; empty follows the system."""
        value = self.value(LANGUAGE)
        return "" if value == SYSTEM else value

    def second_place(self) -> Path | None:
        """The folder that also gets each backup; None where none was chosen."""
        value = self.value(SECOND_PLACE)
        return Path(value) if value else None

    def points(self) -> float | None:
        """The chosen text size in points; None follows the system."""
        value = self.value(TEXT_SIZE)
        return None if value == SYSTEM else float(value)
