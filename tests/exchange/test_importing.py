"""An import adds what is new, all or nothing, and never writes over what is there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from db.records import Attack, Edit, Everything, Note, Profile, Put, Reading, Wish
from db.store import Store
from diary.demo import sample
from diary.exchange.content import BadFileError, Content, Refusal
from diary.exchange.importing import add, preview, read_file
from diary.fields import CATALOGUE
from tests.exchange.diaries import NOW, exported, read_back

DAY = date(2026, 6, 1)
AT = datetime(2026, 6, 1, 21, tzinfo=UTC)
TIGHT = Reading(DAY, "skin.tightness", 4, AT)
NOTE = Note(DAY, "Warm.", AT)
ATTACK = Attack(
    id="0190b5a0-0000-7000-8000-000000000001",
    started_at=AT,
    zone="UTC",
    recorded_at=AT,
    minutes=20,
)
WHO = Profile("Sample Patient", None, "")
FOUR = Everything(WHO, (TIGHT,), (NOTE,), (ATTACK,))


def parsed(diary: Everything) -> Content:
    return Content(diary.profile, list(diary.readings), list(diary.notes), list(diary.attacks))


def test_everything_new_is_added_and_counted(store: Store) -> None:
    report = add(store, parsed(FOUR))

    assert (report.added, report.skipped, report.refused) == (4, 0, 0)
    assert report.lines == (
        "Added: 1 reading, 1 note, 1 attack and the name and other particulars.",
    )
    assert store.everything() == FOUR


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_same_file_twice_adds_nothing(store: Store, tmp_path: Path, form: str) -> None:
    content = exported(sample(days=40), form)
    first = add(store, read_back(content, tmp_path))
    before = store.everything()

    second = add(store, read_back(content, tmp_path))

    assert (second.added, second.refused) == (0, 0)
    assert second.skipped == first.added
    assert store.everything() == before


def test_what_is_recorded_otherwise_stays_and_is_named(store: Store) -> None:
    add(store, parsed(FOUR))
    other = Everything(
        Profile("Someone else"),
        (replace(TIGHT, value=9), replace(TIGHT, field="skin.itch")),
        (replace(NOTE, text="Cold."),),
        (replace(ATTACK, minutes=99),),
    )

    report = add(store, parsed(other))

    assert (report.added, report.skipped, report.refused) == (1, 4, 0)
    assert report.lines[1].startswith("Skipped: 4 entries that are already recorded with other")
    assert "1 June 2026: Skin tightness" in report.lines
    assert "1 June 2026: the note" in report.lines
    assert not any("Cold" in line or "9" in line for line in report.lines[2:])
    assert store.everything() == replace(FOUR, readings=(replace(TIGHT, field="skin.itch"), TIGHT))


def test_one_refused_entry_stops_everything(store: Store) -> None:
    wrong = parsed(FOUR)
    wrong.refusals.append(Refusal("Line 7", "wrong"))

    report = add(store, wrong)

    assert (report.added, report.skipped, report.refused) == (0, 0, 1)
    assert report.lines == ("Line 7: wrong.",)
    assert store.everything() == Everything()


def test_a_preview_says_the_same_and_changes_nothing(store: Store) -> None:
    store.write([Put(TIGHT)])
    before = store.everything()

    report = preview(store, parsed(FOUR))

    assert store.everything() == before
    assert (report.added, report.skipped) == (3, 1)
    assert report.lines[0].startswith("Would be added: 1 note, 1 attack and")
    done = add(store, parsed(FOUR))
    assert (done.added, done.skipped) == (report.added, report.skipped)


def test_a_preview_without_a_diary_finds_all_new() -> None:
    assert preview(None, parsed(FOUR)).added == 4


def test_a_long_list_of_reasons_is_cut(store: Store) -> None:
    wrong = parsed(FOUR)
    wrong.refusals.extend(Refusal(f"Line {line}", "wrong") for line in range(30))

    assert add(store, wrong).lines[-1] == "… and 10 more."


def test_what_is_recorded_in_the_same_moment_is_not_lost(store: Store) -> None:
    class Overtaken(Store):
        """Another window records a value between the comparison and the write."""

        def write(
            self, wishes: Iterable[Wish], pictures: Iterable[tuple[str, bytes]] = ()
        ) -> tuple[Edit, ...]:
            if not store.everything().readings:
                store.write([Put(replace(TIGHT, value=7))])
            return super().write(wishes, pictures)

    report = add(Overtaken(store.database), parsed(FOUR))

    found = store.reading(DAY, "skin.tightness")
    assert found is not None
    assert found.value == 7
    assert (report.added, report.skipped) == (3, 1)


@pytest.mark.parametrize("name", ["missing.json", ".", "pipe"])
def test_a_file_that_cannot_be_read_is_one_sentence(name: str, tmp_path: Path) -> None:
    if name == "pipe":
        os.mkfifo(tmp_path / name)

    with pytest.raises(BadFileError) as raised:
        read_file(tmp_path / name, CATALOGUE, NOW)

    assert str(tmp_path) in str(raised.value)


def test_a_diary_written_east_of_here_comes_in(tmp_path: Path) -> None:
    ahead = datetime.fromisoformat("2026-11-23T08:00:00+14:00")
    now = datetime.fromisoformat("2026-11-22T09:00:00-10:00")
    file = tmp_path / "east.json"
    day = Reading(ahead.date(), "skin.itch", 3, ahead)
    file.write_bytes(exported(Everything(readings=(day,)), "json"))

    assert read_file(file, CATALOGUE, now).readings == [day]
