"""Words are found in any script, without regard to case or accents."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Put
from db.store import Store
from diary.logic.search import MOST, Found, Searchable, Text, folded
from diary.logic.search_texts import texts
from tests.db.examples import ALL, ATTACK, BELONGING, NOTE

DAY = date(2026, 11, 22)


def search(words: str, *written: str) -> Found:
    return Searchable(Text("Note", DAY, each) for each in written).find(words)


def marked(words: str, written: str) -> list[str]:
    (hit,) = search(words, written).hits
    return [hit.excerpt[start:stop] for start, stop in hit.marks]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("hands", "Cold HANDS again"),
        ("arger", "Großer Ärger"),
        ("grosser", "Großer Ärger"),
        ("ARGER", "A\u0308rger mit Zerlegung"),
        ("cafe", "im Café"),
        ("café", "im Cafe"),
        ("lodz", "Łódź"),
        ("istanbul", "İSTANBUL"),
        ("ΟΔΟΣ", "οδός"),
        ("ёлка", "ЕЛКА"),
        ("שלום", "שָׁלוֹם לך"),
        ("محمد", "مُحَمَّد"),
        ("हाथ", "मेरे हाथ ठंडे"),
        ("手が", "手がつめたい"),
        ("한글", "한글 일기"),
        ("❤", "better ❤️ today"),
        ("👩‍⚕️", "saw the 👩‍⚕️"),
        ("ﬁnger", "finger"),
        ("don't", "I don’t know"),
        ("two  words", "words, and then two"),
        ("line end", "the line\r\nends here"),
        ("soft", "so\u00adft"),
    ],
)
def test_it_is_found(words: str, written: str) -> None:
    assert search(words, written).count == 1


@pytest.mark.parametrize(
    ("words", "written"),
    [("hands feet", "only hands"), ("か", "が"), ("कि", "कु"), ("", "anything"), ("  ", "anything")],
)
def test_it_is_not_found(words: str, written: str) -> None:
    assert search(words, written) == Found()


@pytest.mark.parametrize(
    ("words", "written", "expected"),
    [
        ("arger", "Großer Ärger", ["Ärger"]),
        ("arger", "Großer A\u0308rger", ["A\u0308rger"]),
        ("strasse", "Die Straße dort", ["Straße"]),
        ("warm cold", "cold, then warm, then cold", ["cold", "warm", "cold"]),
        ("שלום", "אמר שָׁלוֹם לך", ["שָׁלוֹם"]),
    ],
)
def test_the_words_are_marked_as_they_were_written(
    words: str, written: str, expected: list[str]
) -> None:
    assert marked(words, written) == expected


def test_a_long_text_is_shown_around_the_hit() -> None:
    (hit,) = search("needle", "hay " * 5000 + "a needle here " + "hay " * 5000).hits

    assert hit.excerpt.startswith("…")
    assert hit.excerpt.endswith("…")
    assert "a needle here" in hit.excerpt
    assert len(hit.excerpt) < 200


def test_the_newest_come_first_and_the_rest_is_counted() -> None:
    days = [DAY - timedelta(days=n) for n in range(MOST + 47)]

    found = Searchable(Text("Note", day, "cold") for day in reversed(days)).find("cold")

    assert found.count == MOST + 47
    assert [hit.text.day for hit in found.hits] == days[:MOST]


def test_a_search_that_nobody_waits_for_stops() -> None:
    many = Searchable(Text("Note", DAY, "cold") for _ in range(10))

    assert many.find("cold", lambda: False).count == 0


def test_letters_of_a_fancy_alphabet_are_letters() -> None:
    assert search("abc", "\U0001d670\U0001d671\U0001d672").count == 1


@given(st.text(st.characters(exclude_categories=()), max_size=60), st.data())
def test_any_part_of_any_text_is_found_in_it(written: str, data: st.DataObject) -> None:
    plain = folded(written).split()
    if not plain:
        return
    word = data.draw(st.sampled_from(plain))

    found = search(word, written)

    assert found.count == 1
    (hit,) = found.hits
    assert all(0 <= start < stop <= len(hit.excerpt) for start, stop in hit.marks)


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_what_is_compared_does_not_change_when_it_is_compared_again(written: str) -> None:
    assert folded(folded(written)).split() == folded(written).split()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("afternoon", "Note"),
        ("bus stop", "Attack"),
        ("index", "Sore"),
        ("chest", "Patch"),
        ("nifedipine twice", "Dose"),
        ("nifedipine", "Medicine"),
        ("armel", "Visit"),
        ("swim", "Question"),
        ("jaw", "My own field"),
    ],
)
def test_what_was_written_of_each_kind_is_found(store: Store, words: str, kind: str) -> None:
    store.write([Put(record) for record in (*ALL, *BELONGING)])

    found = Searchable(texts(store)).find(words)

    assert kind in {hit.text.kind for hit in found.hits}


def test_a_hit_says_where_it_leads(store: Store) -> None:
    store.write([Put(NOTE), Put(ATTACK)])
    ready = Searchable(texts(store))

    (note,) = ready.find("afternoon").hits
    (attack,) = ready.find("bus").hits

    assert (note.text.day, note.text.page) == (NOTE.day, "")
    assert (attack.text.page, attack.text.key) == ("attacks", ATTACK.id)
