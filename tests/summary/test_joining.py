"""A long summary is set in pieces and joined: one tagged PDF, numbered through, nothing lost."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from db.records import Note, Put
from db.store import Store
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.summary import Options, make, pieces
from diary.summary.pdf_writer import PACK, PdfWriter
from tests.summary.conftest import Text
from tests.summary.examples import LAST, MADE, fill
from tests.summary.test_pdf import APPENDIX, REPEATED, no_problems

YEAR = Period.ending(LAST, 400)
TRICKY = "(U1x0y0) 12 0 R \\) << /K 3 >> endobj stream"


@pytest.fixture
def long(store: Store) -> Store:
    """A year and more, with notes heavier than one piece takes."""
    fill(store, 400)
    chance = random.Random(1)
    for ago in range(0, 40, 2):
        words = " ".join(f"word{chance.randint(0, 9999)}" for _ in range(600))
        begins = TRICKY if ago == 0 else ""
        store.write([Put(Note(LAST - timedelta(days=ago), f"{begins} {words} end{ago}.", MADE))])
    return store


def test_it_is_one_tagged_document_without_fault(long: Store, tmp_path: Path):
    pdf = make(long, CATALOGUE, YEAR, APPENDIX)

    assert no_problems(pdf, tmp_path, but={REPEATED}) == []
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        root = document.Root.StructTreeRoot
        assert len(root.K) == 1
        assert root.ParentTreeNextKey == len(document.pages)
        names = [str(name) for name in list(root.IDTree.Names)[::2]]
        assert names == sorted(set(names))
        assert [page.obj.StructParents for page in document.pages] == list(
            range(len(document.pages))
        )
        with document.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert titles[-1] == "Every day"


def test_pages_are_numbered_through_and_every_day_and_word_is_there(long: Store, text_of: Text):
    pages = text_of(make(long, CATALOGUE, YEAR, APPENDIX))

    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page
    text = " ".join(" ".join(pages).split())
    for ago in range(0, 40, 2):
        assert re.search(rf"word\d+ end{ago}\.", text)
    days = re.findall(r"[A-Z][a-z]{2} (\d{1,2} \w+ 20\d\d)", text)
    assert len(set(days)) >= len(YEAR)
    assert TRICKY in text


def test_a_text_of_a_million_letters_goes_on_in_further_rows(store: Store, text_of: Text):
    store.write([Put(Note(LAST, "cold hands " * 20_000 + "the end", MADE))])

    pages = text_of(make(store, CATALOGUE, Period.ending(LAST, 14), APPENDIX))

    assert "the end" in " ".join(" ".join(pages[-4:]).split())
    assert sum(page.count("cold") for page in pages) == 20_000


def test_a_text_beyond_all_paper_ends_with_how_much_is_left_out(
    store: Store, text_of: Text, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pieces, "MOST_TEXT", 2_200)
    store.write([Put(Note(LAST, "cold hands " * 1_000, MADE))])

    pages = text_of(make(store, CATALOGUE, Period.ending(LAST, 14), APPENDIX))

    text = " ".join(" ".join(pages).split())
    assert text.count("cold hands") == 200
    assert "… 8,799 more letters are in the diary." in text


def test_it_says_how_far_it_is_and_can_be_stopped(long: Store):
    steps: list[tuple[int, int]] = []

    def stop_at_two(done: int, total: int) -> None:
        steps.append((done, total))
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        make(long, CATALOGUE, YEAR, APPENDIX, stop_at_two)

    assert [done for done, _total in steps] == [1, 2]
    assert steps[0][1] > 2


def test_in_pieces_or_at_once_it_says_the_same(
    filled: Store, text_of: Text, monkeypatch: pytest.MonkeyPatch
):
    period = Period.ending(LAST, 90)
    whole = text_of(make(filled, CATALOGUE, period, APPENDIX))
    monkeypatch.setattr(pieces, "DAILY_PAGES", 1)
    monkeypatch.setattr(pieces, "HEAVY_TEXT", 1000)

    parts = text_of(make(filled, CATALOGUE, period, APPENDIX))

    def words(pages: list[str]) -> list[str]:
        text = re.sub(
            r"Ann Example\s+Recorded by the patient.*?page \d+ of \d+", "", "".join(pages)
        )
        return sorted(re.findall(r"\w+", text))

    assert set(words(whole)) <= set(words(parts))


@pytest.mark.parametrize("count", [1, PACK, PACK + 1])
def test_the_writer_makes_a_file_that_others_read(count: int):
    writer = PdfWriter()
    writer.reserve(count + 2)
    writer.add(1, b"<</Type/Catalog/Pages 2 0 R/Kept 3 0 R>>")
    writer.add(2, b"<</Type/Pages/Kids[]/Count 0>>")
    for number in range(3, count + 3):
        writer.add(number, b"(%d)" % number)
    number = writer.reserve(1) + 1
    writer.add_stream(number, b"", b"endstream endobj")

    with pikepdf.open(BytesIO(writer.finished(b"/Root 1 0 R"))) as document:
        assert bytes(document.Root.Kept) == b"3"
        assert document.get_object(number, 0).read_raw_bytes() == b"endstream endobj"
        assert bytes(document.get_object(count + 2, 0)) == b"%d" % (count + 2)


def test_the_usual_summary_is_one_piece(filled: Store, monkeypatch: pytest.MonkeyPatch):
    def never(_parts: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr("diary.summary.render.joined", never)
    shown: Callable[[int, int], None] = lambda _done, _steps: None  # noqa: E731 - a type for it

    assert make(filled, CATALOGUE, Period.ending(LAST, 90), Options(MADE), shown)
