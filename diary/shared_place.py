"""Is a folder kept by a cloud program, or on another computer? Asked before a diary is begun there.

Such a folder copies a file while it is being written, which can damage it. Of a diary that is there
already it is said once; and what such programs leave beside it where two computers wrote.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from db.errors import DiaryError
from diary.i18n import N_

_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "iclouddrive": "iCloud",
    "mobiledocuments": "iCloud",
    "googledrive": "Google Drive",
    "mydrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "cloudstorage": "a cloud program",
}
"""Beginnings of the names of their folders, in small letters and without spaces."""

_SECOND_COPY = re.compile(
    r"(diary|photos|keys)"
    r"(.*conflict.*|_conf\(.*|~.*| ?\(\d+\)| \d+|-[a-z][\w-]*)"  # the last: OneDrive, its computer
    r"\.(db|json)(-wal|-shm)?",
    re.IGNORECASE | re.DOTALL,
)
"""What Dropbox, Nextcloud, Syncthing, OneDrive, Google Drive and iCloud call a second version."""

_NETWORKS = ("nfs", "cifs", "smb", "fuse.sshfs", "davfs", "fuse.davfs", "afs", "fuse.rclone")
_REMOTE_DRIVE = 4


class CloudFolderError(DiaryError):
    """A folder that a cloud program copies elsewhere."""

    sentence = N_("{folder} is kept by {cloud}. Choose a folder on this computer.").text


class NetworkFolderError(DiaryError):
    """A folder on another computer."""

    sentence = N_("{folder} is on another computer. Choose a folder on this one.").text


def refuse_shared(folder: Path, mounts: Path = Path("/proc/mounts")) -> None:
    """Warn of a place where a diary should not be.

    Raises:
        CloudFolderError, NetworkFolderError: It is such a place.
    """
    folder = folder.expanduser().absolute()
    if cloud := _cloud_of(folder):
        raise CloudFolderError(folder=folder, cloud=cloud)
    if _is_remote(folder, mounts):
        raise NetworkFolderError(folder=folder)


def second_copies(folder: Path) -> list[Path]:
    """What a cloud program left beside the diary, since two computers wrote at the same time."""
    return sorted(file for file in folder.glob("*") if _SECOND_COPY.fullmatch(file.name))


def _cloud_of(folder: Path) -> str:
    for part in folder.parts:
        name = part.casefold().replace(" ", "")
        for start, cloud in _CLOUDS.items():
            if name.startswith(start):
                return cloud
    return ""


def _is_remote(folder: Path, mounts: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
        return folder.anchor.startswith("\\\\") or kind == _REMOTE_DRIVE
    return _system_of(folder.resolve(), mounts).startswith(_NETWORKS)


def _system_of(folder: Path, mounts: Path) -> str:
    """The kind of file system that a folder is on; empty where that cannot be told."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    found = [line.split()[1:3] for line in lines if len(line.split()) > 2]  # noqa: PLR2004
    places = [(place.replace("\\040", " "), kind) for place, kind in found]
    above = [(place, kind) for place, kind in places if folder.is_relative_to(place)]
    return max(above, key=lambda each: len(each[0]), default=("", ""))[1]
