"""The passphrase slot: it opens to its passphrase, on any keyboard, and to nothing else."""

from __future__ import annotations

import json
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from db import keys, passphrase
from db.errors import (
    DiskFailedError,
    KeyLostError,
    NoDiaryError,
    PassphraseNeededError,
    WrongKeyError,
    WrongPassphraseError,
)
from db.folder import DB_NAME, open_diary, recover
from db.records import Put
from tests.db.examples import READING

SECRET = bytes(range(16))
WORDS = "warm gloves in June"


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Less memory and fewer passes: each slot keeps its own settings, so any will do."""
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    keys.store(tmp_path, SECRET, WORDS)
    return tmp_path


def test_the_passphrase_gives_the_secret(kept: Path) -> None:
    assert keys.load(kept, WORDS) == SECRET


def test_the_secret_stands_in_neither_file(kept: Path) -> None:
    for name in keys.NAMES:
        text = (kept / name).read_text().lower()
        assert SECRET.hex() not in text
        assert "gloves" not in text


def test_without_a_passphrase_it_is_asked_for(kept: Path) -> None:
    with pytest.raises(PassphraseNeededError):
        keys.load(kept)


@pytest.mark.parametrize("wrong", ["", " ", WORDS + " ", WORDS.upper(), WORDS[:-1], "\0"])
def test_another_passphrase_is_wrong_and_not_damage(kept: Path, wrong: str) -> None:
    with pytest.raises(WrongPassphraseError):
        keys.load(kept, wrong)


def test_twenty_wrong_ones_do_not_lock_out(kept: Path) -> None:
    for number in range(20):
        with pytest.raises(WrongPassphraseError):
            keys.load(kept, f"wrong {number}")

    assert keys.load(kept, WORDS) == SECRET


@pytest.mark.parametrize(
    "typed",
    [
        "Žluťoučký kůň",
        "пароль",
        "密码很长",
        "كلمة السر",
        "'\"; DROP TABLE --",
        "🧤🧣",
        " begins and ends ",
        "\ud800 half a pair",
        "a" * 100_000,
        "nul\0inside",
    ],
)
def test_any_script_will_do(tmp_path: Path, typed: str) -> None:
    keys.store(tmp_path, SECRET, typed)

    for form in ("NFC", "NFD"):
        assert keys.load(tmp_path, unicodedata.normalize(form, typed)) == SECRET


def test_an_empty_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="empty"):
        keys.store(tmp_path, SECRET, "")
    assert not keys.exist(tmp_path)


def test_the_same_words_never_make_the_same_slot() -> None:
    one, other = (passphrase.sealed(SECRET, WORDS) for _ in range(2))

    for part in ("salt", "nonce", "sealed"):
        assert one[part] != other[part]


def test_the_slot_is_argon2id_and_aes_gcm_as_documented() -> None:
    """Worked out from the documentation, so that any other program could open a diary too."""
    slot = passphrase.sealed(SECRET, WORDS)
    about = {part: slot[part] for part in ("kdf", "memory_kib", "passes", "lanes", "salt")}

    key = Argon2id(
        salt=bytes.fromhex(slot["salt"]), length=32, iterations=1, lanes=4, memory_cost=256
    ).derive(WORDS.encode())

    box = AESGCM(key).decrypt(
        bytes.fromhex(slot["nonce"]),
        bytes.fromhex(slot["sealed"]),
        json.dumps(about, sort_keys=True).encode(),
    )
    assert box == SECRET


def test_a_new_slot_costs_a_guesser_64_mib_and_three_passes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()

    slot = passphrase.sealed(SECRET, WORDS)

    assert (slot["memory_kib"], slot["passes"], slot["lanes"]) == (65_536, 3, 4)
    assert passphrase.unsealed(slot, WORDS) == SECRET


@pytest.mark.parametrize(
    "change",
    [
        {"memory_kib": 2**31},
        {"passes": 10**9},
        {"lanes": 10**6},
        {"memory_kib": True},
        {"memory_kib": 0},
        {"passes": "3"},
        {"kdf": "md5"},
        {"salt": 5},
        {"sealed": None},
        {"salt": "not in hex"},
        {"nonce": "not in hex"},
        {"sealed": "not in hex"},
        {"salt": "00" * 7},
        {"nonce": "00" * 7},
        {"nonce": "00" * 1000},
        {"sealed": "00" * 8},
        {"memory_kib": 31},
    ],
)
def test_a_slot_of_strange_settings_is_a_lost_key(kept: Path, change: dict[str, Any]) -> None:
    for name in keys.NAMES:
        body = json.loads((kept / name).read_text())
        body["slots"]["passphrase"].update(change)
        (kept / name).write_text(keys.written(body["slots"]))

    with pytest.raises(KeyLostError):
        keys.load(kept, WORDS)


def test_weaker_settings_put_into_a_slot_are_noticed(kept: Path) -> None:
    for name in keys.NAMES:
        body = json.loads((kept / name).read_text())
        body["slots"]["passphrase"]["memory_kib"] = 64
        (kept / name).write_text(keys.written(body["slots"]))

    with pytest.raises(WrongPassphraseError):
        keys.load(kept, WORDS)


def test_a_change_that_was_cut_off_opens_with_the_old_words_and_with_the_new(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given that the program dies after the first of the two files is written."""
    write = keys._write
    done: list[Path] = []

    def one_only(file: Path, text: str) -> None:
        if done:
            raise KeyboardInterrupt
        done.append(file)
        write(file, text)

    monkeypatch.setattr(keys, "_write", one_only)
    with pytest.raises(KeyboardInterrupt):
        keys.store(kept, SECRET, "new words")
    monkeypatch.setattr(keys, "_write", write)

    assert keys.load(kept, WORDS) == SECRET
    found = keys.find(kept, "new words")
    assert found.secret == SECRET
    keys.mend(kept, found)
    with pytest.raises(WrongPassphraseError):
        keys.load(kept, WORDS)


