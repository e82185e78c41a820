"""Where the diary, the settings and the log live on this computer. Used by the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

NAME = "scleroderma-diary"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the diary, the settings and the log are."""

    diary: Path
    settings: Path
    logs: Path


def places(diary: Path | None = None, profile: Path | None = None) -> Places:
    """The platform's usual places.

    Args:
        diary: Another folder for the diary.
        profile: Another folder for settings and logs.
    """
    usual = PlatformDirs(NAME, appauthor=False)
    return Places(
        diary=diary or usual.user_data_path / "diary",
        settings=(profile or usual.user_config_path) / "settings.ini",
        logs=profile / "logs" if profile else usual.user_log_path,
    )
