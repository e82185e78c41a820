"""Medicines as lanes of bars, and the days of visits and changes."""

from __future__ import annotations

from datetime import UTC, date, datetime

from db.records import Appointment, DosePeriod, Medicine
from diary.charts.care import CareMarks, care_marks
from diary.logic.medicines import courses

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
FIRST, LAST = date(2026, 10, 1), date(2026, 11, 22)


def marks(*doses: tuple[str, str, date | None, date | None], visits: tuple[date, ...] = ()):
    names = dict.fromkeys(name for name, *_rest in doses)
    medicines = [Medicine(id=name, name=name, recorded_at=AT) for name in names]
    periods = [
        DosePeriod(id=str(n), medicine=name, dose=dose, first=first, last=last, recorded_at=AT)
        for n, (name, dose, first, last) in enumerate(doses)
    ]
    appointments = [Appointment(id=str(day), day=day, who="Dr A", recorded_at=AT) for day in visits]
    return care_marks(courses(medicines, periods), appointments, FIRST, LAST)


def test_a_lane_is_cut_to_the_days_shown_and_says_that_it_goes_on():
    (lane,) = marks(("Aspirin", "75 mg", date(2020, 1, 1), None)).lanes

    (span,) = lane.spans
    assert (span.first, span.last) == (FIRST, LAST)
    assert span.open_start
    assert span.open_end
    assert lane.words == "Aspirin: 75 mg since 1 Jan 2020"


def test_a_change_of_dose_is_two_spans_and_a_line():
    found = marks(
        ("Aspirin", "75 mg", None, None),
        ("Nifedipine", "10 mg", None, date(2026, 10, 31)),
        ("Nifedipine", "20 mg", date(2026, 11, 1), None),
    )

    assert [lane.name for lane in found.lanes] == ["Nifedipine", "Aspirin"]
    assert [span.words for span in found.lanes[0].spans] == ["10 mg", "20 mg"]
    assert found.changes == ((date(2026, 11, 1), "Nifedipine: 10 mg → 20 mg"),)


def test_what_lies_outside_is_not_shown():
    found = marks(
        ("Old", "1", None, date(2026, 9, 30)), visits=(date(2026, 9, 30), date(2026, 12, 1))
    )

    assert found == CareMarks()


def test_visits_are_marked_in_order():
    found = marks(visits=(LAST, FIRST))

    assert found.visits == ((FIRST, "visit: Dr A"), (LAST, "visit: Dr A"))
