"""A diary whose keys are lost, damaged or another diary's gets those of the backup."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from db import backup, keys, restore
from db.errors import DiaryError
from db.folder import DB_NAME, open_diary
from db.photos import NAME as PICTURES
from db.records import Put
from db.unpacked import Access
from tests.db.examples import NOTE
from tests.db.test_restore import LATER, NOW, everything, light_work, own, saved

__all__ = ["light_work", "saved"]


@pytest.fixture
def lost(folder: Path, saved: Path) -> Path:
    """A diary whose two key files are there, but damaged."""
    for name in keys.NAMES:
        (folder / name).write_bytes(b"{")
    return folder


def key_files(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in keys.NAMES}


def test_damaged_keys_come_back_with_the_backup(lost: Path, saved: Path) -> None:
    kept = restore.restore(lost, saved, NOW, Access(restore.present_secret(lost, None)))

    assert everything(lost).notes == (NOTE,)
    assert kept is not None
    restore.restore(lost, kept, NOW + timedelta(minutes=1), own(lost))
    assert everything(lost).notes == (NOTE, LATER)


@pytest.mark.parametrize("step", ["_add_pictures", "_fold_log"])
def test_keys_of_another_diary_come_with_the_last_step_only(
    lost: Path, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a backup whose keys do not open the present diary, which has no photos."""
    (lost / PICTURES).unlink()
    foreign = tmp_path / "foreign.scdiary"
    with closing(open_diary(tmp_path / "other")) as store:
        store.write([Put(LATER)])
        backup.make(store, foreign, NOW)
    before = key_files(lost)

    def fail(*_args: object, **_more: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(restore, step, fail)
        with pytest.raises(DiaryError):
            restore.restore(lost, foreign, NOW, Access())
    assert key_files(lost) == before

    restore.restore(lost, foreign, NOW + timedelta(minutes=1), Access())
    assert everything(lost).notes == (LATER,)


def test_keys_of_another_diary_are_not_taken_for_the_present_ones(
    folder: Path, saved: Path, tmp_path: Path
) -> None:
    """Given files of two folders that were mixed: the code on paper stays good."""
    secret = keys.load(folder)
    open_diary(tmp_path / "other").close()
    for name in keys.NAMES:
        shutil.copy(tmp_path / "other" / name, folder / name)

    assert restore.present_secret(folder, None) is None
    restore.restore(folder, saved, NOW, Access(restore.present_secret(folder, None)))

    assert everything(folder).notes == (NOTE,)
    assert keys.load(folder) == secret
    assert len(list(folder.glob("keys of another diary *.json"))) == 1


@pytest.mark.parametrize("damage", [None, b"", b"garbage" * 1000])
def test_the_keys_of_a_lost_or_damaged_diary_are_its_own(
    folder: Path, saved: Path, damage: bytes | None
) -> None:
    (folder / DB_NAME).unlink()
    if damage is not None:
        (folder / DB_NAME).write_bytes(damage)

    assert restore.present_secret(folder, None) == keys.load(folder)
