"""Each translation of the article says as much as the English: sections, fields, figures, sources.

A figure may be written otherwise (2.3 is 2,3), but none may be lost, added or changed.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from diary import article, languages
from diary.article import CITATION, SLUGS, Section, anchor_of, find, section
from diary.article_search import search
from diary.fields import CATALOGUE
from diary.i18n import speaking

OTHERS = sorted(languages.NAMES.keys() - {"en"})
PAIRS = [(language, slug) for language in OTHERS for slug in SLUGS]
FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
KEPT = re.compile(r"\[@[\w-]+\]|^#+|\{#[\w.-]+\}|^(?:- |\d+\. )", re.MULTILINE)
INSTRUMENT = re.compile(
    r"\b(mRSS|Rodnan|PASTUL|SSPRO|RCS|ASRAP|UCLA|GIT|ScleroID|S?HAQ|FACIT|PROMIS|Bristol|MUST)\b"
)


def _raw(language: str, slug: str) -> str:
    return (article.FOLDER / language / f"{slug}.md").read_text("utf-8")


def _in(language: str, slug: str) -> Section:
    with speaking(language):
        return section(slug)


def _figures(text: str) -> Counter[str]:
    bare = re.sub(r"\{#[^}]*\}", "", CITATION.sub("", text))
    return Counter(figure.replace(",", ".") for figure in FIGURE.findall(bare))


@pytest.mark.parametrize("language", OTHERS)
def test_every_file_of_the_article_is_translated_and_none_besides(language):
    english = {each.name for each in (article.FOLDER / "en").iterdir()}
    assert {each.name for each in (article.FOLDER / language).iterdir()} == english


@pytest.mark.parametrize(("language", "slug"), PAIRS)
def test_a_section_has_the_same_parts_marks_and_sources_in_the_same_order(language, slug):
    assert KEPT.findall(_raw(language, slug)) == KEPT.findall(_raw("en", slug))


@pytest.mark.parametrize(("language", "slug"), PAIRS)
def test_a_section_has_the_same_figures(language, slug):
    assert _figures(_raw(language, slug)) == _figures(_raw("en", slug))


@pytest.mark.parametrize(("language", "slug"), PAIRS)
def test_each_paragraph_is_there_and_about_as_long(language, slug):
    own, english = (_in(each, slug).parts for each in (language, "en"))
    for there, here in zip(own, english, strict=True):
        assert there.text.count("\n\n") == here.text.count("\n\n"), here.heading
        assert 0.7 < len(there.text) / len(here.text) < 1.6, here.heading
        assert there.text.count("**") == here.text.count("**"), here.heading


@pytest.mark.parametrize("language", OTHERS)
def test_a_field_is_explained_under_its_own_name(language):
    with speaking(language):
        for field in CATALOGUE:
            explained, anchor = find(anchor_of(field))
            part = next(part for part in explained.parts if part.anchor == anchor)
            assert field.panel or part.heading == str(field.label)


@pytest.mark.parametrize(("language", "slug"), PAIRS)
def test_no_name_of_an_instrument_is_used(language, slug):
    assert not INSTRUMENT.findall(CITATION.sub("", _raw(language, slug)))


@pytest.mark.parametrize("language", OTHERS)
def test_every_other_word_for_the_same_leads_somewhere(language):
    with speaking(language):
        assert article.synonyms()
        for word in article.synonyms():
            assert search(article.sections(), word), word


@pytest.mark.parametrize(
    ("word", "anchor"),
    [
        ("úlcera", "sore"),
        ("llagas", "sore"),
        ("reflujo", "digestion.heartburn"),
        ("tensión", "blood_pressure"),
        ("ahogo", "organs.breathlessness"),
        ("medicina", "medicine"),
        ("PICOR", "skin.itch"),
        ("comezón", "skin.itch"),
    ],
)
def test_what_patients_say_in_spanish_is_found(word, anchor):
    with speaking("es"):
        assert anchor in {hit.anchor for hit in search(article.sections(), word)}
