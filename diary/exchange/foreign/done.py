"""What was done to the cells of a table on the way, in sentences for the dry run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from diary.exchange.foreign.mapping import NOTE, Plan, Several
from diary.exchange.foreign.meaning import Meaning
from diary.exchange.foreign.scale import became, same
from diary.exchange.parts import shown
from diary.field import Catalogue
from diary.i18n import _, format_list, ngettext

FEW = 5


@dataclass(slots=True)
class Done:
    """Counts while a table is read."""

    plan: Plan
    fields: Catalogue
    several: set[tuple[date, str]] = field(default_factory=set)
    _rounded: int = 0
    _nothing: Counter[str] = field(default_factory=Counter)

    def note(self, text: str, meant: Meaning | None) -> None:
        """Count a cell by what it meant."""
        if meant is None:
            self._nothing[text] += 1
        elif meant.was_rounded:
            self._rounded += 1

    def sentences(self) -> Iterator[str]:
        """What the patient should know of it."""
        yield from self._rescaled()
        if self._rounded:
            yield ngettext(
                "{n} number was rounded to what its field can hold.",
                "{n} numbers were rounded to what their fields can hold.",
                self._rounded,
            )
        if self.several:
            yield self._several_words(len(self.several))
        if self._nothing:
            cells = ngettext("{n} cell", "{n} cells", self._nothing.total())
            yield _("Taken as not recorded: {cells} with {texts}.").format(
                cells=cells, texts=self._said()
            )
        if left := [str(thing) for thing, take in self.plan.takes.items() if not take.to]:
            yield _("Left out, as you chose: {names}.").format(names=_first(left))

    def _rescaled(self) -> Iterator[str]:
        for thing, take in self.plan.takes.items():
            if take.scale and take.to not in {"", NOTE}:
                taken = self.fields[take.to]
                if take.scale != same(taken):
                    words = became(taken, take.scale)
                    yield _("“{name}”: {rule}").format(name=shown(str(thing)), rule=words)

    def _several_words(self, count: int) -> str:
        if self.plan.several is Several.LAST:
            return ngettext(
                "On {n} occasion a day had several values of one thing: the last was taken.",
                "On {n} occasions a day had several values of one thing: the last was taken.",
                count,
            )
        return ngettext(
            "On {n} occasion a day had several values of one thing: the highest was taken.",
            "On {n} occasions a day had several values of one thing: the highest was taken.",
            count,
        )

    def _said(self) -> str:
        return _first([text for text, _count in self._nothing.most_common()])


def _first(texts: list[str]) -> str:
    """The first few of some texts, and how many more there are."""
    named = [_("“{text}”").format(text=shown(text)) for text in texts[:FEW]]
    if (more := len(texts) - FEW) > 0:
        named.append(ngettext("{n} more", "{n} more", more))
    return format_list(named)
