"""Starting with the computer: one small file (on Windows one value) that is ours alone.

Linux and other desktops: an XDG autostart entry. Windows: a value of the user's Run key. macOS: a
launch agent. Nothing else is read or changed. Used by the settings.
"""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from diary.i18n import _

NAME = "scleroderma-diary"
LABEL = "org.scleroderma-diary.start"
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")


class Autostart(Protocol):
    """A way to start with the computer. `turn` raises `OSError` where the system refuses.

    `file` is what stands for it; None where the system has no file for it.
    """

    @property
    def file(self) -> Path | None:
        """The file."""

    def is_on(self) -> bool:
        """Whether the program starts with the computer."""

    def turn(self, *, on: bool) -> None:
        """Start with the computer, or no longer."""


class RunKey(Protocol):
    """The user's Run key of Windows."""

    def read(self, name: str) -> str | None:
        """The command under a name; None where there is none."""

    def write(self, name: str, command: str) -> None:
        """Put a command under a name."""

    def remove(self, name: str) -> None:
        """Take the name away."""


class XdgAutostart:
    """A desktop entry in the autostart folder."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self.file = folder / f"{NAME}.desktop"
        self._command = command

    def is_on(self) -> bool:
        """Whether the entry is there, and not switched off by the desktop's own settings."""
        try:
            lines = {
                line.replace(" ", "").lower() for line in self.file.read_text("utf-8").splitlines()
            }
        except (OSError, UnicodeDecodeError):
            return False
        return not lines & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def turn(self, *, on: bool) -> None:
        """Write or remove the entry."""
        if not on:
            self.file.unlink(missing_ok=True)
            return
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={_('Scleroderma Diary')}",
            f"Exec={desktop_command(self._command)}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        )
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text("\n".join(lines) + "\n", "utf-8")


class WindowsAutostart:
    """A value of the Run key."""

    file = None

    def __init__(self, key: RunKey, command: Sequence[str]) -> None:
        self._key = key
        self._command = command

    def is_on(self) -> bool:
        """Whether the value is there."""
        return self._key.read(NAME) is not None

    def turn(self, *, on: bool) -> None:
        """Write or remove the value."""
        if on:
            self._key.write(NAME, subprocess.list2cmdline(self._command))
        elif self.is_on():
            self._key.remove(NAME)


class MacAutostart:
    """A launch agent that runs once at login."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self.file = folder / f"{LABEL}.plist"
        self._command = command

    def is_on(self) -> bool:
        """Whether the agent is there."""
        return self.file.is_file()

    def turn(self, *, on: bool) -> None:
        """Write or remove the agent."""
        if not on:
            self.file.unlink(missing_ok=True)
            return
        agent = {
            "Label": LABEL,
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_bytes(plistlib.dumps(agent))


def desktop_command(command: Sequence[str]) -> str:
    """A command as the Exec line of a desktop entry, quoted twice as its specification says."""
    return " ".join(_quoted(part) for part in command)


def _quoted(part: str) -> str:
    part = part.replace("%", "%%")
    if part and not _RESERVED & set(part):
        return part
    for sign in '\\"`$':
        part = part.replace(sign, "\\" + sign)
    # Exec is itself a string value, in which a backslash is written as two.
    return '"' + part.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t") + '"'


def start_command(diary: Path | None = None, profile: Path | None = None) -> list[str]:
    """What starts this program in the tray, wherever it is installed; with folders of its own."""
    beside = Path(sys.executable).parent
    windowed = [beside / f"{NAME}-window{suffix}" for suffix in (".exe", "")]
    script = next((each for each in windowed if each.is_file()), None)
    if getattr(sys, "frozen", False):
        command = [sys.executable]
    else:
        command = [str(script)] if script else [sys.executable, "-m", "diary"]
    for option, folder in (("--diary", diary), ("--profile", profile)):
        if folder is not None:
            command += [option, str(folder.absolute())]
    return [*command, "--in-tray"]


def autostart_here(command: Sequence[str]) -> Autostart:
    """The way of this computer."""
    if sys.platform == "win32":
        from diary.windows_run import UserRunKey  # noqa: PLC0415 - only Windows has a registry

        return WindowsAutostart(UserRunKey(), command)
    if sys.platform == "darwin":
        return MacAutostart(Path.home() / "Library" / "LaunchAgents", command)
    chosen = Path(os.environ.get("XDG_CONFIG_HOME") or "")
    folder = chosen if chosen.is_absolute() else Path.home() / ".config"
    return XdgAutostart(folder / "autostart", command)
