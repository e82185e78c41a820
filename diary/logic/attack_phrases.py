"""An attack in words, for lists and for screen readers: "14:05, 25 min, pale then blue".

Short words of their own, since a label such as "Right thumb" cannot be put into the middle of a
sentence in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from db.records import Attack
from diary.i18n import (
    N_,
    Message,
    _,
    format_day,
    format_list,
    format_minutes,
    format_number,
    format_time,
    ngettext,
)
from diary.logic.attacks import end_of

COLOURS = {
    "pale": N_("pale"),
    "blue_grey": N_("blue or grey"),
    "red": N_("red"),
    "no_change": N_("no change of colour seen"),
}

RIGHT_HAND = ("right_thumb", "right_index", "right_middle", "right_ring", "right_little")
LEFT_HAND = ("left_thumb", "left_index", "left_middle", "left_ring", "left_little")
FEET = ("right_toes", "left_toes")
FACE = ("nose", "ears", "lips")

PLACES = {
    "right_thumb": N_("right thumb"),
    "right_index": N_("right index finger"),
    "right_middle": N_("right middle finger"),
    "right_ring": N_("right ring finger"),
    "right_little": N_("right little finger"),
    "left_thumb": N_("left thumb"),
    "left_index": N_("left index finger"),
    "left_middle": N_("left middle finger"),
    "left_ring": N_("left ring finger"),
    "left_little": N_("left little finger"),
    "right_toes": N_("right toes"),
    "left_toes": N_("left toes"),
    "nose": N_("nose"),
    "ears": N_("ears"),
    "lips": N_("lips"),
}

TRIGGERS = {
    "cold_air": N_("cold air"),
    "cold_object": N_("a cold object or water"),
    "air_conditioning": N_("air conditioning"),
    "temperature_change": N_("a change of temperature"),
    "emotion": N_("stress or strong emotion"),
    "smoking": N_("smoking or nicotine"),
    "caffeine": N_("caffeine"),
    "vibration": N_("vibration"),
    "medicine": N_("a medicine"),
}
UNKNOWN = frozenset({"none_noticed", "other"})
"""Answers that name nothing."""

WHOLES: tuple[tuple[tuple[str, ...], Message], ...] = (
    (RIGHT_HAND + LEFT_HAND, N_("all fingers")),
    (RIGHT_HAND, N_("all fingers of the right hand")),
    (LEFT_HAND, N_("all fingers of the left hand")),
    (FEET, N_("toes of both feet")),
)


def colour_words(keys: Iterable[str]) -> str:
    """The colours in their usual course: "pale, then blue or grey, then red"."""
    words = _known(keys, COLOURS)
    if not words:
        return ""
    return words[0] + "".join(_(", then {colour}").format(colour=word) for word in words[1:])


def trigger_words(keys: Iterable[str]) -> str:
    """What set it off: "set off by cold air, vibration"; empty where nothing is known."""
    known = _known((key for key in keys if key not in UNKNOWN), TRIGGERS)
    return _("set off by {triggers}").format(triggers=", ".join(known)) if known else ""


def place_words(keys: Iterable[str]) -> str:
    """The places as a list, whole hands and both feet in one word each."""
    left = list(dict.fromkeys(keys))
    words: list[str] = []
    for whole, word in WHOLES:
        if set(whole) <= set(left):
            words.append(str(word))
            left = [key for key in left if key not in whole]
    words += _known(left, PLACES)
    return format_list(words) if words else ""


def _known(keys: Iterable[str], words: Mapping[str, Message]) -> list[str]:
    """The words of the keys, in the declared order; a key of a later version comes as it is."""
    given = list(dict.fromkeys(keys))
    later = [key for key in given if key not in words]
    return [str(word) for key, word in words.items() if key in given] + later


def length_words(attack: Attack, now: datetime) -> str:
    """How long it lasted: "25 min", "still going, 12 min so far" or "length not known"."""
    end = end_of(attack, now)
    if end is None:
        return _("length not known")
    minutes = (end - attack.started_at).total_seconds() // 60
    if attack.ongoing:
        return _("still going, {time} so far").format(time=format_minutes(minutes))
    return format_minutes(minutes)


def symptom_words(attack: Attack) -> str:
    """What was scored, such as "pain 4, numbness 2"; empty where nothing was."""
    scores = (
        (_("pain {score}"), attack.pain),
        (_("numbness {score}"), attack.numbness),
        (_("tingling {score}"), attack.tingling),
    )
    said = [
        words.format(score=format_number(score)) for words, score in scores if score is not None
    ]
    return ", ".join(said)


def start_words(attack: Attack) -> str:
    """When it began: "14:05"; with its date where it counts on the evening before."""
    at = format_time(attack.started_at)
    if attack.counted_on is None:
        return at
    night = format_day(attack.started_at.date(), "EEE d MMM")
    return _("{time} in the night to {day}").format(time=at, day=night)


def attack_words(attack: Attack, now: datetime) -> str:
    """The whole attack in one line: start, length, colours, places, scores."""
    parts = (
        start_words(attack),
        length_words(attack, now),
        colour_words(attack.colours),
        place_words(attack.places),
        symptom_words(attack),
    )
    return ", ".join(part for part in parts if part)


def list_words(attacks: Sequence[Attack], first: date) -> str:
    """How many attacks there are since a day, and how many were recorded at the time."""
    count = ngettext("{n} attack", "{n} attacks", len(attacks))
    at_the_time = sum(attack.recorded_at_the_time for attack in attacks)
    if not at_the_time:
        return _("{count} since {day}").format(count=count, day=format_day(first))
    part = ngettext(
        "{n} was recorded as it happened", "{n} were recorded as they happened", at_the_time
    )
    return _("{count} since {day}. {part}.").format(count=count, day=format_day(first), part=part)
