"""An import adds what is new, all or nothing, and never writes over what is there."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from db.records import Attack, Everything, Note, Profile, Put, Reading, Remove, key_of
from db.store import Store
from diary.demo import sample
from diary.exchange.content import BadFileError, Content, Refusal
from diary.exchange.importing import ChangedMeanwhileError, bring, compare, read_file
from diary.fields import CATALOGUE
from diary.merging import Choices, Rule
from tests.exchange.diaries import NOW, add, exported, preview, read_back

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


@pytest.mark.parametrize(
    ("rule", "later", "theirs"),
    [
        (Rule.NEWEST, 1, True),
        (Rule.NEWEST, -1, False),
        (Rule.MINE, 1, False),
        (Rule.THEIRS, -1, True),
    ],
)
def test_what_is_recorded_otherwise_is_named(
    store: Store, rule: Rule, later: int, *, theirs: bool
) -> None:
    add(store, parsed(FOUR))
    at = AT + timedelta(hours=later)
    other = Everything(
        Profile("Someone else"),
        (replace(TIGHT, value=9, recorded_at=at), replace(TIGHT, field="skin.itch")),
        (replace(NOTE, text="Cold.", recorded_at=at),),
        (replace(ATTACK, minutes=99, recorded_at=at),),
    )

    report = add(store, parsed(other), rule)

    who = rule is Rule.THEIRS
    replaced = 3 * theirs + who
    assert (report.added, report.replaced, report.skipped) == (1, replaced, 4 - replaced)
    (named,) = [line for line in report.lines if line.startswith("1 June 2026: Skin tightness")]
    assert named.endswith(
        f"(here recorded 1 June 2026 21:00, in the file 1 June 2026 {at.hour}:00)"
    )
    assert any(line.startswith("1 June 2026: the note") for line in report.lines)
    assert not any("Cold" in line or ": 9" in line for line in report.lines)
    counts = other if theirs else FOUR
    assert store.reading(DAY, "skin.tightness") in counts.readings
    assert store.notes(DAY, DAY) == list(counts.notes)
    assert store.attacks(DAY, DAY) == list(counts.attacks)
    assert store.profile() == (other if who else FOUR).profile


@pytest.mark.parametrize("rule", Rule)
def test_what_was_deleted_stays_away_unless_theirs_are_wanted(store: Store, rule: Rule) -> None:
    """Fault 38: the same file once more brings nothing back by itself."""
    add(store, parsed(FOUR))
    store.write([Remove(key_of(NOTE))])

    said = preview(store, parsed(FOUR))
    report = add(store, parsed(FOUR), rule)

    assert "Skipped: 1 entry that was deleted in the diary and stays deleted:" in said.lines
    back = rule is Rule.THEIRS
    assert (report.added, report.replaced, report.skipped) == (back, 0, 4 - back)
    assert store.note(DAY) == (NOTE if back else None)


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
    run = compare(store, parsed(FOUR))
    store.write([Put(replace(TIGHT, value=7))])
    before = store.everything()

    with pytest.raises(ChangedMeanwhileError, match="Nothing was imported"):
        bring(store, run, Choices(Rule.THEIRS))

    assert store.everything() == before


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