def test_what_a_killed_program_left_of_a_key_file_goes_when_the_diary_opens(
    tmp_path: Path,
) -> None:
    """Given one killed while it took a passphrase away: the secret lies there in clear."""
    folder = tmp_path / "diary"
    open_diary(folder).close()
    clear, secret = keys.text(folder), keys.load(folder)
    keys.store(folder, secret, WORDS)
    for name in keys.NAMES:
        (folder / f"{name}.new").write_text(clear)

    with pytest.raises(WrongPassphraseError):
        open_diary(folder, passphrase="other words")
    assert len(list(folder.glob("*.new"))) == 2
    open_diary(folder, passphrase=WORDS).close()

    assert list(folder.glob("*.new")) == []
    assert keys.load(folder, WORDS) == secret


def test_what_cannot_be_read_back_is_no_change(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_write", lambda _file, _text: None)

    with pytest.raises(DiskFailedError):
        keys.store(kept, SECRET, "new words")
    assert keys.load(kept, WORDS) == SECRET


def test_a_diary_can_begin_with_a_passphrase(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    with closing(open_diary(folder, passphrase=WORDS)) as store:
        store.write([Put(READING)])

    with pytest.raises(PassphraseNeededError):
        open_diary(folder)
    with closing(open_diary(folder, passphrase=WORDS)) as store:
        assert store.readings(READING.day, READING.day) == [READING]


def test_setting_changing_and_removing_it_never_touches_the_database(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    open_diary(folder).close()
    secret, before = keys.load(folder), (folder / DB_NAME).read_bytes()

    for words in (WORDS, "other words", None):
        keys.store(folder, secret, words)
        assert keys.load(folder, words) == secret

    assert (folder / DB_NAME).read_bytes() == before


def test_the_recovery_code_opens_a_diary_without_its_key_files(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    with closing(open_diary(folder, passphrase=WORDS)) as store:
        store.write([Put(READING)])
    secret = keys.load(folder, WORDS)
    for name in keys.NAMES:
        (folder / name).unlink()

    with pytest.raises(KeyLostError):
        open_diary(folder, passphrase=WORDS)
    again = "found again"
    recover(folder, secret, again)

    with closing(open_diary(folder, passphrase=again)) as store:
        assert store.readings(READING.day, READING.day) == [READING]


def test_the_code_of_another_diary_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    open_diary(folder).close()
    before = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}

    with pytest.raises(WrongKeyError):
        recover(folder, SECRET)
    with pytest.raises(NoDiaryError):
        recover(tmp_path / "nowhere", SECRET)

    assert before == {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
