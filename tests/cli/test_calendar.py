"""The calendar for a phone, and the patient's day, as commands."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from db.folder import open_diary
from db.records import Appointment, Preference, Put
from diary.clock import SystemClock
from diary.logic.periods import Period
from diary.settings import REMINDER, Settings
from tests.cli.shared import Run

VISIT = "01890000-0000-7000-8000-00000000000{number}"


@pytest.fixture
def with_visits(folder: Path) -> Path:
    today = SystemClock().now().date()
    store = open_diary(folder)
    for number, days in enumerate((-2, 30)):
        visit = Appointment(
            id=VISIT.format(number=number),
            day=today + timedelta(days=days),
            time="09:30",
            who="Dr Müller",
            recorded_at=datetime(2026, 11, 22, tzinfo=UTC),
        )
        store.write([Put(visit)])
    store.close()
    return folder


@pytest.mark.usefixtures("with_visits")
def test_the_coming_visits_are_written_without_names(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    code, said, _err = run("calendar", "--output", out)

    assert code == 0
    assert said == "Written: 1 visit.\nThere is no reminder: none is set in the settings.\n"
    (event,) = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert event["summary"] == "Appointment"


@pytest.mark.usefixtures("with_visits")
def test_names_and_the_reminder_are_written_where_they_are_wanted(run: Run, tmp_path: Path) -> None:
    out, profile = tmp_path / "out.ics", tmp_path / "profile"
    profile.mkdir()
    Settings(profile / "settings.ini").set(REMINDER, "20:15")

    assert run("calendar", "--output", out, "--names")[0] == 0

    evening, visit = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert evening.decoded("dtstart").strftime("%H:%M") == "20:15"
    assert visit["summary"] == "Appointment: Dr Müller"


def test_without_a_diary_there_is_a_sentence(run: Run, tmp_path: Path) -> None:
    code, _out, err = run("calendar", "--output", tmp_path / "out.ics")
    assert code == 1
    assert err.count("\n") == 1
    assert not (tmp_path / "out.ics").exists()


@pytest.mark.usefixtures("filled")
def test_the_summary_of_a_night_ends_with_the_evening_before(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_diary(folder)
    store.write([Put(Preference("day.start", '"04:00"'))])
    store.close()
    night = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    monkeypatch.setattr(SystemClock, "now", lambda _clock: night)
    made: list[date] = []

    def make(_reader: object, _catalogue: object, period: Period, *_more: object) -> bytes:
        made.append(period.last)
        return b"%PDF"

    monkeypatch.setattr("diary.summary.make", make)

    assert run("summary", "--output", tmp_path / "out.pdf")[0] == 0
    assert made == [date(2026, 11, 21)]
