"""A new passphrase reaches the backups too, and none of them is ever lost by it."""

from __future__ import annotations

import errno
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db import backup, backup_file, keys, passphrase, rekey
from db.errors import DiskFailedError, PassphraseNeededError, WrongPassphraseError
from db.folder import BACKUPS_NAME, DB_NAME, open_diary
from db.records import Put
from db.restore import restore
from db.unpacked import Access, unpacked
from tests.db.examples import NOTE

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
WORDS = "warm gloves"


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


@pytest.fixture
def backups(folder: Path) -> list[Path]:
    """Two backups of a diary without a passphrase."""
    with closing(open_diary(folder)) as store:
        store.write([Put(NOTE)])
        kept = folder / BACKUPS_NAME
        return [backup.make_automatic(store, kept, NOW + timedelta(days=d)) for d in range(2)]


def opens(file: Path, scratch: Path, words: str | None) -> bool:
    with unpacked(file, scratch, Access(passphrase=words)) as found, found.reading() as reader:
        return reader.everything().notes == (NOTE,)


def test_backups_from_before_the_passphrase_ask_for_it(
    folder: Path, backups: list[Path], tmp_path: Path
) -> None:
    assert rekey.rekey(folder, keys.load(folder), WORDS, NOW) == []

    for file in backups:
        with pytest.raises(PassphraseNeededError):
            opens(file, tmp_path, None)
        with pytest.raises(WrongPassphraseError):
            opens(file, tmp_path, "other")
        assert opens(file, tmp_path, WORDS)


def test_to_the_open_diary_it_is_no_change_by_another_program(
    folder: Path, backups: list[Path]
) -> None:
    assert backups
    with closing(open_diary(folder)) as store:
        assert not store.database.changed_elsewhere()
        rekey.rekey(folder, keys.load(folder), WORDS, NOW)
        assert not store.database.changed_elsewhere()


def test_the_diary_is_backed_up_before(folder: Path, backups: list[Path], tmp_path: Path) -> None:
    assert backups
    rekey.rekey(folder, keys.load(folder), WORDS, NOW)

    (kept,) = (folder / BACKUPS_NAME).glob("before new passphrase *.scdiary")
    assert opens(kept, tmp_path, WORDS)


def test_where_it_is_not_known_what_is_kept_nothing_is_changed(
    folder: Path, backups: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a disk that does not list the backups: some would keep the words from before."""
    secret, before = keys.load(folder), keys.text(folder)
    monkeypatch.setattr(rekey, "_back_up", lambda *_given: None)

    def refuse(place: Path, pattern: str) -> list[Path]:
        raise OSError(errno.EIO, pattern, str(place))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "glob", refuse)
        with pytest.raises(DiskFailedError):
            rekey.rekey(folder, secret, WORDS, NOW)

    assert backups
    assert keys.text(folder) == before


def test_the_secret_is_nowhere_in_the_folder(folder: Path, backups: list[Path]) -> None:
    secret = keys.load(folder)

    rekey.rekey(folder, secret, WORDS, NOW)

    assert backups
    for file in (each for each in folder.rglob("*") if each.is_file()):
        assert secret.hex().encode() not in file.read_bytes().lower(), file.name


@pytest.mark.parametrize("damage", [(100, b"lost"), (0, bytes(5000))])
def test_a_damaged_diary_that_was_kept_opens_with_the_new_words_only(
    folder: Path, backups: list[Path], damage: tuple[int, bytes]
) -> None:
    """Given a diary restored from a backup: its damaged file lies with the keys of that day."""
    secret, (at, lost) = keys.load(folder), damage
    body = (folder / DB_NAME).read_bytes()
    (folder / DB_NAME).write_bytes(body[:at] + lost + body[at + len(lost) :])
    kept = restore(folder, backups[0], NOW, Access(secret))
    assert kept is not None
    assert kept.is_dir()

    assert rekey.rekey(folder, secret, WORDS, NOW) == []

    assert keys.load(kept, WORDS) == secret
    for file in (each for each in folder.rglob("*") if each.is_file()):
        assert secret.hex().encode() not in file.read_bytes().lower(), file.name


def test_the_keys_of_another_damaged_diary_stay(folder: Path, backups: list[Path]) -> None:
    foreign = backups[0].with_name("damaged 2020-01-01 000000")
    open_diary(foreign).close()
    theirs = keys.text(foreign)
    (foreign / keys.COPY_NAME).unlink()
    empty = backups[0].with_name("damaged 2020-01-02 000000")
    empty.mkdir()

    assert rekey.rekey(folder, keys.load(folder), WORDS, NOW) == []

    assert keys.text(foreign) == theirs
    assert list(empty.iterdir()) == []


def test_a_damaged_diary_that_cannot_be_changed_is_named(
    folder: Path, backups: list[Path], tmp_path: Path
) -> None:
    kept = backups[0].with_name("damaged 2020-01-01 000000")
    kept.mkdir()
    (kept / keys.COPY_NAME).mkdir()
    (kept / keys.KEYS_NAME).write_text(keys.text(folder))

    assert rekey.rekey(folder, keys.load(folder), WORDS, NOW) == [kept]

    assert all(opens(file, tmp_path, WORDS) for file in backups)


def test_a_changed_and_a_removed_passphrase_reach_them_too(
    folder: Path, backups: list[Path], tmp_path: Path
) -> None:
    secret = keys.load(folder)
    for words in (WORDS, "other words", None):
        rekey.rekey(folder, secret, words, NOW)
        assert all(opens(file, tmp_path, words) for file in backups)


def test_the_diary_in_them_stays_byte_for_byte(folder: Path, backups: list[Path]) -> None:
    before = [backup_file.verify(file).sums["diary.db"] for file in backups]

    rekey.rekey(folder, keys.load(folder), WORDS, NOW)

    assert [backup_file.verify(file).sums["diary.db"] for file in backups] == before


def test_a_damaged_one_is_named_and_left(folder: Path, backups: list[Path], tmp_path: Path) -> None:
    damaged = backups[0].read_bytes()[:-40]
    backups[0].write_bytes(damaged)

    assert rekey.rekey(folder, keys.load(folder), WORDS, NOW) == [backups[0]]

    assert backups[0].read_bytes() == damaged
    assert opens(backups[1], tmp_path, WORDS)


def test_a_backup_of_another_diary_keeps_its_keys(
    folder: Path, backups: list[Path], tmp_path: Path
) -> None:
    foreign = folder / BACKUPS_NAME / "from my sister.scdiary"
    with closing(open_diary(tmp_path / "other")) as store:
        store.write([Put(NOTE)])
        backup.make(store, foreign, NOW)

    assert rekey.rekey(folder, keys.load(folder), WORDS, NOW) == [foreign]

    assert opens(foreign, tmp_path, None)
    assert all(opens(file, tmp_path, WORDS) for file in backups)


def test_cut_off_between_two_backups_both_still_open(
    folder: Path, backups: list[Path], tmp_path: Path
) -> None:
    steps = iter([None])

    def killed() -> None:
        if next(steps, "done"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rekey.rekey(folder, keys.load(folder), WORDS, NOW, killed)

    assert opens(backups[0], tmp_path, WORDS)
    assert opens(backups[1], tmp_path, None)
    with closing(open_diary(folder, passphrase=WORDS)) as store:
        assert store.everything().notes == (NOTE,)
