"""Whether a field of the patient's own, or a choice of how the diary is kept, can be so.

Part of `diary.logic.valid`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable

from db.records import CustomField, Preference
from diary.field import Field, Kind
from diary.i18n import _, ngettext

KEY = re.compile(r"custom\.[0-9a-z]{1,32}")
ANSWERED = {Kind.CHOICE, Kind.SEVERAL, Kind.GRADE}
"""The kinds that need answers."""
LEAST_ANSWERS, MOST_ANSWERS = 2, 20
HIGHEST = 1_000_000


def _keys(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _orders(value: object) -> bool:
    return isinstance(value, dict) and all(_keys(order) for order in value.values())


def _text(value: object) -> bool:
    return isinstance(value, str)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_KEYS = ("fields.on", "fields.off", "groups.off", "groups.order", "measures.on")
TYPES: dict[str, Callable[[object], bool]] = {
    **dict.fromkeys(_KEYS, _keys),
    **dict.fromkeys(("unit.weight", "unit.temperature", "day.start"), _text),
    "fields.order": _orders,
    "week.first": _whole,
}
"""What a preference may hold; null is allowed for all."""


def custom_field(field: CustomField) -> dict[str, str]:
    """What does not fit in a field of one's own, by part."""
    found: dict[str, str] = {}
    if not KEY.fullmatch(field.key):
        found["key"] = _("The key of such a field is like custom.0a1b2c3d.")
    if not field.name.strip():
        found["name"] = _("Give the field a name.")
    if field.kind in ANSWERED and (wrong := answers_problem(field.choices)):
        found["choices"] = wrong
    if not 1 <= field.maximum <= HIGHEST:
        found["maximum"] = _("The highest number must be from 1 to 1,000,000.")
    return found


def name_problem(name: str, others: Iterable[Field]) -> str:
    """Whether a name is that of another field, or asks what another field asks."""
    asked = _bare(name)
    for other in others:
        if asked == _bare(str(other.label)):
            return _("There is a field with this name already.")
        if asked == _bare(str(other.question)):
            return _("The field “{field}” asks this already.").format(field=other.label)
    return ""


def _bare(words: str) -> str:
    """Words without what the eye passes over: how letters are coded, capitals, spaces, a "?"."""
    return " ".join(unicodedata.normalize("NFC", words.casefold()).split()).rstrip("? ")


def answers_problem(answers: tuple[str, ...]) -> str:
    """What does not fit in the answers of a choice or grade; empty where they do."""
    words = [answer.strip().casefold() for answer in answers]
    if len(words) < LEAST_ANSWERS:
        return ngettext("Write at least {n} answer.", "Write at least {n} answers.", LEAST_ANSWERS)
    if len(words) > MOST_ANSWERS:
        return ngettext("Write at most {n} answer.", "Write at most {n} answers.", MOST_ANSWERS)
    if not all(words):
        return _("Each answer needs words.")
    if len(set(words)) < len(words):
        return _("Two answers are the same.")
    return ""


def preference(chosen: Preference) -> dict[str, str]:
    """A preference must be JSON of its type: what reads it relies on that."""
    try:
        value = json.loads(chosen.value)
    except (ValueError, RecursionError):
        return {"value": _("This is not JSON.")}
    fits = TYPES.get(chosen.key)
    return (
        {}
        if value is None or fits is None or fits(value)
        else {"value": _("This setting cannot be so.")}
    )
