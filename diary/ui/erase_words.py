"""What goes and what stays when everything is erased, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from diary.i18n import N_, _, ngettext
from diary.trace_kinds import Kind
from diary.traces import Traces
from diary.ui.privacy_words import UNREACHED, size_words

NAMED = 5
"""So many files that are not ours are named; of more it is said how many there are."""

ABOUT = N_(
    "This erases all that the program keeps of you on this computer. We cannot bring it back, and "
    "neither can you, unless you have a copy elsewhere."
)
LAST = N_(
    "After this, your diary is gone for good, with its photos and the backups in its folder: "
    "{folder}"
)
COPY = N_(
    "You can keep a copy: one file with your entries as tables and your photos, which other "
    "programs can read. It is not locked: whoever has the file can read it."
)


def goes(traces: Traces) -> Iterator[str]:
    """What is erased in any case, a line a kind."""
    for kind in Kind:
        files = traces.of(kind)
        if files and kind is not Kind.SECOND:
            about, size = kind.value, size_words(files)
            number = ngettext("{n} file", "{n} files", len(files))
            words = _("{name} ({number}, {size}): {holds}")
            yield words.format(name=about.name, number=number, size=size, holds=about.holds)


def second_words(second: Path, files: Sequence[Path]) -> str:
    """What can be erased in the second place."""
    if files:
        number = ngettext("{n} backup", "{n} backups", len(files))
        return _("{number} in {folder}").format(number=number, folder=second)
    if second.is_dir():
        return _("In the second place there is no backup of this diary: {folder}").format(
            folder=second
        )
    return _(
        "Your second place is not there now: {folder}. Backups in it stay. To erase them as well, "
        "close this, connect the place, and come back."
    ).format(folder=second)


def last(folder: Path, second: Path | None) -> Iterator[str]:
    """What the last button does."""
    yield str(LAST).format(folder=folder)
    if second is not None:
        yield _("So are its backups in the second place: {folder}").format(folder=second)
    yield _("Press the button below only if you want that.")


def stays(foreign: Sequence[Path]) -> Iterator[str]:
    """What is not touched."""
    yield from map(str, UNREACHED)
    yield from _others(foreign)


def left(stuck: Sequence[Path], foreign: Sequence[Path]) -> Iterator[str]:
    """What is still there afterwards."""
    if stuck:
        words = _("The computer did not let these files go. Delete them yourself: {files}")
        yield words.format(files=_named(stuck))
    yield from _others(foreign)


def _others(foreign: Sequence[Path]) -> Iterator[str]:
    if foreign:
        words = _("What is in the same folders and was not made by this diary: {files}")
        yield words.format(files=_named(foreign))


def _named(files: Sequence[Path]) -> str:
    names = ", ".join(map(str, files[:NAMED]))
    more = len(files) - NAMED
    if more <= 0:
        return names
    rest = ngettext("{n} more", "{n} more", more)
    return _("{names} and {rest}").format(names=names, rest=rest)
