"""Saves a chart where the patient wants it, as PNG or SVG."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from db.errors import DiaryError
from diary.collector import no_collector
from diary.errors import sentence
from diary.i18n import _
from diary.ui.save_place import offered
from diary.ui.studio import Studio

if TYPE_CHECKING:
    from diary.charts.drawing import Job
    from diary.charts.style import Style

PNG, SVG = ".png", ".svg"


class ChartFile:
    """Asks where, draws and writes on the worker, and says how it went.

    `ask_file` opens the system's dialog; tests put their own answer there.
    """

    def __init__(self, studio: Studio, owner: QWidget, say: Callable[[str], object]) -> None:
        self._studio, self._owner, self._say = studio, owner, say
        self.ask_file: Callable[[str], str] = self._ask_file

    def save(self, job: Job, style: Style, name: str) -> None:
        """Save the chart of a job, where the patient says; `name` is in words."""
        chosen = self.ask_file(_plain(name) + PNG)
        if not chosen:
            return
        file = Path(chosen)
        if file.suffix.lower() not in {PNG, SVG}:
            file = file.with_name(file.name + PNG)
        done = _("Saved as {file}.").format(file=file)
        self._studio.run(
            partial(_write, job, style, file),
            lambda _nothing: self._say(done),
            self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DiaryError):
            raise error
        self._say(sentence(error))

    def _ask_file(self, name: str) -> str:
        kinds = [_("Picture (*.png)"), _("Drawing that stays sharp at any size (*.svg)")]
        chosen, kind = QFileDialog.getSaveFileName(
            self._owner.window(), _("Save chart"), offered(name), ";;".join(kinds)
        )
        if chosen and kind == kinds[1] and Path(chosen).suffix.lower() == PNG:
            return str(Path(chosen).with_suffix(SVG))
        return chosen


def _plain(name: str) -> str:
    """A name as part of a file's name."""
    words = "".join(letter if letter.isalnum() else " " for letter in name).split()
    return "-".join(words).lower()


def _write(job: Job, style: Style, file: Path) -> None:
    with no_collector():
        from diary.charts.pixels import FileKind, file_bytes  # noqa: PLC0415 - loads matplotlib
        from diary.exchange.files import write_whole  # noqa: PLC0415 - seldom needed

        write_whole(file, file_bytes(job, style, FileKind(file.suffix.lower())))
