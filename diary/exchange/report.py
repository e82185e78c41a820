"""What an import did, or would do, in sentences. Used by the command; the window has its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diary.exchange.importing import DryRun
from diary.exchange.words import counted, where
from diary.i18n import _, format_day, format_time, ngettext
from diary.merging import Choices, Conflict, recorded_at

MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Report:
    """`lines` are sentences for the user. Where `refused` is not 0, nothing at all was added.

    `added` counts what is new or brought back, `replaced` what took the place of something.
    """

    added: int
    replaced: int
    skipped: int
    refused: int
    lines: tuple[str, ...]


def report(run: DryRun, choices: Choices, *, done: bool) -> Report:
    """What was done to the diary, or would be."""
    content, plan = run.content, run.plan
    if content.refusals:
        lines = (*_first(map(str, content.refusals)), *content.notices)
        return Report(0, 0, 0, len(content.refusals), lines)
    added = _("Added: {what}.") if done else _("Would be added: {what}.")
    parted = _Parted(run, choices)
    back = sum(1 + len(each.along) for each in parted.back)
    skipped = plan.same + len(plan.kept) + len(parted.stays) + len(parted.away)
    lines = (
        added.format(what=counted(plan.new)),
        *parted.mended_lines(),
        *parted.conflict_lines(),
        *parted.skipped_lines(),
        *_first(map(str, content.left_out)),
        *content.notices,
    )
    return Report(len(plan.new) + back, len(parted.replaced), skipped, 0, lines)


class _Parted:
    """The conflicts of a dry run by what becomes of them."""

    def __init__(self, run: DryRun, choices: Choices) -> None:
        self._run = run
        taken = {each.key for each in run.plan.taken(choices)}
        ended = [(each, each.mine is not None, each.key in taken) for each in run.plan.conflicts]
        self.replaced = [each for each, here, theirs in ended if here and theirs]
        self.stays = [each for each, here, theirs in ended if here and not theirs]
        self.back = [each for each, here, theirs in ended if not here and theirs]
        self.away = [each for each, here, theirs in ended if not here and not theirs]

    def mended_lines(self) -> Iterator[str]:
        if mended := len(self._run.mended):
            yield ngettext(
                "{n} photo that had lost its picture has it again.",
                "{n} photos that had lost their pictures have them again.",
                mended,
            )

    def conflict_lines(self) -> Iterator[str]:
        if self.replaced:
            yield ngettext(
                "Replaced: {n} entry of the diary by that of the file:",
                "Replaced: {n} entries of the diary by those of the file:",
                len(self.replaced),
            )
            yield from self._named(self.replaced)
        if self.back:
            yield ngettext(
                "Brought back: {n} entry that was deleted in the diary:",
                "Brought back: {n} entries that were deleted in the diary:",
                len(self.back),
            )
            yield from self._named(self.back)
        if self.stays:
            yield ngettext(
                "Skipped: {n} entry that is already recorded with another value, which stays:",
                "Skipped: {n} entries that are already recorded with other values, which stay:",
                len(self.stays),
            )
            yield from self._named(self.stays)
        if self.away:
            yield ngettext(
                "Skipped: {n} entry that was deleted in the diary and stays deleted:",
                "Skipped: {n} entries that were deleted in the diary and stay deleted:",
                len(self.away),
            )
            yield from self._named(self.away)

    def skipped_lines(self) -> Iterator[str]:
        if same := self._run.plan.same:
            yield ngettext(
                "Skipped: {n} entry that is in the diary already.",
                "Skipped: {n} entries that are in the diary already.",
                same,
            )
        if kept := len(self._run.plan.kept):
            yield ngettext(
                "Skipped: {n} setting that is different in this diary.",
                "Skipped: {n} settings that are different in this diary.",
                kept,
            )

    def _named(self, conflicts: list[Conflict]) -> Iterator[str]:
        return _first(
            f"{where(each.theirs, self._run.catalogue)}{_when(each)}" for each in conflicts
        )


def _when(conflict: Conflict) -> str:
    """When both were recorded, where that is known of both."""
    here, there = conflict.deleted_at or recorded_at(conflict.mine), recorded_at(conflict.theirs)
    if here is None or there is None:
        return ""
    sentence = (
        _(" (here deleted {here}, in the file recorded {there})")
        if conflict.mine is None
        else _(" (here recorded {here}, in the file {there})")
    )
    moments = [f"{format_day(at.date())} {format_time(at)}" for at in (here, there)]
    return sentence.format(here=moments[0], there=moments[1])


def _first(lines: Iterable[str]) -> Iterator[str]:
    """The first lines, and how many more there are."""
    every = list(lines)
    yield from every[:MOST_LINES]
    if len(every) > MOST_LINES:
        yield ngettext("… and {n} more.", "… and {n} more.", len(every) - MOST_LINES)
