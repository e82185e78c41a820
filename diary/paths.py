"""Where the diary, the settings and the log live on this computer. Used by the command line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from platformdirs import PlatformDirs

NAME = "scleroderma-diary"
CHOSEN_NAME = "folder.txt"
ERASING_NAME = "erasing.json"
"""Beside the settings from the moment at which all shall be erased until that is done."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the diary, the settings and the log are."""

    diary: Path
    settings: Path
    logs: Path


def places(diary: Path | None = None, profile: Path | None = None) -> Places:
    """The platform's usual places, and the folder for the diary that was chosen once.

    Args:
        diary: Another folder for the diary.
        profile: Another folder for settings and logs.
    """
    usual = PlatformDirs(NAME, appauthor=False)
    settings = (profile or usual.user_config_path) / "settings.ini"
    return Places(
        diary=diary or _chosen(settings) or usual.user_data_path / "diary",
        settings=settings,
        logs=profile / "logs" if profile else usual.user_log_path,
    )


def choose(places: Places, folder: Path) -> Places:
    """From now on, the diary is in another folder; a command line still may name a third one.

    The choice stands in a file of its own: commands read it without Qt.
    """
    places.settings.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    places.settings.with_name(CHOSEN_NAME).write_text(f"{folder}\n", "utf-8")
    return replace(places, diary=folder)


def _chosen(settings: Path) -> Path | None:
    try:
        text = settings.with_name(CHOSEN_NAME).read_text("utf-8").strip()
    except (OSError, UnicodeError):
        return None
    return Path(text) if Path(text).is_absolute() else None
