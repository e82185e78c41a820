from __future__ import annotations

from pathlib import Path

import pytest

from db import errors, keys, upgrade
from db.check import check
from db.folder import DB_NAME, open_diary
from tests.db.examples import READING, puts


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def _cut(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("step", ["migrate", "store", "rename"])
def test_a_creation_that_was_cut_short_is_finished(
    folder: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the last thing was that reached the disk, the patient is not locked out."""
    owner = {"migrate": upgrade, "store": keys, "rename": Path}[step]
    with monkeypatch.context() as patch:
        patch.setattr(owner, step, _cut)
        with pytest.raises(KeyboardInterrupt):
            open_diary(folder)
    assert not (folder / DB_NAME).exists()
    if step == "rename":
        with pytest.raises(errors.NoDiaryError):
            open_diary(folder, create=False)
    store = open_diary(folder)
    store.write(puts(READING))
    assert check(store) == []
    store.close()
    assert names(folder) == [DB_NAME, "keys.copy.json", "keys.json"]


def test_a_creation_with_only_one_key_file_written_is_finished(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", _cut)
        with pytest.raises(KeyboardInterrupt):
            open_diary(folder)
    (folder / keys.KEYS_NAME).unlink()
    open_diary(folder).close()
    assert names(folder) == [DB_NAME, "keys.copy.json", "keys.json"]
