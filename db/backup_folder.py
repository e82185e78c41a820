"""A folder with backups: which of them are this diary's, and which stay.

Other files, also the backups of another person on the same stick, are never touched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from heapq import nlargest
from pathlib import Path

from db import failures, rotation
from db.backup_file import SUFFIX, salt_of, verify
from db.durable import sync_folder
from db.errors import DiaryError
from db.scratch import PACKED, scratch

FORM = "%Y-%m-%d %H%M%S"
"""How a backup's moment stands in its name, in UTC."""

PHOTO_COPIES = 2
BEFORE_COPIES = 5
"""So many are kept of each occasion. What was there before a restore stays for ever."""


class Occasion(StrEnum):
    """Why a backup was made; its name begins with this."""

    DAILY = ""
    PHOTOS = "photos "
    RESTORE = "before restore "
    IMPORT = "before import "
    UPDATE = "before update "
    KEYS = "before new passphrase "


_BEFORE = (Occasion.IMPORT, Occasion.UPDATE, Occasion.KEYS)

Found = dict[datetime, Path]
Moments = Collection[datetime]


def name_of(made: datetime, occasion: Occasion = Occasion.DAILY) -> str:
    """The name of a backup."""
    return f"{occasion}{made.astimezone(UTC).strftime(FORM)}{SUFFIX}"


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """The backups in a folder; `salt` says of which diary."""

    place: Path
    salt: str

    def found(self, occasion: Occasion = Occasion.DAILY) -> Found:
        """This diary's backups of an occasion by their moments, as their names say.

        Raises:
            DiaryError: The disk of the folder failed.
        """
        with failures.files_translated(self.place):
            names = list(self.place.glob(f"{occasion}*{SUFFIX}")) if self.place.is_dir() else []
        dated = ((_moment(file.stem.removeprefix(occasion)), file) for file in names)
        return {made: file for made, file in dated if made and self.has(file)}

    def newest(self, occasion: Occasion = Occasion.DAILY) -> Path | None:
        """The last backup of an occasion; None where there is none."""
        found = self.found(occasion)
        return found[max(found)] if found else None

    def has(self, file: Path) -> bool:
        """Whether a file is a backup of this diary, whole or not."""
        try:
            return salt_of(file) == self.salt
        except DiaryError:
            return False

    def take(self, file: Path) -> Path:
        """Copy a backup into the folder, verified there; an earlier one of its name stays if not.

        Raises:
            DiaryError: The folder or its disk did not take it.
        """
        target = self.place / file.name
        with failures.files_translated(self.place), scratch(self.place) as place:
            copied = place / PACKED
            copy_durably(file, copied)
            verify(copied)
            copied.replace(target)
            sync_folder(self.place)
        return target

    def thin(self, now: datetime) -> None:
        """Remove the backups that are not to be kept. A damaged one stays, and counts not."""
        with failures.files_translated(self.place):
            self._thin(Occasion.DAILY, lambda made: rotation.kept(made, now))
            self._thin(Occasion.PHOTOS, lambda made: nlargest(PHOTO_COPIES, made))
            for occasion in _BEFORE:
                self._thin(occasion, lambda made: nlargest(BEFORE_COPIES, made))

    def _thin(self, occasion: Occasion, kept: Callable[[Moments], Moments]) -> None:
        found = self.found(occasion)
        if len(kept(found)) == len(found):
            return
        whole = {made: file for made, file in found.items() if is_whole(file)}
        for made in whole.keys() - set(kept(whole)):
            whole[made].unlink()


def is_whole(file: Path) -> bool:
    """Whether a backup can be read to its end and is what was written."""
    try:
        verify(file)
    except DiaryError:
        return False
    return True


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, FORM).replace(tzinfo=UTC)
    except ValueError:
        return None


def copy_durably(file: Path, target: Path) -> None:
    """Byte for byte, durably, readable by its owner only."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out, file.open("rb") as source:
        shutil.copyfileobj(source, out, 1 << 20)
        out.flush()
        os.fsync(out.fileno())
