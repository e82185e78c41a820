"""The fields of heart, lungs and kidneys.

The grades of breathlessness are modelled on the modified MRC scale of 0 to 4, in words of our own.
"""

from __future__ import annotations

from diary.field import Cadence, Kind, Recall
from diary.fields.declare import declare, grades, scale, snomed, yes_no
from diary.i18n import N_

ORGANS = (
    scale(
        "organs.breathlessness",
        N_("Breathlessness"),
        N_("Short of breath, at its worst"),
        rank=90,
        codes=snomed("267036007"),
    ),
    declare(
        "organs.breathless_grade",
        Kind.GRADE,
        N_("What brings on breathlessness"),
        N_("In the last 7 days, what made you short of breath?"),
        rank=91,
        choices=grades(
            0,
            N_("Nothing, or only hard exercise"),
            N_("Hurrying, or walking up a slope"),
            N_("Keeping up with others of my age on flat ground"),
            N_("About 100 metres, or a few minutes, on flat ground"),
            N_("Washing, dressing or leaving the house"),
        ),
        recall=Recall.WEEK,
        cadence=Cadence.WEEKLY,
        default_on=False,
    ),
    scale(
        "organs.cough",
        N_("Cough"),
        N_("Cough, at its worst"),
        rank=92,
        codes=snomed("49727002"),
        default_on=False,
    ),
    yes_no(
        "organs.palpitations",
        N_("Palpitations"),
        N_("Did your heart race, flutter or miss beats?"),
        rank=93,
        codes=snomed("80313002"),
        default_on=False,
    ),
    yes_no(
        "organs.chest_pain",
        N_("Chest pain"),
        N_("Did you have pain or pressure in your chest?"),
        rank=94,
        default_on=False,
    ),
    yes_no(
        "organs.faint",
        N_("Fainting"),
        N_("Did you faint, or nearly faint?"),
        rank=95,
        default_on=False,
    ),
    yes_no(
        "organs.ankle_swelling",
        N_("Swollen ankles"),
        N_("Were your ankles or feet swollen?"),
        rank=96,
        default_on=False,
    ),
    yes_no(
        "organs.blue_lips",
        N_("Blue lips"),
        N_("Were your lips blue or grey?"),
        rank=97,
        default_on=False,
    ),
)
