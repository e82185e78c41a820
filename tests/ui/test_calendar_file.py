"""The visits for a phone, from the page of visits."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from icalendar import Calendar
from pytestqt.qtbot import QtBot

from db.records import Appointment
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.widgets.visit_panel import VisitPanel
from tests.ui.conftest import Wait


def test_the_visits_are_saved_without_names_from_their_page(
    session: Session, theme: Theme, save: Wait, qtbot: QtBot, tmp_path: Path
) -> None:
    visit = Appointment(
        id="01890000-0000-7000-8000-000000000001",
        day=session.today() + timedelta(days=9),
        who="Dr Müller",
        recorded_at=session.clock.now(),
    )
    save(lambda: session.put(visit))
    panel = VisitPanel(session, theme)
    qtbot.addWidget(panel)
    panel.calendar.ask_file = lambda name: str(tmp_path / name)

    with qtbot.waitSignal(panel.announced) as said:
        panel.calendar_button.click()

    assert said.args == [f"Saved as {tmp_path / 'diary.ics'}."]
    (event,) = Calendar.from_ical((tmp_path / "diary.ics").read_bytes()).walk("VEVENT")
    assert event["summary"] == "Appointment"
    assert event.decoded("dtstart") == visit.day
