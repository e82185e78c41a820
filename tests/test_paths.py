"""Where things live, usually and when told otherwise."""

from __future__ import annotations

from pathlib import Path

from diary.paths import places


def test_told_folders_are_used_and_no_others() -> None:
    found = places(Path("/d"), Path("/p"))

    assert (found.diary, found.settings, found.logs) == (
        Path("/d"), Path("/p/settings.ini"), Path("/p/logs"),
    )  # fmt: skip


def test_usual_places_are_three_that_carry_the_name() -> None:
    found = places()

    assert found.diary.name == "diary"
    assert found.settings.name == "settings.ini"
    for path in (found.diary, found.settings, found.logs):
        assert path.is_absolute()
        assert "scleroderma-diary" in path.parts


def test_each_may_be_told_alone() -> None:
    assert places(diary=Path("/d")).settings == places().settings
    assert places(profile=Path("/p")).diary == places().diary
