"""Where nothing may be lost, no branch goes untried: keys, backups, restore, upgrade, import.

Which files these are says `[tool.coverage.run]` in pyproject.toml. The tests that go through them
run once more for it, so it is a slow test.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TRYING = (
    "tests/db",
    "tests/exchange",
    "tests/cli/test_photos.py",
    "tests/cli/test_problems.py",
    "tests/test_backup_keeper.py",
    "tests/test_merging.py",
    "tests/ui/test_backup_errors.py",
    "tests/ui/test_backups.py",
    "tests/ui/test_import.py",
    "tests/ui/test_import_fails.py",
    "tests/ui/test_restore.py",
)


@pytest.mark.slow
def test_every_branch_of_what_keeps_the_diary_is_taken(tmp_path: Path) -> None:
    def coverage(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "coverage", *words],
            cwd=ROOT,
            env=os.environ | {"COVERAGE_FILE": str(tmp_path / "coverage")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    coverage("run", "-m", "pytest", "-p", "no:cacheprovider", *TRYING)
    coverage("combine", "-q")
    coverage("report")
