from __future__ import annotations

import re
from datetime import UTC, datetime
from html import escape

import pytest

from db.records import CustomField
from diary.article import (
    CITATION,
    SLUGS,
    Section,
    anchor_of,
    find,
    references,
    section,
    section_of,
    sections,
    synonyms,
)
from diary.article_html import html
from diary.article_search import search
from diary.custom import field_of
from diary.field import Field
from diary.fields import CATALOGUE
from diary.measures import MEASURES
from tests.article_facts import FACTS

SIX = {
    "johns-hopkins",
    "champion-2008",
    "zhu-2019",
    "temprano-2016",
    "nord",
    "rubio-rivas-2017",
}
RECORDS = {"attack", "sore", "patch", "photo", "medicine", "question", "appointment", "own"}
BANNED = re.compile(
    r"\b(mRSS|Rodnan|PASTUL|SSPRO|RCS|ASRAP|UCLA|GIT|ScleroID|S?HAQ|FACIT|PROMIS|EAT-10|Bristol"
    r"|MUST|CHFS)\b"
)


def text_of(shown: Section) -> str:
    raw = "\n".join(f"{part.heading}\n{part.text}" for part in shown.parts)
    return " ".join(re.sub(r"[*_]", "", raw).split())


@pytest.mark.parametrize(("name", "slug", "words"), FACTS, ids=[fact[0] for fact in FACTS])
def test_each_fact_is_stated_in_its_section(name: str, slug: str, words: str) -> None:
    assert words in text_of(section(slug)), name


@pytest.mark.parametrize("field", CATALOGUE, ids=lambda field: field.key)
def test_each_field_leads_to_its_own_part_and_back(field: Field) -> None:
    explained = section_of(field)
    part = next(part for part in explained.parts if part.anchor == anchor_of(field))
    assert part.heading == (str(field.label) if not field.panel else "Skin check")
    assert "What it is" in part.text
    assert "Why it is asked" in part.text
    assert field in explained.fields(CATALOGUE)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_part_explains_a_field_that_is_not_there(slug: str) -> None:
    known = {anchor_of(field) for field in CATALOGUE}
    assert section(slug).anchors <= known | set(MEASURES) | RECORDS


@pytest.mark.parametrize("what", sorted(RECORDS | set(MEASURES)))
def test_whatever_else_is_recorded_is_explained_too(what: str) -> None:
    explained, anchor = find(what)
    part = next(part for part in explained.parts if part.anchor == anchor)
    assert len(part.text.split()) > 30
    assert what not in MEASURES or explained.slug == MEASURES[what].section


@pytest.mark.parametrize("slug", SLUGS)
def test_a_section_is_found_by_its_slug(slug: str) -> None:
    assert find(slug) == (section(slug), "")


def test_a_field_of_ones_own_is_explained() -> None:
    at = datetime(2026, 6, 1, tzinfo=UTC)
    own = field_of(CustomField(key="custom.0a", name="Neck", kind="count", recorded_at=at))
    assert anchor_of(own) in section_of(own).anchors
    assert section_of(own).fields(CATALOGUE.with_own([own])) == [own]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_section_is_long_enough_to_explain(slug: str) -> None:
    assert len(text_of(section(slug)).split()) >= 300


def test_every_section_ends_with_its_numbered_references() -> None:
    for shown in sections():
        assert shown.references, shown.slug
        page = html(shown, CATALOGUE)
        for number, reference in enumerate(shown.references, 1):
            assert f"[{number}]" in page
            assert escape(reference.text) in page
        assert CITATION.search(page) is None


def test_the_six_references_of_the_source_are_all_cited_and_none_lies_unused() -> None:
    cited = {reference.key for shown in sections() for reference in shown.references}
    assert cited >= SIX
    assert cited == set(references())


@pytest.mark.parametrize("slug", SLUGS)
def test_no_name_of_an_instrument_is_used(slug: str) -> None:
    words = text_of(section(slug))
    assert BANNED.findall(words) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_the_words_are_plain(slug: str) -> None:
    """Flesch-Kincaid grade, with vowel groups as syllables: about age 12 to 14 at most."""
    text = CITATION.sub("", "\n".join(part.text for part in section(slug).parts))
    words = re.findall(r"[A-Za-z’]+", text)
    ends = re.findall(r"[.!?:;](?:\s|$)|(?<![.!?:;])\n", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", word.lower()))) for word in words)
    grade = 0.39 * len(words) / len(ends) + 11.8 * syllables / len(words) - 15.59
    assert grade < 9, round(grade, 1)


def test_search_finds_every_word_whatever_case_or_accent() -> None:
    assert search(sections(), "SJOGREN")[0].slug == "who-gets-it"
    assert {hit.anchor for hit in search(sections(), "heartburn burning")} == {
        "digestion.heartburn"
    }
    assert search(sections(), "heartburn aeroplane") == []
    assert search(sections(), "   ") == []


@pytest.mark.parametrize(
    ("word", "anchor"),
    [
        ("ulcer", "sore"),
        ("ulcers", "sore"),
        ("hypertension", "blood_pressure"),
        ("Hypert", "blood_pressure"),
        ("reflux", "digestion.heartburn"),
        ("burning reflux", "digestion.heartburn"),
        ("medication", "medicine"),
        ("diarrhea", "digestion.diarrhoea"),
    ],
)
def test_search_knows_other_words_for_the_same(word: str, anchor: str) -> None:
    assert anchor in {hit.anchor for hit in search(sections(), word)}


def test_every_synonym_leads_somewhere() -> None:
    for word in synonyms():
        assert search(sections(), word), word


def test_a_hit_in_a_heading_comes_first() -> None:
    assert search(sections(), "itch")[0].anchor == "skin.itch"


def test_markup_in_text_stays_text() -> None:
    page = html(section("skin"), CATALOGUE)
    assert "<script" not in page
    assert 'href="diary:record/skin.itch"' in page


def test_an_unknown_section_is_an_error() -> None:
    with pytest.raises(KeyError):
        section("../../secrets")
