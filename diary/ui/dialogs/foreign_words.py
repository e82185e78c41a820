"""The words of the assistant for tables of other programs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from diary.exchange.foreign import days, decimals
from diary.exchange.foreign.days import Order
from diary.exchange.foreign.decimals import Sign
from diary.exchange.foreign.draft import Draft
from diary.exchange.foreign.mapping import NOTE, Take
from diary.exchange.foreign.own import KINDS, field_for
from diary.exchange.foreign.scale import SCALED, Scale, plain, same
from diary.exchange.foreign.survey import Facts, Thing
from diary.field import Field, Kind
from diary.i18n import N_, _, format_day, format_list, format_number, ngettext
from diary.kinds import WORDED

SEPARATORS = {
    ",": N_("a comma ,"),
    ";": N_("a semicolon ;"),
    "\t": N_("a tab"),
    "|": N_("an upright line |"),
}
ORDERS = {
    Order.DAY_MONTH: N_("{day} (the day comes first)"),
    Order.MONTH_DAY: N_("{day} (the month comes first)"),
    Order.YEAR_FIRST: N_("{day} (the year comes first)"),
}
SIGNS = {
    Sign.POINT: N_("{number} (decimals come after a point)"),
    Sign.COMMA: N_("{number} (decimals come after a comma)"),
}
USUAL_SCALES = ((0, 10), (0, 4), (0, 5), (1, 5), (0, 3), (1, 10), (0, 100), (10, 0), (5, 0), (5, 1))
"""What other programs' lowest and highest, or best and worst, numbers are."""
SHORT, LONG = 24, 60
NOT_RECORDED = "-"
MOST_NUMBERS = 10


def cut(text: str, most: int = LONG) -> str:
    """A text on one line, cut short."""
    line = " ".join(text[: 2 * most].split())
    return line if len(line) <= most else line[: most - 1] + "…"


def found(draft: Draft, name: str) -> str:
    """What was found in a file."""
    if draft.table is None:
        return _("{file}: nothing is changed yet.").format(file=name)
    rows = ngettext("{n} row", "{n} rows", draft.survey.rows)
    columns = ngettext("{n} column", "{n} columns", len(draft.table.names))
    sentence = _("{file} holds {rows} and {columns}. Nothing is changed yet.")
    return sentence.format(file=name, rows=rows, columns=columns)


# Dates and numbers.


def day_answers(draft: Draft) -> Iterator[tuple[str, str]]:
    """What the example of a date can be, by the order that reads it so."""
    dates = draft.survey.days
    for order in dates.options:
        moment = days.read(dates.example, order)
        day = format_day(moment.day) if moment else _("no day")
        yield order.value, str(ORDERS[order]).format(day=day)


def sign_answers(draft: Draft) -> Iterator[tuple[str, str]]:
    """What the example of a number can be, by its decimal sign."""
    numbers = draft.survey.signs
    for sign in numbers.options:
        number = decimals.read(numbers.example, sign)
        shown = _("no number") if number is None else format_number(float(number), 3)
        yield sign.value, str(SIGNS[sign]).format(number=shown)


# Things.


def facts_words(draft: Draft, thing: Thing) -> str:
    """How much there is of a thing, and of what kind."""
    facts, numbers = draft.survey.things[thing], draft.numbers(thing)
    parts = [ngettext("Filled in {n} time.", "Filled in {n} times.", facts.filled)]
    if len(numbers) > 1:
        sentence = _("Numbers from {low} to {high}.")
        parts.append(sentence.format(low=plain(numbers[0]), high=plain(numbers[-1])))
    shown = [_("“{text}”").format(text=cut(text, SHORT)) for text in facts.examples]
    parts.append(_("For example: {texts}").format(texts=format_list(shown)))
    return " ".join(parts)


def becomes(draft: Draft, thing: Thing) -> str:
    """What becomes of a thing, in one line."""
    take = draft.takes[thing]
    if not take.to:
        return _("left out")
    if take.to == NOTE:
        return _("the note of the day")
    field = field_for(thing, take, draft.catalogue)
    words = _goal(take, field) if field else _("left out")
    if draft.is_open(thing, take):
        return _("{what} – still to answer").format(what=words)
    if field and take.scale and take.scale != same(field):
        return _("{what}, from their {scale}").format(what=words, scale=take.scale.words)
    return words


def _goal(take: Take, field: Field) -> str:
    if take.new:
        return _("new, of your own: {kind}").format(kind=KINDS[take.new])
    return str(field.label)


def scale_words(scale: Scale, field: Field) -> str:
    """Which number of a scale means what, such as “0 is “none”, 4 is “worst imaginable””."""
    low, high = ends(field)
    sentence = _("{none} is “{low}”, {worst} is “{high}”")
    return sentence.format(none=plain(scale.none), worst=plain(scale.worst), low=low, high=high)


def ends(field: Field) -> tuple[str, str]:
    """The words at both ends of a field's scale."""
    if field.kind is Kind.GRADE:
        return str(field.choices[0].label), str(field.choices[-1].label)
    return str(field.low or _("none")), str(field.high or _("the worst"))


def usual_scales(numbers: list[Decimal]) -> list[Scale]:
    """The usual scales on which all these numbers are."""
    every = (Scale(Decimal(none), Decimal(worst)) for none, worst in USUAL_SCALES)
    return [scale for scale in every if all(map(scale.holds, numbers))]


def asks_scale(field: Field, facts: Facts) -> bool:
    """Whether the numbers of a thing need to be told what they mean."""
    return field.kind in SCALED and bool(facts.numbers)


def meanings(field: Field) -> Iterator[tuple[str, str]]:
    """What a text can mean for a field: keys and words."""
    yield NOT_RECORDED, _("not recorded")
    match field.kind:
        case Kind.YES_NO:
            yield from (("1", _("yes")), ("0", _("no")))
        case kind if kind in WORDED or kind is Kind.GRADE:
            yield from ((choice.key, str(choice.label)) for choice in field.choices)
        case _:
            least = max(0, int(field.bottom))
            most = min(field.top, MOST_NUMBERS)
            yield from ((str(n), _number(n, field)) for n in range(least, most + 1))


def _number(number: int, field: Field) -> str:
    low, high = ends(field)
    if field.kind is not Kind.SCALE10 or number not in {0, field.top}:
        return str(number)
    return f"{number} ({high if number else low})"
