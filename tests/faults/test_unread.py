"""Fault 3, reading: a page that the disk does not give is not called damaged."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.folder import DB_NAME
from tests.faults.works import a_few_days

CHILD = """
import sys
from pathlib import Path
from db.check import check, check_bytes
from db.errors import DiaryError
from db.folder import open_diary
from db.store import Store

def tried(work):
    try:
        return work() or "well"
    except DiaryError as error:
        return type(error).__name__

def read(store):
    store.everything()

store = tried(lambda: open_diary(Path(sys.argv[1]), create=False))
if isinstance(store, Store):
    print(*[tried(lambda: work(store)) for work in (read, check_bytes, check)])
else:
    print(store)
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not there")
@pytest.mark.parametrize("when", ["2", "3+", "5+", "8", "12+", "20", "40"])
def test_3_a_page_that_cannot_be_read_is_a_failing_disk(tmp_path: Path, when: str) -> None:
    folder = tmp_path / "diary"
    a_few_days(folder)
    before = (folder / DB_NAME).read_bytes()
    fault = ["-e", "trace=pread64", "-e", f"inject=pread64:error=EIO:when={when}"]
    strace = ["strace", "-f", "-o", "/dev/null", "-P", str(folder / DB_NAME), *fault]
    child = [sys.executable, "-c", CHILD, str(folder)]
    said = subprocess.run([*strace, *child], capture_output=True, text=True, check=True).stdout

    assert set(said.split()) <= {"well", "DiskFailedError"}
    assert "DiskFailedError" in said
    assert (folder / DB_NAME).read_bytes() == before
