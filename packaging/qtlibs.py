"""The system libraries that Qt's window needs on Linux; its wheel does not bring them.

Which ones are missing is asked of the dynamic linker itself (`ldd`), over the parts of Qt that
the diary loads, so the list is right for the machine at hand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

import steps
import system
import venvs
from steps import say

QT_PARTS = (
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtSvg.abi3.so",
    "QtPrintSupport.abi3.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/printsupport/libcupsprintersupport.so",
)

# Library: its package for apt, dnf and pacman.
PACKAGES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb", "libx11"),
    "libX11.so.6": ("libx11-6", "libX11", "libx11"),
    "libcups.so.2": ("libcups2", "cups-libs", "libcups"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype", "freetype2"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libstdc++.so.6": ("libstdc++6", "libstdc++", "gcc-libs"),
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor", "wayland"),
    "libwayland-egl.so.1": ("libwayland-egl1", "libwayland-egl", "wayland"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": (
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
    ),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
}


def missing() -> list[str]:
    """The libraries that Qt asks for and this machine has not; empty where nothing can be said."""
    if not sys.platform.startswith("linux"):
        return []
    folder = next(venvs.VENV.glob("lib/python*/site-packages/PySide6"), None)
    found = [folder / part for part in QT_PARTS if (folder / part).exists()] if folder else []
    printed = "".join(steps.output(["ldd", str(part)]) for part in found)
    return not_found(printed)


def not_found(printed: str) -> list[str]:
    """The libraries that `ldd` printed as not found, each once."""
    lines = [line.split() for line in printed.splitlines() if line.rstrip().endswith("not found")]
    return sorted({words[0] for words in lines})


def packages(libraries: Iterable[str], by: str) -> list[str]:
    """The packages that bring `libraries`, for the package manager `by`."""
    column = list(system.MANAGERS).index(by)
    return sorted({PACKAGES[name][column] for name in libraries if name in PACKAGES})


def ensure() -> bool:
    """Whether Qt has its libraries; installs them where nobody has to be asked."""
    lacking = missing()
    if not lacking:
        return True
    if system.install(packages(lacking, "apt")):
        lacking = missing()
    if lacking:
        _explain(lacking)
    return not lacking


def _explain(lacking: list[str]) -> None:
    say("The window needs libraries that this system does not have:", bad=True)
    say(f"  {' '.join(lacking)}")
    say("Install them with this command, then start again:")
    known = system.manager()
    for by in [known] if known else list(system.MANAGERS):
        say(f"  {system.install_line(packages(lacking, by), by)}")
