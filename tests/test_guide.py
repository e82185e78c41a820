"""The user guide says what is in the window, leads where it says, and is plain to read."""

from __future__ import annotations

import re
import shutil
from html import escape
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PIL import Image

from diary import article, guide
from diary.article import Section
from diary.article_html import html
from diary.article_search import search
from diary.fields import CATALOGUE
from diary.i18n import _, speaking
from diary.ui.actions import COMMANDS, FIELD_KEYS, PAGE_KEYS

ROOT = Path(__file__).parent.parent
ENGLISH, SPANISH = (Path(str(guide.FOLDER)) / language for language in ("en", "es"))
POT = ROOT / "resources/translations/scleroderma-diary.pot"
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
SMALL = 1_500_000


def raw(slug: str) -> str:
    return (ENGLISH / f"{slug}.md").read_text("utf-8")


def names() -> set[str]:
    """Everything that the window calls something, with and without the dots of what asks more."""
    with POT.open("rb") as file:
        known = {
            words
            for each in read_po(file)
            for words in ([each.id] if isinstance(each.id, str) else each.id)
        }
    return known | {f"{words}…" for words in known}


def keys() -> set[str]:
    """Every key that does something."""
    shortcuts = {keys for command in COMMANDS for keys in command.shortcuts}
    told = {word for words, _does in (*FIELD_KEYS, *PAGE_KEYS) for word in str(words).split(", ")}
    return shortcuts | told


def test_every_chapter_is_there_and_none_besides() -> None:
    assert {each.stem for each in ENGLISH.glob("*.md")} == set(guide.SLUGS)


def test_no_chapter_is_called_as_a_section_of_the_article() -> None:
    assert set(guide.SLUGS).isdisjoint(article.SLUGS)


@pytest.mark.parametrize("slug", guide.SLUGS)
def test_what_the_guide_names_is_in_the_window(slug: str) -> None:
    assert [name for name in BOLD.findall(raw(slug)) if name not in names() | keys() | {"0"}] == []


@pytest.mark.parametrize("slug", guide.SLUGS)
def test_each_link_leads_to_something_to_read(slug: str) -> None:
    for target in LINK.findall(raw(slug)):
        assert (ENGLISH / target).is_file(), target
        assert guide.find(Path(target).stem)[0].title
        assert f'href="diary:section/{Path(target).stem}"' in html(guide.chapter(slug), CATALOGUE)


@pytest.mark.parametrize("slug", guide.SLUGS)
def test_each_picture_is_there_and_said_in_words(slug: str) -> None:
    page = html(guide.chapter(slug), CATALOGUE)
    for words, target in PICTURE.findall(raw(slug)):
        assert (ENGLISH / target).is_file(), target
        assert guide.picture(Path(target).name)
        assert len(words.split()) >= 8
        assert f'<p class="caption">{escape(words)}</p>' in page


def test_no_picture_lies_unused_and_all_are_small() -> None:
    shown = {target for slug in guide.SLUGS for _words, target in PICTURE.findall(raw(slug))}
    there = sorted((ENGLISH / "pictures").iterdir())
    assert {f"pictures/{each.name}" for each in there} == shown
    assert sum(each.stat().st_size for each in there) < SMALL
    for each in there:
        with Image.open(each) as picture:
            assert picture.format == "PNG"


@pytest.mark.parametrize("slug", guide.SLUGS)
def test_the_words_are_plain(slug: str) -> None:
    """Flesch-Kincaid grade, with vowel groups as syllables: about age 12 at most."""
    text = LINK.sub("", PICTURE.sub("", "\n".join(part.text for part in guide.chapter(slug).parts)))
    words = re.findall(r"[A-Za-z’]+", text)
    ends = re.findall(r"[.!?:;](?:\s|$)|(?<![.!?:;])\n", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", word.lower()))) for word in words)
    grade = 0.39 * len(words) / len(ends) + 11.8 * syllables / len(words) - 15.59
    assert grade < 7, round(grade, 1)


@pytest.mark.parametrize("slug", guide.SLUGS)
def test_a_chapter_is_short_and_in_steps(slug: str) -> None:
    chapter = guide.chapter(slug)
    assert 120 < sum(len(part.text.split()) for part in chapter.parts) < 450
    assert len(chapter.title) <= 27
    assert len({part.anchor for part in chapter.parts}) == len(chapter.parts)


def test_an_unknown_chapter_is_an_error() -> None:
    with pytest.raises(KeyError):
        guide.chapter("../../secrets")
    assert guide.picture("no-such-picture.png") == b""


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("password", "the-summary"),
        ("stick", "backups"),
        ("two laptops", "another-computer"),
        ("CSV", "another-app"),
        ("damaged", "when-something-goes-wrong"),
        ("screen reader", "sore-hands"),
        ("forgot", "passphrase-and-lock"),
    ],
)
def test_the_search_finds_how_to_do_it(words: str, slug: str) -> None:
    assert slug in {hit.slug for hit in search(guide.chapters(), words)}


def test_a_chapter_that_is_not_translated_is_in_english_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ENGLISH, tmp_path / "en")
    monkeypatch.setattr(guide, "FOLDER", tmp_path)
    with speaking("es"):
        shown: Section = guide.chapter("backups")
        assert shown.title == "Backups"
        assert "no está traducido" in shown.parts[0].text
    assert "not translated" not in guide.chapter("backups").parts[0].text


@pytest.mark.parametrize("slug", guide.SLUGS)
def test_a_translated_chapter_says_the_same_and_that_no_clinician_read_it(slug: str) -> None:
    def shape(text: str) -> list[str]:
        """Its headings, steps, points, pictures and links, without their words."""
        marks = re.findall(r"(?m)^(#+ |\d+\. |- |!\[)", text)
        return marks + [Path(target).name for target in LINK.findall(text)]

    translated = (SPANISH / f"{slug}.md").read_text("utf-8")
    assert shape(translated) == shape(raw(slug))
    assert PICTURE.sub("", translated) != PICTURE.sub("", raw(slug))
    for target in LINK.findall(translated):
        assert (SPANISH / target).is_file(), target
    with speaking("es"):
        known = {_(words) for words in names() if words} | keys() | {"0"}
        known |= {f"{words}…" for words in known}
        assert [name for name in BOLD.findall(translated) if name not in known] == []
        assert "clínico" in guide.chapter(slug).parts[-1].text


def test_the_contents_on_the_web_name_every_chapter_in_order() -> None:
    page = (ROOT / "docs/guide/README.md").read_text("utf-8")
    listed = re.findall(r"\[(.+?)\]\(\.\./\.\./resources/guide/en/([\w-]+)\.md\)", page)
    assert listed == [(chapter.title, chapter.slug) for chapter in guide.chapters()]
