"""Fault 27: whatever becomes of the key files, the copy or else the recovery code opens the diary.

Each part of `keys.json`, of `keys.copy.json`, and of both is damaged, cut off or taken away.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from db import keys, passphrase, recovery
from db.errors import DiaryError, KeyLostError, WrongPassphraseError
from db.folder import open_diary, recover
from db.records import Everything
from tests.faults import totals
from tests.faults.sweep import Tally
from tests.faults.works import a_few_days

WORDS, AGAIN = "warm gloves in June", "found again"
RUN = 16
"""Bytes that are overwritten at once, as a damaged sector would."""


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


class Damage(NamedTuple):
    """What becomes of the named files: `start` to `end` is `within`, and the rest stays."""

    names: tuple[str, ...]
    start: int
    end: int
    within: bytes
    removed: bool = False

    def done_to(self, folder: Path) -> None:
        for name in self.names:
            body = (folder / name).read_bytes()
            (folder / name).write_bytes(body[: self.start] + self.within + body[self.end :])
            if self.removed:
                (folder / name).unlink()


def damages(length: int) -> Iterator[Damage]:
    """To each file alone, and to both."""
    for names in ((keys.KEYS_NAME,), (keys.COPY_NAME,), keys.NAMES):
        yield Damage(names, 0, 0, b"", removed=True)
        for at in range(length):
            yield Damage(names, at, length, b"")
            yield Damage(names, at, at + 1, b"\0")
            yield Damage(names, at, at + 1, b"7")
        for at in range(0, length, RUN):
            yield Damage(names, at, at + RUN, bytes(min(RUN, length - at)))


class Diary:
    """A diary with its recovery code, and a copy of it for each damage."""

    def __init__(self, place: Path, words: str | None) -> None:
        self._whole, self._copy, self._words = place / "whole", place / "copy", words
        a_few_days(self._whole)
        secret = keys.load(self._whole)
        keys.store(self._whole, secret, words)
        self._code = recovery.written(secret)
        self._held = self._content(self._whole, words)
        self.length = (self._whole / keys.KEYS_NAME).stat().st_size

    def tried(self, points: Sequence[Damage]) -> Tally:
        """Each damage: the words open it, or the code does, and all entries are there."""
        tally = Tally()
        for point in points:
            shutil.rmtree(self._copy, ignore_errors=True)
            shutil.copytree(self._whole, self._copy)
            point.done_to(self._copy)
            tally.points += 1
            tally.wrong += [f"{point}: {each}" for each in self._faults(point)]
            tally.acknowledged += 1
        return tally

    def _faults(self, point: Damage) -> Iterator[str]:
        try:
            if self._content(self._copy, self._words) != self._held:
                yield "the words open something else"
        except KeyLostError:
            if len(point.names) == 1:
                yield "one whole file is not enough"
        except DiaryError as error:
            yield f"damage is called {error!r}"
        yield from self._locked_out()

    def _locked_out(self) -> Iterator[str]:
        """The code is tried in any case: the words may be forgotten as well."""
        try:
            recover(self._copy, recovery.read(self._code), AGAIN)
            if self._content(self._copy, AGAIN) != self._held:
                yield "the code opens something else"
        except DiaryError as error:
            yield f"locked out: {error!r}"

    @staticmethod
    def _content(folder: Path, words: str | None) -> Everything:
        with closing(open_diary(folder, create=False, passphrase=words)) as store:
            return store.everything()


@pytest.mark.parametrize("words", [None, WORDS])
def test_27_some_damages_of_the_key_files_lock_nobody_out(
    words: str | None, in_memory: Path
) -> None:
    diary = Diary(in_memory, words)

    assert diary.tried(list(damages(diary.length))[::97]).wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("words", [None, WORDS])
def test_27_no_damage_of_the_key_files_locks_anybody_out(
    words: str | None, in_memory: Path
) -> None:
    diary = Diary(in_memory, words)
    tally = diary.tried(list(damages(diary.length)))
    totals.add(totals.KEYS, tally)

    assert tally.wrong == []


def test_26_wrong_words_are_wrong_and_never_damage(in_memory: Path) -> None:
    """Given one damaged key file besides: what is whole decides."""
    a_few_days(in_memory / "diary")
    keys.store(in_memory / "diary", keys.load(in_memory / "diary"), WORDS)
    (in_memory / "diary" / keys.KEYS_NAME).write_bytes(b"")

    with pytest.raises(WrongPassphraseError):
        open_diary(in_memory / "diary", create=False, passphrase="cold gloves")
