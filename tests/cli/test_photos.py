"""Photos on the command line: exported, imported, checked."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from db.folder import open_diary
from db.photos import NAME
from db.records import Photo, Put
from tests.cli.shared import Run, everything_in
from tests.pictures import kept, photo


@pytest.fixture
def pictured(filled: Path) -> Photo:
    """A diary with one photo of a day."""
    one = photo("day", "2026-11-20")
    store = open_diary(filled)
    store.write([Put(one)], [(one.id, kept())])
    store.close()
    return one


def test_a_zip_brings_the_picture_along(run: Run, pictured: Photo, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"

    code, said, _err = run("export", "--format", "csv", "--output", out)
    assert (code, "1 photo" in said) == (0, True)
    assert ZipFile(out).read(f"photos/{pictured.id}.jpg") == kept()
    assert run("--diary", tmp_path / "other", "import", out)[0] == 0

    other = open_diary(tmp_path / "other", create=False)
    assert other.events(Photo) == [pictured]
    assert other.picture(pictured.id) == kept()
    other.close()


def test_json_says_what_it_leaves_out(run: Run, pictured: Photo, tmp_path: Path) -> None:
    out = tmp_path / "out.json"

    code, said, _err = run("export", "--format", "json", "--output", out)

    assert code == 0
    assert "1 photo is not in this file. An export as csv" in said
    assert "1 photo," not in said
    assert "photos" not in json.loads(out.read_text())


def test_a_dry_run_writes_no_picture(run: Run, pictured: Photo, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    run("export", "--format", "csv", "--output", out)
    other = tmp_path / "other"
    open_diary(other).close()
    before = everything_in(other)

    code, said, _err = run("--diary", other, "import", out, "--dry-run")

    assert (code, "1 photo" in said) == (0, True)
    assert everything_in(other) == before


def test_a_lost_picture_is_said(run: Run, filled: Path, pictured: Photo) -> None:
    (filled / NAME).unlink()

    code, _out, err = run("check")

    assert code == 1
    assert err.startswith("1 photo has lost its picture.")
    assert run("export", "--format", "csv", "--output", filled.parent / "out.zip")[0] == 0


def test_damage_of_the_pictures_is_found(run: Run, filled: Path, pictured: Photo) -> None:
    body = bytearray((filled / NAME).read_bytes())
    body[len(body) // 2] ^= 1
    (filled / NAME).write_bytes(body)

    code, out, err = run("check")

    assert (code, NAME in out) == (1, True)
    assert err == "The diary is damaged. Restore a backup of it.\n"
