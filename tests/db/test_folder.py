from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from db import errors, keys
from db.check import check
from db.engine import connect
from db.folder import DB_NAME, open_diary
from db.schema import APPLICATION_ID, SCHEMA
from tests.db.examples import READING, puts

posix = pytest.mark.skipif(os.name == "nt", reason="permission bits are POSIX's")


@pytest.fixture
def kept(folder: Path) -> Path:
    """A closed diary with one reading."""
    store = open_diary(folder)
    store.write(puts(READING))
    store.close()
    return folder


def key_of(folder: Path) -> str:
    return keys.database_key(keys.load(folder))


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def refused(folder: Path, error: type[errors.DiaryError], *, create: bool = True) -> None:
    """Opening raises exactly this error and leaves the folder as it was."""
    before = bytes_in(folder) if folder.is_dir() else None
    with pytest.raises(errors.DiaryError) as caught:
        open_diary(folder, create=create)
    assert type(caught.value) is error
    assert before == (bytes_in(folder) if folder.is_dir() else None)


def test_a_new_diary_is_encrypted_marked_and_private(kept: Path) -> None:
    assert sorted(bytes_in(kept)) == [DB_NAME, "keys.copy.json", "keys.json"]
    assert b"SQLite" not in (kept / DB_NAME).read_bytes()[:16]
    assert READING.field.encode() not in (kept / DB_NAME).read_bytes()
    with closing(connect(kept / DB_NAME, key_of(kept))) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@posix
def test_the_folder_and_its_files_are_for_their_owner_only(folder: Path) -> None:
    before = os.umask(0)
    try:
        store = open_diary(folder)
        store.write(puts(READING))
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert modes == dict.fromkeys(modes, 0o600)
    assert DB_NAME + "-wal" in modes


@posix
def test_a_copied_diary_becomes_private_again(kept: Path) -> None:
    kept.chmod(0o755)
    (kept / "keys.json").chmod(0o644)
    open_diary(kept).close()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert stat.S_IMODE((kept / "keys.json").stat().st_mode) == 0o600


def test_without_leave_nothing_is_created(folder: Path) -> None:
    refused(folder, errors.NoDiaryError, create=False)
    assert not folder.exists()


@pytest.mark.parametrize("place", ["diary", "diary/below/it"])
def test_a_file_in_the_folders_place(tmp_path: Path, place: str) -> None:
    (tmp_path / "diary").write_text("a letter")
    refused(tmp_path / place, errors.NotAFolderError)
    assert (tmp_path / "diary").read_text() == "a letter"


def test_a_diary_whose_database_has_gone_is_not_replaced(kept: Path) -> None:
    (kept / DB_NAME).unlink()
    refused(kept, errors.NoDiaryError)


def test_backups_without_a_database_are_no_place_for_a_new_diary(folder: Path) -> None:
    (folder / "backups").mkdir(parents=True)
    refused(folder, errors.NoDiaryError)


def test_an_empty_file_is_damage(kept: Path) -> None:
    (kept / DB_NAME).write_bytes(b"")
    refused(kept, errors.EmptyFileError)


def test_a_folder_in_the_databases_place(kept: Path) -> None:
    (kept / DB_NAME).unlink()
    (kept / DB_NAME).mkdir()
    refused(kept, errors.ForeignFileError)


def test_a_plain_database_is_not_ours(kept: Path) -> None:
    (kept / DB_NAME).unlink()
    with closing(dbapi2.connect(str(kept / DB_NAME))) as plain:
        plain.execute("CREATE TABLE theirs (a)")
    refused(kept, errors.ForeignFileError)


def test_another_programs_encrypted_database_is_not_ours(kept: Path) -> None:
    with closing(connect(kept / DB_NAME, key_of(kept))) as raw:
        raw.execute("PRAGMA application_id=7")
    refused(kept, errors.ForeignFileError)


@pytest.mark.parametrize(
    "garbage", [b"hello " * 3000, bytes(8192), b"x", os.urandom(5000)], ids=len
)
def test_garbage_is_damage(kept: Path, garbage: bytes) -> None:
    (kept / DB_NAME).write_bytes(garbage)
    refused(kept, errors.DamagedError)


def test_an_overwritten_beginning_is_damage_and_not_a_wrong_key(kept: Path) -> None:
    body = (kept / DB_NAME).read_bytes()
    (kept / DB_NAME).write_bytes(os.urandom(4096) + body[4096:])
    refused(kept, errors.DamagedError)


