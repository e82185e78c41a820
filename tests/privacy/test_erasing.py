"""Fault 48: erasing leaves nothing of ours, and leaves alone what is not."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from db import keys
from db.folder import BACKUPS_NAME, open_diary
from diary import erasing
from diary.erasing import Wish
from diary.exchange.files import CannotWriteError
from diary.paths import ERASING_NAME, Places
from tests.faults import totals
from tests.faults.nursling import ROOT, STRACE, WRITING, Point
from tests.faults.sweep import Tally
from tests.privacy.kit import files, leave_everything, salt_of, second_place

needs_strace = pytest.mark.skipif(STRACE is None, reason="strace is not installed")


@pytest.fixture
def wish(places: Places, home: Path) -> Wish:
    second = second_place(home)
    return Wish(places, leave_everything(places, second), second)


def test_48_nothing_is_left_not_even_a_folder(wish: Wish, places: Places, home: Path) -> None:
    assert len(list(files(home))) >= 30

    erasing.begin(wish)
    left = erasing.carry_out(wish)

    assert left == erasing.Left()
    assert list(files(home)) == []
    assert not places.diary.parent.exists()
    assert not places.settings.parent.exists()
    assert not places.logs.parent.exists()
    assert not second_place(home).exists()
    assert second_place(home).parent.exists(), "the stick itself"


def test_48_the_next_start_is_the_first(wish: Wish, places: Places) -> None:
    erasing.carry_out(wish)
    erasing.finish(places)

    with_nothing = open_diary(places.diary)
    assert sum(with_nothing.counts().values()) == 0
    with_nothing.close()
    assert salt_of(places.diary) != wish.salt


def test_48_the_second_place_stays_if_it_is_not_meant(wish: Wish, home: Path) -> None:
    before = list(files(second_place(home)))

    erasing.carry_out(Wish(wish.places, wish.salt))

    assert list(files(second_place(home))) == before


def test_48_what_is_not_ours_stays_and_is_named(wish: Wish, places: Places, home: Path) -> None:
    letter = places.diary / BACKUPS_NAME / "letter.txt"
    letter.write_text("not ours")
    outside = home / "outside.db"
    outside.write_text("not ours")
    link = places.diary / "drafts.db"
    link.unlink()
    link.symlink_to(outside)

    left = erasing.carry_out(wish)

    assert set(left.foreign) == {letter, link}
    assert set(files(home)) == {letter, link, outside}
    assert letter.read_text() == outside.read_text() == "not ours"


def test_48_what_the_system_keeps_is_named_and_the_rest_goes(
    wish: Wish, places: Places, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = places.diary / "photos.db"
    unlink = Path.unlink

    def refuse(file: Path, *, missing_ok: bool = False) -> None:
        if file == held:
            raise PermissionError
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)

    assert erasing.carry_out(wish).stuck == (held,)
    assert list(files(home)) == [held]


def test_it_tells_how_far_it_is(wish: Wish) -> None:
    told: list[tuple[int, int]] = []

    erasing.carry_out(wish, lambda done, of: told.append((done, of)))

    assert told == [(number, len(told)) for number in range(1, len(told) + 1)]


# Killed on the way.


def test_48_what_was_begun_is_finished_by_the_next_start(
    wish: Wish, places: Places, home: Path
) -> None:
    erasing.begin(wish)
    assert erasing.begun(places) == wish

    erasing.finish(places)

    assert list(files(home)) == []
    assert erasing.begun(places) is None


def test_a_note_that_came_back_takes_no_diary_that_was_begun_since(
    wish: Wish, places: Places
) -> None:
    """Given settings that were put back from a copy, with the note in them."""
    erasing.begin(wish)
    note = places.settings.with_name(ERASING_NAME)
    kept = note.read_bytes()
    erasing.carry_out(wish)
    open_diary(places.diary).close()
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_bytes(kept)

    erasing.finish(places)

    assert not note.exists()
    open_diary(places.diary, create=False).close()


@pytest.mark.parametrize(
    "change", [{"salt": ""}, {"salt": "zz"}, {"second": 7}, {"diary": None}, {"logs": ["/"]}]
)
def test_a_note_that_says_nothing_erases_nothing(
    change: dict[str, object], wish: Wish, places: Places, home: Path
) -> None:
    erasing.begin(wish)
    note = places.settings.with_name(ERASING_NAME)
    note.write_text(json.dumps(json.loads(note.read_text()) | change))
    before = set(files(home))

    erasing.finish(places)

    assert set(files(home)) == before


def test_where_it_cannot_be_written_down_nothing_is_erased(
    wish: Wish, places: Places, home: Path
) -> None:
    places.settings.with_name(ERASING_NAME).mkdir()
    before = set(files(home))

    with pytest.raises(CannotWriteError):
        erasing.begin(wish)

    assert set(files(home)) == before


ERASE = """
import sys, tempfile
from collections import Counter
from pathlib import Path
from diary import erasing
from diary.paths import Places
diary, settings, logs, second = map(Path, sys.argv[1:5])
wish = erasing.Wish(Places(diary, settings, logs), sys.argv[5], second)
tempfile.gettempdir()  # tries the folder with a file of its own
sys.stdin.readline()
erasing.begin(wish)
erasing.carry_out(wish)
"""


def erased_under_strace(wish: Wish, *options: str) -> int:
    """Erase in a process that strace traces from the moment when all is loaded; its exit code."""
    assert wish.second is not None
    places = wish.places
    given = [places.diary, places.settings, places.logs, wish.second, wish.salt]
    with subprocess.Popen(
        [sys.executable, "-c", ERASE, *map(str, given)], cwd=ROOT, stdin=subprocess.PIPE, text=True
    ) as child:
        command = ["strace", "-f", "-p", str(child.pid), *options]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr is not None
            assert "attached" in tracer.stderr.readline()
            child.communicate("go\n")
            tracer.stderr.read()
    return child.returncode


def calls(wish: Wish, home: Path) -> list[Point]:
    """Each call that writes, as a point at which to be killed."""
    log = home.parent / "calls"
    erased_under_strace(wish, "-o", str(log), "-e", "trace=" + ",".join(WRITING))
    counted = Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text(), re.MULTILINE))
    return [Point(call, n, "signal=KILL") for call in counted for n in range(1, counted[call] + 1)]


def wrong_after(kill: Point, wish: Wish, home: Path, secret: bytes) -> list[str]:
    """What is wrong in the folders after a kill, and after the start that follows."""
    before = set(files(home))
    code = erased_under_strace(wish, "-o", "/dev/null", "-e", kill.option)
    there = set(files(home))
    wrong = ["was not killed"] * (code != -9)
    is_begun = erasing.begun(wish.places) is not None
    if before - there and [each for each in there if holds(each, secret)]:
        wrong.append("a file is gone, and a key is still there")
    erasing.finish(wish.places)
    if is_begun and list(files(home)):
        wrong.append("not finished by the next start")
    if not is_begun and before - there and list(files(home)):
        wrong.append("erased without being begun")
    return [f"{kill.option}: {each}" for each in wrong]


def holds(file: Path, secret: bytes) -> bool:
    content = file.read_bytes()
    return secret in content or secret.hex().encode() in content.lower()


def killed(wish: Wish, home: Path, chosen: slice) -> Tally:
    secret = keys.load(wish.places.diary)
    assert [each for each in files(home) if holds(each, secret)], "it can be found at all"
    kept = home.with_name("kept")
    shutil.copytree(home, kept, symlinks=True)
    tally = Tally()
    for kill in calls(wish, home)[chosen]:
        shutil.rmtree(home)
        shutil.copytree(kept, home, symlinks=True)
        tally.points += 1
        tally.wrong += wrong_after(kill, wish, home, secret)
    return tally


@needs_strace
def test_48_killed_at_some_calls_nothing_readable_is_left(wish: Wish, home: Path) -> None:
    tally = killed(wish, home, slice(3, None, 40))

    assert tally.wrong == [], tally.wrong
    assert tally.points >= 3


@needs_strace
@pytest.mark.slow
def test_48_killed_at_each_call_nothing_readable_is_left(wish: Wish, home: Path) -> None:
    tally = killed(wish, home, slice(None))

    totals.add(totals.KILLED, tally)
    assert tally.wrong == [], tally.wrong
