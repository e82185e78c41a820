"""The PDF: accessible, whole, and the patient's text never becomes markup."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest

from db.records import Note, Profile, Put, Reading
from db.store import Store
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.summary import Options, Paper, file_name, make, typeset
from tests.summary.conftest import Text
from tests.summary.examples import LAST, MADE, OPTIONS, PERIOD, PROFILE, fill
from tests.turns import by_turns

APPENDIX = Options(MADE, appendix=True)
HOSTILE = '#panic("x") $x^2$ *b* _i_ [c] @ref <l> // `c` = - + \\ \\u{1} "'
SCRIPTS = "שלום עולם مرحبا 中文 ไทย 🙂 👩\u200d⚕️ \x00\x07\ufeff\ue000 \u0378"


def empty(_store: Store) -> None:
    """Nothing recorded."""


def one_reading(store: Store) -> None:
    store.write([Put(Reading(LAST, "skin.itch", 0, MADE))])


def in_every_script(store: Store) -> None:
    store.write(
        [Put(Profile(SCRIPTS, None, SCRIPTS)), Put(Note(LAST, f"{SCRIPTS}\n{HOSTILE}", MADE))]
    )


REPEATED = "PAG-001"
"""Told of lines that begin several pages: the headings of columns, which every piece of a long
table needs, and here the same or made-up words, in which numbers do not count. None is a header."""
GIBBERISH, ADDRESS = "FIG-012", "LNK-010"
"""Told of alternative text that is no language, and of an address that is no link: both are the
patient's words, which are printed and never anything else."""


def no_problems(pdf: bytes, folder: Path, *, but: Collection[str] = ()) -> list[str]:
    """What the checkers of tagged PDFs find; `but` names rules whose findings do not count."""
    path = folder / "summary.pdf"
    path.write_bytes(pdf)
    found = [f"{each.rule_id} {each.message}" for each in pdfua.validate(str(path)).findings]
    heard = [each for each in outloud.check(str(path)).findings if each.rule not in but]
    return found + [f"{each.rule} {each.message}" for each in heard]


@pytest.mark.parametrize("write", [fill, empty, one_reading, in_every_script])
def test_no_checker_finds_a_fault(write: Callable[[Store], None], store: Store, tmp_path: Path):
    write(store)

    assert no_problems(make(store, CATALOGUE, PERIOD, APPENDIX), tmp_path) == []


def test_it_says_that_it_is_pdf_ua_and_archivable_and_what_it_is(filled: Store, tmp_path: Path):
    path = tmp_path / "summary.pdf"
    path.write_bytes(make(filled, CATALOGUE, PERIOD, OPTIONS))

    with pikepdf.open(path) as pdf, pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
        assert about["dc:title"].startswith("Scleroderma diary, Ann Example")
        assert str(pdf.Root.Lang).startswith("en")


def test_only_its_own_typeface_is_used_and_embedded(filled: Store, tmp_path: Path):
    path = tmp_path / "summary.pdf"
    path.write_bytes(make(filled, CATALOGUE, PERIOD, APPENDIX))

    names = set()
    with pikepdf.open(path) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
                assert "/FontFile2" in each or "/FontFile3" in each
                names.add(str(each.FontName).partition("+")[2])
    assert names
    assert all(name.startswith("SourceSans3") for name in names)


@pytest.mark.parametrize("text", HOSTILE.split())
def test_text_of_the_patient_never_becomes_markup(text: str, store: Store, text_of: Text):
    store.write([Put(Profile(text, None, text)), Put(Note(LAST, f"{HOSTILE} {text}", MADE))])

    pages = text_of(make(store, CATALOGUE, PERIOD, APPENDIX))

    assert text in pages[0]
    assert HOSTILE.replace(" ", "") in "".join("".join(pages).split())


def test_letters_that_no_font_has_are_named_or_marked(store: Store, text_of: Text):
    store.write([Put(Note(LAST, "cold \u0378 hands \ue000\x07", MADE))])

    pages = text_of(make(store, CATALOGUE, PERIOD, APPENDIX))

    assert "cold □ hands □" in " ".join(" ".join(pages).split())


def test_without_a_font_for_chinese_each_letter_is_a_square_that_is_explained(
    store: Store, text_of: Text, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(typeset, "system_fonts", typeset.other_scripts)
    store.write([Put(Profile("王 Wang"))])

    pages = text_of(make(store, CATALOGUE, PERIOD, OPTIONS))

    for page in pages:
        assert "□ Wang" in page
        assert "□ stands for a character that cannot be printed; the diary has it." in page


def test_two_pages_with_name_and_number_on_each(filled: Store, text_of: Text):
    pages = text_of(make(filled, CATALOGUE, PERIOD, OPTIONS))

    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        assert "Ann Example" in page
        assert f"page {number} of 2" in page
        assert "Recorded by the patient. Not a clinical assessment." in page


@pytest.mark.parametrize(("length", "paper"), by_turns([1, 14, 30, 90, 400], list(Paper)))
def test_the_first_two_pages_are_always_one_each_and_a_long_name_is_whole_on_the_third(
    paper: Paper, length: int, filled: Store, text_of: Text
):
    filled.write([Put(replace(PROFILE, name="Maria " * 30))])
    period = Period.ending(LAST, length)

    pages = text_of(make(filled, CATALOGUE, period, Options(MADE, paper=paper)))

    assert len(pages) == 3
    assert pages[1].lstrip().startswith("Day by day")
    assert " ".join(["Maria"] * 30) in " ".join(pages[2].split())


def test_paper_is_a4_or_letter(store: Store, tmp_path: Path):
    for paper, size in ((Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))):
        path = tmp_path / f"{paper}.pdf"
        path.write_bytes(make(store, CATALOGUE, PERIOD, Options(MADE, paper=paper)))
        with pikepdf.open(path) as pdf:
            box = [round(float(edge)) for edge in pdf.pages[0].mediabox[2:]]
        assert box == list(size)


def test_the_same_diary_gives_the_same_file(filled: Store):
    assert make(filled, CATALOGUE, PERIOD, OPTIONS) == make(filled, CATALOGUE, PERIOD, OPTIONS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann Example", "2026-11-21 Scleroderma diary Ann Example.pdf"),
        ("", "2026-11-21 Scleroderma diary.pdf"),
        ('a/b\\c:d*e?f"<g>|\n', "2026-11-21 Scleroderma diary a b c d e f g.pdf"),
        ("x" * 500, f"2026-11-21 Scleroderma diary {'x' * 31}.pdf"),
        ("Dr. ", "2026-11-21 Scleroderma diary Dr.pdf"),
    ],
)
def test_the_file_name_is_dated_and_safe(name: str, expected: str):
    assert file_name(Profile(name), Period(date(2026, 9, 1), LAST)) == expected
