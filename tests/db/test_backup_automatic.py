"""Automatic backups are named by their moment and thinned; damaged and other files are left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db import backup
from db.backup_folder import Occasion, is_whole
from db.records import Put
from db.store import Store
from tests.db.examples import NOTE, READING

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


@pytest.fixture
def full(store: Store) -> Store:
    store.write([Put(READING), Put(NOTE)])
    return store


def damage(file: Path, *, at_end: bool) -> None:
    """Cut the second half off, or flip a bit in the middle."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content[: len(content) // 2] if at_end else content)


def ours(store: Store, folder: Path, occasion: Occasion = Occasion.DAILY) -> dict[datetime, Path]:
    return backup.folder_of(store, folder).found(occasion)


def test_automatic_backups_are_thinned(full: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for day in range(12):
        backup.make_automatic(full, folder, NOW + timedelta(days=day))

    stay = sorted(ours(full, folder))
    assert len(stay) == 8
    assert stay[0] == NOW
    assert stay[-7:] == [NOW + timedelta(days=day) for day in range(5, 12)]
    assert all(is_whole(file) for file in ours(full, folder).values())


def test_a_damaged_one_does_not_count_as_kept(full: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    made = [backup.make_automatic(full, folder, NOW + timedelta(hours=h)) for h in range(3)]
    for file in made[1:]:
        damage(file, at_end=True)

    newest = backup.make_automatic(full, folder, NOW + timedelta(hours=4))

    whole = {file for file in ours(full, folder).values() if is_whole(file)}
    assert whole >= {made[0], newest}


def test_one_with_a_flipped_bit_stays_and_counts_not(full: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    made = [backup.make_automatic(full, folder, NOW + timedelta(hours=h)) for h in range(3)]
    damage(made[2], at_end=False)

    newest = backup.make_automatic(full, folder, NOW + timedelta(hours=4))

    stay = {file: is_whole(file) for file in ours(full, folder).values()}
    assert stay == {made[0]: True, made[1]: True, made[2]: False, newest: True}


def test_files_of_other_names_are_left_alone(full: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "my own.scdiary").write_bytes(b"mine")
    (folder / "2020-01-01 000000.txt").write_bytes(b"mine")

    backup.make_automatic(full, folder, NOW)

    assert (folder / "my own.scdiary").read_bytes() == b"mine"
    assert len(list(folder.iterdir())) == 3
