"""The patches of a period with their sizes, for the appendix."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from db.records import Patch, PatchCheck
from db.store import Reader
from diary.i18n import _, format_short_day
from diary.logic.patches import (
    PatchHistory,
    count_words,
    histories,
    in_period,
    place_words,
    size_words,
    state_words,
)
from diary.logic.periods import Period
from diary.summary.content import Block, Row


def patch_blocks(reader: Reader, period: Period) -> tuple[Block, ...]:
    """A table of the patches that were there, or none."""
    known = histories(reader.events(Patch), reader.events(PatchCheck))
    there = in_period(known, period)
    if not there:
        return ()
    heading = _("Patches of skin: {counts}").format(counts=count_words(known, period))
    rows = tuple(Row(place_words(each.patch), (_told(each, period.last),)) for each in there)
    columns = (_("Patch"), _("Words"))
    return (Block(heading, columns, rows, nothing=_("Nothing recorded.")),)


def _told(history: PatchHistory, last: date) -> str:
    """Since when, each size up to the last day, and the patient’s words."""
    sizes = reversed([check for check in history.checks if check.day <= last])
    parts = [state_words(history.patch), "; ".join(_sizes(sizes)), history.patch.note.strip()]
    return ". ".join(part for part in parts if part)


def _sizes(checks: Iterator[PatchCheck]) -> Iterator[str]:
    for check in checks:
        day = format_short_day(check.day, year=True)
        yield _("{day}: {size}").format(day=day, size=size_words(check))
