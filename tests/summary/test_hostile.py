"""Words of the patient stay words: nothing of them is run, read, fetched or drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from db.records import (
    Appointment,
    CustomField,
    DosePeriod,
    Medicine,
    Note,
    Profile,
    Put,
    Question,
    Reading,
)
from db.store import Store
from diary.custom import own_fields
from diary.fields import CATALOGUE
from diary.summary import make
from tests.summary.conftest import Text
from tests.summary.examples import LAST, MADE, PERIOD
from tests.summary.test_pdf import APPENDIX

HOSTILE = (
    '#eval("1+1")', '#read("/etc/passwd")', '#image("/etc/passwd")', '#include "base.typ"',
    "#sys.inputs.content", "$ integral $", "\\u{41}", "] #panic() [", "```typ #panic() ```",
    '#plugin("x.wasm")', '</svg><image href="file:///etc/passwd"/>', "{page}", '"}, "head": {',
    "#let ink = red", "@preview/x:1.0", "// cut /* off */",
)  # fmt: skip


def everywhere(store: Store, text: str) -> CustomField:
    """The text in every place that takes words."""
    field = CustomField(
        key="own.x", name=text, kind="choice", choices=(text, f"{text} 2"), recorded_at=MADE
    )
    number = replace(field, key="own.y", kind="count", choices=(), unit=text[:10], maximum=9)
    dose = DosePeriod(
        id="d", medicine="m", dose=text, how_often=text, first=LAST - timedelta(days=3),
        why_stopped=text, side_effects=text, recorded_at=MADE,
    )  # fmt: skip
    visit = Appointment(
        id="a", day=LAST + timedelta(days=5), who=text, place=text, agreed=text, recorded_at=MADE
    )
    records = (
        Profile(text, None, text), Note(LAST, text, MADE), field, number, dose, visit,
        Medicine(id="m", name=text, note=text, recorded_at=MADE),
        Question(id="q", text=text, written=LAST, recorded_at=MADE),
        Reading(LAST, "own.y", 3, MADE),
    )  # fmt: skip
    store.write([Put(record) for record in records])
    return number


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_printed_letter_by_letter(text: str, store: Store, text_of: Text):
    field = everywhere(store, text)
    catalogue = CATALOGUE.with_own(own_fields([field]))

    pages = text_of(make(store, catalogue, PERIOD, APPENDIX))

    bare = "".join(text.split())
    assert bare in "".join(pages[0].split())
    assert "".join("".join(pages).split()).count(bare) >= 8
    assert "root:" not in "".join(pages)
