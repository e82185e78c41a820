"""The fields of Raynaud's. Single attacks are records of their own."""

from __future__ import annotations

from diary.field import Direction, Kind
from diary.fields.declare import answers, declare, scale
from diary.i18n import N_

ATTACK_COUNT = "raynaud.attack_count"
ATTACK_MINUTES = "raynaud.total_minutes"
DAY_PATTERN = "raynaud.day_pattern"

RAYNAUD = (
    declare(
        DAY_PATTERN,
        Kind.CHOICE,
        N_("Raynaud’s over the day"),
        N_("What was the day like?"),
        rank=12,
        choices=answers(
            ("none", N_("No attacks")),
            ("attacks", N_("Attacks that came and went")),
            ("most", N_("Cold or discoloured most of the day")),
        ),
        unit="",
    ),
    declare(
        ATTACK_COUNT,
        Kind.COUNT,
        N_("Raynaud’s attacks"),
        N_("How many attacks did you have?"),
        rank=10,
        maximum=99,
        unit="{attacks}",
    ),
    declare(
        ATTACK_MINUTES,
        Kind.MINUTES,
        N_("Total time of attacks"),
        N_("How long did they last, all together?"),
        rank=11,
        maximum=1440,
        unit="min",
    ),
    scale(
        "raynaud.impact",
        N_("Difficulty caused by Raynaud’s"),
        N_("How much difficulty did Raynaud’s cause you?"),
        (N_("no difficulty"), N_("extreme difficulty")),
        rank=13,
        change=1.4,
    ),
    declare(
        "raynaud.outdoor_low",
        Kind.MEASURE,
        N_("Coldest outdoors"),
        N_("What was the coldest temperature outdoors that you were in?"),
        rank=14,
        minimum=-40,
        maximum=50,
        step=0.1,
        unit="Cel",
        unit_words=N_("°C"),
        direction=Direction.NEUTRAL,
        default_on=False,
    ),
)
