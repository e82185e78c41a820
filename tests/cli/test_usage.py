"""What may be typed: wrong usage is one sentence and exit 2; help and listings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from diary.fields import CATALOGUE
from tests.cli.shared import Run

WRONG_USAGE = [
    ["--diary", "", "check"], ["demo", ""], ["nonsense"],
    ["import"], ["export"], ["summary"], ["demo"], ["fields", "more"],
    ["export", "--output", "x"], ["export", "--format", "json"],
    ["export", "--output", "x", "--format", "xml"],
    ["export", "--output", "x", "--format", "json", "--from", "yesterday"],
    ["export", "--output", "x", "--format", "json", "--from", "2026-02-30"],
    ["export", "--output", "x", "--format", "json", "--to", "20260131"],
    ["export", "--output", "x", "--format", "json", "--from", "0001-01-01"],
    ["summary", "--output", "x", "--from", "2026-01-01", "--since-visit"],
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


def test_the_catalogue_is_listed(run: Run) -> None:
    code, out, _err = run("fields", "--json")
    facts = json.loads(out)

    assert code == 0
    assert [fact["key"] for fact in facts] == [field.key for field in CATALOGUE]
    assert facts[0] == facts[0] | {"low": 0, "high": 10, "section": "skin", "cadence": "daily"}
    assert run("fields")[1].count("\n") == len(CATALOGUE)


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
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
