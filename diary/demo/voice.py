"""What the sample patient writes about a day, in her own voice."""

from __future__ import annotations

from random import Random

from db.records import Attack
from diary.demo.weather import DayState
from diary.i18n import N_, Message

FLARE = (
    N_("Skin on my forearms feels like it shrank in the wash. Everything is an effort."),
    N_("Third bad morning in a row. Could not do up my buttons, my daughter helped."),
    N_("Hands swollen and shiny. Rang the nurse line, they will call back on Monday."),
    N_("Slept ten hours and still worn out. Cancelled lunch with Ruth."),
    N_("A little easier today? Managed the stairs without stopping."),
)
WINTER = (
    N_("Waiting for the bus set it off, eight minutes is too long in this wind."),
    N_("New heated gloves. Bulky, but I got round the market with only one attack."),
    N_("Fingers went white just taking milk out of the fridge."),
    N_("Frost this morning. Stayed in until eleven."),
    N_("Forgot my scarf and paid for it all afternoon."),
    N_("Frozen aisle again… must remember gloves for the supermarket."),
)
GUT = (
    N_("Curry was a mistake. Sat up half the night."),
    N_("Raised the head of the bed with the wooden blocks, seemed to help a bit."),
    N_("Bread got stuck at lunch, needed water to get it down."),
    N_("Bloated like a drum after the soup, of all things."),
    N_("Ate early (6 pm) and the burning stayed away."),
)
GOOD = (
    N_("Good day! Walked to the allotment and back."),
    N_("Warm enough for short sleeves. Hands almost normal."),
    N_("Nothing much to say, which is nice."),
    N_("Played cards all evening & forgot about my hands."),
    N_("Potted up the tomatoes. Knuckles stiff after, worth it."),
)
PLAIN = (
    N_("Long day at work, lots of typing."),
    N_("Physio: new stretches for the mouth and the thumbs."),
    N_("Picked up the repeat prescription."),
    N_("Ask at the next visit: can I stop the cream in summer?"),
    N_("Stressful phone call with the insurance, fingers went blue-grey while I talked."),
    N_("Weight 61.2 on the kitchen scales, same as last month.\nShoes feel tight though."),
    N_("Tired but all right."),
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
        words = str(self._chance.choice(self._pool(state, attacks)))
        if words == self._last:
            return ""
        self._last = words
        return words

    def _pool(self, state: DayState, attacks: list[Attack]) -> tuple[Message, ...]:
        if state.flare > HARD:
            return FLARE
        if state.cold > WINTRY and attacks:
            return WINTER
        if state.cold < SUMMERY and not attacks:
            return self._chance.choice((GOOD, PLAIN))
        return self._chance.choice((GUT, PLAIN))
