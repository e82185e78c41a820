"""Importing a file while the diary is open, for the window. What takes time, a worker does.

First a dry run, of which the window gets an overview; the records stay with the workers. Then the
import, as one step of undo, after everything that is being saved.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from db.errors import DiaryError, PassphraseNeededError, WrongKeyError, WrongPassphraseError
from diary.clock import Clock
from diary.collector import keep_many, no_collector
from diary.history import Edits
from diary.jobs import Jobs, Stop, StoppedError
from diary.known_fields import fields_in

if TYPE_CHECKING:
    from db.store import Store
    from diary.exchange.content import Content
    from diary.exchange.importing import DryRun
    from diary.exchange.overview import Overview
    from diary.merging import Choices


class Bring(Protocol):
    """Writes as one step of undo; `done` or `failed` is called on the window's thread."""

    def __call__(
        self,
        work: Callable[[], Edits],
        done: Callable[[], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Give the work to the thread that writes."""


class Stage(Enum):
    """What a worker does just now."""

    READING = auto()
    COMPARING = auto()
    KEEPING = auto()
    WRITING = auto()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a worker is: its stage, and how many entries of it are done."""

    stage: Stage = Stage.READING
    count: int = 0


class _Course:
    """One job on its way: how far it is, and whether someone has cancelled it."""

    def __init__(self) -> None:
        self.progress = Progress()
        self.stop = Stop()

    def reach(self, stage: Stage) -> None:
        """The next stage begins.

        Raises:
            StoppedError: Someone has cancelled.
        """
        self.progress = Progress(stage)
        self.stop.step()

    def follow(self, count: int) -> None:
        """So many entries of the stage are done; see `reach`."""
        self.progress = Progress(self.progress.stage, count)
        self.stop.step()


class Importing(QObject):
    """`looked` carries an `Overview`, `key_needed` the error of a backup that needs other words.

    `imported` carries how many entries were written, `failed` what went wrong: the diary is as it
    was. `stopped`: someone cancelled, or the program made a mistake, which is raised then.
    `progress` can be looked at meanwhile.
    """

    looked = Signal(object)
    key_needed = Signal(object)
    imported = Signal(int)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, store: Store, clock: Clock, bring: Bring, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._clock, self._bring = store, clock, bring
        self._jobs = Jobs("import", self)
        self._course = _Course()
        self._run: DryRun | None = None
        self._closed = False

    @property
    def progress(self) -> Progress:
        """How far the last job is that was given."""
        return self._course.progress

    def read(self, file: Path, words: str = "") -> None:
        """Read a file for a dry run. `words`: passphrase or recovery code of a backup."""
        self._look(lambda course: self._content(file, words, course))

    def take(self, content: Content) -> None:
        """Do the dry run of what someone else has read."""
        self._look(lambda _course: content)

    def bring(self, choices: Choices) -> None:
        """Write what the dry run showed, all of it or nothing; the diary is backed up before."""
        self._course = course = _Course()
        number: list[int] = []

        def work() -> Edits:
            edits = self._written(choices, course)
            number.append(len(edits))
            return edits

        self._bring(work, lambda: self.imported.emit(number[0]), self._on_failed)

    def stop(self) -> None:
        """Give up what is under way; nothing was changed."""
        self._course.stop.set()

    def forget(self) -> None:
        """Let go of what was read; a worker does, for it can be much."""
        self._course.stop.set()
        if not self._closed:
            self._jobs.run(self._let_go, lambda _none: None, self._on_failed)

    def close(self) -> None:
        """Let go of what is under way."""
        self._closed = True
        self._course.stop.set()
        self._jobs.close()

    def _look(self, read: Callable[[_Course], Content]) -> None:
        self._course = course = _Course()
        self._jobs.run(lambda: self._overview(read, course), self.looked.emit, self._on_failed)

    # On a worker.

    def _content(self, file: Path, words: str, course: _Course) -> Content:
        from db.unpacked import typed  # noqa: PLC0415 - loaded by the worker
        from diary.exchange.backup_in import Unlock  # noqa: PLC0415 - as above
        from diary.exchange.importing import read_file  # noqa: PLC0415 - as above

        database = self._store.database
        unlock = Unlock(typed(words, database.key), database.folder, course.stop.step)
        now = self._clock.now()
        return read_file(file, fields_in(self._store), now, unlock, course.follow)

    def _overview(self, read: Callable[[_Course], Content], course: _Course) -> Overview:
        from diary.exchange.importing import compare  # noqa: PLC0415 - loaded by the worker
        from diary.exchange.overview import overview  # noqa: PLC0415 - as above

        with no_collector():
            self._let_go()
            content = read(course)
            course.reach(Stage.COMPARING)
            run = compare(self._store, content)
            course.stop.step()
            found = overview(run)
            self._run = run
            keep_many(found.new + found.same)
        return found

    def _written(self, choices: Choices, course: _Course) -> Edits:
        from diary.exchange.importing import bring  # noqa: PLC0415 - loaded by the worker

        run = self._run
        if run is None:
            return ()
        with no_collector():
            course.reach(Stage.KEEPING)
            self._back_up(course)
            course.reach(Stage.WRITING)
            edits = bring(self._store, run, choices, course.follow)
            self._let_go()
        return edits

    def _back_up(self, course: _Course) -> None:
        from db.backup_folder import Occasion  # noqa: PLC0415 - loaded by the worker
        from diary.backup_keeper import Keeper  # noqa: PLC0415 - as above

        if any(self._store.counts().values()):
            Keeper(self._store).before(Occasion.IMPORT, self._clock.now(), course.stop.step)

    def _let_go(self) -> None:
        self._run = None

    # On the window's thread.

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, StoppedError):
            self.stopped.emit()
        elif isinstance(error, PassphraseNeededError | WrongPassphraseError | WrongKeyError):
            self.key_needed.emit(error)
        elif isinstance(error, DiaryError):
            self.failed.emit(error)
        else:
            self.stopped.emit()
            raise error
