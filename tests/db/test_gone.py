"""Fault 9: the diary's folder is taken away while it is open."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from db.errors import NoDiaryError
from db.folder import open_diary
from tests.faults.works import a_few_days, entry


def deleted(folder: Path) -> None:
    shutil.rmtree(folder)


def moved(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def without_its_log(folder: Path) -> None:
    (folder / "diary.db-wal").unlink()


def replaced(folder: Path) -> None:
    other = shutil.copy2(folder / "diary.db", folder / "other.db")
    Path(other).replace(folder / "diary.db")


@pytest.mark.parametrize("taken_away", [deleted, moved, without_its_log, replaced])
def test_9_a_save_into_what_has_no_name_any_more_is_not_acknowledged(
    tmp_path: Path, taken_away: Callable[[Path], object]
) -> None:
    folder = tmp_path / "diary"
    a_few_days(folder)
    store = open_diary(folder)
    store.write(entry(20))

    taken_away(folder)
    with pytest.raises(NoDiaryError, match="USB stick"):
        store.write(entry(21))

    with suppress(NoDiaryError):
        store.close()


def test_9_a_folder_that_is_back_takes_the_next_save(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "diary", tmp_path / "elsewhere"
    a_few_days(folder)
    store = open_diary(folder)
    store.write(entry(20))
    folder.rename(elsewhere)
    with pytest.raises(NoDiaryError):
        store.write(entry(21))

    elsewhere.rename(folder)
    store.write(entry(22))
    store.close()

    again = open_diary(folder)
    days = {note.text.split()[1] for note in again.everything().notes}
    again.close()
    assert {"20", "22"} <= days
