"""The settings, declared once as data; kept in `settings.ini`. Nothing private goes there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from diary.i18n import N_, Message
from diary.palette import Look

SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a setting."""

    key: str
    label: Message


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: a number between `low` and `high`, or one of `options`."""

    key: str
    label: Message
    help: Message
    default: str
    options: tuple[Option, ...] = ()
    low: int = 0
    high: int = 0

    def clean(self, text: str) -> str:
        """The text if it is an allowed value; otherwise the default."""
        if self.options:
            return text if text in {option.key for option in self.options} else self.default
        return text if text.isdigit() and self.low <= int(text) <= self.high else self.default


TEXT_SIZE = Setting(
    "text_size",
    N_("Text size"),
    N_("In points, from 9 to 24. Ctrl and + or − change it too."),
    "11",
    low=9,
    high=24,
)
LOOK = Setting(
    "look",
    N_("Look"),
    N_("“Like the system” follows your computer’s light or dark look."),
    SYSTEM,
    options=(
        Option(SYSTEM, N_("Like the system")),
        Option(Look.LIGHT.value, N_("Light")),
        Option(Look.DARK.value, N_("Dark")),
        Option(Look.CONTRAST.value, N_("High contrast")),
    ),
)
SETTINGS = (TEXT_SIZE, LOOK)


class Settings(QObject):
    """The values of the settings; `changed` carries the setting that is new."""

    changed = Signal(object)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

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

    def points(self) -> float:
        """The chosen text size in points."""
        return float(self.value(TEXT_SIZE))
