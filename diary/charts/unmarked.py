"""What has no room for its letter above a chart: counted in words, so that nothing is left out.

No matplotlib here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from textwrap import wrap
from typing import assert_never

from diary.charts.happened import TITLE, Flag, What
from diary.charts.lettering import LETTER
from diary.charts.style import SMALL, Style
from diary.i18n import _, format_list, ngettext


def unmarked_words(flags: Iterable[Flag]) -> str:
    """How many of each kind are not marked; empty where all are."""
    counts = Counter(flag.what for flag in flags)
    if not counts:
        return ""
    told = [_counted(kind, counts[kind]) for kind in What if counts[kind]]
    return _("No room to mark {counts}: read them day by day, or under “{title}”.").format(
        counts=format_list(told), title=TITLE
    )


def in_lines(words: str, width: float, style: Style) -> list[str]:
    """The words in lines of small text that fit; none of no words."""
    return wrap(words, max(8, int(width / (LETTER * SMALL * style.em))))


def _counted(kind: What, number: int) -> str:
    match kind:
        case What.VISIT:
            return ngettext("{n} visit", "{n} visits", number)
        case What.MEDICINE:
            return ngettext("{n} change of medicines", "{n} changes of medicines", number)
        case What.SORE:
            return ngettext("{n} sore noticed", "{n} sores noticed", number)
        case What.HEALED:
            return ngettext("{n} sore healed", "{n} sores healed", number)
        case What.NOTE:
            return ngettext("{n} note", "{n} notes", number)
        case _:
            assert_never(kind)
