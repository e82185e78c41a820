"""Medicines, sores, blood pressure and weight of page 1, from the JSON export alone.

Part of `recompute`; standard library only.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from statistics import median

from tests.independent.rules import Entry, Export, Period
from tests.independent.written import day, number

ONE = timedelta(days=1)
FINGERS = {
    "right_thumb": "Right thumb",
    "right_index": "Right index finger",
    "right_middle": "Right middle finger",
    "left_index": "Left index finger",
    "left_middle": "Left middle finger",
}
Rows = dict[str, list[str]]


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# Medicines.


def medicines(export: Export, days: Period) -> Rows:
    """What is taken on the last day and not for the last time; what began, changed or stopped."""
    now, changed = [], []
    for medicine in export["medicines"]:
        doses = [d for d in export["dose_periods"] if d["medicine"] == medicine["id"]]
        doses.sort(key=lambda dose: dose["first"] or "")
        name = medicine["name"]
        now += [f"{name} {_dose(each)}" for each in doses if _goes_on(each, days[-1])]
        changed += [(when, f"{name}: {said}") for when, said in _changes(doses) if when in days]
    return {
        f"Taken now ({len(now)})": sorted(now),
        "Changed in this period": [f"{day(when)} {said}" for when, said in sorted(changed)]
        or ["No change recorded."],
    }


def _dose(dose: Entry) -> str:
    return ", ".join(filter(None, (dose["dose"], dose["how_often"])))


def _goes_on(dose: Entry, when: date) -> bool:
    first, last = _date(dose["first"]), _date(dose["last"])
    return (first is None or first <= when) and (last is None or last > when)


def _changes(doses: list[Entry]) -> list[tuple[date, str]]:
    """A dose that follows without a day between is a change; otherwise a stop and a start."""
    found = []
    for place, dose in enumerate(doses):
        first, last = _date(dose["first"]), _date(dose["last"])
        earlier = doses[place - 1] if place else None
        if first and earlier and _touch(earlier, dose):
            same = earlier["how_often"] == dose["how_often"]
            found.append((first, f"{earlier['dose'] if same else _dose(earlier)} → {_dose(dose)}"))
        elif first:
            found.append((first, f"started {_dose(dose)}"))
        later = doses[place + 1] if place + 1 < len(doses) else None
        if last and not (later and _touch(dose, later)):
            why = f" ({dose['why_stopped']})" if dose["why_stopped"] else ""
            found.append((last, f"stopped{why}"))
    return found


def _touch(one: Entry, following: Entry) -> bool:
    last, first = _date(one["last"]), _date(following["first"])
    return last is None or first is None or first <= last + ONE


# Sores, blood pressure and weight.


def watched(export: Export, days: Period) -> Rows:
    """Sores new, open and healed; blood pressure; weight and its change."""
    return {
        "Sores": _sores(export["sores"], days),
        "Blood pressure mmHg": _pressure(_measured(export, "blood_pressure", days)),
        "Weight kg": _weight(_measured(export, "weight", days)),
    }


def _sores(sores: list[Entry], days: Period) -> list[str]:
    noticed = {each["id"]: date.fromisoformat(each["noticed"]) for each in sores}
    new = sum(when in days for when in noticed.values())
    healed = sum(_date(each["healed"]) in days for each in sores)
    still = [
        each
        for each in sorted(sores, key=lambda each: each["noticed"])
        if noticed[each["id"]] <= days[-1]
        and (each["healed"] is None or date.fromisoformat(each["healed"]) > days[-1])
    ]
    if not (new or healed or still):
        return ["nothing recorded"]
    lines = [
        f"open {FINGERS.get(each['place'], each['place'])} since {day(noticed[each['id']])}"
        for each in still
    ]
    return [f"{new} new, {len(still)} open, {healed} healed", *lines]


def _measured(export: Export, measure: str, days: Period) -> list[Entry]:
    found = [each for each in export["measurements"] if each["measure"] == measure]
    inside = [each for each in found if date.fromisoformat(each["day"]) in days]
    return sorted(inside, key=lambda each: (each["day"], each["measured_at"]))


def _when(entry: Entry) -> str:
    return day(date.fromisoformat(entry["day"]))


def _pressure(found: list[Entry]) -> list[str]:
    if not found:
        return ["nothing recorded"]
    upper = [Fraction(each["value"]) for each in found]
    lower = [Fraction(each["diastolic"]) for each in found]
    measured = len({each["day"] for each in found})
    ends = [f"{number(min(each), 0)}–{number(max(each), 0)}" for each in (upper, lower)]
    middle = [
        f"median {number(median(upper), 0)}/{number(median(lower), 0)}",
        f"range upper {ends[0]}, lower {ends[1]}",
    ]
    return [
        f"on {measured} {'day' if measured == 1 else 'days'}",
        *(middle if len(found) > 1 else []),
        f"last {number(upper[-1], 0)}/{number(lower[-1], 0)} {_when(found[-1])}",
    ]


def _weight(found: list[Entry]) -> list[str]:
    if not found:
        return ["nothing recorded"]
    first, last = (Fraction(str(each["value"])) for each in (found[0], found[-1]))
    ending = f"last {number(last)} {_when(found[-1])}"
    if len(found) == 1:
        return [ending]
    shown = number(100 * abs(last - first) / first)
    sign = "" if shown == "0" else "−" if last < first else "+"
    return [f"changed by {sign}{shown} %", f"first {number(first)} {_when(found[0])}", ending]