def test_a_truncated_file_is_damage(kept: Path) -> None:
    body = (kept / DB_NAME).read_bytes()
    (kept / DB_NAME).write_bytes(body[: len(body) // 2])
    with pytest.raises(errors.DamagedError):
        open_diary(kept)


def test_the_keys_of_another_diary_do_not_open_this_one(kept: Path, tmp_path: Path) -> None:
    open_diary(tmp_path / "other").close()
    for name in keys.NAMES:
        shutil.copy(tmp_path / "other" / name, kept / name)
    refused(kept, errors.WrongKeyError)


def test_a_newer_diary_is_left_as_it_is(kept: Path) -> None:
    with closing(connect(kept / DB_NAME, key_of(kept))) as raw:
        raw.execute(f"PRAGMA user_version={SCHEMA + 1}")
    refused(kept, errors.NewerDiaryError)


def test_a_newer_diary_with_unfinished_business_is_left_as_it_is(kept: Path) -> None:
    raw = connect(kept / DB_NAME, key_of(kept))
    raw.execute(f"PRAGMA user_version={SCHEMA + 1}")
    shutil.copytree(kept, kept.with_name("killed"))
    raw.close()
    killed = kept.with_name("killed")
    (killed / (DB_NAME + "-shm")).unlink()
    before = bytes_in(killed)
    assert before[DB_NAME + "-wal"]
    with pytest.raises(errors.NewerDiaryError):
        open_diary(killed)
    after = bytes_in(killed)
    assert {name: after[name] for name in before} == before


def test_a_lost_key_never_makes_a_new_diary(kept: Path) -> None:
    for name in keys.NAMES:
        (kept / name).unlink()
    refused(kept, errors.KeyLostError)


def test_one_lost_key_file_is_made_again_from_the_other(kept: Path) -> None:
    text = (kept / "keys.json").read_bytes()
    for lost in keys.NAMES:
        (kept / lost).write_bytes(b'{"slots": ')
        open_diary(kept).close()
        assert bytes_in(kept)["keys.json"] == bytes_in(kept)["keys.copy.json"] == text


def test_a_link_leads_to_the_real_folder(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(kept)
    store = open_diary(tmp_path / "link")
    assert store.database.file == (kept / DB_NAME).resolve()
    store.close()


def test_a_linked_database_is_opened_under_its_own_name(kept: Path, tmp_path: Path) -> None:
    (kept / DB_NAME).rename(tmp_path / "real.db")
    (kept / DB_NAME).symlink_to(tmp_path / "real.db")
    store = open_diary(kept)
    assert store.write(puts(READING)) == ()
    assert (tmp_path / "real.db-wal").exists()
    store.close()


def test_a_hard_link_is_refused(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "second.db").hardlink_to(kept / DB_NAME)
    refused(kept, errors.LinkedFileError)


def test_closing_folds_the_log_into_the_file(folder: Path) -> None:
    store = open_diary(folder)
    store.write(puts(READING))
    assert (folder / (DB_NAME + "-wal")).stat().st_size > 0
    store.close()
    assert not (folder / (DB_NAME + "-wal")).exists()


def test_odd_names_of_folders(tmp_path: Path) -> None:
    folder = tmp_path / "Mein Tagebuch? 100% #1 é’"
    open_diary(folder).close()
    store = open_diary(folder, create=False)
    assert check(store) == []
    store.close()


_OPENED = """
import sys
from pathlib import Path
from db.check import check
from db.folder import open_diary
from tests.db.examples import ALL, puts
opened = []
sys.addaudithook(lambda event, details: opened.append(details[0]) if event == "open" else None)
store = open_diary(Path(sys.argv[1]))
store.write(puts(*ALL))
store.everything()
check(store)
store.close()
print(sorted({Path(each).name for each in opened if "diary.db" in str(each)}))
"""


def test_the_live_database_is_never_opened_as_a_file(kept: Path) -> None:
    """Closing such a file would drop the locks that SQLite holds on it in this process."""
    command = [sys.executable, "-c", _OPENED, str(kept)]
    root = Path(__file__).parents[2]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert said.stdout == "[]\n"


_AS_NOBODY = """
import os, sys
from pathlib import Path
from db.errors import DiaryError
from db.folder import open_diary
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    open_diary(Path(sys.argv[1]))
except DiaryError as error:
    print(type(error).__name__)
"""


@posix
@pytest.mark.parametrize("locked", ["folder", "file"])
def test_what_cannot_be_written_is_said(locked: str) -> None:
    import tempfile  # noqa: PLC0415 - tmp_path is closed to the other user

    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        base.chmod(0o755)
        folder = base / "diary"
        open_diary(folder).close()
        if os.geteuid() == 0:
            for each in (folder, *folder.iterdir()):
                os.chown(each, 65534, 65534)
        (folder if locked == "folder" else folder / DB_NAME).chmod(
            0o500 if locked == "folder" else 0o400
        )
        said = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, str(folder)],
            capture_output=True,
            text=True,
            check=False,
            cwd=Path(__file__).parents[2],
        )
        folder.chmod(0o700)
    assert (said.stdout, said.stderr) == ("ReadOnlyError\n", "")
