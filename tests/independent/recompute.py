"""Works out every figure of page 1 of a summary a second time, from a JSON export alone.

Standard library only; nothing of the program is used. By hand:

    python3 -m tests.independent.recompute EXPORT.json 2026-08-22 2026-11-21
"""

from __future__ import annotations

import json
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path
from statistics import median

from tests.independent import rules, written
from tests.independent.rules import Entry, Export, Figures, Period
from tests.independent.watched import medicines, watched
from tests.independent.written import ABSENT, length, number, of

Rows = dict[str, list[str]]
Page = dict[str, Rows]

COUNT, MINUTES, IMPACT, TOTAL = (
    "raynaud.attack_count",
    "raynaud.total_minutes",
    "raynaud.impact",
    "skin.check_total",
)

# Label as printed, field, kind, least difference of the means, asked each day, week or month.
FIELDS = (
    ("Raynaud’s attacks a day", COUNT, "count", "1", "day"),
    ("Total time of attacks a day", MINUTES, "minutes", "1", "day"),
    ("Difficulty caused by Raynaud’s", IMPACT, "scale", "1.4", "day"),
    ("Coldest outdoors °C", "raynaud.outdoor_low", "measure", "1", "day"),
    ("Tiredness", "general.fatigue", "scale", "1", "day"),
    ("Difficulty using the hands", "general.hands", "scale", "1", "day"),
    ("Pain", "general.pain", "scale", "1", "day"),
    ("The day as a whole", "general.overall", "scale", "1", "day"),
    ("Heartburn", "digestion.heartburn", "scale", "1", "day"),
    ("Difficulty swallowing", "digestion.swallowing", "scale", "1", "day"),
    ("Feeling sick", "digestion.nausea", "scale", "1", "day"),
    ("Bloating", "digestion.bloating", "scale", "1", "day"),
    ("Cramps", "digestion.cramps", "scale", "1", "day"),
    ("Constipation", "digestion.constipation", "scale", "1", "day"),
    ("Diarrhoea", "digestion.diarrhoea", "scale", "1", "day"),
    ("Bowel motions a day", "digestion.motions", "count", "1", "day"),
    ("Breathlessness", "organs.breathlessness", "scale", "1", "day"),
    ("Skin tightness", "skin.tightness", "scale", "1", "day"),
    ("Movement held back by tight skin", "skin.movement", "scale", "1", "day"),
    ("Itch", "skin.itch", "scale", "1", "day"),
    ("Gap to the palm, right cm", "skin.palm_gap_right", "measure", "1", "month"),
    ("Gap to the palm, left cm", "skin.palm_gap_left", "measure", "1", "month"),
    ("Hard lumps under the skin", "skin.lumps", "count", "1", "week"),
    ("A lump broke through yes", "skin.lump_opened", "yes_no", "1", "week"),
    ("Skin check total of 24", TOTAL, "measure", "3", "month"),
)
SHORT = {"day": "", "week": " wk", "month": " mo"}

DIGESTION = (
    ("Heartburn", ("digestion.heartburn",)),
    ("Difficulty swallowing", ("digestion.swallowing",)),
    ("either of these", ("digestion.heartburn", "digestion.swallowing")),
    ("Bloating", ("digestion.bloating",)),
    ("Cramps", ("digestion.cramps",)),
    ("Constipation", ("digestion.constipation",)),
    ("Diarrhoea", ("digestion.diarrhoea",)),
    ("Bowels, any sign", ("digestion.cramps", "digestion.constipation", "digestion.diarrhoea")),
    ("Feeling sick", ("digestion.nausea",)),
)


def page_1(export: Export, first: date, last: date) -> Page:
    """The figures of each section, by the words beside them, in the order of reading."""
    days = rules.period(first, last)
    return {
        "head": head(days),
        "coverage": coverage(export, days),
        "changes": changes(export, days),
        "raynaud": raynaud(export, days),
        "digestion": digestion(export, days),
        "medicines": medicines(export, days),
        "watched": watched(export, days),
    }


def head(days: Period) -> Rows:
    """The period and the one before."""
    earlier = rules.before(days)
    return {
        written.days(days[0], days[-1]): [],
        f"{len(days)} days, compared with": [written.days(earlier[0], earlier[-1])],
    }


def coverage(export: Export, days: Period) -> Rows:
    """The days with any entry, those with a late one, and the longest stretch without."""
    dated = [
        (each, date.fromisoformat(each["day"]))
        for part in ("readings", "notes", "measurements", "sore_days")
        for each in export[part]
    ] + [(each, rules.day_of(each)) for each in export["attacks"]]
    inside = [(each, day) for each, day in dated if day in days]
    recorded = {day for _each, day in inside}
    late = {day for each, day in inside if rules.is_late(day, each["recorded_at"])}
    return {
        f"{of(len(recorded), len(days))} days recorded": [],
        f"{len(late)} with late entries": [],
        _longest_gap(days, recorded): [],
    }


def _longest_gap(days: Period, recorded: set[date]) -> str:
    runs: list[Period] = [[]]
    for day in days:
        if day in recorded:
            runs.append([])
        else:
            runs[-1].append(day)
    longest = max(reversed(runs), key=len)
    if not longest:
        return "none longest gap"
    unit = "day" if len(longest) == 1 else "days"
    named = written.days(longest[0], longest[-1], year=False)
    return f"{len(longest)} {unit} longest gap: {named}"


def _values(export: Export, field: str) -> dict[date, Fraction]:
    if field in {COUNT, MINUTES}:
        return rules.by_the_rule(export, field)
    return rules.skin_check_total(export) if field == TOTAL else rules.values(export, field)


