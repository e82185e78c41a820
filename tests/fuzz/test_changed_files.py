"""A few changed files in the normal run; the slow tests let atheris change many more.

What must hold of each is in `tests.fuzz.oracle`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import table
from tests.fuzz.targets import TARGETS, Judge

ROOT = Path(__file__).parents[2]
SECONDS = 60
"""So long each is fuzzed in the slow run; the figures of docs/reliability.md are of ten minutes."""


@pytest.fixture(scope="module", params=TARGETS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def judge(name: str, tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return TARGETS[name].judging(tmp_path_factory.mktemp(name))


def test_what_the_program_wrote_is_taken(name: str, judge: Judge) -> None:
    assert judge(TARGETS[name].begin()) == "taken"


@settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 1 << 64))
def test_a_changed_file_is_refused_or_taken_whole(name: str, judge: Judge, seed: int) -> None:
    target = TARGETS[name]

    judge(target.changed(target.begin(), Random(seed), None))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="atheris has no wheels for it")
def test_no_file_that_a_fuzzer_finds_breaks_the_reader(name: str, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="pip install scleroderma-diary[fuzz]")
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.drive", name, str(SECONDS)],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-3_000:]
    became = json.loads(done.stdout.splitlines()[-1])
    assert became["taken"], "nothing that was taken was tried"
    table.add(name, became)
