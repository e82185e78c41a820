"""What was deleted: bringing it back, and letting go of it. The session's writer thread does both.

A deletion is forgotten when it is older than 30 days **and** the diary was kept on two different
days after those. One start with a clock that is far ahead therefore loses nothing, and neither
does one with a clock that was set back: `db.deleted` never dates a deletion before the diary's
last day.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from db.records import (
    Attack,
    Deletion,
    DosePeriod,
    Key,
    Medicine,
    Patch,
    Put,
    Record,
    Sore,
    key_of,
)
from db.store import Reader, Store
from diary.change import NotBroughtBackError
from diary.history import Edits, History
from diary.i18n import _
from diary.logic.belonging import parent_of
from diary.logic.record_words import Teller
from diary.logic.valid import dose_problems

KEPT = timedelta(days=30)
DAYS_OF_USE = 2
ONE_DAY = timedelta(days=1)


def bring_back(deletion: Deletion, store: Store, history: History) -> Edits:
    """Restore what was deleted in one step, as a step that can be undone.

    Raises:
        NotBroughtBackError: It would overwrite something newer, or what it belongs to is gone.
    """
    sentence = hindrance(deletion, store)
    if sentence:
        raise NotBroughtBackError(sentence)
    edits = store.write([Put(record) for record in deletion.records])
    history.add(edits)
    return edits


def hindrance(deletion: Deletion, read: Reader) -> str:
    """Why a deletion cannot come back, in a sentence; empty where it can."""
    coming = {key_of(record) for record in deletion.records}
    return next(
        (
            sentence
            for record in deletion.records
            for sentence in (
                _newer(record, read),
                _orphan(record, read, coming),
                _clash(record, read),
            )
            if sentence
        ),
        "",
    )


def _newer(record: Record, read: Reader) -> str:
    found = read.record(key_of(record))
    if found is None:
        return ""
    return _(
        "There is a newer entry in its place: {record}. It stays as it is, and nothing was "
        "brought back."
    ).format(record=Teller().told(found))


def _orphan(record: Record, read: Reader, coming: set[Key]) -> str:
    parent = parent_of(record)
    if parent is None or parent in coming or read.record(parent) is not None:
        return ""
    words = {
        Sore: _("The sore that it belongs to is deleted. Bring that back first."),
        Patch: _("The patch that it belongs to is deleted. Bring that back first."),
        Medicine: _("The medicine that it belongs to is deleted. Bring that back first."),
        Attack: _("The attack that it belongs to is deleted. Bring that back first."),
    }
    return words[parent[0]]


def _clash(record: Record, read: Reader) -> str:
    match record:
        case Attack() if record.ongoing and read.ongoing_attack() is not None:
            return _(
                "This attack was still going, and another one is going on now. End that first."
            )
        case DosePeriod():
            others = read.events(DosePeriod)
            return next(iter(dose_problems(record, others, date.max).values()), "")
    return ""


def delete_for_good(deletion: Deletion, store: Store, history: History) -> Edits:
    """Let go of one deletion, also in the steps of undo."""
    store.forget_step(deletion.at)
    history.forget({key_of(record) for record in deletion.records})
    return ()


def forget_old(store: Store, now: datetime) -> Edits:
    """Let go of what was deleted long ago; see above what that is."""
    before = forgotten_before(store, now)
    if before is not None:
        store.forget(before)
    return ()


def forgotten_before(read: Reader, now: datetime) -> datetime | None:
    """Deletions from before this moment are to be forgotten; None where none is."""
    moments = read.deletion_moments()
    if not moments or moments[0] >= now - KEPT:
        return None
    used = sorted(read.recorded_days(moments[0].date() + KEPT + ONE_DAY, now.date()))
    if len(used) < DAYS_OF_USE:
        return None
    still_used = datetime.combine(used[-DAYS_OF_USE], time(), now.tzinfo)
    return min(now, still_used) - KEPT
