"""A diary that has left every kind of file that there can be, and what is not ours among them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db import backup, drafts, keys
from db.backup_folder import Occasion, name_of
from db.folder import BACKUPS_NAME, open_diary
from db.store import Store
from diary import logs
from diary.autostart import autostart_here, start_command
from diary.backup_keeper import SECOND_NAME
from diary.paths import Places, choose
from diary.settings import SECOND_PLACE, Settings
from tests.faults.works import add_photo, entry

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def salt_of(folder: Path, passphrase: str | None = None) -> str:
    return keys.salt(keys.database_key(keys.load(folder, passphrase)))


def leave_everything(places: Places, second: Path, passphrase: str | None = None) -> str:
    """Make every kind of file; gives the salt of the diary."""
    store = open_diary(places.diary, passphrase=passphrase)
    store.write(entry(1))
    add_photo(store, 1)
    _back_up(store, places.diary / BACKUPS_NAME, second)
    drafts.keep(store.database, "half typed")
    _leave_unfinished(places.diary)
    store.close()
    _keep_settings(places, second)
    return salt_of(places.diary, passphrase)


def _back_up(store: Store, folder: Path, second: Path) -> None:
    made = backup.make_automatic(store, folder, NOW)
    for occasion in set(Occasion) - {Occasion.DAILY}:
        shutil.copy(made, folder / name_of(NOW, occasion))
    second.mkdir(parents=True)
    backup.folder_of(store, second).take(folder / name_of(NOW))


def _leave_unfinished(diary: Path) -> None:
    """What killed programs leave."""
    backups = diary / BACKUPS_NAME
    whole = backups / name_of(NOW)
    cut = backups / name_of(NOW - timedelta(days=1))
    cut.write_bytes(whole.read_bytes()[:200])
    for place in (
        diary / ".unfinished-opened",
        backups / ".unfinished-rekeyed",
        backups / "damaged 2026-11-22 093000",
    ):
        place.mkdir()
        for name in ("diary.db", *keys.NAMES):
            shutil.copy(diary / name, place)
    (diary / ".unfinished-opened" / "about.json").write_text("{}")
    (diary / ".unfinished-opened" / "in-use").touch()
    shutil.copy(whole, backups / ".unfinished-rekeyed" / "packed")
    (diary / "window.lock").touch()
    (diary / "keys.json.new").write_text((diary / "keys.json").read_text())


def _keep_settings(places: Places, second: Path) -> None:
    choose(places, places.diary)
    Settings(places.settings).set(SECOND_PLACE, str(second))
    logs.start(places.logs)
    logs.LOG.warning("something failed")
    logs.stop()
    autostart = autostart_here(start_command(places.diary))
    autostart.turn(on=True)


def files(*folders: Path) -> Iterator[Path]:
    """Every file below some folders."""
    for folder in folders:
        yield from (each for each in folder.rglob("*") if each.is_file() or each.is_symlink())


def second_place(home: Path) -> Path:
    return home / "stick" / SECOND_NAME
