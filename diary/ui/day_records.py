"""Gathers what the session knows of one day, for the panel beside the calendar of the year."""

from __future__ import annotations

from datetime import date

from db.records import (
    Appointment,
    DosePeriod,
    Event,
    Measurement,
    Medicine,
    Patch,
    PatchCheck,
    Photo,
    Question,
    Sore,
    SoreDay,
)
from diary.logic.day_content import DayRecords
from diary.session import Session

OF_A_DAY: tuple[type[Event], ...] = (SoreDay, PatchCheck, Measurement, Photo, Appointment)
OF_ALL_DAYS: tuple[type[Event], ...] = (Sore, Patch, Medicine, DosePeriod, Question)


def day_records(session: Session, day: date) -> DayRecords:
    """All that is recorded of a day, with what is still being saved."""
    events: list[Event] = []
    for kind in OF_A_DAY:
        events += session.events(kind, day, day)
    for kind in OF_ALL_DAYS:
        events += session.events(kind)
    return DayRecords(
        day=day,
        readings=session.day_readings(day),
        note=session.note(day),
        attacks=session.read.attacks(day, day),
        events=events,
    )
