"""What the sample patient writes about a day, in her own voice.

These are the words of one patient in one language: data, like a name, and so not translated.
"""

from __future__ import annotations

from random import Random

from db.records import Attack
from diary.demo.weather import DayState

FLARE = (
    "Skin on my forearms feels like it shrank in the wash. Everything is an effort.",
    "Third bad morning in a row. Could not do up my buttons, my daughter helped.",
    "Hands swollen and shiny. Rang the nurse line, they will call back on Monday.",
    "Slept ten hours and still worn out. Cancelled lunch with Ruth.",
    "A little easier today? Managed the stairs without stopping.",
)
WINTER = (
    "Waiting for the bus set it off, eight minutes is too long in this wind.",
    "New heated gloves. Bulky, but I got round the market with only one attack.",
    "Fingers went white just taking milk out of the fridge.",
    "Frost this morning. Stayed in until eleven.",
    "Forgot my scarf and paid for it all afternoon.",
    "Frozen aisle again… must remember gloves for the supermarket.",
)
GUT = (
    "Curry was a mistake. Sat up half the night.",
    "Raised the head of the bed with the wooden blocks, seemed to help a bit.",
    "Bread got stuck at lunch, needed water to get it down.",
    "Bloated like a drum after the soup, of all things.",
    "Ate early (6 pm) and the burning stayed away.",
)
GOOD = (
    "Good day! Walked to the allotment and back.",
    "Warm enough for short sleeves. Hands almost normal.",
    "Nothing much to say, which is nice.",
    "Played cards all evening & forgot about my hands.",
    "Potted up the tomatoes. Knuckles stiff after, worth it.",
)
PLAIN = (
    "Long day at work, lots of typing.",
    "Physio: new stretches for the mouth and the thumbs.",
    "Picked up the repeat prescription.",
    "Ask at the next visit: can I stop the cream in summer?",
    "Stressful phone call with the insurance, fingers went blue-grey while I talked.",
    "Weight 61.2 on the kitchen scales, same as last month.\nShoes feel tight though.",
    "Tired but all right.",
)
SHARE = 0.13
HARD = 0.4
WINTRY, SUMMERY = 0.7, 0.25


class Voice:
    """Chooses notes; never the same one twice running."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._last = ""

    def note(self, state: DayState, attacks: list[Attack]) -> str:
        """The note of a day; empty on most."""
        if self._chance.random() >= SHARE * (2 if state.flare > HARD else 1):
            return ""
        words = self._chance.choice(self._pool(state, attacks))
        if words == self._last:
            return ""
        self._last = words
        return words

    def _pool(self, state: DayState, attacks: list[Attack]) -> tuple[str, ...]:
        if state.flare > HARD:
            return FLARE
        if state.cold > WINTRY and attacks:
            return WINTER
        if state.cold < SUMMERY and not attacks:
            return self._chance.choice((GOOD, PLAIN))
        return self._chance.choice((GUT, PLAIN))
