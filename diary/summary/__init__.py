"""The PDF for an appointment: page 1 of figures, page 2 of charts, an appendix if wanted.

`make` is the one way in: `collect` turns the diary into words and numbers, `render` sets them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from db.records import Profile
from db.store import Reader
from diary.field import Catalogue
from diary.i18n import _, speaking
from diary.logic.periods import Period
from diary.summary.collect import collect
from diary.summary.options import Options, Paper

__all__ = ["Options", "Paper", "file_name", "make"]

LONGEST_NAME = 60
Progress = Callable[[int, int], None]
"""Told how many steps of how many are done; whatever it raises stops the work."""


def no_progress(_done: int, _steps: int) -> None:
    """Nobody wants to know."""


def make(
    reader: Reader,
    catalogue: Catalogue,
    period: Period,
    options: Options,
    progress: Progress = no_progress,
) -> bytes:
    """The summary of a period as a PDF file's bytes. `progress` may raise to stop it."""
    from diary.summary.render import render  # noqa: PLC0415 - loads Typst: not before it is wanted

    with speaking(options.language):
        return render(collect(reader, catalogue, period, options), options.made, progress)


def file_name(profile: Profile, period: Period) -> str:
    """A dated name that sorts by date: "2026-11-21 Scleroderma diary Ann Lee.pdf".

    Holds no character that a file system refuses.
    """
    words = f"{period.last.isoformat()} {_('Scleroderma diary')} {profile.name}"
    safe = re.sub(r'[\x00-\x1f<>:"/\\|?*]', " ", words)
    return " ".join(safe.split())[:LONGEST_NAME].rstrip(". ") + ".pdf"
