"""Words that several pictures of Raynaud's patterns share. No matplotlib."""

from __future__ import annotations

from diary.field import GROUP_NAMES, Group
from diary.i18n import _, format_day, format_number, format_percent, ngettext
from diary.logic.patterns import FEWEST_ATTACKS
from diary.logic.periods import Period


def period_words(period: Period) -> str:
    """The days that a chart shows: "1 September 2026 to 22 November 2026"."""
    return _("{first} to {last}").format(
        first=format_day(period.first), last=format_day(period.last)
    )


def alone_title(title: str) -> str:
    """The title of a chart that stands alone, in a file."""
    return _("{group}: {title}").format(group=GROUP_NAMES[Group.RAYNAUD], title=title)


def attacks_words(number: int) -> str:
    """So many attacks."""
    return ngettext("{n} attack", "{n} attacks", number)


def few_attacks(said: str) -> str:
    """What is there, and from when on it is drawn."""
    return _(
        "{said} That is too few to show: a pattern of less than {least} could be chance alone."
    ).format(said=said, least=format_number(FEWEST_ATTACKS))


def share_words(number: int, of: int) -> str:
    """A number with its share: "12 · 40%"."""
    return f"{format_number(number)} · {format_percent(number / of)}"
