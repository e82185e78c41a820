"""The fields of the day as a whole: tiredness, pain, hands, daily life and sleep."""

from __future__ import annotations

from diary.field import Code
from diary.fields.declare import LOINC, WORST, scale, snomed
from diary.i18n import N_

GENERAL = (
    scale(
        "general.fatigue",
        N_("Tiredness"),
        N_("How tired were you?"),
        (N_("not tired"), WORST),
        rank=20,
        codes=snomed("84229001"),
    ),
    scale(
        "general.pain",
        N_("Pain"),
        N_("How bad was your pain?"),
        (N_("no pain"), WORST),
        rank=40,
        codes=(Code(LOINC, "72514-3"),),
    ),
    scale(
        "general.hands",
        N_("Difficulty using the hands"),
        N_("How hard was it to use your hands?"),
        (N_("not hard"), N_("could not use them")),
        rank=30,
    ),
    scale(
        "general.overall",
        N_("The day as a whole"),
        N_("How much did your illness trouble you, all in all?"),
        (N_("not at all"), N_("as much as imaginable")),
        rank=50,
    ),
    scale(
        "general.moving",
        N_("Difficulty moving about"),
        N_("How hard was it to move about (walk, climb stairs, bend)?"),
        (N_("not hard"), N_("could not move about")),
        rank=70,
        default_on=False,
    ),
    scale(
        "general.activities",
        N_("Difficulty with daily activities"),
        N_("How hard were your usual activities (home, work, going out)?"),
        (N_("not hard"), N_("could not do them")),
        rank=51,
        default_on=False,
    ),
    scale(
        "general.sleep",
        N_("Bad sleep"),
        N_("How badly did you sleep last night?"),
        (N_("slept well"), N_("did not sleep at all")),
        rank=52,
        default_on=False,
    ),
)
