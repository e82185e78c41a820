"""The article beside a page gives the keyboard back, also where its place is gone meanwhile."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from db.records import Measurement
from diary.session import Session
from diary.ui.explaining import explain_here
from diary.ui.main_window import MainWindow
from diary.ui.widgets.measurement_entry import MeasurementEntry
from tests.ui.conftest import Wait


def test_closing_the_article_over_what_was_deleted_goes_to_the_page(
    window: MainWindow, session: Session, save: Wait, qtbot: QtBot
) -> None:
    page = window.today_page()
    page.make_day_cards()
    now = session.clock.now()
    weight = Measurement(
        id="w",
        measure="weight",
        day=session.today(),
        measured_at=now,
        zone=session.clock.zone(),
        value=70,
        recorded_at=now,
    )
    save(lambda: session.put(weight))
    (entry,) = page.findChildren(MeasurementEntry)
    entry.delete_button.setFocus()
    explain_here(window)
    save(entry.delete_button.click)
    qtbot.waitUntil(lambda: not page.findChildren(MeasurementEntry))

    window.side.close_panel()

    focused = window.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)
