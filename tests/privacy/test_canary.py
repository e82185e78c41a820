"""Fault 31: with a passphrase set, nothing that was written can be read anywhere on the disk."""

from __future__ import annotations

import base64
import io
import resource
import signal
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest

from db.folder import BACKUPS_NAME, open_diary
from diary.paths import Places
from tests.faults import totals
from tests.faults.sweep import Tally
from tests.privacy.journey import CANARY
from tests.privacy.kit import files
from tests.privacy.traveller import travel

PASSPHRASE = f"{CANARY} in the warm"
FORMS = tuple(CANARY.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"))
ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
LARGEST = 50_000_000


def readings(content: bytes) -> Iterator[bytes]:
    """A file's bytes, and all that is packed in them."""
    yield content
    with suppress(BadZipFile, NotImplementedError), ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield name.encode()
            yield from readings(archive.read(name))
    for sign in ZLIB:
        place = content.find(sign)
        while place >= 0:
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(content[place:], LARGEST)
            place = content.find(sign, place + 1)


def found_in(content: bytes) -> bool:
    """Whether the canary word can be read in any form."""
    texts = [each.lower() for each in readings(content)]
    return any(form in text for text in texts for form in FORMS)


def packed(text: bytes) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", 8) as archive:
        archive.writestr("a", text)
    return stream.getvalue()


@pytest.mark.parametrize(
    "hidden",
    [
        f"a {CANARY} b".encode(),
        CANARY.upper().encode("utf-16-le"),
        b"%PDF " + zlib.compress(b"in a page: " + CANARY.encode()),
        packed(CANARY.encode()),
        packed(packed(zlib.compress(CANARY.encode("utf-16-be")))),
    ],
)
def test_the_search_would_find_it(hidden: bytes) -> None:
    assert found_in(hidden)
    assert not found_in(base64.b85encode(hidden))


@pytest.fixture
def left(places: Places, home: Path) -> int:
    """The journey ends in a crash while somebody types into the locked diary; how many words."""
    open_diary(places.diary, passphrase=PASSPHRASE).close()
    words = home.parent / "passphrase"
    words.write_text(PASSPHRASE)
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    try:
        ended = travel(home, "locked", "--passphrase-file", str(words))
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))
    assert ended.returncode == -signal.SIGABRT, ended.stderr
    return int(ended.stdout)


def test_31_no_word_can_be_read_on_the_disk(left: int, places: Places, home: Path) -> None:
    every = list(files(home))

    assert left > 100
    assert places.diary / "drafts.db" in every
    assert list((places.diary / BACKUPS_NAME).iterdir())
    assert [each for each in every if each.name.startswith("core")] == []
    hits = [str(each) for each in every if found_in(each.read_bytes())]
    hits += [str(each) for each in home.rglob("*") if CANARY in each.name.lower()]
    totals.add(totals.WORDS, Tally(left * len(FORMS), left, hits))
    assert hits == []
    with closing(open_diary(places.diary, passphrase=PASSPHRASE)) as store:
        assert CANARY in str(store.everything()), "all of it is there for who has the passphrase"
