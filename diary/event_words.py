"""What can be said of sores and patches, and where on the body.

The keys are stored and exported; the words are shown. Used by the window, the importer and the
summary. What can be said of attacks is in `diary.attack_words`.
"""

from __future__ import annotations

from diary.attack_words import PLACES
from diary.field import Choice
from diary.i18n import N_

FINGERS = tuple(place for place in PLACES if place.key not in {"nose", "ears", "lips"})[:10]

TOES = (
    Choice("right_big_toe", N_("Right big toe")),
    Choice("right_second_toe", N_("Right second toe")),
    Choice("right_third_toe", N_("Right third toe")),
    Choice("right_fourth_toe", N_("Right fourth toe")),
    Choice("right_little_toe", N_("Right little toe")),
    Choice("left_big_toe", N_("Left big toe")),
    Choice("left_second_toe", N_("Left second toe")),
    Choice("left_third_toe", N_("Left third toe")),
    Choice("left_fourth_toe", N_("Left fourth toe")),
    Choice("left_little_toe", N_("Left little toe")),
)

SORE_PLACES = FINGERS + TOES

SORE_SPOTS = (
    Choice("tip", N_("Tip")),
    Choice("pad", N_("Pad")),
    Choice("nail", N_("Beside or under the nail")),
    Choice("knuckle", N_("Over a joint")),
    Choice("side", N_("Side")),
    Choice("lump", N_("Over a hard lump")),
    Choice("other", N_("Somewhere else")),
)

SORE_SIGNS = (
    Choice("pus", N_("Pus")),
    Choice("spreading_redness", N_("Redness that spreads")),
    Choice("swelling", N_("Swelling")),
    Choice("black", N_("Black skin")),
    Choice("none", N_("None of these")),
)

PATCH_REGIONS = (
    Choice("scalp", N_("Scalp")),
    Choice("face", N_("Face")),
    Choice("neck_front", N_("Front of the neck")),
    Choice("neck_back", N_("Back of the neck")),
    Choice("chest", N_("Chest")),
    Choice("belly", N_("Belly")),
    Choice("upper_back", N_("Upper back")),
    Choice("lower_back", N_("Lower back")),
    Choice("buttocks", N_("Buttocks")),
    Choice("right_shoulder", N_("Right shoulder")),
    Choice("left_shoulder", N_("Left shoulder")),
    Choice("right_upper_arm", N_("Right upper arm")),
    Choice("left_upper_arm", N_("Left upper arm")),
    Choice("right_forearm", N_("Right forearm")),
    Choice("left_forearm", N_("Left forearm")),
    Choice("right_hand", N_("Right hand")),
    Choice("left_hand", N_("Left hand")),
    Choice("right_hip", N_("Right hip")),
    Choice("left_hip", N_("Left hip")),
    Choice("right_thigh", N_("Right thigh")),
    Choice("left_thigh", N_("Left thigh")),
    Choice("right_knee", N_("Right knee")),
    Choice("left_knee", N_("Left knee")),
    Choice("right_lower_leg", N_("Right lower leg")),
    Choice("left_lower_leg", N_("Left lower leg")),
    Choice("right_foot", N_("Right foot")),
    Choice("left_foot", N_("Left foot")),
)

PATCH_SHAPES = (
    Choice("line", N_("A line")),
    Choice("oval", N_("An oval")),
    Choice("area", N_("A wide area")),
)

MID_LINE = {
    "tip": N_("tip"),
    "pad": N_("pad"),
    "nail": N_("beside or under the nail"),
    "knuckle": N_("over a joint"),
    "side": N_("side"),
    "lump": N_("over a hard lump"),
    "other": N_("somewhere else"),
    "pus": N_("pus"),
    "spreading_redness": N_("redness that spreads"),
    "swelling": N_("swelling"),
    "black": N_("black skin"),
    "none": N_("no pus, redness, swelling or black skin"),
    "line": N_("a line"),
    "oval": N_("an oval"),
    "area": N_("a wide area"),
}
"""Spots, signs and shapes as they stand after other words: "Left thumb, tip", "pain 0, pus"."""


def word(choices: tuple[Choice, ...], key: str) -> str:
    """The words of a key; the key itself where no choice has it."""
    return next((str(choice.label) for choice in choices if choice.key == key), key)


def mid_line(key: str) -> str:
    """The words of a spot, sign or shape after other words; the key itself where none are known."""
    return str(MID_LINE[key]) if key in MID_LINE else key
