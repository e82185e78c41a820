"""A backup whose sums are right, and which is no good all the same, is refused."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db import backup_file, keys, restore
from db.errors import BackupDamagedError, DiaryError, NotABackupError
from db.folder import DB_NAME, open_diary
from db.photos import NAME as PICTURES
from db.unpacked import Access
from tests.db.test_restore import NOW, everything, light_work, own, saved
from tests.pictures import kept as jpeg

__all__ = ["light_work", "saved"]

ANOTHERS = keys.written({"open": {"secret": "00" * 16}}).encode()
"""The key file of another diary."""


def unpacked(backup: Path, folder: Path) -> dict[str, Path]:
    parts = {name: folder / f"part {name}" for name in (keys.KEYS_NAME, DB_NAME)}
    for name, file in parts.items():
        backup_file.unpack(backup, name, file)
    return parts


def packed(parts: dict[str, Path], backup: Path, pictures: int | None = None) -> None:
    """Put other parts into a backup, with their own sums."""
    sums = {name: backup_file.sum_of(file) for name, file in parts.items()}
    backup_file.pack(parts, replace(backup_file.read(backup), sums=sums, pictures=pictures), backup)


def test_a_whole_backup_of_a_damaged_database_is_refused(
    folder: Path, saved: Path, tmp_path: Path
) -> None:
    parts = unpacked(saved, tmp_path)
    content = bytearray(parts[DB_NAME].read_bytes())
    content[-2000] ^= 1
    parts[DB_NAME].write_bytes(content)
    packed(parts, saved)
    before = everything(folder)

    with pytest.raises(BackupDamagedError):
        restore.restore(folder, saved, NOW, own(folder))
    assert everything(folder) == before


@pytest.mark.parametrize(
    ("part", "content", "error"),
    [
        (DB_NAME, b"garbage" * 1000, BackupDamagedError),
        (DB_NAME, b"", NotABackupError),
        (keys.KEYS_NAME, b"{}", BackupDamagedError),
        (keys.KEYS_NAME, ANOTHERS, BackupDamagedError),
    ],
)
def test_what_is_wrong_with_a_part_is_said_of_the_backup(
    saved: Path, part: str, content: bytes, error: type[DiaryError], tmp_path: Path
) -> None:
    """Never is the diary called damaged, or a file that nobody sees."""
    parts = unpacked(saved, tmp_path)
    parts[part].write_bytes(content)
    packed(parts, saved)
    (tmp_path / "new").mkdir()

    with pytest.raises(error) as said:
        restore.restore(tmp_path / "new", saved, NOW, Access())

    assert said.value.values == {"file": saved}


def test_pictures_that_the_key_does_not_open_are_a_damaged_backup(
    folder: Path, saved: Path, tmp_path: Path
) -> None:
    with closing(open_diary(tmp_path / "other")) as other:
        other.pictures.put([("p1", jpeg())])
    packed(unpacked(saved, tmp_path) | {PICTURES: tmp_path / "other" / PICTURES}, saved, pictures=1)
    before = everything(folder)

    with pytest.raises(BackupDamagedError):
        restore.restore(folder, saved, NOW, own(folder))
    assert everything(folder) == before
