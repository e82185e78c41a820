"""How the session saves: one writer thread, undo, and what could not be saved.

`changed` comes on the window's thread when an entry is safely on disk. What is still on its way,
or could not be saved, is never lost: `diary.present` shows it as typed until it is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from db.errors import DiaryError
from db.records import Edit, Remove, Wish, key_of
from db.store import Store
from diary.change import Change, NotBroughtBackError, UnknownChange
from diary.clock import Clock
from diary.collector import keep_many, no_collector
from diary.day_watch import DayWatch
from diary.elsewhere import Elsewhere
from diary.errors import sentence
from diary.field import Catalogue
from diary.history import Edits, History, Step, Write
from diary.i18n import ngettext
from diary.jobs import Jobs
from diary.logs import LOG
from diary.present import Present

if TYPE_CHECKING:
    from diary.album import Album
    from diary.backups import Backups
    from diary.checkup import Checkup
    from diary.importing import Importing
    from diary.restoring import Restoring

MANY = 200
Failed = Callable[[Exception], object]


class Saving(Present):
    """What every command rests on.

    `day_turned` carries the patient's day when it is another than before: past midnight (or the
    chosen start of the day), after travel, or when the clock was set.
    """

    changed = Signal(object)
    day_turned = Signal(object)
    saved = Signal(object)
    save_failed = Signal(object)
    refused = Signal(str)
    undone = Signal(object, str)
    redone = Signal(object, str)
    history_changed = Signal()

    def __init__(
        self, store: Store, catalogue: Catalogue, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(store, catalogue, clock, parent)
        self._store = store
        self._jobs = Jobs("save", self)
        self._history = History()
        self._failed: list[Wish] = []
        self._closed = False
        self.watch = DayWatch(self.today, self._left_of_day, self)
        self.watch.turned.connect(self.day_turned)
        self.elsewhere = Elsewhere(store.database.changed_elsewhere, self._jobs, self)
        self.elsewhere.changed.connect(self._show_anew)

    @property
    def unsaved(self) -> int:
        """How many entries could not be saved yet."""
        return len(self._failed)

    def undo(self) -> None:
        """Take back the last step; `undone` carries its edits, and its name if it was an import."""
        self._move(self._history.undo, self.undone)

    def redo(self) -> None:
        """Do the last undone step again; `redone` says which."""
        self._move(self._history.redo, self.redone)

    def _move(self, move: Callable[[Write], Step], moved: SignalInstance) -> None:
        steps: list[Step] = []

        def job() -> Edits:
            with no_collector():
                steps.append(move(self._store.write))
                keep_many(len(steps[0].edits))
            return steps[0].edits

        self._run(job, [], lambda: moved.emit(steps[0].edits, steps[0].words))

    def settle(self) -> int:
        """Finish what is being saved, and try once more what failed; how many entries are left.

        Whoever asks waits for the disk: before closing only.
        """
        if self._closed or self._pending.is_empty:
            return 0
        self.retry()
        self._jobs.drain()
        return self.unsaved

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        wishes, self._failed = self._failed, []
        if wishes:
            self._write(wishes)

    @property
    def steps(self) -> int:
        """How many steps there are to take back."""
        return self._history.steps

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone step."""
        return self._history.can_redo

    @cached_property
    def photos(self) -> Album:
        """The photos; made when they are first asked for, by the window's thread."""
        from diary.album import Album  # noqa: PLC0415 - costs start time

        made = Album(self._store, self._pending, self.clock, self._write, self)
        made.refused.connect(self._on_photo_refused)
        return made

    @cached_property
    def backups(self) -> Backups:
        """The backups; made when they are first asked for, by the window's thread."""
        from diary.backups import Backups  # noqa: PLC0415 - costs start time

        return Backups(self._store, self.clock, self)

    @cached_property
    def checkup(self) -> Checkup:
        """Whether the diary is whole; made by the window's thread."""
        from diary.checkup import Checkup  # noqa: PLC0415 - costs start time

        return Checkup(self._store, self)

    @cached_property
    def restoring(self) -> Restoring:
        """The way back to a backup; made by the window's thread."""
        from diary.restoring import Restoring  # noqa: PLC0415 - costs start time

        made = Restoring(self._store, self.clock, self._jobs, self)
        made.restored.connect(self._on_restored)
        return made

    @cached_property
    def importing(self) -> Importing:
        """The way of a file into the diary; made by the window's thread."""
        from diary.importing import Importing  # noqa: PLC0415 - costs start time

        return Importing(self._store, self.clock, self._bring, self)

    def _bring(self, work: Callable[[], Edits], done: Callable[[], object], failed: Failed) -> None:
        """Do an import as one step of undo."""

        def job() -> Edits:
            edits = work()
            words = ngettext("import of {n} entry", "import of {n} entries", len(edits))
            self._history.add(edits, words)
            keep_many(len(edits))
            return edits

        self._run(job, [], done, failed)

    @Slot(object)
    def _on_restored(self, _kept: object) -> None:
        """The steps were about another diary; everything is read anew."""
        self._history = History()
        self.history_changed.emit()
        self._show_anew()

    @property
    def _album(self) -> Album | None:
        return self.__dict__.get("photos")

    @Slot(str, str)
    def _on_photo_refused(self, _photo_id: str, sentence: str) -> None:
        self.refused.emit(sentence)

    def close(self) -> None:
        """Save what is on its way or could not be saved before, then close the diary."""
        if not self._closed:
            self.retry()
        self.watch.stop()
        self.elsewhere.stop()
        if "backups" in self.__dict__:
            self.backups.close()
        if "restoring" in self.__dict__:
            self.restoring.close()
        if "checkup" in self.__dict__:
            self.checkup.close()
        if "importing" in self.__dict__:
            self.importing.close()
        if self._album:
            self._album.close()
        self._jobs.finish()
        self._closed = True
        try:
            self._store.close()
        except DiaryError as error:  # all is saved: only the log was not folded into the file
            LOG.warning("The diary was not closed in order: %s", type(error).__name__)

    # How it is saved.

    def _write(self, wishes: list[Wish]) -> None:
        if self.read_only is not None:
            self._refuse(self.read_only)
            return
        self._pending.add(wishes)
        self._look_at(wishes)

        def job() -> Edits:
            every = [*wishes, *self._with_them(wishes)]
            edits = self._store.write(every, self._album.of(wishes) if self._album else [])
            self._history.add(edits)
            return edits

        self._run(job, wishes)

    def _refuse(self, why: DiaryError) -> None:
        """Say why nothing can be written, and show again what is stored."""
        self.refused.emit(sentence(why))
        self.changed.emit(UnknownChange())

    def _look_at(self, wishes: Iterable[Wish]) -> None:
        if self._look(wishes):
            self.watch.look()

    @Slot()
    def _show_anew(self) -> None:
        self._look_anew()
        self.watch.look()
        self.changed.emit(UnknownChange())

    def _with_them(self, wishes: list[Wish]) -> Iterator[Wish]:
        """The removal of what belongs to records that shall go."""
        for wish in wishes:
            if isinstance(wish, Remove):
                yield from (Remove(key_of(each)) for each in self.read.belonging(wish.key))

    def _run(
        self,
        job: Callable[[], Edits],
        wishes: list[Wish],
        then: Callable[[], object] = tuple,
        failed: Failed | None = None,
    ) -> None:
        def done(edits: tuple[Edit, ...]) -> None:
            if self._closed:  # on disk, and nobody is there who would be told
                return
            self._pending.settle(wishes)
            if self._album:
                self._album.settle(wishes)
            if edits or wishes:
                self.saved.emit(self.clock.now())
                self.history_changed.emit()
            self._tell(edits)
            then()

        def refused(error: Exception) -> None:
            if isinstance(error, NotBroughtBackError):
                self.refused.emit(str(error))
                return
            if not isinstance(error, DiaryError):
                raise error
            self._failed.extend(w for w in wishes if self._pending.holds(w))
            self.save_failed.emit(error)

        self._jobs.run(job, done, failed or refused)

    def _tell(self, edits: Edits) -> None:
        """Say what changed; of very many edits, that anything may have: none is looked through."""
        if len(edits) > MANY:
            self._show_anew()
        elif edits:
            self._look_at(edit.undone() for edit in edits)
            self.changed.emit(Change(edits))
