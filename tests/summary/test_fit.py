"""Page 1 is one page whatever the diary holds, and what has no room there is printed further on."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pypdfium2
import pytest

from db.records import (
    Appointment,
    CustomField,
    DosePeriod,
    Medicine,
    Profile,
    Put,
    Question,
    Reading,
    Sore,
    Wish,
)
from db.store import Store
from diary.custom import own_fields
from diary.event_words import SORE_PLACES
from diary.field import Kind
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.summary import Options, Paper, make
from tests.summary.examples import LAST, MADE

FOOTER = 45
"""Points from the foot of the sheet: nothing but the footer stands there."""
PERIODS = [Period.ending(LAST, 14), Period.ending(LAST, 90), Period.ending(LAST, 400)]


def at_noon(ago: int) -> datetime:
    return datetime.combine(LAST - timedelta(days=ago), time(12), UTC)


def numbered(what: str, number: int, letters: int) -> str:
    """A name of so many letters that no other has."""
    begins = f"{what} {number:02} "
    return (begins + "with a very long name indeed " * letters)[:letters].strip()


def questions(count: int, letters: int) -> Iterator[Wish]:
    for n in range(count):
        text = numbered("Question", n, letters)
        yield Put(Question(id=f"q{n}", text=text, written=LAST, rank=n, recorded_at=MADE))


def medicines(count: int, letters: int) -> Iterator[Wish]:
    for n in range(count):
        yield Put(Medicine(id=f"m{n}", name=numbered("Medicine", n, letters), recorded_at=MADE))
        dose = DosePeriod(
            id=f"d{n}", medicine=f"m{n}", dose="12.5 mg", how_often="three times a day",
            first=LAST - timedelta(days=3 * n), recorded_at=MADE,
        )  # fmt: skip
        yield Put(dose)


def sores(count: int) -> Iterator[Wish]:
    for n, place in zip(range(count), SORE_PLACES, strict=False):
        noticed = LAST - timedelta(days=n)
        yield Put(Sore(id=f"s{n}", place=place.key, noticed=noticed, recorded_at=MADE))


def own(count: int, letters: int) -> list[CustomField]:
    minutes = CustomField(
        key="own", name="Own", kind=Kind.MINUTES.value, maximum=1440, recorded_at=MADE
    )
    return [
        replace(minutes, key=f"own.{n}", name=numbered("Own", n, letters), rank=n)
        for n in range(count)
    ]


def everything(store: Store, fields: list[CustomField], fewest: int = 0) -> None:
    """All fields at their highest on many days, and 24 hours of attacks."""
    store.write(map(Put, fields))
    known = [*CATALOGUE, *own_fields(fields)]
    store.write(
        Put(Reading(LAST - timedelta(days=ago), field.key, field.check(field.top), at_noon(ago)))
        for field in known
        if field.numeric
        for ago in range(fewest, 60, 3)
    )


def pages_of(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def lowest(pdf: bytes) -> float:
    """How far above the foot of page 1 its lowest letter but those of the footer stands."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars())]
    return float(min(bottom for _left, bottom, _right, top in boxes if top > FOOTER))


def first_page_is_whole(pdf: bytes) -> list[str]:
    """The pages, of which the second begins where it should; their texts without spaces."""
    texts = pages_of(pdf)
    pages = ["".join(text.split()) for text in texts]
    assert pages[1].startswith("Daybyday")
    assert "page1of" in pages[0]
    assert "Soresandmeasurements" in pages[0]
    assert lowest(pdf) > FOOTER
    for number, page in enumerate(pages, start=1):
        assert f"page{number}of{len(pages)}" in page
    for named in re.findall(r", page (\d+)", texts[0]):
        assert 2 < int(named) <= len(pages)
    return pages


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("period", PERIODS, ids=len)
def test_the_fullest_diary_is_whole(paper: Paper, period: Period, store: Store):
    fields = own(20, 60)
    everything(store, fields)
    store.write(
        [
            Put(Profile(numbered("Name", 1, 300), LAST, numbered("Number", 1, 200))),
            *questions(12, 400), *medicines(30, 70), *sores(20),
            Put(Appointment(id="a", day=LAST + timedelta(days=9), who=numbered("Doctor", 1, 300),
                            recorded_at=MADE)),
        ]
    )  # fmt: skip
    catalogue = CATALOGUE.with_own(own_fields(fields))

    pages = first_page_is_whole(make(store, catalogue, period, Options(MADE, paper=paper)))

    text = "".join(pages)
    wanted = [numbered("Question", n, 400) for n in range(12)]
    wanted += [numbered("Medicine", n, 70) for n in range(30)]
    wanted += [numbered("Own", n, 60) for n in range(20)]
    wanted += [str(field.label) for field in CATALOGUE if field.numeric and not field.panel]
    wanted += [numbered("Name", 1, 300), numbered("Number", 1, 200), numbered("Doctor", 1, 300)]
    wanted += [str(place.label) for place, _ in zip(SORE_PLACES, range(20), strict=False)]
    missing = [words for words in wanted if "".join(words.split()) not in text]
    assert missing == []
    assert "and9more,page" in pages[0]


@pytest.mark.parametrize("seed", range(6))
def test_however_much_there_is_it_is_printed(seed: int, store: Store):
    chance = random.Random(seed)
    count, letters = chance.randint(0, 40), chance.randint(16, 500)
    fields = own(chance.randint(0, 20), min(letters, 200))
    everything(store, fields, fewest=chance.randint(0, 59))
    store.write([*questions(count, letters), *medicines(count, letters), *sores(count)])
    options = Options(MADE, paper=chance.choice(list(Paper)))
    catalogue = CATALOGUE.with_own(own_fields(fields))

    pages = first_page_is_whole(make(store, catalogue, chance.choice(PERIODS), options))

    text = "".join(pages)
    for n in range(count):
        assert "".join(numbered("Question", n, letters).split()) in text
        assert "".join(numbered("Medicine", n, letters).split()) in text


@pytest.mark.parametrize("paper", Paper)
def test_an_empty_diary_has_room_to_write(paper: Paper, store: Store):
    pdf = make(store, CATALOGUE, PERIODS[1], replace(Options(MADE), paper=paper))

    pages = first_page_is_whole(pdf)

    assert len(pages) == 2
    assert "Notesatthevisit" in pages[0]
