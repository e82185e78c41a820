"""A problem is one sentence on stderr and exit 1, and changes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from diary import commands_backup
from tests.cli.shared import Run, everything_in

TOMORROW = date.today() + timedelta(days=1)  # noqa: DTZ011 - the day here, as the program sees it


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["summary", "--output", "{out}"],
        ["export", "--format", "json", "--output", "{out}"],
        ["export", "--format", "csv", "--output", "{out}"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_without_a_diary_none_is_made(
    run: Run, folder: Path, tmp_path: Path, arguments: list[str]
) -> None:
    code, out, err = run(*(each.format(out=tmp_path / "out") for each in arguments))

    assert (code, out) == (1, "")
    assert err.startswith(f"There is no diary in {folder}.")
    assert not folder.exists()
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["summary", "export --format json", "export --format csv"])
@pytest.mark.parametrize("place", ["missing/out", ".", "/dev/full/out", "/proc/out"])
def test_an_output_that_cannot_be_written_is_one_sentence(
    run: Run, filled: Path, tmp_path: Path, command: str, place: str
) -> None:
    before = everything_in(filled)

    code, out, err = run(*command.split(), "--output", tmp_path / place)

    assert (code, out) == (1, "")
    assert "cannot be written" in err
    assert err.count("\n") == 1
    assert everything_in(filled) == before
    assert {path.name for path in tmp_path.iterdir()} <= {"diary", "profile"}


@pytest.mark.parametrize("command", ["summary", "export --format json"])
@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (TOMORROW, TOMORROW, "has not come yet"),
        ("2026-03-02", "2026-03-01", "cannot begin"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_a_period_that_is_none_is_one_sentence(
    run: Run, tmp_path: Path, command: str, first: object, last: object, said: str
) -> None:
    code, _out, err = run(
        *command.split(), "--output", tmp_path / "out", "--from", first, "--to", last
    )

    assert code == 1
    assert said in err
    assert err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_one_sentence(run: Run, folder: Path) -> None:
    folder.write_text("mine")

    for arguments in (
        ["check"],
        ["import", __file__],
        ["export", "--format", "json", "--output", "x"],
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (1, "")
        assert err.count("\n") == 1
    assert folder.read_text() == "mine"


def damaged(folder: Path, content: bytes) -> None:
    (folder / "diary.db").write_bytes(content)


@pytest.mark.parametrize("content", [b"", b"not a database" * 500, os.urandom(8192)])
def test_a_damaged_diary_is_one_sentence_and_stays(
    run: Run, filled: Path, tmp_path: Path, content: bytes
) -> None:
    damaged(filled, content)
    good = tmp_path / "in.json"
    good.write_text('{"format": "scleroderma-diary", "version": 1}')

    for arguments in (["check"], ["import", good]):
        code, out, err = run(*arguments)
        assert (code, out) == (1, "")
        assert err.count("\n") == 1
        assert "Traceback" not in err
    assert (filled / "diary.db").read_bytes() == content


def test_a_reader_that_goes_away_is_no_crash() -> None:
    command = f"{sys.executable} -m diary fields --json | head -1"

    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)

    assert "Traceback" not in done.stderr


def test_a_bug_is_a_sentence_and_a_report_without_the_diary(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_given: object) -> int:
        raise ZeroDivisionError(folder)

    monkeypatch.setattr(commands_backup, "check_command", fail)

    code, out, err = run("check")

    assert (code, out) == (1, "")
    assert err.startswith("The program failed.")
    log = (tmp_path / "profile" / "logs" / "diary.log").read_text()
    assert "ZeroDivisionError" in log
    assert str(folder) not in log


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_under_the_output_is_a_sentence() -> None:
    command = f"{sys.executable} -m diary fields > /dev/full"

    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)

    assert done.stderr.startswith("The system refused: the disk is full")
    assert "Traceback" not in done.stderr
