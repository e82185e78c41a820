"""How records are counted and named in the sentences of export and import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from db.records import Attack, Note, Profile, Reading, Record, days_of
from diary.exchange.shapes import BY_KIND, IN_ZIP
from diary.field import Catalogue
from diary.i18n import _, format_day, format_list, format_time, ngettext


def counted(records: Iterable[Record]) -> str:
    """Such as “12 readings, 1 note and 3 attacks”; “nothing” where there are none."""
    parts = counts(records)
    return format_list(parts) if parts else _("nothing")


def counts(records: Iterable[Record]) -> list[str]:
    """How many there are of each kind, such as “12 readings”."""
    numbers = Counter(map(type, records))
    parts = []
    if n := numbers[Reading]:
        parts.append(ngettext("{n} reading", "{n} readings", n))
    if n := numbers[Note]:
        parts.append(ngettext("{n} note", "{n} notes", n))
    if n := numbers[Attack]:
        parts.append(ngettext("{n} attack", "{n} attacks", n))
    parts += [shape.counted(n) for shape in IN_ZIP if (n := numbers[shape.kind])]
    if numbers[Profile]:
        parts.append(_("the name and other particulars"))
    return parts


def where(record: Record, catalogue: Catalogue) -> str:
    """Which entry it is, without what it says; `catalogue` has the patient's own fields too."""
    match record:
        case Reading():
            label = catalogue[record.field].label if record.field in catalogue else record.field
            return _("{day}: {field}").format(day=format_day(record.day), field=label)
        case Note():
            return _("{day}: the note").format(day=format_day(record.day))
        case Attack():
            return _("{day}: the attack at {time}").format(
                day=format_day(record.started_at.date()), time=format_time(record.started_at)
            )
        case Profile():
            return _("The name and other particulars")
    what = BY_KIND[type(record)].counted(1)
    days = days_of(record)
    return _("{day}: {what}").format(day=format_day(days[0]), what=what) if days else what
