"""Which records belong to which: a day of a sore to its sore, a photo to what it shows."""

from __future__ import annotations

from db.records import (
    Attack,
    DosePeriod,
    Key,
    Medicine,
    Patch,
    PatchCheck,
    Photo,
    Record,
    Sore,
    SoreDay,
)

PICTURED: dict[str, type] = {"sore": Sore, "patch": Patch, "attack": Attack}
"""What a photo can be about, besides a day."""


def parent_of(record: Record) -> Key | None:
    """The key of what a record belongs to; None where it stands alone."""
    match record:
        case SoreDay():
            return Sore, record.sore, ""
        case PatchCheck():
            return Patch, record.patch, ""
        case DosePeriod():
            return Medicine, record.medicine, ""
        case Photo() if record.about in PICTURED:
            return PICTURED[record.about], record.about_id, ""
    return None
