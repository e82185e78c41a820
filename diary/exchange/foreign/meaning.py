"""What a cell means for a field: a value, nothing, or a refusal that says why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from db.records import Value
from diary.exchange.foreign import decimals
from diary.exchange.foreign.decimals import Sign
from diary.exchange.foreign.mapping import Take
from diary.exchange.foreign.scale import SCALED, plain, rounded, same, value
from diary.exchange.parts import RefusedError, shown
from diary.field import Field, InvalidValueError, Kind
from diary.i18n import _
from diary.kinds import WORDED

NOTHING = frozenset(
    {"-", "–", "—", "--", "n/a", "#n/a", "na", "nan", "null", "nil", "n.a.", "not recorded"}
)
"""Texts that say that nothing was recorded. “None” is not among them: it can mean 0."""
YES = frozenset({"yes", "y", "true", "x", "✓", "✔", "ja", "oui", "sí", "si"})
NO = frozenset({"no", "n", "false", "nein", "non"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """A value that fits its field; `exact` is the number before it was rounded, if it is one."""

    value: Value
    exact: Decimal | None = None

    @property
    def was_rounded(self) -> bool:
        """Whether the field cannot hold it as it was."""
        return self.exact is not None and self.exact != Decimal(str(self.value))


def meaning(text: str, field: Field, take: Take, sign: Sign) -> Meaning | None:
    """The value of a cell for a field; None where it says that nothing was recorded.

    Raises:
        RefusedError: It has no meaning there; the reason is a sentence without a full stop.
    """
    told = take.words.get(text)
    if told == "":
        return None
    if field.kind in WORDED:
        return _word(text if told is None else told, text, field)
    if told is not None:
        return _fitting(Decimal(told), field)
    number = decimals.read(text, sign)
    if number is None:
        raise RefusedError(_("“{value}” is no number").format(value=shown(text)))
    return _number(number, field, take)


def refusal(text: str, field: Field, take: Take, sign: Sign) -> str:
    """Why a cell would be refused; empty where it would not."""
    try:
        meaning(text, field, take, sign)
    except RefusedError as wrong:
        return str(wrong)
    return ""


def usual(text: str, field: Field) -> str | None:
    """What a text means for a field without being asked; None: it has to be asked.

    Empty: not recorded.
    """
    bare = text.strip().casefold()
    if bare in NOTHING:
        return ""
    if field.kind is Kind.YES_NO:
        return "1" if bare in YES else "0" if bare in NO else None
    labels = {str(choice.label).casefold(): choice.key for choice in field.choices}
    keys = {choice.key: choice.key for choice in field.choices if field.kind in WORDED}
    return (labels | keys).get(bare)


def fits(number: Decimal, field: Field) -> bool:
    """Whether a field can hold a number, rounded as it rounds."""
    try:
        _fitting(number, field)
    except RefusedError:
        return False
    return True


def _word(key: str, text: str, field: Field) -> Meaning:
    try:
        return Meaning(field.check(key))
    except InvalidValueError:
        reason = _("“{value}” is none of the answers of “{field}”")
        raise RefusedError(reason.format(value=shown(text), field=field.label)) from None


def _number(number: Decimal, field: Field, take: Take) -> Meaning:
    if field.kind not in SCALED:
        return _fitting(number, field)
    scale = take.scale or same(field)
    if not scale.holds(number):
        reason = _("{number} is not on the scale {scale}")
        raise RefusedError(reason.format(number=plain(number), scale=scale.words))
    return _fitting(scale.to(field, number), field)


def _fitting(number: Decimal, field: Field) -> Meaning:
    try:
        return Meaning(field.check(value(rounded(field, number))), number)
    except InvalidValueError:
        reason = _("{number} does not fit “{field}”: it takes {allowed}")
        words = {"number": plain(number), "field": field.label, "allowed": field.allowed}
        raise RefusedError(reason.format(**words)) from None
