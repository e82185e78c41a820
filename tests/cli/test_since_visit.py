"""`summary --since-visit` begins on the day of the last visit, or says that there is none."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2
import pytest

from db.folder import open_diary
from db.records import Appointment, Put
from tests.cli.shared import Run


@pytest.fixture
def visits(folder: Path) -> None:
    store = open_diary(folder)
    at = datetime(2026, 1, 1, tzinfo=UTC)
    for day in (date(2026, 2, 3), date(2026, 4, 5)):
        store.write([Put(Appointment(id=str(day), day=day, recorded_at=at))])
    store.close()


@pytest.mark.usefixtures("visits")
def test_it_begins_on_the_day_of_the_visit_before_the_last_day(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "summary.pdf"

    code, _out, err = run("summary", "--output", str(file), "--since-visit", "--to", "2026-04-05")

    assert (code, err) == (0, "")
    document = pypdfium2.PdfDocument(file)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "3 Feb" in text
    assert "62 days since the visit" in text


@pytest.mark.usefixtures("visits")
def test_without_a_visit_before_it_is_said(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "summary.pdf"

    code, out, err = run("summary", "--output", str(file), "--since-visit", "--to", "2026-02-03")

    assert (code, out) == (1, "")
    assert "No visit before" in err
    assert err.count("\n") == 1
    assert not file.exists()
