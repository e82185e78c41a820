"""Export, import and check, as commands."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from diary.demo import sample
from tests.cli.shared import ENTRY, Run, everything_in


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.usefixtures("filled")
def test_what_is_exported_is_imported(run: Run, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    assert run("export", "--format", form, "--output", out)[0] == 0
    other = ["--diary", tmp_path / "other"]

    dry, said, _err = run(*other, "import", out, "--dry-run")
    assert (dry, (tmp_path / "other").exists()) == (0, False)
    assert said.startswith("Would be added: ")
    code, first, _err = run(*other, "import", out)
    again, second, _err = run(*other, "import", out)

    assert (code, again) == (0, 0)
    assert first == said.replace("Would be added", "Added")
    assert second.startswith("Added: nothing.\nSkipped: ")


@pytest.mark.usefixtures("filled")
def test_a_stretch_of_days_is_exported_alone(run: Run, tmp_path: Path) -> None:
    diary = sample(days=10)
    first, last = diary.readings[0].day + timedelta(days=2), diary.readings[-1].day
    out = tmp_path / "out.json"

    run("export", "--format", "json", "--output", out, "--from", first, "--to", last)

    days = {entry["day"] for entry in json.loads(out.read_text())["readings"]}
    assert days == {one.day.isoformat() for one in diary.readings if first <= one.day <= last}


def test_entries_that_do_not_fit_are_listed_and_nothing_is_added(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    file = tmp_path / "in.json"
    file.write_text(
        '{"format": "scleroderma-diary", "version": 1, "readings": ['
        + ENTRY.replace("FIELD", "skin.itch")
        + ",\n"
        + ENTRY.replace("FIELD", "skin.red")
        + "]}"
    )
    before = everything_in(filled)

    code, out, err = run("import", file)

    assert code == 1
    assert out == "Line 2 (readings, entry 2): the field “skin.red” is unknown.\n"
    assert err == "Nothing was imported, because of entries that do not fit (1).\n"
    assert everything_in(filled) == before


@pytest.mark.parametrize("content", [b"", b"{", b"PK\x03\x04", b"\xff\xfe{\0", b"[" * 100_000])
def test_a_broken_file_makes_no_diary(
    run: Run, folder: Path, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "in"
    file.write_bytes(content)

    code, out, err = run("import", file)

    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert not folder.exists()


def test_a_missing_file_makes_no_diary(run: Run, folder: Path, tmp_path: Path) -> None:
    code, _out, err = run("import", tmp_path / "none.json")

    assert code == 1
    assert "none.json cannot be read: No such file" in err
    assert not folder.exists()


@pytest.mark.usefixtures("filled")
def test_a_whole_diary_is_said_to_be_whole(run: Run) -> None:
    code, out, err = run("check")

    assert (code, err) == (0, "")
    assert out.startswith("The diary is whole: ")
