"""What is said of the files on this computer: by the privacy page, and before they are erased."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from diary.i18n import N_, Message, _, format_number
from diary.paths import Places
from diary.trace_kinds import Guard, Kind
from diary.traces import place_of

KILOBYTE, MEGABYTE = 1_000, 1_000_000

NEVER = (
    N_(
        "Nothing is sent anywhere by itself. The program has no account, asks no server, looks "
        "for no updates, and opens no connection to the internet."
    ),
    N_(
        "Only if you print, it asks the printing service of your computer, which passes the pages "
        "on to your printer."
    ),
    N_("Nobody counts how you use it, and no report is sent when something fails."),
    N_(
        "Nothing that you write goes into the log, into the report of a failure, or into the title "
        "of a locked window."
    ),
    N_("Links to the web open in your browser, and only when you choose them."),
)
"""What leaves this computer: nothing by itself."""

WHILE_OPEN = (
    N_(
        "While the diary is open, whoever sits at this computer can read it, and so can a program "
        "that spies on it. Lock the diary when you leave it (Ctrl+L)."
    ),
    N_(
        "A computer that is put to deep sleep, or is short of memory, writes a part of its memory "
        "to its disk. Only the encryption of the whole disk, which you can switch on in your "
        "computer’s own settings, protects that."
    ),
)
"""What no program can promise."""

UNREACHED = (
    N_(
        "What you saved or printed yourself: summaries, charts, exports, files for a phone’s "
        "calendar."
    ),
    N_("Backups and copies of the folder that you took to other places yourself."),
    N_(
        "What your computer keeps of its own accord: its own backups and snapshots, copies by a "
        "cloud program, lists of fonts and of the files used last, what you copied to paste it, "
        "pages that were printed (your recovery code among them)."
    ),
)
"""What lies outside: the program neither knows where it is nor can it erase it."""

TRACES = N_(
    "A disk can keep traces of erased files for a while. The keys are overwritten first. If you "
    "had a passphrase, such traces can be read only with your recovery code, or with the "
    "passphrase and a trace of the key: destroy the printed code, too. If you had none, an expert "
    "may still find some."
)


SEALED: dict[Guard, Message] = {
    Guard.KEY: N_("Encrypted: it opens only with your passphrase or your recovery code."),
    Guard.APART: N_("Encrypted: it opens only with your passphrase or your recovery code."),
    Guard.OWN: N_("Encrypted; its key lies beside it. Nothing of your diary is in it."),
    Guard.WORDS: N_("Locked with your passphrase."),
}
OPEN: dict[Guard, Message] = {
    Guard.KEY: N_("Encrypted, but its key is not locked: whoever opens the folder can read it."),
    Guard.APART: N_("Encrypted; its key lies with the diary."),
    Guard.OWN: SEALED[Guard.OWN],
    Guard.WORDS: N_(
        "Not locked, as you have no passphrase: whoever has this file and the diary can read it."
    ),
}
PLAIN = N_("Not encrypted. Nothing that you write is in it.")


def guard_words(guard: Guard, *, sealed: bool) -> str:
    """Who can read it. `sealed`: the diary has a passphrase."""
    return str((SEALED if sealed else OPEN).get(guard, PLAIN))


def place_words(kind: Kind, places: Places, second: Path | None) -> str:
    """Where it lies."""
    place = place_of(kind, places, second)
    if place is not None:
        return str(place)
    return _("You have chosen none.") if kind is Kind.SECOND else _("Kept by the system itself.")


def size_words(files: Iterable[Path]) -> str:
    """How large some files are together."""
    size = sum(each.stat().st_size for each in files if each.exists())
    if size < MEGABYTE / 10:
        return _("{size} kB").format(size=format_number(max(size / KILOBYTE, 1), 0))
    return _("{size} MB").format(size=format_number(size / MEGABYTE))
