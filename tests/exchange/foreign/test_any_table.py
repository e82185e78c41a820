"""Whatever a file holds: it is read or refused with a sentence, and no value is invented."""

from __future__ import annotations

import re
import tempfile
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from diary.exchange.content import BadFileError
from diary.exchange.foreign.draft import Draft, opened
from diary.exchange.foreign.table import Layout
from diary.fields import CATALOGUE
from tests.exchange.foreign.tables import LONG_APP, NOW, read

CELLS = st.sampled_from(
    ["", "0", "4", "10", "7,5", "7.5", "1,234", "-", "n/a", "mild", "yes", "03/04/2026", "Pain",
     "2026-01-05", "25/12/2025", "2026-01-05T23:30:00Z", "9/9/99", '"', "Heartburn", "a\nb", "😀",
     "31/12/9999", "01/01/0001", "99999999999", "٣", "½", "1e5", "NaN"]
)  # fmt: skip
PLAIN = re.compile("[0-9]+([.,][0-9]+)?")
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=8)


def tried(data: bytes, layout: Layout | None = None) -> Draft | None:
    """The file as the window would open it; None where it is refused with a sentence."""
    with tempfile.TemporaryDirectory() as folder, suppress(BadFileError):
        file = Path(folder) / "x.csv"
        file.write_bytes(data)
        draft = opened(file, CATALOGUE, {})
        draft = draft if draft.table else draft.coded("cp1252")
        return draft.laid_out(layout) if layout else draft
    return None


@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf\xff")
@example(b"\x81\x8d")
@settings(deadline=None)
def test_any_bytes_are_a_table_or_refused(data):
    tried(data)


@given(st.text(max_size=300), st.sampled_from(",;\t|"), st.integers(0, 5), st.booleans())
@settings(deadline=None)
def test_any_text_with_any_layout_is_a_table_or_refused(text, separator, header, grouped):
    tried(text.encode(errors="replace"), Layout(separator, header, grouped))


@given(TABLES, st.sampled_from(",;\t"))
@settings(deadline=None, max_examples=200)
def test_every_value_stands_in_the_file_and_every_day_has_come(rows, separator):
    header = ["Date", "Pain", "Heartburn", "Palpitations", "Notes"]
    lines = [separator.join(row) for row in [header, *rows]]
    draft = tried("\n".join(lines).encode())
    if draft is None or draft.columns_problem():
        return
    answered = replace(
        draft, order=draft.order or draft.survey.days.options[0],
        sign=draft.sign or draft.survey.signs.options[0],
    )  # fmt: skip
    content = read(answered)
    said = {text for facts in draft.survey.things.values() for text in facts.numbers | facts.words}
    whole = {Decimal(text.replace(",", ".")) for text in said if PLAIN.fullmatch(text)}
    for reading in content.readings:
        assert reading.day <= NOW.date()
        in_file = any(abs(Decimal(str(reading.value)) - one) <= Decimal("0.5") for one in whole)
        assert in_file or reading.field == "organs.palpitations"


@given(st.integers(0, len(LONG_APP.encode())), st.binary(max_size=3))
@settings(deadline=None, max_examples=60)
def test_a_broken_export_is_read_or_refused(place, noise):
    data = LONG_APP.encode()
    draft = tried(data[:place] + noise + data[place + len(noise) :])
    if draft and not draft.columns_problem() and draft.order and draft.sign:
        read(draft)
