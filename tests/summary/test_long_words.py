"""Words without a space in them, longer than any line: all letters stay on the paper and apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from db.records import (
    Attack,
    CustomField,
    Note,
    Patch,
    PatchCheck,
    Photo,
    Put,
    Question,
    Reading,
    Record,
    Sore,
)
from db.store import Store
from diary.custom import own_fields
from diary.fields import CATALOGUE
from diary.summary import Options, Paper, make
from tests.pictures import kept
from tests.summary.conftest import Text
from tests.summary.examples import LAST, MADE, PERIOD
from tests.summary.test_hostile import everywhere
from tests.summary.test_pdf import ADDRESS, GIBBERISH, REPEATED, no_problems
from tests.turns import by_turns

MARGIN = 41.0
"""Points at either side of the sheet where nothing stands: 15 mm, and what a letter juts out."""
CELL = 12
"""Points: the side of the squares in which letters are compared."""
OVERLAP = 0.35
"""The share of a letter that an accent or a slanted neighbour may cover."""
DOT = 0.1
"""Points: what is smaller is a space."""
LONG = {
    "wide": "W" * 200,
    "address": "https://example.org/" + "a-long/path_of?words=and&" * 7 + "the.end",
    "chinese": "文" * 200,
    "thai": "ความเจ็บปวด" * 18,
    "narrow": "i" * 300,
    "dashes": "-" * 150 + "/" * 150 + "。" * 50,
}


class Letter(NamedTuple):
    """Where a letter stands."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.top - self.bottom)

    def shared(self, other: Letter) -> float:
        """How much of the smaller of two letters lies over the other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.top, other.top) - max(self.bottom, other.bottom)
        smaller = min(self.area, other.area)
        return max(0, wide) * max(0, tall) / smaller if smaller else 0


def letters(page: pypdfium2.PdfPage) -> list[Letter]:
    text = page.get_textpage()
    boxes = [Letter(*text.get_charbox(number)) for number in range(text.count_chars())]
    return [box for box in boxes if box.right - box.left > DOT and box.top - box.bottom > DOT]


def over_others(boxes: list[Letter]) -> Iterator[tuple[Letter, Letter]]:
    """Pairs of letters that lie over each other; looked for among near ones alone."""
    near = defaultdict(list)
    for box in boxes:
        for x in range(int(box.left // CELL), int(box.right // CELL) + 1):
            near[x, int((box.bottom + box.top) / 2 // CELL)].append(box)
    for those in near.values():
        for one, other in combinations(those, 2):
            if one != other and one.shared(other) > OVERLAP:  # both of a ligature have its box
                yield one, other


def fill_every_place(store: Store, text: str) -> Options:
    """The text wherever a patient writes, and options that print all of it."""
    noon = MADE - timedelta(days=3)
    sore = Sore(id="s", place="left_index", noticed=LAST, spot=text, note=text, recorded_at=MADE)
    patch = Patch(
        id="p", region="left_hand", shape="line", noticed=LAST, note=text, recorded_at=MADE
    )
    records: tuple[Record, ...] = (
        sore,
        replace(sore, id="t", place=text),
        patch,
        PatchCheck(patch="p", day=LAST, length_cm=3, recorded_at=MADE),
        Attack(
            id="a",
            started_at=noon,
            zone="Europe/London",
            recorded_at=noon,
            note=text,
            triggers=(text,),
        ),
        *(
            Question(id=f"q{n}", text=text, answer=text, written=LAST, rank=n, recorded_at=MADE)
            for n in range(4)
        ),
        Reading(LAST, "own.x", "1", MADE),
    )
    photo = Photo(
        id="f",
        day=LAST,
        about="sore",
        about_id="t",
        width=64,
        height=48,
        caption=text,
        recorded_at=MADE,
    )
    store.write([Put(each) for each in records])
    store.write([Put(photo)], [("f", kept())])
    return Options(MADE, appendix=True, photos=("f",))


@pytest.mark.parametrize(("name", "paper"), by_turns(list(LONG), list(Paper)))
def test_every_letter_stands_on_the_paper_and_over_no_other(
    name: str, paper: Paper, store: Store, tmp_path: Path
):
    text = LONG[name]
    everywhere(store, text)
    options = replace(fill_every_place(store, text), paper=paper)
    catalogue = CATALOGUE.with_own(own_fields(store.events(CustomField)))

    pdf = make(store, catalogue, PERIOD, options)

    assert no_problems(pdf, tmp_path, but={REPEATED, GIBBERISH, ADDRESS}) == []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            found = letters(page)
            wide = page.get_width()
            outside = [box for box in found if box.left < MARGIN or box.right > wide - MARGIN]
            assert (number, outside) == (number, [])
            assert (number, list(over_others(found))) == (number, [])


def test_what_is_copied_is_the_patients_word_alone(store: Store, text_of: Text):
    store.write([Put(Note(LAST, LONG["wide"], MADE))])

    pages = text_of(make(store, CATALOGUE, PERIOD, Options(MADE, appendix=True)))

    assert "".join(pages[2].split()).count(LONG["wide"]) == 1
