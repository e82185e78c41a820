"""`backup`, `restore` and `check`: what they do, say and refuse."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import backup_file, keys, passphrase, recovery
from db.backup_folder import Occasion
from db.folder import open_diary
from db.records import Everything, Put
from diary.backup_keeper import SECOND_NAME
from diary.demo import sample
from diary.settings import SECOND_PLACE, Settings
from tests.cli.shared import Run
from tests.db.examples import NOTE
from tests.exchange.diaries import exported

DONE, PROBLEM, USAGE = 0, 1, 2


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


def everything(folder: Path, words: str | None = None) -> Everything:
    with closing(open_diary(folder, create=False, passphrase=words)) as store:
        return store.everything()


def write_note(folder: Path) -> None:
    with closing(open_diary(folder)) as store:
        store.write([Put(NOTE)])


def in_folder(folder: Path, occasion: Occasion = Occasion.DAILY) -> list[Path]:
    return sorted((folder / "backups").glob(f"{occasion}2*.scdiary"))


# Backup.


def test_backup_adds_one_to_the_folder(run: Run, filled: Path) -> None:
    code, out, err = run("backup")

    (made,) = in_folder(filled)
    assert (code, err) == (DONE, "")
    assert str(made) in out
    assert "entries" in out
    assert backup_file.verify(made).rows > 10


def test_backup_reaches_the_second_place(run: Run, filled: Path, tmp_path: Path) -> None:
    second = tmp_path / "stick" / SECOND_NAME
    second.mkdir(parents=True)
    Settings(tmp_path / "profile" / "settings.ini").set(SECOND_PLACE, str(second))

    code, out, _err = run("backup")

    assert code == DONE
    assert [each.name for each in second.iterdir()] == [each.name for each in in_folder(filled)]
    assert str(second) in out

    shutil.rmtree(second)
    code, out, _err = run("backup")
    assert code == DONE
    assert "not there at the moment" in out
    assert not second.exists()


def test_backup_into_one_file(run: Run, filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.scdiary"

    assert run("backup", "--output", file)[0] == DONE

    assert backup_file.verify(file).schema
    assert not (filled / "backups").exists()


def test_backup_replaces_a_backup_and_nothing_else(run: Run, filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.scdiary"
    run("backup", "--output", file)
    assert run("backup", "--output", file)[0] == DONE

    before = (filled / "diary.db").read_bytes()
    code, _out, err = run("backup", "--output", filled / "diary.db")
    assert code == PROBLEM
    assert "is not a backup" in err
    assert (filled / "diary.db").read_bytes() == before


@pytest.mark.parametrize("place", ["gone/mine.scdiary", "."])
def test_backup_says_where_it_cannot_write(
    run: Run, filled: Path, tmp_path: Path, place: str
) -> None:
    assert filled.exists()
    code, out, err = run("backup", "--output", tmp_path / place)

    assert (code, out) == (PROBLEM, "")
    assert "cannot be written" in err


def test_an_import_is_backed_up_before(run: Run, filled: Path, tmp_path: Path) -> None:
    export = tmp_path / "more.json"
    export.write_bytes(exported(sample(days=12), "json"))

    assert run("import", export)[0] == DONE

    (made,) = in_folder(filled, Occasion.IMPORT)
    assert backup_file.verify(made).rows


def test_an_import_of_what_is_there_needs_no_backup(run: Run, filled: Path, tmp_path: Path) -> None:
    """Else the five that are kept would soon all be of the diary as it is now."""
    export = tmp_path / "all.json"
    run("export", "--output", export, "--format", "json")

    assert run("import", export)[0] == DONE
    assert not in_folder(filled, Occasion.IMPORT)


def test_an_import_into_nothing_needs_no_backup(
    run: Run, folder: Path, filled: Path, tmp_path: Path
) -> None:
    export = tmp_path / "all.json"
    run("export", "--output", export, "--format", "json")
    shutil.rmtree(filled)

    assert run("import", export)[0] == DONE
    assert not (folder / "backups").exists()


# Restore.


@pytest.fixture
def saved(run: Run, filled: Path, tmp_path: Path) -> Path:
    """A backup of a diary that went on after it."""
    file = tmp_path / "saved.scdiary"
    run("backup", "--output", file)
    write_note(filled)
    return file


def test_restore_there_and_back(run: Run, filled: Path, saved: Path) -> None:
    after = everything(filled)

    code, out, err = run("restore", saved)
    assert (code, err) == (DONE, "")
    assert NOTE not in everything(filled).notes
    (kept,) = in_folder(filled, Occasion.RESTORE)
    assert str(kept) in out

    assert run("restore", kept)[0] == DONE
    assert everything(filled) == after


def test_restore_on_a_new_computer(run: Run, filled: Path, saved: Path) -> None:
    shutil.rmtree(filled)

    code, out, _err = run("restore", saved)

    assert code == DONE
    assert "is kept" not in out
    assert everything(filled).readings


WINDOW = """
import sys
from pathlib import Path
from diary.one_window import OneWindow
one = OneWindow(Path(sys.argv[1]))
print(one.claim(), flush=True)
sys.stdin.read()
one.release()
"""


def test_restore_is_refused_while_the_window_is_open(run: Run, filled: Path, saved: Path) -> None:
    before = everything(filled)
    command = [sys.executable, "-c", WINDOW, str(filled)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as window:
        assert window.stdout is not None
        assert window.stdout.readline().strip() == b"True"

        code, _out, err = run("restore", saved)

        window.communicate(b"close")
    assert code == PROBLEM
    assert "open in its window" in err
    assert everything(filled) == before


def test_the_lock_is_let_go_of_after_a_problem(run: Run, filled: Path, saved: Path) -> None:
    saved.write_bytes(saved.read_bytes()[:-3000])
    for _again in range(2):
        code, _out, err = run("restore", saved)
        assert code == PROBLEM
        assert "damaged or not complete" in err
    assert everything(filled)


@pytest.mark.parametrize("content", [b"", b"a letter"])
def test_what_is_no_backup_is_refused(run: Run, filled: Path, saved: Path, content: bytes) -> None:
    saved.write_bytes(content)
    before = everything(filled)

    code, _out, err = run("restore", saved)

    assert code == PROBLEM
    assert "Nothing was changed" in err
    assert everything(filled) == before


def test_a_missing_backup_is_said(run: Run, filled: Path, tmp_path: Path) -> None:
    assert filled.exists()
    code, _out, err = run("restore", tmp_path / "gone.scdiary")

    assert code == PROBLEM
    assert "gone.scdiary" in err


def test_restore_needs_a_file(run: Run) -> None:
    assert run("restore")[0] == USAGE


# With a passphrase.


@pytest.fixture
def sealed(filled: Path, tmp_path: Path) -> Path:
    """The file with the passphrase of a diary that has one."""
    keys.store(filled, keys.load(filled), "salty liquorice")
    file = tmp_path / "passphrase"
    file.write_text("salty liquorice\nand a second line\n", "utf-8")
    return file


def test_every_command_takes_a_passphrase_file(
    run: Run, filled: Path, sealed: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.scdiary"
    for arguments in (
        ["backup", "--output", file],
        ["check"],
        ["restore", file],
        ["export", "--output", tmp_path / "all.json", "--format", "json"],
        ["import", tmp_path / "all.json"],
        ["calendar", "--output", tmp_path / "all.ics"],
        ["fields"],
    ):
        code, _out, err = run("--passphrase-file", sealed, *arguments)
        assert (code, err) == (DONE, ""), arguments
    assert everything(filled, "salty liquorice")


def test_a_wrong_passphrase_is_said(run: Run, sealed: Path) -> None:
    sealed.write_text("sweet liquorice\n", "utf-8")

    code, _out, err = run("--passphrase-file", sealed, "check")

    assert code == PROBLEM
    assert "not the passphrase" in err


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00"])
def test_a_passphrase_file_without_one_is_said(run: Run, sealed: Path, content: bytes) -> None:
    sealed.write_bytes(content)

    code, _out, err = run("--passphrase-file", sealed, "check")

    assert code == PROBLEM
    assert "first line" in err


def test_the_recovery_code_opens_a_backup_on_a_new_computer(
    run: Run, filled: Path, sealed: Path, tmp_path: Path
) -> None:
    file, code_file = tmp_path / "mine.scdiary", tmp_path / "code"
    run("--passphrase-file", sealed, "backup", "--output", file)
    code_file.write_text(recovery.written(keys.load(filled, "salty liquorice")).lower(), "utf-8")
    shutil.rmtree(filled)

    assert run("restore", file, "--recovery-code-file", code_file)[0] == DONE
    assert everything(filled).readings


# Check.


def test_check_looks_at_the_backups_too(run: Run, filled: Path) -> None:
    run("backup")
    code, out, err = run("check")
    assert (code, err) == (DONE, "")
    assert "The diary is whole" in out
    assert "1 backup is whole." in out

    (made,) = in_folder(filled)
    made.write_bytes(made.read_bytes()[:-2000])
    code, out, err = run("check")
    assert code == PROBLEM
    assert "The diary is whole" in out
    assert made.name in err
