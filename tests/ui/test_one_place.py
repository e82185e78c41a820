"""A field is added in one place, the catalogue, and is then everywhere (its article part aside)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Everything, Put, Reading
from db.store import Store
from diary.article import section_of
from diary.exchange.importing import read_file
from diary.exchange.json_out import write_json
from diary.field import Catalogue, Field, Group, Kind
from diary.fields import CATALOGUE
from diary.i18n import N_
from diary.logic.periods import Period
from diary.session import Session
from diary.summary import Options, make
from diary.ui.pages.today import TodayPage
from diary.ui.pages.trends import TrendsPage
from diary.ui.theme import Theme
from tests.conftest import FakeClock
from tests.exchange.diaries import add
from tests.ui.trend_kit import choose_view, days, table

DAY = date(2026, 11, 22)
HUM = Field(
    key="skin.hum",
    group=Group.SKIN,
    kind=Kind.SCALE10,
    label=N_("Humming of the skin"),
    question=N_("How much did your skin hum?"),
    low=N_("silent"),
    high=N_("deafening"),
    section="skin",
    rank=999,
)
WIDER = Catalogue([*CATALOGUE, HUM])


@pytest.fixture
def recorded(store: Store, clock: FakeClock) -> Store:
    store.write(
        Put(Reading(date(2026, 11, day), HUM.key, day % 11, clock.now())) for day in range(1, 23)
    )
    return store


@pytest.fixture
def wider(recorded: Store, clock: FakeClock, qapp: QApplication) -> Iterator[Session]:
    assert qapp is not None
    session = Session(recorded, WIDER, clock)
    yield session
    session.close()


def test_it_is_on_today_and_can_be_recorded(wider: Session, theme: Theme, qtbot: QtBot) -> None:
    page = TodayPage(wider, theme)
    qtbot.addWidget(page)
    assert any(row.field is HUM for card in page.column.cards for row in card.rows)
    with qtbot.waitSignal(wider.saved):
        wider.record(DAY, HUM.key, 7)


def test_it_is_in_trends_as_chart_and_table(wider: Session, theme: Theme, qtbot: QtBot) -> None:
    page = TrendsPage(wider, theme)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.drawn, timeout=30_000):
        page.show()
    assert HUM in days(page).fields[Group.SKIN]
    choose_view(page, "table", qtbot)
    model = table(page).numbers.model
    headings = [
        str(model.headerData(i, Qt.Orientation.Horizontal)) for i in range(model.columnCount())
    ]
    assert "Humming of the skin" in headings
    page.close()


def test_its_article_section_is_found() -> None:
    assert section_of(HUM).title == "Skin"


def test_it_is_exported_and_imported(recorded: Store, clock: FakeClock, tmp_path, folder) -> None:
    target = tmp_path / "out.json"
    stream = io.BytesIO()
    write_json(recorded.everything(), stream, clock.now())
    target.write_bytes(stream.getvalue())
    assert HUM.key in {row["field"] for row in json.loads(target.read_text())["readings"]}

    parsed = read_file(target, WIDER, clock.now())
    assert not parsed.refusals
    report = add(recorded, parsed)
    assert report.added == 0


def test_it_is_in_the_summary(recorded: Store, clock: FakeClock) -> None:
    pdf = make(recorded, WIDER, Period(date(2026, 11, 1), DAY), Options(made=clock.now()))
    with pypdfium2.PdfDocument(pdf) as document:
        first = document[0].get_textpage().get_text_range()
    assert "Humming of the skin" in first


def test_without_it_in_the_catalogue_it_is_refused(clock: FakeClock, tmp_path) -> None:
    stream = io.BytesIO()
    reading = Reading(DAY, HUM.key, 3, clock.now())
    write_json(Everything(readings=(reading,)), stream, clock.now())
    file = tmp_path / "in.json"
    file.write_bytes(stream.getvalue())
    assert read_file(file, CATALOGUE, clock.now()).refusals
