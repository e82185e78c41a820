"""The command line: exit codes, one sentence for each problem, nothing changed by it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from db.folder import open_diary
from db.records import Put
from diary import commands
from diary.cli import main
from diary.demo import sample
from diary.exchange.words import records_of
from diary.fields import CATALOGUE

TOMORROW = date.today() + timedelta(days=1)  # noqa: DTZ011 - the day here, as the program sees it


@pytest.fixture
def run(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run a command on the test's diary; gives exit code, output and what was complained."""

    def runner(*arguments: object) -> tuple[int, str, str]:
        options = ["--diary", str(folder), "--profile", str(tmp_path / "profile")]
        try:
            code = main([*options, *map(str, arguments)])
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return runner


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def filled(folder: Path) -> Path:
    """A diary of ten days."""
    store = open_diary(folder)
    store.write(Put(record) for record in records_of(sample(days=10)))
    store.close()
    return folder


def everything_in(folder: Path) -> dict[str, bytes]:
    """Each file and what it holds; a diary that was only read keeps all of it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


ENTRY = '{"day": "2026-01-31", "field": "FIELD", "value": 3, "recorded_at": "2026-01-31T20:00Z"}'
WRONG_USAGE = [
    ["nonsense"], ["import"], ["export"], ["summary"], ["demo"], ["fields", "more"],
    ["export", "--output", "x"], ["export", "--format", "json"],
    ["export", "--output", "x", "--format", "xml"],
    ["export", "--output", "x", "--format", "json", "--from", "yesterday"],
    ["export", "--output", "x", "--format", "json", "--from", "2026-02-30"],
    ["export", "--output", "x", "--format", "json", "--to", "20260131"],
    ["export", "--output", "x", "--format", "json", "--from", "0001-01-01"],
    ["summary", "--output", "x", "--paper", "a3"], ["summary", "--output", "x", "--pap", "a4"],
    ["demo", "x", "--days", "0"], ["demo", "x", "--days", "many"], ["demo", "x", "--days", "1e3"],
    ["demo", "x", "--days", "99999999999"], ["demo", "x", "--seed", "-1"],
    ["demo", "x", "--days", "٣"], ["demo", "x", "--until", "03/04/2026"], ["import", "a", "b"],
    ["--diary"], ["--nonsense"], ["check", "--diary", "x"], ["import", "x", "--dry"], [""],
]  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_is_one_sentence_and_exit_2(
    run: Run, folder: Path, arguments: list[str]
) -> None:
    code, out, err = run(*arguments)

    assert code == 2
    assert out == ""
    assert err.count("\n") == 1
    assert "--help" in err
    assert not folder.exists()


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


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.usefixtures("filled")
def test_what_is_exported_is_imported(run: Run, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    assert run("export", "--format", form, "--output", out)[0] == 0
    other = ["--diary", tmp_path / "other"]

    dry, said, _err = run(*other, "import", out, "--dry-run")
    assert (dry, (tmp_path / "other").exists()) == (0, False)
    assert said.startswith("Would be added: ")
    code, first, _err = run(*other, "import", out)
    again, second, _err = run(*other, "import", out)

    assert (code, again) == (0, 0)
    assert first == said.replace("Would be added", "Added")
    assert second.startswith("Added: nothing.\nSkipped: ")


@pytest.mark.usefixtures("filled")
def test_a_stretch_of_days_is_exported_alone(run: Run, tmp_path: Path) -> None:
    diary = sample(days=10)
    first, last = diary.readings[0].day + timedelta(days=2), diary.readings[-1].day
    out = tmp_path / "out.json"

    run("export", "--format", "json", "--output", out, "--from", first, "--to", last)

    days = {entry["day"] for entry in json.loads(out.read_text())["readings"]}
    assert days == {one.day.isoformat() for one in diary.readings if first <= one.day <= last}


def test_entries_that_do_not_fit_are_listed_and_nothing_is_added(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    file = tmp_path / "in.json"
    file.write_text(
        '{"format": "scleroderma-diary", "version": 1, "readings": ['
        + ENTRY.replace("FIELD", "skin.itch")
        + ",\n"
        + ENTRY.replace("FIELD", "skin.red")
        + "]}"
    )
    before = everything_in(filled)

    code, out, err = run("import", file)

    assert code == 1
    assert out == "Line 2 (readings, entry 2): the field “skin.red” is unknown.\n"
    assert err == "Nothing was imported, because of entries that do not fit (1).\n"
    assert everything_in(filled) == before


@pytest.mark.parametrize("content", [b"", b"{", b"PK\x03\x04", b"\xff\xfe{\0", b"[" * 100_000])
def test_a_broken_file_makes_no_diary(
    run: Run, folder: Path, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "in"
    file.write_bytes(content)

    code, out, err = run("import", file)

    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert not folder.exists()


def test_a_missing_file_makes_no_diary(run: Run, folder: Path, tmp_path: Path) -> None:
    code, _out, err = run("import", tmp_path / "none.json")

    assert code == 1
    assert "none.json cannot be read: No such file" in err
    assert not folder.exists()


def test_the_catalogue_is_listed(run: Run) -> None:
    code, out, _err = run("fields", "--json")
    facts = json.loads(out)

    assert code == 0
    assert [fact["key"] for fact in facts] == [field.key for field in CATALOGUE]
    assert facts[0] == facts[0] | {"low": 0, "high": 10, "section": "skin", "cadence": "daily"}
    assert run("fields")[1].count("\n") == len(CATALOGUE)


@pytest.mark.usefixtures("filled")
def test_a_whole_diary_is_said_to_be_whole(run: Run) -> None:
    code, out, err = run("check")

    assert (code, err) == (0, "")
    assert out.startswith("The diary is whole: ")


def test_versions_are_shown(run: Run) -> None:
    code, out, _err = run("--version")

    assert code == 0
    names = [line.rsplit(" ", 1)[0].split(" ")[0] for line in out.splitlines()]
    assert names == ["scleroderma-diary", "schema", "SQLite", "SQLCipher", "Qt"]


def test_help_is_shown_for_each_command(run: Run) -> None:
    for command in ("", "demo", "summary", "export", "import", "fields", "check"):
        code, out, _err = run(*command.split(), "--help")
        assert code == 0
        assert "usage: scleroderma-diary" in out


def test_light_commands_load_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys; from diary.cli import main; code = main(['fields']);"
        "heavy = {'PySide6', 'matplotlib', 'sqlalchemy', 'typst'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else code)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr


def test_a_reader_that_goes_away_is_no_crash() -> None:
    command = f"{sys.executable} -m diary fields --json | head -1"

    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)

    assert "Traceback" not in done.stderr


def test_a_bug_is_a_sentence_and_a_report_without_the_diary(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_given: object) -> int:
        raise ZeroDivisionError(folder)

    monkeypatch.setattr(commands, "check_command", fail)

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

    assert done.stderr.startswith("The system refused: No space left")
    assert "Traceback" not in done.stderr
