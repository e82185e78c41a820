"""The fields of the skin, with the monthly skin check of eight regions of the arms.

The skin check is modelled on a published self-assessment of the arms (annrheumdis-2020-219775),
in words of our own; it is no instrument's score.
"""

from __future__ import annotations

from diary.field import Cadence, Direction, Field, Kind, Recall
from diary.fields.declare import WORST, declare, grades, scale, snomed, yes_no
from diary.i18n import N_, Message

SKIN_CHECK = "skin_check"
"""The panel whose fields are asked together, on drawn arms."""

THICKNESS = grades(
    0, N_("Soft"), N_("A little thick or hard"), N_("Clearly thick or hard"), N_("Very hard")
)


def _region(name: str, label: Message, question: Message, rank: int) -> Field:
    return declare(
        f"skin.check_{name}",
        Kind.GRADE,
        label,
        question,
        rank=rank,
        choices=THICKNESS,
        recall=Recall.NOW,
        cadence=Cadence.MONTHLY,
        panel=SKIN_CHECK,
    )


def _palm_gap(side: str, label: Message, question: Message, rank: int) -> Field:
    return declare(
        f"skin.palm_gap_{side}",
        Kind.MEASURE,
        label,
        question,
        rank=rank,
        maximum=15,
        step=0.5,
        unit="cm",
        unit_words=N_("cm"),
        recall=Recall.NOW,
        cadence=Cadence.MONTHLY,
        direction=Direction.NEUTRAL,
        default_on=False,
    )


SKIN = (
    scale(
        "skin.tightness",
        N_("Skin tightness"),
        N_("How tight did your skin feel?"),
        (N_("not tight"), WORST),
        rank=110,
    ),
    scale(
        "skin.movement",
        N_("Movement held back by tight skin"),
        N_("How much did tight skin hold back your movement?"),
        (N_("not at all"), N_("completely")),
        rank=111,
    ),
    scale(
        "skin.itch",
        N_("Itch"),
        N_("How bad was your worst itch?"),
        rank=112,
        codes=snomed("418363000"),
    ),
    _palm_gap(
        "right",
        N_("Gap to the palm, right"),
        N_("Right fist closed: how far is the tip of the middle finger from the palm now?"),
        113,
    ),
    _palm_gap(
        "left",
        N_("Gap to the palm, left"),
        N_("Left fist closed: how far is the tip of the middle finger from the palm now?"),
        114,
    ),
    declare(
        "skin.lumps",
        Kind.COUNT,
        N_("Hard lumps under the skin"),
        N_("How many hard lumps can you feel under your skin now?"),
        rank=115,
        maximum=99,
        unit="{lumps}",
        recall=Recall.NOW,
        cadence=Cadence.WEEKLY,
        default_on=False,
    ),
    yes_no(
        "skin.lump_opened",
        N_("A lump broke through"),
        N_("In the last 7 days, did a hard lump break through the skin?"),
        rank=116,
        recall=Recall.WEEK,
        cadence=Cadence.WEEKLY,
        default_on=False,
    ),
    _region(
        "right_fingers",
        N_("Skin check: right fingers"),
        N_("How thick or hard is the skin of your right fingers now?"),
        120,
    ),
    _region(
        "right_hand",
        N_("Skin check: right hand"),
        N_("How thick or hard is the skin of your right hand now?"),
        121,
    ),
    _region(
        "right_forearm",
        N_("Skin check: right forearm"),
        N_("How thick or hard is the skin of your right forearm now?"),
        122,
    ),
    _region(
        "right_upper_arm",
        N_("Skin check: right upper arm"),
        N_("How thick or hard is the skin of your right upper arm now?"),
        123,
    ),
    _region(
        "left_fingers",
        N_("Skin check: left fingers"),
        N_("How thick or hard is the skin of your left fingers now?"),
        124,
    ),
    _region(
        "left_hand",
        N_("Skin check: left hand"),
        N_("How thick or hard is the skin of your left hand now?"),
        125,
    ),
    _region(
        "left_forearm",
        N_("Skin check: left forearm"),
        N_("How thick or hard is the skin of your left forearm now?"),
        126,
    ),
    _region(
        "left_upper_arm",
        N_("Skin check: left upper arm"),
        N_("How thick or hard is the skin of your left upper arm now?"),
        127,
    ),
)
