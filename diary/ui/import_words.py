"""What an import would do, and what it is doing, in words. Used by its dialog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from db.records import Reading, Record
from diary.exchange.words import where
from diary.i18n import N_, _, format_days, format_number, ngettext
from diary.importing import Progress, Stage
from diary.logic.part_words import differences
from diary.logic.record_words import Teller
from diary.merging import Conflict, recorded_at
from diary.ui.backup_words import moment_words

if TYPE_CHECKING:
    from diary.exchange.overview import Overview
    from diary.field import Catalogue

LONGEST = 300
"""Signs of one value that are shown; more would fill the dialog."""
SHORT = 40
"""The same in a list."""

STAGES = {
    Stage.READING: N_("Reading the file…"),
    Stage.COMPARING: N_("Comparing it with your diary…"),
    Stage.KEEPING: N_("Backing up your diary first…"),
    Stage.WRITING: N_("Importing…"),
}


def progress_words(progress: Progress) -> str:
    """What is being done, and how far it is."""
    said = str(STAGES[progress.stage])
    if not progress.count:
        return said
    return _("{stage} {n} entries so far").format(stage=said, n=format_number(progress.count))


def headline(overview: Overview, written: int) -> str:
    """What the file comes to, in one line."""
    if overview.refusals:
        return _("This file cannot be imported as it is")
    if written:
        return ngettext(
            "{n} entry would come into your diary",
            "{n} entries would come into your diary",
            written,
        )
    return _("Your diary has everything that is in this file")


def new_words(overview: Overview) -> str:
    """What is new, kind by kind, and of which days."""
    lines = list(overview.kinds)
    if overview.days:
        lines.append(_("Days: {days}").format(days=format_days(*overview.days)))
    return "\n".join(lines)


def there_lines(overview: Overview) -> Iterator[str]:
    """What is not brought because it is there, and what is mended."""
    if overview.same:
        yield ngettext(
            "{n} entry is in your diary already. It is skipped.",
            "{n} entries are in your diary already. They are skipped.",
            overview.same,
        )
    if overview.kept:
        yield ngettext(
            "{n} setting is different here. It stays as it is.",
            "{n} settings are different here. They stay as they are.",
            overview.kept,
        )
    if overview.mended:
        yield ngettext(
            "{n} photo that has lost its picture gets it back.",
            "{n} photos that have lost their pictures get them back.",
            overview.mended,
        )


def conflict_name(conflict: Conflict, catalogue: Catalogue) -> str:
    """Which entry it is."""
    if isinstance(conflict.theirs, Reading):
        return where(conflict.theirs, catalogue)
    return Teller(catalogue).told(conflict.theirs)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two forms of an entry: what it says, line by line, and when that was said."""

    lines: tuple[str, ...]
    when: str

    @property
    def short(self) -> str:
        """In one line."""
        text = ", ".join(self.lines).replace("\n", " ")
        return text if len(text) <= SHORT else text[:SHORT] + "…"


def sides(conflict: Conflict, catalogue: Catalogue, now: datetime) -> tuple[Side, Side]:
    """What the diary has, and what the file has."""
    theirs = _recorded(conflict.theirs, now)
    if conflict.deleted_at is not None:
        deleted = _("on {moment}").format(moment=moment_words(conflict.deleted_at, now))
        return Side((_("deleted"),), deleted), Side((_along(conflict),), theirs)
    pairs = list(differences(conflict.mine, conflict.theirs, catalogue)) if conflict.mine else []
    here = tuple(_cut(one) for one, _other in pairs) or (_("as it is here"),)
    there = tuple(_cut(other) for _one, other in pairs) or (_("as it is in the file"),)
    return Side(here, _recorded(conflict.mine, now)), Side(there, theirs)


def _along(conflict: Conflict) -> str:
    if not conflict.along:
        return _("still there")
    return ngettext(
        "still there, with {n} entry that belongs to it",
        "still there, with {n} entries that belong to it",
        len(conflict.along),
    )


def _recorded(record: Record | None, now: datetime) -> str:
    moment = recorded_at(record)
    words = _("recorded {moment}")
    return words.format(moment=moment_words(moment, now)) if moment else ""


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
