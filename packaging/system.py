"""What comes from the operating system: libraries and tools, and how to install them.

Debian and Ubuntu packages are installed when that is possible without asking (as root, or with
sudo that wants no password). Everywhere else the exact command is printed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import steps
from steps import say

# The one list of Debian packages that the tests use beside Qt's libraries, by the command that
# or file that each brings. Tests whose tool is missing are skipped and say so.
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "pdftotext": "poppler-utils",
    "strace": "strace",
    "dbus-run-session": "dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
}

# The commands that install packages, by package manager, in the order in which they are looked for.
MANAGERS = {
    "apt": ("apt-get", "install", "-y", "--no-install-recommends"),
    "dnf": ("dnf", "install", "-y"),
    "pacman": ("pacman", "-S", "--needed", "--noconfirm"),
}


def manager() -> str | None:
    """The package manager of this machine: "apt", "dnf", "pacman" or None."""
    return next((name for name, words in MANAGERS.items() if shutil.which(words[0])), None)


def install_line(packages: Sequence[str], by: str = "apt") -> str:
    """The command that a person types to install `packages`."""
    return " ".join(["sudo", *MANAGERS[by], *packages])


def install(packages: Sequence[str]) -> bool:
    """Install Debian packages if nobody has to be asked; whether it was done."""
    prefix = _prefix()
    if manager() != "apt" or prefix is None:
        return False
    say(f"Installing {' '.join(packages)} ...")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    words = [*prefix, *MANAGERS["apt"], "-qq", *packages]
    if steps.call_quietly(words, quiet) == 0:
        return True
    steps.call_quietly([*prefix, "apt-get", "update", "-qq"], quiet)
    return steps.call(words, quiet) == 0


def _prefix() -> list[str] | None:
    """What to put before a command so that it runs as root, or None when that needs a password."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    keep = ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive"]
    return keep if shutil.which("sudo") and steps.call(["sudo", "-n", "true"]) == 0 else None


def _is_there(tool: str) -> bool:
    return Path(tool).exists() if tool.startswith("/") else shutil.which(tool) is not None


def ensure_tools() -> None:
    """Install the tools that tests use; say which tests are left out where that cannot be."""
    missing = {tool: name for tool, name in TEST_TOOLS.items() if not _is_there(tool)}
    if not sys.platform.startswith("linux") or not missing or install(list(missing.values())):
        return
    say(f"Tests that use {', '.join(missing)} are skipped. To have them on Debian or Ubuntu:")
    say(f"  {install_line(list(missing.values()))}")
