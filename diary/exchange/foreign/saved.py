"""The answers about a table, kept for the next file of the same kind.

They are plain JSON, a preference of the diary, and so as private as the diary: the names of a
health app's columns say much. Whatever else stands there (a file can bring anything) counts as
not kept.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from diary.exchange.foreign.days import Order
from diary.exchange.foreign.decimals import Sign
from diary.exchange.foreign.mapping import Plan, Several, Take
from diary.exchange.foreign.scale import Scale, plain
from diary.exchange.foreign.shape import Shape
from diary.exchange.foreign.survey import Thing
from diary.field import Kind

PREFERENCE = "foreign."
LETTERS = 16
NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")


def key_of(names: Iterable[str]) -> str:
    """Under which key the answers about tables with these columns are kept."""
    return PREFERENCE + hashlib.sha256("\n".join(names).encode()).hexdigest()[:LETTERS]


def kept(plan: Plan) -> dict[str, Any]:
    """The answers as plain JSON values."""
    shape = plan.shape
    return {
        "shape": [shape.day, shape.time, shape.name, shape.value],
        "order": plan.order.value,
        "sign": plan.sign.value,
        "several": plan.several.value,
        "same_day": plan.same_day,
        "leave_unfit": plan.leave_unfit,
        "takes": [[thing.column, thing.name, *_kept(take)] for thing, take in plan.takes.items()],
    }


def plan_of(found: object) -> Plan | None:
    """The answers that are kept there; None where there are none, or none that make sense."""
    try:
        return _plan(found)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _plan(found: Any) -> Plan:
    return Plan(
        shape=Shape(*map(_text, found["shape"])),
        order=Order(found["order"]),
        sign=Sign(found["sign"]),
        several=Several(found["several"]),
        same_day=found["same_day"] is True,
        leave_unfit=found["leave_unfit"] is True,
        takes=dict(_thing_and_take(each) for each in found["takes"]),
    )


def _thing_and_take(parts: list[Any]) -> tuple[Thing, Take]:
    column, name, to, new, scale, words = parts
    take = Take(_text(to), Kind(new) if new else None, _scale(scale), _words(words))
    return Thing(_text(column), _text(name)), take


def _kept(take: Take) -> tuple[object, ...]:
    scale = [plain(take.scale.none), plain(take.scale.worst)] if take.scale else None
    return take.to, take.new.value if take.new else None, scale, dict(take.words)


def _scale(found: Any) -> Scale | None:
    if found is None:
        return None
    none, worst = (Decimal(_number(text)) for text in found)
    if none == worst:
        raise ValueError
    return Scale(none, worst)


def _words(found: Mapping[Any, Any]) -> dict[str, str]:
    return {_text(text): _text(key) for text, key in found.items()}


def _number(found: object) -> str:
    if not NUMBER.fullmatch(_text(found)):
        raise ValueError
    return str(found)


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError
    return found
