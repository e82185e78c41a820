"""What had no room on the first pages, in full: only what the pages themselves point to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diary.i18n import _
from diary.logic.visits import next_visit
from diary.summary.care import CareRecords
from diary.summary.care_content import Care
from diary.summary.content import Block, Row, Talk, Watched
from diary.summary.days import Days
from diary.summary.rest_keys import MEDICINES, NAMES, QUESTIONS, SORES
from diary.summary.words import (
    LONGEST_ID,
    LONGEST_LABEL,
    LONGEST_NAME,
    LONGEST_UNIT,
    LONGEST_WHO,
    shortened,
    unit,
)


def rest(blocks: Iterable[Block], talk: Talk, care: Care, watched: Watched) -> tuple[Block, ...]:
    """Of these tables those that the first pages point to."""
    medicines = (care.now.more, care.changes.more, care.bars_more)
    needed = {
        NAMES: True,
        QUESTIONS: bool(talk.more),
        MEDICINES: any(medicines),
        SORES: any(part.more for part in watched.parts),
    }
    return tuple(block for block in blocks if needed.get(block.key))


def names_block(days: Days, records: CareRecords) -> tuple[Block, ...]:
    """The names that are too long for their places; no table where none is."""
    rows = tuple(
        Row(what, (" ".join(words.split()),))
        for what, words, longest in _names(days, records)
        if shortened(words, longest) != " ".join(words.split())
    )
    if not rows:
        return ()
    columns = (_("What"), _("In full"))
    return (Block(_("Names in full"), columns, rows, nothing=_("Nothing recorded."), key=NAMES),)


def _names(days: Days, records: CareRecords) -> Iterator[tuple[str, str, int]]:
    yield _("Name"), days.profile.name, LONGEST_NAME
    yield _("ID"), days.profile.patient_id, LONGEST_ID
    visit = next_visit(records.visits, days.made.date())
    if visit:
        yield _("Visit"), visit.who, LONGEST_WHO
    for field in days.numeric:
        yield _("Field"), str(field.label), LONGEST_LABEL
        yield _("Unit"), unit(field), LONGEST_UNIT
