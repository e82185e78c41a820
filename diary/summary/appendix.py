"""The appendix: every day's values, every note, and the words of every question."""

from __future__ import annotations

from datetime import date, datetime
from string import ascii_lowercase

from db.records import Measurement
from diary.field import RECALL_WORDS, Cadence, Field, Group, Kind
from diary.i18n import _, format_day, format_number, format_short_day, format_time
from diary.logic.cadence import coverage_words, recorded_spans, spans
from diary.measures import MEASURES
from diary.summary.content import Block, Daily, Row
from diary.summary.days import Days
from diary.summary.rest_keys import NOTES, WORDING
from diary.summary.words import LONGEST_LABEL, of_days, shortened

NOT_RECORDED = "-"
LATE = "*"


def all_tables(first: tuple[Block, ...], days: Days) -> tuple[Block, ...]:
    """These tables, then every note, then how each thing was asked."""
    return (
        *first,
        Block(
            heading=_("Notes, in the patient’s words"),
            columns=(_("Day"), _("Note")),
            rows=tuple(_notes(days)),
            nothing=_("Nothing recorded."),
            key=NOTES,
        ),
        Block(
            heading=_("How each thing was asked"),
            columns=(_("Field"), _("Question"), _("Answers"), _("Days")),
            rows=tuple(_wording(days, field) for field in _used(days)),
            nothing=_("Nothing recorded."),
            key=WORDING,
        ),
    )


def daily(days: Days) -> Daily:
    """Every value of every day."""
    used = _used(days)
    columns = [_marked(days, field) for field in used]
    return Daily(
        heading=_("Every day"),
        legend=_(
            "{absent} not recorded; 0 none; {late} entered more than a day late; times in "
            "minutes; letters are answers: “How each thing was asked” lists them."
        ).format(absent=NOT_RECORDED, late=LATE),
        columns=(_("Day"), *(shortened(str(field.label), LONGEST_LABEL) for field in used)),
        rows=tuple(
            (
                format_day(day, "EEE d MMM yyyy"),
                *(column.get(day, NOT_RECORDED) for column in columns),
            )
            for day in days.period
            if used
        ),
        nothing=_("Nothing recorded."),
    )


def _used(days: Days) -> list[Field]:
    return [field for field in days.fields if _recorded(days, field)]


def _recorded(days: Days, field: Field) -> bool:
    return any(day in days.period for day in _words(days, field))


def _words(days: Days, field: Field) -> dict[date, str]:
    """What is printed for each day of a field."""
    if field.numeric:
        return {day: format_number(value) for day, value in days.values[field.key].items()}
    letters = dict(zip(field.choice_keys, ascii_lowercase, strict=False))
    return {
        each.day: "".join(letters.get(key, "") for key in str(each.value).split())
        for each in days.readings
        if each.field == field.key
    }


def _marked(days: Days, field: Field) -> dict[date, str]:
    """The words of each day, with the mark of late ones."""
    late = days.late.get(field.key, frozenset())
    return {
        day: words + LATE if day in late else words for day, words in _words(days, field).items()
    }


def _notes(days: Days) -> list[Row]:
    """The notes of days, attacks and measurements, in the order of time."""
    of_attacks = [
        (attack.day, _at(attack.started_at, _("Attack")), attack.note)
        for attack in days.attacks_in(days.period)
    ]
    of_measurements = [
        (each.day, _at(each.measured_at, str(MEASURES[each.measure].label)), each.note)
        for each in days.others
        if isinstance(each, Measurement) and each.day in days.period
    ]
    of_whole_days = [
        (note.day, format_short_day(note.day, year=True), note.text)
        for note in days.notes
        if note.day in days.period
    ]
    return [
        Row(when, (text.strip(),))
        for _day, when, text in sorted([*of_whole_days, *of_attacks, *of_measurements])
        if text.strip()
    ]


def _at(moment: datetime, what: str) -> str:
    """Which day, when, and what: "3 Oct 2026, 15:20. Attack"."""
    return _("{day}, {time}. {what}").format(
        day=format_short_day(moment.date(), year=True), time=format_time(moment), what=what
    )


def _wording(days: Days, field: Field) -> Row:
    cadence = field.cadence
    recorded = recorded_spans(cadence, _words(days, field), days.period)
    share = coverage_words(cadence, recorded, spans(cadence, days.period))
    if cadence is Cadence.DAILY:
        share = of_days(recorded, len(days.period))
    return Row(str(field.label), (_question(field), _answers(field), share))


def _question(field: Field) -> str:
    """As it was asked; a catalogue's weekly and monthly ones name their time themselves."""
    if field.cadence is not Cadence.DAILY and field.group is not Group.OWN:
        return str(field.question)
    return _("{question} ({time})").format(question=field.question, time=RECALL_WORDS[field.recall])


def _answers(field: Field) -> str:
    match field.kind:
        case Kind.SCALE10:
            return _("0 = {low}; {top} = {high}").format(
                low=field.low, top=field.top, high=field.high
            )
        case Kind.GRADE | Kind.CHOICE | Kind.SEVERAL:
            graded = field.kind is Kind.GRADE
            keys = field.choice_keys if graded else ascii_lowercase
            named = zip(keys, field.choices, strict=False)
            return "; ".join(f"{key} {choice.label}" for key, choice in named)
        case Kind.YES_NO:
            return _("no or yes")
        case Kind.MINUTES:
            return _("minutes, 0 to {top}").format(top=field.top)
        case Kind.COUNT:
            return _("a number, 0 to {top}").format(top=field.top)
        case Kind.MEASURE:
            return " ".join(filter(None, (field.allowed, str(field.unit_words or ""))))
