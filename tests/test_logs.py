from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from diary import logs

CANARY = "my fingers were blue at Aunt Mary's"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    before = list(logs.LOG.handlers)
    yield tmp_path / "logs"
    for handler in set(logs.LOG.handlers) - set(before):
        logs.LOG.removeHandler(handler)
        handler.close()


def raise_with_diary_text() -> None:
    note = CANARY
    raise ValueError(note)


def test_a_report_names_the_place_and_never_the_words() -> None:
    try:
        raise_with_diary_text()
    except ValueError:
        kind, _error, trace = sys.exc_info()
    assert kind is not None
    report = logs.report(kind, trace)
    assert "ValueError" in report
    assert "raise_with_diary_text" in report
    assert CANARY not in report


def test_the_log_is_written_in_its_folder(folder: Path) -> None:
    logs.start(folder)
    logs.LOG.info("opened")
    assert "opened" in (folder / "diary.log").read_text("utf-8")


def test_a_folder_that_cannot_be_made_is_no_error(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", "utf-8")
    logs.start(blocked / "logs")
    logs.LOG.log(logging.INFO, "nowhere")
    assert blocked.read_text("utf-8") == "in the way"
