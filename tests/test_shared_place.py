"""Fault 25: a cloud folder or another computer is warned of before a diary is begun there."""

from __future__ import annotations

from pathlib import Path

import pytest

from diary.shared_place import CloudFolderError, NetworkFolderError, refuse_shared, second_copies

OURS = (
    "diary.db",
    "diary.db-wal",
    "diary.db-shm",
    "diary.db.new",
    "diary.db.restored",
    "photos.db",
    "keys.json",
    "keys.copy.json",
    "drafts.db",
    "window.lock",
)

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
nas:/home /mnt/our\\040nas nfs4 rw 0 0
//pc/share /mnt/share cifs rw 0 0
/dev/sdb1 /mnt/share/stick vfat rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    file = tmp_path / "mounts"
    file.write_text(MOUNTS)
    return file


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        ("/home/a/OneDrive - Clinic/diary", "OneDrive"),
        ("/home/a/Dropbox/diary", "Dropbox"),
        ("/Users/a/Library/Mobile Documents/diary", "iCloud"),
        ("/home/a/Google Drive/diary", "Google Drive"),
        ("/home/a/Nextcloud/diary", "Nextcloud"),
    ],
)
def test_25_a_cloud_folder_is_named(folder: str, cloud: str, mounts: Path) -> None:
    with pytest.raises(CloudFolderError) as refused:
        refuse_shared(Path(folder), mounts)
    assert refused.value.values["cloud"] == cloud


@pytest.mark.parametrize("folder", ["/mnt/our nas/diary", "/mnt/share/diary"])
def test_25_a_folder_of_another_computer_is_warned_of(folder: str, mounts: Path) -> None:
    with pytest.raises(NetworkFolderError):
        refuse_shared(Path(folder), mounts)


@pytest.mark.parametrize("folder", ["/home/a/diary", "/mnt/share/stick/diary"])
def test_a_folder_of_this_computer_is_not(folder: str, mounts: Path) -> None:
    refuse_shared(Path(folder), mounts)
    refuse_shared(Path(folder), mounts.with_name("none"))


@pytest.mark.parametrize(
    "name",
    [
        "diary (Anna's conflicted copy 2026-11-20).db",
        "diary (conflicted copy 2026-11-20 101112).db",
        "diary_conflict-20261120-101112.db",
        "diary.sync-conflict-20261120-101112-ABCDEFG.db",
        "diary-ANNAS-LAPTOP.db",
        "diary (1).db",
        "diary 2.db",
        "diary (Anna's conflicted copy 2026-11-20).db-wal",
        "photos.sync-conflict-20261120-101112-ABCDEFG.db",
        "keys-DESKTOP-7AB12.json",
    ],
)
def test_25_what_a_cloud_program_leaves_beside_a_diary_is_found(name: str, tmp_path: Path) -> None:
    for ours in OURS:
        (tmp_path / ours).touch()
    (tmp_path / name).touch()

    assert [each.name for each in second_copies(tmp_path)] == [name]