def changes(export: Export, days: Period) -> Rows:
    """The table of changes: those of its fields of which anything was recorded."""
    rows = {}
    for label, field, kind, own, every in FIELDS:
        found = _values(export, field)
        now, then = (rules.figures(found, each, every) for each in (days, rules.before(days)))
        if now or then:
            said = rules.verdict(now, then, kind=kind, own=own, every=every)
            rows[label] = [
                _middle(now, kind),
                _middle(then, kind),
                said,
                *_by(now, then, said, kind),
                *_worst(now, kind),
                *(f"{f.recorded if f else 0}{SHORT[every]}" for f in (now, then)),
            ]
    return _said_once(rows)


def _said_once(rows: Rows) -> Rows:
    """Where every row has too few days, that stands beside the heading and a dash in each row."""
    if len(rows) < 2 or any(row[2] != rules.TOO_FEW for row in rows.values()):
        return rows
    return {label: [*row[:2], ABSENT, *row[3:]] for label, row in rows.items()}


def _amount(value: Fraction, kind: str) -> str:
    return length(value) if kind == "minutes" else number(value)


def _middle(found: Figures | None, kind: str) -> str:
    if found is None:
        return ABSENT
    return of(found.present, found.entries) if kind == "yes_no" else _amount(found.median, kind)


def _by(now: Figures | None, then: Figures | None, said: str, kind: str) -> list[str]:
    if now is None or then is None or kind == "yes_no" or said not in {rules.HIGHER, rules.LOWER}:
        return []
    difference = now.mean - then.mean
    return [("+" if difference > 0 else "−") + _amount(abs(difference), kind)]


def _worst(now: Figures | None, kind: str) -> list[str]:
    if now is None or kind == "yes_no":
        return [ABSENT]
    return [_amount(now.highest, kind), written.day(now.highest_on)]


def raynaud(export: Export, days: Period) -> Rows:
    """This period, the last 14 days and the 14 before, and how these two compare."""
    last = rules.fortnight(days)
    three = (days, last, rules.before(last))
    counts = [rules.figures(rules.by_the_rule(export, COUNT), each) for each in three]
    impacts = [rules.figures(rules.values(export, IMPACT), each) for each in three]
    return {
        "Attacks a day: mean (range)": [
            *(_mean_and_range(each) for each in counts),
            rules.verdict(*counts[1:], kind="count"),
        ],
        "Difficulty caused: mean": [
            *(number(each.mean) if each else ABSENT for each in impacts),
            rules.verdict(*impacts[1:], kind="scale", own="1.4"),
        ],
        "Length of an attack: median": [_median_length(export, each) for each in three],
        "Time in attacks, all together": [_total_time(export, each) for each in three],
        "Worst pain in an attack, on": [_worst_pain(export, each) for each in three],
        "Cold or discoloured most of the day": [_most_days(export, each) for each in three],
        "Attacks recorded at the time": [_at_the_time(export, each) for each in three],
        "Days with attacks known": [
            of(found.recorded if found else 0, len(each))
            for found, each in zip(counts, three, strict=True)
        ],
    }


def _mean_and_range(found: Figures | None) -> str:
    if found is None:
        return ABSENT
    ends = sorted({found.lowest, found.highest})
    return f"{number(found.mean)} ({'–'.join(number(end) for end in ends)})"


def _median_length(export: Export, days: Period) -> str:
    known = [a["minutes"] for a in rules.attacks_on(export, days) if a["minutes"] is not None]
    return length(Fraction(median(known))) if known else ABSENT


def _total_time(export: Export, days: Period) -> str:
    known = [v for day, v in rules.by_the_rule(export, MINUTES).items() if day in days]
    return length(sum(known, Fraction())) if known else ABSENT


def _worst_pain(export: Export, days: Period) -> str:
    pains = [
        (attack["pain"], rules.day_of(attack))
        for attack in rules.attacks_on(export, days)
        if attack["pain"] is not None
    ]
    return f"{max(pains)[0]} · {written.day(max(pains)[1])}" if pains else ABSENT


def _most_days(export: Export, days: Period) -> str:
    answers = [_answer(each, days) for each in export["readings"]]
    known = [answer for answer in answers if answer]
    return of(known.count("most"), len(known)) if known else ABSENT


def _answer(reading: Entry, days: Period) -> str:
    wanted = reading["field"] == "raynaud.day_pattern"
    return reading["value"] if wanted and date.fromisoformat(reading["day"]) in days else ""


def _at_the_time(export: Export, days: Period) -> str:
    timed = rules.attacks_on(export, days)
    if not timed:
        return ABSENT
    share = Fraction(sum(map(rules.at_the_time, timed)), len(timed))
    return f"{written.percent(share)} of {len(timed)}"


def digestion(export: Export, days: Period) -> Rows:
    """Days with a symptom, or with any of a domain, for each seven recorded days."""
    rows = {}
    for label, fields in DIGESTION:
        found: dict[date, Fraction] = {}
        for each in fields:
            for day, value in rules.values(export, each).items():
                found[day] = max(value, found.get(day, Fraction(0)))
        both = [rules.figures(found, each) for each in (days, rules.before(days))]
        if any(both):
            rows[label] = [in_seven(each) if each else ABSENT for each in both]
    return rows


def in_seven(found: rules.Figures) -> str:
    """As a share of seven days once there are seven; before, of the days that there are."""
    if found.entries < 7:
        return f"{found.present} of {found.entries}"
    return number(found.in_seven)


def main() -> None:
    """Print the figures of an export and a period."""
    file, first, last = sys.argv[1:]
    export = json.loads(Path(file).read_text(encoding="utf-8"))
    page = page_1(export, date.fromisoformat(first), date.fromisoformat(last))
    for section, rows in page.items():
        print(f"\n{section}")
        for label, cells in rows.items():
            print(f"  {label:38} {'   '.join(cells)}")


if __name__ == "__main__":
    main()
