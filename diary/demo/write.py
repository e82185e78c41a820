"""Writes the sample diary, its summary and its charts into a folder. Used by `demo`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from db.errors import DiaryError, NotAFolderError
from db.folder import open_diary
from db.records import Put, Sore, SoreDay
from db.store import Store
from diary.demo.pictures import photos_of
from diary.demo.sample import sample
from diary.errors import refusal
from diary.exchange.files import CannotWriteError, write_whole
from diary.fields import CATALOGUE
from diary.i18n import N_
from diary.logic.periods import Period

DIARY, SUMMARY, CHARTS, MARK = "diary", "summary.pdf", "charts", "SAMPLE.txt"
OURS = frozenset({DIARY, SUMMARY, CHARTS, MARK})
ABOUT = (
    "This folder holds a made-up diary of a patient who does not exist.\n"
    "Running the demo again replaces it. Keep nothing of your own here.\n"
)
SUMMARY_MONTHS = 3


class NotEmptyError(DiaryError):
    """The folder holds something of the user's."""

    sentence = N_("{folder} holds other files. Choose an empty folder for the sample.").text


def write_demo(folder: Path, *, days: int, until: date, seed: int, now: datetime) -> Iterator[Path]:
    """Write everything; gives each path when it is there.

    Raises:
        DiaryError: The folder holds something else or cannot be written.
    """
    _prepare(folder)
    with closing(open_diary(folder / DIARY)) as store:
        made = sample(days, until, seed)
        store.write(Put(record) for record in made.records())
        for photo, picture in photos_of(made.of(Sore), made.of(SoreDay)):
            store.write([Put(photo)], [(photo.id, picture)])
        yield folder / DIARY
        _write_summary(store, folder / SUMMARY, until, now)
        yield folder / SUMMARY
        yield from _write_charts(store, folder / CHARTS, until)


def _prepare(folder: Path) -> None:
    """An empty folder with the mark; a sample that was there before goes."""
    if folder.exists() and not folder.is_dir():
        raise NotAFolderError(folder=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there = {path.name for path in folder.iterdir()}
        if there and not (MARK in there and there <= OURS):
            raise NotEmptyError(folder=folder)
        for name in (DIARY, CHARTS):
            shutil.rmtree(folder / name, ignore_errors=True)
    except OSError as error:
        raise CannotWriteError(file=folder, reason=refusal(error)) from error
    write_whole(folder / MARK, ABOUT.encode())


def _write_summary(store: Store, file: Path, until: date, now: datetime) -> None:
    from diary.summary import make  # noqa: PLC0415 - typesetting loads slowly
    from diary.summary.options import Options  # noqa: PLC0415 - as above

    period = Period.months(until, SUMMARY_MONTHS)
    write_whole(file, make(store, CATALOGUE, period, Options(made=now)))


def _write_charts(store: Store, folder: Path, until: date) -> Iterator[Path]:
    from diary.charts import save_charts  # noqa: PLC0415 - drawing loads slowly

    folder.mkdir(exist_ok=True)
    yield from save_charts(store, CATALOGUE, folder, until)
