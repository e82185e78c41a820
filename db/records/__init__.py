"""The frozen records that every part of the program speaks in.

A **day** is a local calendar date. An instant is an aware `datetime` with a *fixed* UTC offset
(never a zone with clock changes), so that comparing and subtracting are exact; the zone's name
is kept beside it where it matters. A missing record means *not recorded*; the value 0 means
*none*.
"""

from __future__ import annotations

from db.records.attack import Attack
from db.records.day import (
    LATE_AFTER,
    LATEST_START,
    DayCount,
    Note,
    Profile,
    Reading,
    Value,
    is_late,
)
from db.records.edits import (
    Deletion,
    Edit,
    Everything,
    Key,
    Put,
    Record,
    Remove,
    Wish,
    days_of,
    has_two_keys,
    key_of,
)
from db.records.events import (
    EVENTS,
    Appointment,
    CustomField,
    DosePeriod,
    Event,
    Measurement,
    Medicine,
    Patch,
    PatchCheck,
    Photo,
    Preference,
    Question,
    Sore,
    SoreDay,
    in_order,
    order_of,
)

__all__ = [
    "EVENTS", "LATEST_START", "LATE_AFTER",
    "Appointment", "Attack", "CustomField", "DayCount", "Deletion", "DosePeriod", "Edit", "Event",
    "Everything", "Key", "Measurement", "Medicine", "Note", "Patch", "PatchCheck", "Photo",
    "Preference", "Profile", "Put", "Question", "Reading", "Record", "Remove", "Sore", "SoreDay",
    "Value", "Wish", "days_of", "has_two_keys", "in_order", "is_late", "key_of",
    "order_of",
]  # fmt: skip
