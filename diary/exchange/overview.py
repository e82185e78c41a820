"""What a dry run found, small enough for a page: counted and in words, without the records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.records import Record, days_of
from diary.exchange.content import Refusal
from diary.exchange.importing import DryRun
from diary.exchange.words import counts
from diary.field import Catalogue
from diary.merging import Choices, Conflict


@dataclass(frozen=True, slots=True)
class Overview:
    """What a file would bring: `kinds` in words (“12 readings”), `days` the first and the last.

    `kept` counts preferences that the diary has otherwise, `mended` photos whose lost picture is in
    the file.
    """

    new: int
    kinds: tuple[str, ...]
    days: tuple[date, date] | None
    same: int
    kept: int
    mended: int
    conflicts: tuple[Conflict, ...]
    refusals: tuple[Refusal, ...]
    left_out: tuple[Refusal, ...]
    notices: tuple[str, ...]
    catalogue: Catalogue

    def written(self, choices: Choices) -> int:
        """How many entries an import would write."""
        taken = (each for each in self.conflicts if choices.takes(each))
        return self.new + self.mended + sum(1 + len(each.along) for each in taken)


def overview(run: DryRun) -> Overview:
    """The overview of a dry run."""
    content, plan = run.content, run.plan
    return Overview(
        new=len(plan.new),
        kinds=tuple(counts(plan.new)),
        days=_span(plan.new),
        same=plan.same,
        kept=len(plan.kept),
        mended=len(run.mended),
        conflicts=plan.conflicts,
        refusals=tuple(content.refusals),
        left_out=tuple(content.left_out),
        notices=tuple(content.notices),
        catalogue=run.catalogue,
    )


def _span(records: Iterable[Record]) -> tuple[date, date] | None:
    days = {day for record in records for day in days_of(record)}
    return (min(days), max(days)) if days else None
