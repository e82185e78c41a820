"""Numbers as other programs write them: 3.5 or 3,5, and 1,234 that can be either.

As with dates, the decimal sign is asked where a file allows both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from diary.exchange.foreign import ways

SPACES = "\u0020\u00a0\u202f\u2009'’"
"""What may stand between thousands, whatever the decimal sign is."""


class Sign(StrEnum):
    """What stands before the decimals."""

    POINT = "."
    COMMA = ","

    @property
    def other(self) -> Sign:
        """What may stand between thousands then."""
        return Sign.COMMA if self is Sign.POINT else Sign.POINT


def _pattern(sign: Sign) -> re.Pattern[str]:
    between = f"[{re.escape(sign.other)}{SPACES}]"
    whole = rf"[0-9]{{1,12}}|[0-9]{{1,3}}(?:{between}[0-9]{{3}}){{1,3}}"
    return re.compile(
        rf"(?P<minus>[-−+]?)(?P<whole>{whole})(?:{re.escape(sign)}(?P<part>[0-9]{{1,17}}))?"
    )


PATTERNS = {sign: _pattern(sign) for sign in Sign}


def read(text: str, sign: Sign) -> Decimal | None:
    """The number of a text; None where it is none with this decimal sign."""
    found = PATTERNS[sign].fullmatch(text.strip())
    if not found:
        return None
    whole = re.sub("[^0-9]", "", found["whole"])
    number = Decimal(f"{whole}.{found['part'] or 0}")
    return -number if found["minus"] in {"-", "−"} else number


def is_number(text: str) -> bool:
    """Whether it is a number with any decimal sign."""
    return any(read(text, sign) is not None for sign in Sign)


def find(texts: Iterable[str]) -> ways.Finding[Sign]:
    """The decimal signs with which all of these numbers can be read."""
    return ways.find(texts, Sign, read)
