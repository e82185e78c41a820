"""Photos go out in the zip and come back byte for byte; hostile zips change nothing."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from db.errors import DiskFullError
from db.folder import open_diary
from db.photos import NAME
from db.records import Attack, Everything, Photo, Put, Remove, key_of
from db.store import Store
from diary.exchange.content import BadFileError
from diary.exchange.csv_out import write_csv
from diary.exchange.importing import compare, read_file
from diary.exchange.json_out import write_json
from diary.exchange.photos import split
from diary.fields import CATALOGUE
from diary.merging import Rule
from tests.db.examples import PARENTS, puts
from tests.exchange.diaries import NOW, add, preview
from tests.pictures import AT, file_bytes, kept, photo

SORE, PATCH = PARENTS[0], PARENTS[1]
ATTACK_ID = "01a202b5-a629-7054-abc1-06456c13c1fc"
COLOURS = ("red", "green", "blue", "white")


@pytest.fixture
def pictured(store: Store) -> Store:
    """A diary with a photo of each kind of record and of a day."""
    attack = Attack(id=ATTACK_ID, started_at=AT, zone="UTC", recorded_at=AT, minutes=20)
    abouts = (("sore", SORE.id), ("patch", PATCH.id), ("attack", ATTACK_ID), ("day", "2026-11-20"))  # type: ignore[union-attr]
    store.write(puts(SORE, PATCH, attack))
    for colour, (about, about_id) in zip(COLOURS, abouts, strict=True):
        one = photo(about, about_id, caption=f"=about a {about}")
        store.write([Put(one)], [(one.id, kept(colour))])
    return store


def zipped(store: Store, file: Path) -> Path:
    """The diary as `export --format csv` writes it."""
    diary, _said = split(store.everything(), store, in_zip=True)
    with file.open("wb") as stream:
        write_csv(diary, stream, NOW, store.picture)
    return file


@pytest.fixture
def export(pictured: Store, tmp_path: Path) -> Path:
    return zipped(pictured, tmp_path / "out.zip")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    opened = open_diary(tmp_path / "other")
    yield opened
    opened.close()


def changed(
    export: Path,
    change: Callable[[dict[str, bytes]], object],
    compression: int = ZIP_STORED,
) -> Path:
    """The export with its members changed."""
    with ZipFile(export) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    other = export.with_name("changed.zip")
    with ZipFile(other, "w", compression) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return other


def refusals(file: Path) -> list[str]:
    return [str(one) for one in read_file(file, CATALOGUE, NOW).refusals]


def first_picture(members: dict[str, bytes]) -> str:
    return next(name for name in members if name.startswith("photos/"))


# Out and in again.


def test_photos_come_back_byte_for_byte(export: Path, pictured: Store, empty: Store) -> None:
    parsed = read_file(export, CATALOGUE, NOW)
    assert parsed.refusals == []
    assert preview(None, parsed).lines[0] == add(empty, parsed).lines[0].replace(
        "Added", "Would be added"
    )

    assert empty.everything() == pictured.everything()
    for one in pictured.events(Photo):
        assert empty.picture(one.id) == pictured.picture(one.id)
    again = zipped(empty, export.with_name("again.zip"))
    assert again.read_bytes() == export.read_bytes()


def test_the_same_zip_twice_adds_nothing(export: Path, empty: Store) -> None:
    add(empty, read_file(export, CATALOGUE, NOW))

    report = add(empty, read_file(export, CATALOGUE, NOW))

    assert report.added == 0
    assert report.skipped == 7


def test_a_zip_that_changed_between_the_look_and_the_import_is_refused(
    export: Path, empty: Store
) -> None:
    """Given another picture under the same name: nothing of it was checked."""
    content = read_file(export, CATALOGUE, NOW)
    other = changed(export, lambda members: members.update({first_picture(members): kept("black")}))
    other.replace(export)

    with pytest.raises(BadFileError, match="was changed while it was read"):
        add(empty, content)
    assert empty.everything() == Everything()


def test_a_zip_that_has_gone_before_the_import_is_refused(export: Path, empty: Store) -> None:
    content = read_file(export, CATALOGUE, NOW)
    export.unlink()

    with pytest.raises(BadFileError, match="was changed while it was read"):
        add(empty, content)
    assert empty.everything() == Everything()


def test_a_zip_that_was_packed_anew_is_read(export: Path, empty: Store) -> None:
    other = changed(export, lambda _members: None, ZIP_DEFLATED)

    assert add(empty, read_file(other, CATALOGUE, NOW)).added == 7
    assert empty.without_picture() == []


def test_a_lost_picture_is_put_back(export: Path, pictured: Store, folder: Path) -> None:
    before = {one.id: pictured.picture(one.id) for one in pictured.events(Photo)}
    pictured.close()
    for end in ("", "-wal", "-shm"):
        (folder / f"{NAME}{end}").unlink(missing_ok=True)
    bare = open_diary(folder)
    assert len(bare.without_picture()) == 4

    report = add(bare, read_file(export, CATALOGUE, NOW))

    assert any("4 photos that had lost" in line for line in report.lines)
    assert report.added == 0
    assert {one.id: bare.picture(one.id) for one in bare.events(Photo)} == before
    bare.close()


def test_what_was_deleted_comes_back_with_its_picture_if_that_is_wanted(
    export: Path, pictured: Store
) -> None:
    photos = pictured.events(Photo)
    pictured.write([Remove(key_of(one)) for one in photos])

    assert add(pictured, read_file(export, CATALOGUE, NOW)).added == 0
    assert add(pictured, read_file(export, CATALOGUE, NOW), Rule.THEIRS).added == 4
    assert pictured.events(Photo) == photos
    assert pictured.without_picture() == []


def test_json_holds_no_photo_and_says_so(pictured: Store) -> None:
    whole, said = split(pictured.everything(), pictured, in_zip=False)
    stream = io.BytesIO()
    write_json(whole, stream, NOW)

    assert b'"photos"' not in stream.getvalue()
    assert said == ["4 photos are not in this file. An export as csv, which is a zip, holds them."]


def test_a_json_file_with_photos_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    file.write_text('{"format": "scleroderma-diary", "version": 1, "photos": []}')

    with pytest.raises(BadFileError, match="photos"):
        read_file(file, CATALOGUE, NOW)


def test_photos_that_could_not_come_in_again_stay_behind(pictured: Store, tmp_path: Path) -> None:
    diary = replace(pictured.everything(), attacks=())
    lost = photo("day", "2026-11-20")
    pictured.write([Put(lost)])
    diary = replace(diary, events=(*diary.events, lost))

    whole, said = split(diary, pictured, in_zip=True)

    assert {one.about for one in whole.of(Photo)} == {"sore", "patch", "day"}
    assert lost not in whole.of(Photo)
    assert said[0].startswith("2 photos are left out")


def test_a_damaged_file_of_pictures_does_not_stop_the_export(
    pictured: Store, folder: Path, tmp_path: Path
) -> None:
    pictured.close()
    (folder / NAME).write_bytes(b"x" * 8192)
    hurt = open_diary(folder)

    whole, said = split(hurt.everything(), hurt, in_zip=True)

    assert whole.of(Photo) == ()
    assert said[0].startswith("4 photos are left out")
    hurt.close()


# All or nothing.


def test_a_failed_import_leaves_nothing_after_the_next_start(
    export: Path, empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as broken:
        broken.setattr("db.store._apply", full)
        with pytest.raises(DiskFullError):
            add(empty, read_file(export, CATALOGUE, NOW))
    assert empty.everything() == Everything()
    assert len(empty.unused_pictures()) == 4

    assert empty.sweep() == 4
    assert empty.pictures.ids() == set()


def test_a_zip_that_changes_meanwhile_is_not_imported(export: Path, empty: Store) -> None:
    parsed = read_file(export, CATALOGUE, NOW)

    def other_picture(members: dict[str, bytes]) -> None:
        members[first_picture(members)] = kept("black")

    changed(export, other_picture).replace(export)

    with pytest.raises(BadFileError, match="was changed"):
        add(empty, parsed)
    assert empty.everything() == Everything()


# What does not fit.


def test_a_row_without_its_picture_is_refused(export: Path) -> None:
    file = changed(export, lambda members: members.pop(first_picture(members)))

    (said,) = refusals(file)

    assert said.startswith("photos.csv, line ")
    assert said.endswith("its picture is not in this file.")


def test_a_picture_without_its_row_is_refused(export: Path) -> None:
    def one_more(members: dict[str, bytes]) -> None:
        members["photos/01a202b5-0000-7000-8000-000000000000.jpg"] = kept()

    with pytest.raises(BadFileError, match="belongs to no photo"):
        refusals(changed(export, one_more))


@pytest.mark.parametrize(
    "picture",
    [
        b"",
        b"no picture",
        file_bytes(kind="PNG"),
        kept(size=(48, 64)),
        kept() + b"tail",
        kept()[:2] + b"\xff\xfe\x00\x08canary" + kept()[2:],
        kept()[:2] + b"\xff\xe1\x00\x08Exif\0\0" + kept()[2:],
        file_bytes("red", (3000, 2000), "JPEG"),
    ],
    ids=["empty", "text", "png", "turned", "tail", "comment", "exif", "large"],
)
def test_a_picture_that_the_diary_would_not_keep_is_refused(export: Path, picture: bytes) -> None:
    def put(members: dict[str, bytes]) -> None:
        members[first_picture(members)] = picture

    (said,) = refusals(changed(export, put))

    assert "picture" in said


def test_a_photo_of_nothing_is_refused(export: Path) -> None:
    def without_sores(members: dict[str, bytes]) -> None:
        members["sores.csv"] = members["sores.csv"].splitlines(keepends=True)[0]

    (said,) = refusals(changed(export, without_sores))

    assert "about_id" in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b",day,2026-11-20,", b",day,../../etc,"),
        (b",day,2026-11-20,", b",week,2026-11-20,"),
        (b",2026-11-20,day,", b",2036-11-20,day,"),
        (b",64,48,", b",64,-48,"),
    ],
)
def test_a_row_that_does_not_fit_is_refused(export: Path, old: bytes, new: bytes) -> None:
    def edit(members: dict[str, bytes]) -> None:
        assert old in members["photos.csv"]
        members["photos.csv"] = members["photos.csv"].replace(old, new)

    assert refusals(changed(export, edit))


@pytest.mark.parametrize(
    "name",
    [
        "photos/../../evil.jpg",
        "photos/evil.jpg",
        "/photos/01a202b5-0000-7000-8000-000000000000.jpg",
        "photos/01a202b5-0000-7000-8000-000000000000.png",
        "photos/01a202b5-0000-7000-8000-000000000000.jpg/x",
        "photos/01A202B5-0000-7000-8000-000000000000.jpg",
        "photos/",
    ],
)
def test_another_name_is_refused(export: Path, name: str) -> None:
    def put(members: dict[str, bytes]) -> None:
        members[name] = kept()

    with pytest.raises(BadFileError, match="something else"):
        refusals(changed(export, put))


def test_a_bomb_for_a_picture_is_refused(export: Path) -> None:
    def bomb(members: dict[str, bytes]) -> None:
        members[first_picture(members)] = bytes(50_000_000)

    with pytest.raises(BadFileError, match="unpacks to far more"):
        refusals(changed(export, bomb, ZIP_DEFLATED))


def test_a_picture_that_lies_about_its_size_is_refused(export: Path) -> None:
    body = bytearray(export.read_bytes())
    with ZipFile(export) as archive:
        info = next(one for one in archive.infolist() if one.filename.startswith("photos/"))
    at = body.rindex(info.filename.encode()) - 46
    body[at + 24 : at + 28] = (3).to_bytes(4, "little")
    export.write_bytes(body)

    with pytest.raises(BadFileError, match="damaged"):
        refusals(export)


def test_more_photos_than_anyone_has_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "many.zip"
    with ZipFile(file, "w") as archive:
        for number in range(20_000):
            archive.writestr(ZipInfo(f"photos/{number:08}-0000-7000-8000-000000000000.jpg"), b"")

    with pytest.raises(BadFileError, match="something else"):
        read_file(file, CATALOGUE, NOW)


def test_what_is_known_is_told_without_a_diary(export: Path) -> None:
    assert len(compare(None, read_file(export, CATALOGUE, NOW)).plan.new) == 7
