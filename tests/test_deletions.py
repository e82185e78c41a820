"""What was deleted comes back, is refused with a sentence, or is let go of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from db.records import Attack, Deletion, DosePeriod, Note, Put, Reading, Record, Remove, key_of
from db.store import Store
from diary.change import NotBroughtBackError
from diary.deletions import (
    bring_back,
    delete_for_good,
    forget_old,
    forgotten_before,
)
from diary.history import History
from tests.db.examples import (
    ALL,
    ATTACK,
    BELONGING,
    MEDICINE,
    NOTE,
    OTHERS,
    PARENTS,
    SORE,
    puts,
)

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
DOSE = BELONGING[2]
assert isinstance(DOSE, DosePeriod)


@pytest.fixture
def full(store: Store) -> Store:
    store.write(puts(*ALL, *BELONGING))
    return store


def delete(store: Store, *records: Record) -> Deletion:
    store.write([Remove(key_of(record)) for record in records])
    return store.deletions()[0]


def told(deletion: Deletion, store: Store) -> str:
    with pytest.raises(NotBroughtBackError) as refused:
        bring_back(deletion, store, History())
    return str(refused.value)


@pytest.mark.parametrize(
    "record", [NOTE, ATTACK, *OTHERS[:-1], *BELONGING], ids=lambda one: type(one).__name__
)
def test_each_kind_comes_back_as_it_was(full: Store, record: Record) -> None:
    deletion = delete(full, record)

    bring_back(deletion, full, History())

    assert full.record(key_of(record)) == record
    assert full.deletions() == []


@pytest.mark.parametrize("parent", PARENTS, ids=lambda one: type(one).__name__)
def test_a_parent_comes_back_with_what_belongs_to_it(full: Store, parent: Record) -> None:
    below = full.belonging(key_of(parent))
    deletion = delete(full, parent, *below)

    bring_back(deletion, full, History())

    assert full.belonging(key_of(parent)) == below


def test_bringing_back_is_a_step_that_can_be_undone(full: Store) -> None:
    history = History()
    bring_back(delete(full, NOTE), full, history)

    history.undo(full.write)

    assert full.note(NOTE.day) is None
    assert full.deletions()[0].records == (NOTE,)


def test_a_newer_note_of_the_day_is_never_overwritten(full: Store) -> None:
    deletion = delete(full, NOTE)
    newer = replace(NOTE, text="written later")
    full.write([Put(newer)])

    sentence = told(deletion, full)

    assert "newer" in sentence
    assert full.note(NOTE.day) == newer
    assert full.deletions() == [deletion], "the older one stays in the list"


@pytest.mark.parametrize("child", BELONGING, ids=lambda one: type(one).__name__)
def test_what_belongs_to_something_deleted_waits_for_it(full: Store, child: Record) -> None:
    first = delete(full, child)
    parent = PARENTS[BELONGING.index(child)]
    delete(full, parent, *full.belonging(key_of(parent)))

    assert "Bring that back first" in told(first, full)
    assert full.record(key_of(child)) is None


def test_a_photo_of_a_deleted_sore_waits_for_it(full: Store) -> None:
    photo = next(each for each in OTHERS if getattr(each, "about", "") == "sore")
    first = delete(full, photo)
    delete(full, SORE, BELONGING[0])

    assert "sore" in told(first, full)


def test_a_second_attack_is_never_going_on(full: Store) -> None:
    running = replace(ATTACK, id="running", minutes=None, ongoing=True)
    full.write([Put(running)])
    deletion = delete(full, running)
    full.write([Put(replace(running, id="another"))])

    assert "going on now" in told(deletion, full)
    assert full.record((Attack, "running", "")) is None


def test_a_dose_never_comes_back_over_another(full: Store) -> None:
    deletion = delete(full, DOSE)
    assert isinstance(DOSE, DosePeriod)
    full.write([Put(replace(DOSE, id="later", dose="20 mg"))])

    assert told(deletion, full)
    assert [each.id for each in full.events(DosePeriod)] == ["later"]


def test_for_good_is_for_good(full: Store) -> None:
    history = History()
    history.add(full.write([Remove(key_of(NOTE))]))
    history.add(full.write([Remove(key_of(ATTACK))]))
    attack, note = full.deletions()

    delete_for_good(note, full, history)

    assert full.deletions() == [attack]
    history.undo(full.write)
    assert not history.can_undo, "the step that deleted the note cannot be undone any more"
    assert full.note(NOTE.day) is None
    assert full.attack(ATTACK.id) == ATTACK


# What is forgotten, and when.


@pytest.fixture
def deleted_then(store: Store) -> Store:
    """A note and a medicine were deleted on 1 October 2026."""
    store._now = lambda: datetime(2026, 10, 1, 8, tzinfo=UTC)
    store.write(puts(Note(date(2026, 9, 30), "gone", NOW), MEDICINE))
    store.write([Remove((Note, "2026-09-30", "")), Remove(key_of(MEDICINE))])
    return store


def keep_diary(store: Store, *days: date) -> None:
    store.write([Put(Reading(day, "skin.tightness", 3, NOW)) for day in days])


def test_it_is_kept_for_thirty_days(deleted_then: Store) -> None:
    day = date(2026, 10, 31)
    keep_diary(deleted_then, day - timedelta(days=1), day)

    forget_old(deleted_then, datetime(2026, 10, 31, 7, tzinfo=UTC))

    assert len(deleted_then.deletions()) == 1


def test_after_thirty_days_and_two_days_of_use_it_is_forgotten(deleted_then: Store) -> None:
    keep_diary(deleted_then, date(2026, 11, 2), date(2026, 11, 3))

    forget_old(deleted_then, datetime(2026, 11, 3, 9, tzinfo=UTC))

    assert deleted_then.deletions() == []


def test_a_clock_far_ahead_forgets_nothing(deleted_then: Store) -> None:
    keep_diary(deleted_then, date(2026, 10, 2), date(2026, 10, 3))

    assert forgotten_before(deleted_then, datetime(2036, 10, 4, tzinfo=UTC)) is None


def test_an_evening_with_a_clock_far_ahead_forgets_nothing(deleted_then: Store) -> None:
    keep_diary(deleted_then, date(2026, 10, 2), date(2036, 10, 4))

    assert forgotten_before(deleted_then, datetime(2036, 10, 4, 22, tzinfo=UTC)) is None


def test_what_was_deleted_while_the_clock_was_behind_is_kept_as_long(store: Store) -> None:
    keep_diary(store, date(2026, 11, 21), date(2026, 11, 22))
    store.write([Put(NOTE), Put(ATTACK)])
    store._now = lambda: datetime(1970, 1, 1, tzinfo=UTC)
    for record in (NOTE, ATTACK):
        store.write([Remove(key_of(record))])

    forget_old(store, NOW)

    assert [each.records for each in store.deletions()] == [(ATTACK,), (NOTE,)]


def test_a_diary_without_deletions_forgets_nothing(store: Store) -> None:
    assert forgotten_before(store, NOW) is None
