"""The import command: backups with their words, conflicts by a rule, the same said before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db import backup, keys, passphrase, recovery
from db.folder import open_diary
from db.records import Everything, Put, Remove, key_of
from db.store import Store
from diary.arguments import USAGE
from diary.demo import sample
from tests.cli.shared import Run
from tests.exchange.diaries import NOW, exported

WORDS = "other words"
DIARY = sample(days=10)


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Store]:
    """Another diary of ten days, with a passphrase, and its backup beside it."""
    with closing(open_diary(tmp_path / "laptop", passphrase=WORDS)) as opened:
        opened.write(Put(record) for record in DIARY.records())
        backup.make(opened, tmp_path / "laptop.scdiary", NOW)
        yield opened


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A file with the passphrase of the laptop."""
    (tmp_path / "words").write_text(WORDS + "\n")
    return tmp_path / "words"


def held(folder: Path) -> Everything:
    with closing(open_diary(folder, create=False)) as store:
        return store.everything()


@pytest.mark.usefixtures("laptop")
def test_a_backup_is_opened_by_its_passphrase(
    run: Run, folder: Path, tmp_path: Path, words: Path
) -> None:
    file = tmp_path / "laptop.scdiary"

    dry = run("import", file, "--passphrase-file", words, "--dry-run")
    assert not folder.exists()
    done = run("import", file, "--passphrase-file", words)

    assert dry[0] == done[0] == 0
    assert done[1] == dry[1].replace("Would be added", "Added")
    assert held(folder) == DIARY
    assert run("import", file, "--passphrase-file", words)[1].startswith("Added: nothing.")


def test_a_backup_is_opened_by_its_recovery_code(
    run: Run, folder: Path, tmp_path: Path, laptop: Store
) -> None:
    code = tmp_path / "code"
    code.write_text(recovery.written(keys.load(laptop.database.file.parent, WORDS)))

    assert run("import", tmp_path / "laptop.scdiary", "--recovery-code-file", code)[0] == 0
    assert held(folder) == DIARY


@pytest.mark.usefixtures("laptop")
@pytest.mark.parametrize(
    ("given", "said"),
    [(None, "After “import”, name a file with it"), ("no words", "not the passphrase")],
)
def test_a_backup_that_stays_closed_is_one_sentence(
    run: Run, folder: Path, tmp_path: Path, given: str | None, said: str
) -> None:
    (tmp_path / "wrong").write_text(given or "")
    option = ["--passphrase-file", tmp_path / "wrong"] if given else []

    code, out, err = run("import", tmp_path / "laptop.scdiary", *option)

    assert (code, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1
    assert not folder.exists()


def test_ones_own_backup_needs_no_words(run: Run, filled: Path, tmp_path: Path) -> None:
    run("backup", "--output", tmp_path / "mine.scdiary")

    code, out, _err = run("import", tmp_path / "mine.scdiary")

    assert code == 0
    assert out.startswith("Added: nothing.\nSkipped: ")
    assert held(filled) == DIARY


# Where both have it.


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A file in which a note is newer, and one that was deleted in the diary is still there."""
    first, second = DIARY.notes[:2]
    newer = replace(first, text="x", recorded_at=first.recorded_at + timedelta(hours=1))
    file = tmp_path / "other.json"
    file.write_bytes(exported(Everything(notes=(newer, second)), "json"))
    return file


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (None, ["Replaced: 1 entry of the diary", "Skipped: 1 entry that was deleted"]),
        ("newest", ["Replaced: 1 entry of the diary", "Skipped: 1 entry that was deleted"]),
        ("mine", ["Skipped: 1 entry that is already", "Skipped: 1 entry that was deleted"]),
        ("theirs", ["Replaced: 1 entry of the diary", "Brought back: 1 entry that was deleted"]),
    ],
)
def test_conflicts_end_by_the_rule(
    run: Run, filled: Path, other: Path, rule: str | None, said: list[str]
) -> None:
    mine, second = DIARY.notes[:2]
    with closing(open_diary(filled)) as store:
        store.write([Remove(key_of(second))])

    code, out, _err = run("import", other, *(["--conflicts", rule] if rule else []))

    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "Added: nothing."
    assert all(any(line.startswith(start) for line in lines) for start in said)
    assert any("(here recorded " in line and ", in the file " in line for line in lines)
    notes = {note.day: note for note in held(filled).notes}
    assert (notes[mine.day].text == mine.text) is (rule == "mine")
    assert (second.day in notes) is (rule == "theirs")


@pytest.mark.parametrize("given", [["--conflicts"], ["--conflicts", "yours"]])
def test_another_rule_is_wrong_usage(run: Run, given: list[str]) -> None:
    assert run("import", "x", *given)[0] == USAGE
