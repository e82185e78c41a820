"""What is said of patches and of their sizes. Pure rules over records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.records import Patch, PatchCheck
from diary.event_words import PATCH_REGIONS, mid_line, word
from diary.i18n import _, format_day, format_number, ngettext
from diary.logic.periods import Period


@dataclass(frozen=True, slots=True)
class PatchHistory:
    """A patch and its checks, the newest first."""

    patch: Patch
    checks: tuple[PatchCheck, ...] = ()


def histories(patches: Iterable[Patch], checks: Iterable[PatchCheck]) -> list[PatchHistory]:
    """The patches that are there, the newest first, then those that have settled."""
    known = sorted(checks, key=lambda check: check.day, reverse=True)
    found = [
        PatchHistory(patch, tuple(check for check in known if check.patch == patch.id))
        for patch in patches
    ]
    found.sort(key=lambda each: (each.patch.noticed, each.patch.id), reverse=True)
    return sorted(found, key=lambda each: each.patch.settled is not None)


def by_region(found: Sequence[PatchHistory]) -> dict[str, list[PatchHistory]]:
    """The patches of each region that has one."""
    regions: dict[str, list[PatchHistory]] = {}
    for each in found:
        regions.setdefault(each.patch.region, []).append(each)
    return regions


def has_size(check: PatchCheck) -> bool:
    """Whether a check says anything."""
    return any(part is not None for part in (check.length_cm, check.width_cm, check.shiny))


# Words.


def place_words(patch: Patch) -> str:
    """Where it is and what shape it has: "Right thigh, an oval"."""
    return f"{word(PATCH_REGIONS, patch.region)}, {mid_line(patch.shape)}"


def state_words(patch: Patch) -> str:
    """Since when it is there, and whether it has settled."""
    noticed = _("Noticed {day}").format(day=format_day(patch.noticed))
    if patch.settled is None:
        return noticed
    return f"{noticed} · " + _("settled {day}").format(day=format_day(patch.settled))


def size_words(check: PatchCheck) -> str:
    """How large and how it looked: "4.5 × 2 cm, shiny"; what was not recorded is not said."""
    return ", ".join(filter(None, (_size(check), _shine(check))))


def _size(check: PatchCheck) -> str:
    length, width = check.length_cm, check.width_cm
    if length is not None and width is not None:
        return _("{length} × {width} cm").format(length=_number(length), width=_number(width))
    if length is not None:
        return _("{length} cm long").format(length=_number(length))
    return _("{width} cm wide").format(width=_number(width)) if width is not None else ""


def _shine(check: PatchCheck) -> str:
    if check.shiny is None:
        return ""
    return _("shiny") if check.shiny else _("not shiny")


def _number(centimetres: float) -> str:
    return format_number(centimetres, 2)


def last_size_words(history: PatchHistory) -> str:
    """The newest size with its day; empty where none was measured."""
    if not history.checks:
        return ""
    newest = history.checks[0]
    return _("{size} on {day}").format(size=size_words(newest), day=format_day(newest.day))


def in_period(known: Iterable[PatchHistory], period: Period) -> list[PatchHistory]:
    """The patches that were there on any day of a period."""
    return [
        each
        for each in known
        if each.patch.noticed <= period.last
        and (each.patch.settled is None or each.patch.settled >= period.first)
    ]


def count_words(known: Iterable[PatchHistory], period: Period) -> str:
    """Patches of a period in one line: "3 patches, 1 new, 1 settled"; empty where there is none."""
    there = in_period(known, period)
    if not there:
        return ""
    new = sum(each.patch.noticed in period for each in there)
    settled = sum(_settled_in(each.patch, period) for each in there)
    return ", ".join(
        (
            ngettext("{n} patch", "{n} patches", len(there)),
            ngettext("{n} new", "{n} new", new),
            ngettext("{n} settled", "{n} settled", settled),
        )
    )


def _settled_in(patch: Patch, period: Period) -> bool:
    return patch.settled is not None and patch.settled in period
