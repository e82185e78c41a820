"""Backups, and what restoring one would change, in words. Used by the dialog of restoring."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from db.backup_folder import Occasion
from db.records import Attack, Note, Photo, Reading
from diary.i18n import N_, Message, _, format_number, ngettext
from diary.ui.backup_words import moment_words

if TYPE_CHECKING:
    from db.difference import Both, Difference
    from db.restore import Stage
    from diary.restoring import Listed, Preview

MEGABYTE = 1_000_000

WHY = {
    Occasion.PHOTOS: N_("with photos"),
    Occasion.RESTORE: N_("before a restore"),
    Occasion.IMPORT: N_("before an import"),
    Occasion.UPDATE: N_("before an update of the program"),
    Occasion.KEYS: N_("before a new passphrase"),
}

KINDS: dict[type, Message] = {
    Reading: N_("Values"),
    Note: N_("Notes"),
    Attack: N_("Attacks"),
    Photo: N_("Photos"),
}
"""The kinds that are named; all others are counted together."""


def listed_words(listed: Listed, now: datetime, *, whole: bool | None) -> str:
    """A backup on two lines: when and why; how much, how large, and whether it is whole."""
    if listed.about is None:
        return "\n".join((listed.file.name, _("Damaged: it cannot be used.")))
    when = moment_words(listed.about.made, now)
    why = [str(WHY[listed.occasion])] if listed.occasion in WHY else []
    where = [_("in the second place")] if listed.second else []
    parts = [
        ngettext("{n} entry", "{n} entries", listed.about.rows),
        _("{size} MB").format(size=format_number(max(listed.size / MEGABYTE, 0.1))),
        _state(whole),
    ]
    return "\n".join((" · ".join([when, *why, *where]), " · ".join(parts)))


def _state(whole: bool | None) -> str:  # noqa: FBT001 - an answer, or none yet
    if whole is None:
        return _("not checked yet")
    return _("checked: it is whole") if whole else _("damaged: it cannot be used")


def preview_words(preview: Preview, now: datetime) -> str:
    """What is about to happen."""
    words = _("Your diary would be as it was at this moment: {moment}.")
    lines = [words.format(moment=moment_words(preview.about.made, now))]
    if not preview.own:
        lines.append(_("This backup is of another diary than the present one."))
    lines.append(
        _(
            "What you entered since then is no longer shown after that. It is not lost: your "
            "present diary is backed up first, and you can go back to it."
        )
    )
    return "\n\n".join(lines)


def change_lines(difference: Difference) -> Iterator[str]:
    """Kind by kind, how many there would be and how many there are."""
    yield _line(_("Days with entries"), difference.days)
    named = {kind: both for kind, both in difference.kinds.items() if kind in KINDS}
    for kind, name in KINDS.items():
        if named[kind].here or named[kind].there:
            yield _line(str(name), named[kind])
    others = [both for kind, both in difference.kinds.items() if kind not in KINDS]
    if any(both.here or both.there for both in others):
        yield _line(_("Everything else"), _sum(others))


def _sum(several: list[Both]) -> Both:
    from db.difference import Both  # noqa: PLC0415 - loaded by then

    return Both(
        sum(each.here for each in several),
        sum(each.there for each in several),
        sum(each.both for each in several),
        sum(each.differ for each in several),
    )


def _line(name: str, both: Both) -> str:
    words = _("{name}: {there} in the backup, {now} now")
    said = words.format(name=name, there=format_number(both.there), now=format_number(both.here))
    more = [
        (both.only_here, _("{n} only now")),
        (both.only_there, _("{n} only in the backup")),
        (both.differ, _("{n} that differ")),
    ]
    parts = [text.format(n=format_number(number)) for number, text in more if number]
    return f"{said} ({', '.join(parts)})" if parts else said


def stage_words(stage: Stage) -> str:
    """How far a restore has come."""
    words = (
        _("Step 1 of 3: the backup is being read and checked…"),
        _("Step 2 of 3: your present diary is being kept…"),
        _("Step 3 of 3: the backup takes its place…"),
    )
    return words[stage.value - 1]
