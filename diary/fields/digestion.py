"""The fields of digestion: the symptoms of the day, and what is asked when a clinic wants it.

The seven forms of stool are in words of our own.
"""

from __future__ import annotations

from diary.field import Choice, Direction, Kind
from diary.fields.declare import NONE, declare, grades, scale, snomed, yes_no
from diary.i18n import N_

DIGESTION = (
    scale(
        "digestion.heartburn",
        N_("Heartburn"),
        N_("Heartburn, at its worst"),
        rank=60,
        codes=snomed("16331000"),
    ),
    scale(
        "digestion.swallowing",
        N_("Difficulty swallowing"),
        N_("Difficulty swallowing, at its worst"),
        (NONE, N_("could not swallow")),
        rank=61,
        codes=snomed("40739000"),
    ),
    scale(
        "digestion.bloating",
        N_("Bloating"),
        N_("Bloating, at its worst"),
        rank=80,
        codes=snomed("116289008"),
    ),
    scale(
        "digestion.cramps",
        N_("Cramps"),
        N_("Cramps in your belly, at their worst"),
        rank=81,
        codes=snomed("51197009"),
    ),
    scale(
        "digestion.constipation",
        N_("Constipation"),
        N_("Constipation (hard or missing motions), at its worst"),
        rank=82,
        codes=snomed("14760008"),
    ),
    scale(
        "digestion.diarrhoea",
        N_("Diarrhoea"),
        N_("Diarrhoea (loose or watery motions), at its worst"),
        rank=83,
        codes=snomed("62315008"),
    ),
    scale(
        "digestion.nausea",
        N_("Feeling sick"),
        N_("Feeling sick, at its worst"),
        rank=62,
        codes=snomed("422587007"),
        default_on=False,
    ),
    scale(
        "digestion.fullness",
        N_("Full after little food"),
        N_("Full after only a little food, at its worst"),
        rank=63,
        default_on=False,
    ),
    declare(
        "digestion.swallowing_what",
        Kind.SEVERAL,
        N_("What was hard to swallow"),
        N_("What was hard to swallow?"),
        rank=64,
        choices=(
            Choice("nothing", N_("Nothing"), alone=True),
            Choice("solids", N_("Solid food")),
            Choice("liquids", N_("Liquids")),
            Choice("tablets", N_("Tablets")),
        ),
        unit="",
        default_on=False,
    ),
    declare(
        "digestion.motions",
        Kind.COUNT,
        N_("Bowel motions"),
        N_("How many bowel motions did you have?"),
        rank=84,
        maximum=30,
        unit="{motions}",
        direction=Direction.NEUTRAL,
        default_on=False,
    ),
    declare(
        "digestion.stool_form",
        Kind.GRADE,
        N_("Form of the stool"),
        N_("What was your stool mostly like?"),
        rank=85,
        choices=grades(
            1,
            N_("Separate hard pieces"),
            N_("One hard, lumpy piece"),
            N_("Firm, with cracks"),
            N_("Smooth and soft"),
            N_("Soft separate pieces"),
            N_("Mushy, without a shape"),
            N_("Only liquid"),
        ),
        direction=Direction.NEUTRAL,
        default_on=False,
    ),
    yes_no(
        "digestion.leakage",
        N_("Leakage"),
        N_("Did any stool leak?"),
        rank=86,
        default_on=False,
    ),
    yes_no(
        "digestion.urgency",
        N_("Had to hurry to the toilet"),
        N_("Did you have to hurry to the toilet?"),
        rank=87,
        default_on=False,
    ),
    yes_no(
        "digestion.blood_or_black",
        N_("Blood or black stool"),
        N_("Was there blood in your stool, or was it black like tar?"),
        rank=88,
        default_on=False,
    ),
    yes_no(
        "digestion.ate_less",
        N_("Ate less than usual"),
        N_("Did you eat clearly less than usual?"),
        rank=65,
        default_on=False,
    ),
)
