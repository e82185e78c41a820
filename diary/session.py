"""The only door to the diary for the window: commands, undo, and what changed.

Commands check their input at once and return; a single writer thread saves. `changed` comes on
the window's thread when the entry is safely on disk. What is still on its way, or could not be
saved, is never lost: `day_readings` and `note` show it as typed until it is saved.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance
from uuid_utils import uuid7

from db.errors import DiaryError
from db.records import (
    Attack,
    Deletion,
    Edit,
    Event,
    Note,
    Preference,
    Profile,
    Put,
    Reading,
    Record,
    Remove,
    Value,
    Wish,
    key_of,
)
from db.store import Store
from diary.album import Album
from diary.change import Change, FutureDayError
from diary.clock import Clock
from diary.day_watch import DayWatch
from diary.deletions import NotBroughtBackError, bring_back, delete_for_good, forget_old
from diary.field import Cadence, Catalogue
from diary.history import Edits, History, Write
from diary.jobs import Jobs
from diary.logic.attacks import ended, filled_totals
from diary.logic.day_start import counted
from diary.present import Present


class Session(Present):
    """One open diary, for the whole life of the window.

    `day_turned` carries the patient's day when it is another than before: past midnight (or the
    chosen start of the day), after travel, or when the clock was set.
    """

    changed = Signal(object)
    day_turned = Signal(object)
    saved = Signal(object)
    save_failed = Signal(object)
    refused = Signal(str)
    undone = Signal(object)
    redone = Signal(object)
    history_changed = Signal()

    def __init__(
        self, store: Store, catalogue: Catalogue, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(store, catalogue, clock, parent)
        self._store = store
        self._jobs = Jobs("save", self)
        self._history = History()
        self._failed: list[Wish] = []
        self.photos = Album(store, self._pending, clock, self._write, self)
        self.watch = DayWatch(self.today, self._left_of_day, self)
        self.watch.turned.connect(self.day_turned)

    @property
    def unsaved(self) -> int:
        """How many entries could not be saved yet."""
        return len(self._failed)

    # Commands.

    def record(self, day: date, key: str, value: Value) -> None:
        """Record a field's value on a day."""
        self._write([Put(self._reading(day, key, value))])

    def clear(self, day: date, key: str) -> None:
        """Make a field not recorded on a day."""
        self._write([Remove((Reading, day.isoformat(), key))])

    def fill(self, day: date, values: dict[str, Value]) -> None:
        """Record several fields of a day as one step."""
        self._write([Put(self._reading(day, key, value)) for key, value in values.items()])

    def same_as_yesterday(self, day: date) -> int:
        """Fill what is asked each day and not yet recorded with the values of the day before.

        Gives how many were filled.
        """
        before = self.day_readings(day - timedelta(days=1))
        now = self.day_readings(day)
        asked = {field.key for field in self.shown if field.cadence is Cadence.DAILY}
        values = {
            key: reading.value for key, reading in before.items() if key not in now and key in asked
        }
        values = filled_totals(values, self.read.attacks(day, day), self.clock.now())
        if values:
            self.fill(day, values)
        return len(values)

    def write_note(self, day: date, text: str) -> None:
        """Keep the day's note; an empty text removes it."""
        self._check_day(day)
        if text.strip():
            self._write([Put(Note(day, text, self.clock.now()))])
        else:
            self._write([Remove((Note, day.isoformat(), ""))])

    def start_attack(self) -> None:
        """Begin a timed attack now; nothing happens while one is running."""
        if self.running_attack() is not None:
            return
        now = self.clock.now()
        self._write(
            [
                Put(
                    Attack(
                        id=str(uuid7()),
                        started_at=now,
                        zone=self.clock.zone(),
                        recorded_at=now,
                        ongoing=True,
                        counted_on=self.today(),
                    )
                )
            ]
        )

    def end_attack(self) -> Attack | None:
        """End the running attack now; gives it as ended, or None where none was running."""
        running = self.running_attack()
        if running is None:
            return None
        attack = ended(running, self.clock.now())
        self._write([Put(attack)])
        return attack

    def put_attack(self, attack: Attack) -> None:
        """Add or replace an attack; its start must have come, whatever the day is called there.

        Its day is the patient's day of its start; while the start stays, so does the day.
        """
        if attack.started_at > self.clock.now():
            raise FutureDayError(attack.day)
        known = self._attack(attack.id)
        if known is not None and known.started_at == attack.started_at:
            attack = replace(attack, counted_on=known.counted_on)
        else:
            attack = counted(attack, self.day_start())
        self._write([Put(attack)])

    def remove_attack(self, attack_id: str) -> None:
        """Delete an attack; undo brings it back."""
        self._write([Remove((Attack, attack_id, ""))])

    def put(self, *records: Event) -> None:
        """Keep events as one step; the caller has checked them with `diary.logic.valid`."""
        self._write([Put(record) for record in records])

    def remove(self, *records: Record) -> None:
        """Delete records and what belongs to them; undo and the list of the deleted bring back."""
        self._write([Remove(key_of(record)) for record in records])

    def prefer(self, key: str, value: Any) -> None:
        """Choose how this diary is kept; undo takes it back."""
        self.prefer_all({key: value})

    def prefer_all(self, values: Mapping[str, Any]) -> None:
        """Several choices as one step; `values` are plain JSON values by their keys."""
        texts = {
            key: json.dumps(value, ensure_ascii=False, sort_keys=True)
            for key, value in values.items()
        }
        self.put(*(Preference(key, text) for key, text in texts.items()))

    def bring_back(self, deletion: Deletion) -> None:
        """Restore what was deleted in one step; `refused` says why where it cannot come back."""
        self._run(lambda: bring_back(deletion, self._store, self._history), [])

    def delete_for_good(self, *deletions: Deletion) -> None:
        """Let go of deletions, so that neither the list nor undo can bring them back."""
        for deletion in deletions:
            job = partial(delete_for_good, deletion, self._store, self._history)
            self._run(job, [], self._on_let_go)

    def forget_old(self) -> None:
        """Let go of what was deleted long ago, and of unused pictures; for the start."""
        self._run(lambda: forget_old(self._store, self.clock.now()), [], self.photos.sweep)

    def _on_let_go(self) -> None:
        self.photos.sweep()
        self.history_changed.emit()

    def save_profile(self, profile: Profile) -> None:
        """Keep who the summary is about."""
        self._write([Put(profile)])

    def undo(self) -> None:
        """Take back the last step; `undone` says which."""
        self._move(self._history.undo, self.undone)

    def redo(self) -> None:
        """Do the last undone step again; `redone` says which."""
        self._move(self._history.redo, self.redone)

    def _move(self, move: Callable[[Write], Edits], moved: SignalInstance) -> None:
        edits: list[Edits] = []

        def job() -> Edits:
            edits.append(move(self._store.write))
            return edits[0]

        self._run(job, [], lambda: moved.emit(edits[0]))

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        wishes, self._failed = self._failed, []
        if wishes:
            self._write(wishes)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone step."""
        return self._history.can_redo

    def close(self) -> None:
        """Save what is on its way, then close the diary."""
        self.watch.stop()
        self.photos.close()
        self._jobs.finish()
        self._store.close()

    # How it is saved.

    def _check_day(self, day: date) -> None:
        if day > self.today():
            raise FutureDayError(day)

    def _reading(self, day: date, key: str, value: Value) -> Reading:
        self._check_day(day)
        return Reading(day, key, self.catalogue[key].check(value), self.clock.now())

    def _write(self, wishes: list[Wish]) -> None:
        self._pending.add(wishes)
        self._look_at(wishes)

        def job() -> Edits:
            every = [*wishes, *self._with_them(wishes)]
            edits = self._store.write(every, self.photos.of(wishes))
            self._history.add(edits)
            return edits

        self._run(job, wishes)

    def _look_at(self, wishes: Iterable[Wish]) -> None:
        if self._look(wishes):
            self.watch.look()

    def _with_them(self, wishes: list[Wish]) -> Iterator[Wish]:
        """The removal of what belongs to records that shall go."""
        for wish in wishes:
            if isinstance(wish, Remove):
                yield from (Remove(key_of(each)) for each in self.read.belonging(wish.key))

    def _run(
        self, job: Callable[[], Edits], wishes: list[Wish], then: Callable[[], object] = tuple
    ) -> None:
        def done(edits: tuple[Edit, ...]) -> None:
            then()
            self._pending.settle(wishes)
            self.photos.settle(wishes)
            self._look_at(edit.undone() for edit in edits)
            if edits or wishes:
                self.saved.emit(self.clock.now())
                self.history_changed.emit()
            if edits:
                self.changed.emit(Change(edits))

        def failed(error: Exception) -> None:
            if isinstance(error, NotBroughtBackError):
                self.refused.emit(str(error))
                return
            if not isinstance(error, DiaryError):
                raise error
            self._failed.extend(w for w in wishes if self._pending.holds(w))
            self.save_failed.emit(error)

        self._jobs.run(job, done, failed)
