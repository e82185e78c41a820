"""The only door to the diary for the window: commands, undo, and what changed.

Commands check their input at once and return; how they are saved is in `diary.saving`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from uuid_utils import uuid7

from db.errors import DiaryError
from db.records import (
    Attack,
    Deletion,
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
from diary.change import FutureDayError, UnknownChange
from diary.field import Cadence
from diary.logic.attacks import ended, filled_totals
from diary.logic.day_start import counted
from diary.logs import LOG
from diary.saving import Saving


class Session(Saving):
    """One open diary, for the whole life of the window."""

    _rested_on: date | None = None

    # Days.

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

    def _check_day(self, day: date) -> None:
        if day > self.today():
            raise FutureDayError(day)

    def _reading(self, day: date, key: str, value: Value) -> Reading:
        self._check_day(day)
        return Reading(day, key, self.catalogue[key].check(value), self.clock.now())

    # Attacks.

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

    # Everything else.

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
        chosen: list[Wish] = [Put(Preference(key, text)) for key, text in texts.items()]
        if self.read_only is None:
            self._write(chosen)
        else:
            self._keep_for_now(chosen)

    def _keep_for_now(self, chosen: list[Wish]) -> None:
        """Nothing can be written: choices hold until the diary is closed."""
        self._pending.add(chosen)
        self._look_at(chosen)

    def bring_back(self, deletion: Deletion) -> None:
        """Restore what was deleted in one step; `refused` says why where it cannot come back."""
        from diary.deletions import bring_back  # noqa: PLC0415 - costs start time

        self._run(lambda: bring_back(deletion, self._store, self._history), [])

    def delete_for_good(self, *deletions: Deletion) -> None:
        """Let go of deletions, so that neither the list nor undo can bring them back."""
        from diary.deletions import delete_for_good  # noqa: PLC0415 - as above

        for deletion in deletions:
            job = partial(delete_for_good, deletion, self._store, self._history)
            self._run(job, [], self._on_let_go)

    def forget_old(self) -> None:
        """Let go of what was deleted long ago, and of unused pictures; for the start."""
        from diary.deletions import forget_old  # noqa: PLC0415 - as above

        self._run(lambda: forget_old(self._store, self.clock.now()), [], self.photos.sweep)

    def _on_let_go(self) -> None:
        self.photos.sweep()
        self.history_changed.emit()

    # Closed for a while: the diary is locked.

    @property
    def rests(self) -> bool:
        """Whether nothing can be read or written at present."""
        return self._rested_on is not None or self._closed

    def rest(self) -> None:
        """Save what is on its way, close the diary's files and let go of its key."""
        if self.rests:
            return
        self._jobs.drain()
        self._rested_on = self.today()
        self.watch.turned.disconnect(self.day_turned)
        try:
            self._store.rest()
        except DiaryError as error:  # all is saved, and the key is gone all the same
            LOG.warning("The diary was not put to rest in order: %s", type(error).__name__)

    def wake(self, key: str) -> None:
        """Open the diary again and show it anew; what could not be saved before is tried again."""
        before, self._rested_on = self._rested_on, None
        self._store.wake(key)
        self._look_anew()
        self.watch.turned.connect(self.day_turned)
        self.watch.look()
        self.changed.emit(UnknownChange())
        if before != self.today():
            self.day_turned.emit(self.today())
        self.retry()

    def keep_draft(self, text: str) -> None:
        """Keep what is half typed; empty: nothing is any more."""
        from db import drafts  # noqa: PLC0415 - only for who has a passphrase

        if text:
            drafts.keep(self._store.database, text)
        else:
            drafts.forget(self._store.database)

    def draft(self) -> str:
        """What was half typed when the diary was locked, and killed then."""
        from db import drafts  # noqa: PLC0415 - as above

        return drafts.kept(self._store.database)

    def save_profile(self, profile: Profile) -> None:
        """Keep who the summary is about."""
        self._write([Put(profile)])
