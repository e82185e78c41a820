"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from diary.exchange.files import CannotWriteError, write_whole, written_whole


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", b"1")

    assert (tmp_path / "a.json").read_bytes() == b"1"
    assert (tmp_path / "a.json").stat().st_mode & 0o077 == 0


def test_an_error_on_the_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"old")

    with pytest.raises(ZeroDivisionError), written_whole(file) as stream:
        stream.write(bytes(1 // 0))

    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("place", ["missing/a.json", "file/a.json", ".", "x" * 300])
def test_a_place_that_cannot_be_written_is_one_sentence(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(CannotWriteError) as raised:
        write_whole(tmp_path / place, b"1")

    assert "cannot be written" in str(raised.value)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_device_is_never_replaced() -> None:
    with pytest.raises(CannotWriteError):
        write_whole(Path("/dev/null"), b"1")

    assert not Path("/dev/null").is_file()


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"old")

    with pytest.raises(CannotWriteError, match="the disk is full"), written_whole(file):
        raise OSError(28, "No space left on device")

    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
