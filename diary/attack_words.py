"""What can be said of an attack: colours, places, triggers and what helped.

The keys are stored and exported; the words are shown. Used by the window, the importer and the
summary.
"""

from __future__ import annotations

from diary.field import Choice
from diary.i18n import N_

COLOURS = (
    Choice("pale", N_("Pale or white")),
    Choice("blue_grey", N_("Blue or grey")),
    Choice("red", N_("Red")),
    Choice("no_change", N_("No change seen")),
)

PLACES = (
    Choice("right_thumb", N_("Right thumb")),
    Choice("right_index", N_("Right index finger")),
    Choice("right_middle", N_("Right middle finger")),
    Choice("right_ring", N_("Right ring finger")),
    Choice("right_little", N_("Right little finger")),
    Choice("left_thumb", N_("Left thumb")),
    Choice("left_index", N_("Left index finger")),
    Choice("left_middle", N_("Left middle finger")),
    Choice("left_ring", N_("Left ring finger")),
    Choice("left_little", N_("Left little finger")),
    Choice("right_toes", N_("Right toes")),
    Choice("left_toes", N_("Left toes")),
    Choice("nose", N_("Nose")),
    Choice("ears", N_("Ears")),
    Choice("lips", N_("Lips")),
)

TRIGGERS = (
    Choice("cold_air", N_("Cold air")),
    Choice("cold_object", N_("Cold object or water")),
    Choice("air_conditioning", N_("Air conditioning")),
    Choice("temperature_change", N_("Change of temperature")),
    Choice("emotion", N_("Stress or strong emotion")),
    Choice("smoking", N_("Smoking or nicotine")),
    Choice("caffeine", N_("Caffeine")),
    Choice("vibration", N_("Vibration")),
    Choice("medicine", N_("A medicine")),
    Choice("none_noticed", N_("None noticed")),
    Choice("other", N_("Something else")),
)

RELIEF = (
    Choice("warm_place", N_("Going somewhere warm")),
    Choice("gloves", N_("Gloves or warm clothes")),
    Choice("warm_water", N_("Warm (not hot) water")),
    Choice("moving", N_("Moving the fingers or arms")),
    Choice("heat_pack", N_("Heat pack")),
    Choice("calm", N_("Resting or calming down")),
    Choice("nothing", N_("Nothing helped")),
    Choice("other", N_("Something else")),
)
