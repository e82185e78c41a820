"""After a whole journey: every file is one that we know of, and nobody else may read it."""

from __future__ import annotations

from pathlib import Path

from diary.paths import Places
from diary.traces import look
from tests.privacy.kit import files, salt_of
from tests.privacy.traveller import travel

FONTS = "matplotlib"
"""The drawing library keeps a list of this computer's fonts in folders of its own."""


def written_by_us(home: Path) -> set[Path]:
    return {each for each in files(home) if FONTS not in each.parts}


def test_each_file_is_known_and_is_ours_alone(places: Places, home: Path) -> None:
    ended = travel(home, "closed", umask=0)

    assert ended.returncode == 0, ended.stderr
    found = look(places, salt_of(places.diary))
    assert {each.file for each in found.files} == written_by_us(home)
    assert found.foreign == ()
    modes = {each: each.stat().st_mode & 0o777 for each in home.rglob("*")}
    wide = {str(each): oct(mode) for each, mode in modes.items() if mode & 0o077}
    assert wide.keys() <= {str(home / "tmp")}, "made by the test, and not by the program"
    assert all((each.stat().st_mode & 0o777) == 0o600 for each in written_by_us(home))


def test_48_after_a_whole_journey_that_is_erased_nothing_is_left(
    places: Places, home: Path
) -> None:
    ended = travel(home, "erased")

    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout) > 100
    assert written_by_us(home) == set()
    assert not [each for each in home.rglob("*") if "scleroderma" in each.name]
