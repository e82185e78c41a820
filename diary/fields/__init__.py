"""THE CATALOGUE: everything that can be recorded, declared once, a file a group.

Today, Trends, the article's links, the export and the summary all follow it. To add a field, add
its declaration to its group's file and name it in no other code; its section must exist in the
article. Facts of scales and ranges: the clinical notes in `docs/decisions/`.
"""

from __future__ import annotations

from diary.field import Catalogue
from diary.fields.declare import SECTIONS
from diary.fields.digestion import DIGESTION
from diary.fields.general import GENERAL
from diary.fields.organs import ORGANS
from diary.fields.raynaud import ATTACK_COUNT, ATTACK_MINUTES, DAY_PATTERN, RAYNAUD
from diary.fields.skin import SKIN, SKIN_CHECK

__all__ = ["ATTACK_COUNT", "ATTACK_MINUTES", "CATALOGUE", "DAY_PATTERN", "SECTIONS", "SKIN_CHECK"]

CATALOGUE = Catalogue((*SKIN, *RAYNAUD, *DIGESTION, *ORGANS, *GENERAL))
