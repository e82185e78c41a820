"""What the next start finds in a folder after a fault; it must open and be whole."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from db.backup_file import SUFFIX
from db.check import check
from db.errors import DiaryError, PassphraseNeededError, WrongPassphraseError
from db.folder import BACKUPS_NAME, open_diary
from db.records import Everything, Photo
from db.store import Store
from db.unpacked import Access, unpacked
from tests.faults.works import WORDS, WORKS

_counted: dict[tuple[str, str | None], bool] = {}
"""Backups that were opened already, by what they hold: most of them stay as they are."""


@dataclass(frozen=True)
class Seen:
    """What a folder holds: the diary with its pictures, what opens it, and its backups."""

    everything: Everything
    pictures: frozenset[tuple[str, bytes | None]]
    word: str | None
    backups: frozenset[str]

    @property
    def content(self) -> tuple[object, ...]:
        """What the patient entered."""
        return self.everything, self.pictures


def look(folder: Path, words: Iterable[str | None] = WORDS) -> Seen:
    """Open the diary as the next start does, with the first passphrase that fits."""
    backups = frozenset(each.name for each in (folder / BACKUPS_NAME).glob("*" + SUFFIX))
    store, word = opened(folder, words)
    try:
        problems = check(store)
        assert problems == [], problems[:2]
        everything = store.everything()
        photos = [each.id for each in everything.events if isinstance(each, Photo)]
        pictures = frozenset((each, store.picture(each)) for each in photos)
    finally:
        store.close()
    assert all(picture for _photo, picture in pictures)
    return Seen(everything, pictures, word, backups)


def opened(folder: Path, words: Iterable[str | None]) -> tuple[Store, str | None]:
    """The diary, and the first of the passphrases that opens it."""
    for word in words:
        with suppress(PassphraseNeededError, WrongPassphraseError):
            return open_diary(folder, passphrase=word), word
    message = "no passphrase opens it"
    raise AssertionError(message)


class Between(NamedTuple):
    """A folder that was left on the way from one state to the next; `kept` backups were there."""

    before: Seen
    after: Seen
    kept: frozenset[str]

    def faults(self, folder: Path) -> list[str]:
        """What is wrong in the folder."""
        try:
            found = look(folder, (self.before.word, self.after.word))
        except (AssertionError, DiaryError) as error:
            return [f"does not open: {error!r}"]
        return self._wrong(found) + self._wrong_backups(found, folder / BACKUPS_NAME)

    def _wrong(self, found: Seen) -> list[str]:
        if found.content in (self.before.content, self.after.content):
            return []
        return ["the diary is neither the one before nor the one after"]

    def _wrong_backups(self, found: Seen, place: Path) -> list[str]:
        words = {self.before.word, self.after.word}
        closed = [name for name in found.backups if not counts(place / name, words)]
        gone = self.kept & self.before.backups & self.after.backups - found.backups
        return [f"backups do not open: {closed}"] * bool(closed) + [f"gone: {gone}"] * bool(gone)


def counts(file: Path, words: Iterable[str | None]) -> bool:
    """Whether one of the passphrases opens a backup, and all of its rows are there."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    for word in words:
        if (digest, word) not in _counted:
            _counted[digest, word] = _counted_rows(file, word)
    return any(_counted[digest, word] for word in words)


def _counted_rows(file: Path, word: str | None) -> bool:
    scratch = file.parent / "counting"
    scratch.mkdir()
    try:
        with unpacked(file, scratch, Access(passphrase=word)) as found, found.reading() as reader:
            return sum(reader.counts().values()) == found.about.rows
    except DiaryError:
        return False
    finally:
        shutil.rmtree(scratch)


def states(work: str, folder: Path) -> list[Seen]:
    """What is to be found before the first step of a work, and after each one."""
    found = [look_beside(folder)]
    for step in WORKS[work].steps(folder):
        step()
        found.append(look_beside(folder))
    return found


def look_beside(folder: Path) -> Seen:
    """Look at a copy, so that nothing of the folder changes."""
    copy = folder.with_name("looked-at")
    shutil.copytree(folder, copy)
    try:
        return look(copy)
    finally:
        shutil.rmtree(copy)
