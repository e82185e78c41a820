"""What a chart shows, in words: for screen readers, and for the eye. No matplotlib here."""

from __future__ import annotations

from db.records import Value
from diary.charts.measured import PRESSURE_KEY, Pressure, pressure_words
from diary.charts.series import Series, Values, numbers
from diary.field import Cadence, Direction, Field, Kind
from diary.i18n import _, format_day, format_list, format_minutes, format_number, format_short_day
from diary.logic.cadence import coverage_words, recorded_spans, spans
from diary.logic.periods import Period
from diary.logic.statistics import WEEK


def describe(field: Field, series: Series) -> str:
    """How often a field was recorded, its median and its highest value."""
    found = series.shown.get(field.key, {})
    words = {"field": field.label, "share": _share(field, series)}
    if not found:
        return _("{field}: nothing recorded.").format(**words)
    if not field.numeric or field.kind is Kind.YES_NO:
        return _("{field}: recorded {share}: {each}.").format(each=_each(field, found), **words)
    if field.key == PRESSURE_KEY:
        return _("{field}: recorded {share}: {each}.").format(
            each=", ".join(pressure_words(numbers(found).values())), **words
        )
    middle, highest, day = series.extremes(field.key)
    return _("{field}: recorded {share}, median {median}, highest {highest} on {day}.").format(
        median=amount(field, middle), highest=amount(field, highest), day=format_day(day), **words
    )


def figures(field: Field, series: Series) -> list[str]:
    """The few figures that stand beside a field's name in its chart."""
    found = series.shown.get(field.key, {})
    if not found:
        return [_("nothing recorded")]
    share = _counted(field, series)
    if not field.numeric or field.kind is Kind.YES_NO:
        return [share]
    if field.key == PRESSURE_KEY:
        return [*pressure_words(numbers(found).values()), share]
    if field.direction is Direction.NEUTRAL:
        return [*_spread(field, series), share]
    middle, highest, day = series.extremes(field.key)
    worst = _("highest {highest} on {day}").format(
        highest=amount(field, highest),
        day=format_short_day(day, year=series.first.year < series.last.year),
    )
    return [_("median {median}").format(median=amount(field, middle)), worst, share]


def _counted(field: Field, series: Series) -> str:
    """How many days, weeks or months of the stretch are recorded."""
    period, cadence = Period(series.first, series.last), field.cadence
    shown = series.shown.get(field.key, {})
    daily = cadence is Cadence.DAILY
    recorded = len(shown) if daily else recorded_spans(cadence, shown, period)
    return coverage_words(cadence, recorded, spans(cadence, period))


def _share(field: Field, series: Series) -> str:
    share = _counted(field, series)
    words = _("on {share}") if field.cadence is Cadence.DAILY else _("in {share}")
    return words.format(share=share)


def _spread(field: Field, series: Series) -> list[str]:
    """Median, lowest and highest of a field whose higher values are neither better nor worse."""
    known = numbers(series.shown[field.key]).values()
    median = _("median {median}").format(median=amount(field, series.extremes(field.key)[0]))
    ends = _("{low} to {high}").format(
        low=amount(field, min(known)), high=amount(field, max(known))
    )
    return [median, ends]


def amount(field: Field, value: Value) -> str:
    """A value, or a median of values, with its unit."""
    if isinstance(value, str) or field.kind is Kind.YES_NO:
        return field.words(value)
    if field.kind is Kind.MINUTES:
        return format_minutes(value)
    number = value.words if isinstance(value, Pressure) else format_number(value)
    return f"{number} {field.unit_words}" if field.unit_words else number


def key_words(bin_days: int) -> str:
    """What dots, lines and gaps mean, a line each; `bin_days` days share a bar (1: a dot a day)."""
    if bin_days == 1:
        marks = [
            _("Each dot is one day."),
            _("A ring is a day that was filled in more than a day late."),
            _("The line is the median, the middle value, of the last 7 days."),
            _("It is drawn where at least 4 of them are recorded."),
        ]
    else:
        weeks = _("Each bar stands for {weeks}: from the lowest day to the highest.")
        marks = [
            weeks.format(weeks=_weeks(bin_days // WEEK)),
            _("The line is the median, the middle value, of each bar."),
            _("It is drawn where at least 4 days in 7 are recorded."),
        ]
    gap = _("An empty place means that nothing was recorded. It never means 0.")
    higher = _("Where the words beside a row say “highest”, higher is worse.")
    return "\n".join([*marks, gap, higher])


def _weeks(number: int) -> str:
    if number == 1:
        return _("a week")
    return _("{number} weeks").format(number=format_number(number))


def _each(field: Field, values: Values) -> str:
    """How many days each answer was given."""
    answers: list[Value] = [*field.choice_keys] or [1, 0]
    counts = {
        answer: sum(field.answered(value, answer) for value in values.values())
        for answer in answers
    }
    return format_list(
        [
            _("“{answer}” on {number}").format(
                answer=field.words(answer), number=format_number(count)
            )
            for answer, count in counts.items()
        ]
    )
