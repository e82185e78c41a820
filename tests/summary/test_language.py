"""A summary in another language than the window's: its words, its marks, and nothing mixed."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from db.store import Store
from diary import __version__
from diary.fields import CATALOGUE
from diary.i18n import locale
from diary.languages import review_note
from diary.summary import Options, make
from tests.summary.conftest import Text
from tests.summary.examples import MADE, PERIOD, PROFILE
from tests.summary.test_pdf import no_problems

APPENDIX = Options(MADE, appendix=True)
SPANISH = replace(APPENDIX, language="es")


@pytest.fixture(scope="module")
def english_labels() -> set[str]:
    return {str(field.label) for field in CATALOGUE} | {"Recorded by", "What changed", "median"}


def test_no_checker_finds_a_fault_in_spanish(filled: Store, tmp_path: Path):
    assert no_problems(make(filled, CATALOGUE, PERIOD, SPANISH), tmp_path) == []


def test_it_says_in_which_language_it_is(filled: Store, tmp_path: Path):
    path = tmp_path / "summary.pdf"
    path.write_bytes(make(filled, CATALOGUE, PERIOD, SPANISH))

    with pikepdf.open(path) as pdf, pdf.open_metadata() as about:
        assert str(pdf.Root.Lang).split("-")[0] == "es"
        assert about["dc:title"].startswith(f"Diario de esclerodermia, {PROFILE.name}")


def test_its_words_dates_and_numbers_are_all_spanish(
    filled: Store, text_of: Text, english_labels: set[str]
):
    text = " ".join("\n".join(text_of(make(filled, CATALOGUE, PERIOD, SPANISH))).split())

    for words in ("Lo que cambió", "Tirantez de la piel", "22 de noviembre de 2026", "21 nov"):
        assert words in text
    assert re.search(r"\d,\d", text)
    assert not re.search(r"\d\.\d", text.replace(__version__, ""))
    assert not {label for label in english_labels if re.search(rf"\b{re.escape(label)}\b", text)}


def test_each_page_says_that_the_words_were_not_reviewed(filled: Store, text_of: Text):
    note = review_note("es")

    assert all(note in page for page in text_of(make(filled, CATALOGUE, PERIOD, SPANISH)))
    assert not any(note in page for page in text_of(make(filled, CATALOGUE, PERIOD, APPENDIX)))


def test_two_made_at_the_same_time_do_not_mix_their_languages(filled: Store):
    alone = [make(filled, CATALOGUE, PERIOD, each) for each in (APPENDIX, SPANISH)]

    with ThreadPoolExecutor(2) as workers:
        both = [
            workers.submit(make, filled, CATALOGUE, PERIOD, each) for each in (APPENDIX, SPANISH)
        ]
        assert [each.result() for each in both] == alone
    assert locale().language == "en"
