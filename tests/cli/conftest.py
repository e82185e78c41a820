"""Runs the command line on a diary of the test."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.folder import open_diary
from db.records import Put
from diary.cli import main
from diary.demo import sample
from tests.cli.shared import Run


@pytest.fixture
def run(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
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


@pytest.fixture
def filled(folder: Path) -> Path:
    """A diary of ten days."""
    store = open_diary(folder)
    store.write(Put(record) for record in sample(days=10).records())
    store.close()
    return folder
