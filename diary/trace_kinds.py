"""The kinds of files that the program keeps on this computer, in words.

The privacy page, the dialog that erases and docs/privacy.md all say the same because of this list.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from diary.i18n import N_, Message


class Guard(Enum):
    """What keeps others from reading a file: the diary's key, the passphrase, or nothing.

    `APART`: the diary's key, which does not lie beside the file. `OWN`: another key, beside it.
    """

    KEY = "key"
    APART = "apart"
    OWN = "own"
    WORDS = "words"
    NOTHING = "nothing"


class About(NamedTuple):
    """What a kind of file is called, what is in it, what guards it, and its usual name."""

    name: Message
    holds: Message
    guard: Guard
    usual: str


class Kind(Enum):
    """In the order in which they are shown."""

    DIARY = About(
        N_("The diary"),
        N_("All that you enter, and what you deleted, for at least 30 days."),
        Guard.KEY,
        "diary.db",
    )
    PHOTOS = About(N_("Photos"), N_("The pictures that you added."), Guard.KEY, "photos.db")
    DRAFT = About(
        N_("Half-typed words"),
        N_("What you were typing when the diary locked. It goes when you open the diary again."),
        Guard.KEY,
        "drafts.db",
    )
    KEYS = About(
        N_("The key"),
        N_("What opens the diary and its backups. It is kept twice, in case one is damaged."),
        Guard.WORDS,
        "keys.json, keys.copy.json",
    )
    BACKUPS = About(
        N_("Backups"),
        N_(
            "Copies of the diary, some with the photos, each with the key in it. They also hold "
            "what you deleted after they were made."
        ),
        Guard.KEY,
        "backups/",
    )
    SECOND = About(
        N_("Backups in the second place"),
        N_(
            "The newest daily backup and the newest with photos, each time: on a stick or in "
            "another folder that you chose."
        ),
        Guard.KEY,
        "Scleroderma Diary backups/",
    )
    READING = About(
        N_("A copy to read from"),
        N_("Only where the diary’s folder cannot be written. It goes when you close the diary."),
        Guard.APART,
        "scleroderma-diary-read-…/",
    )
    SAMPLE = About(
        N_("A sample diary"),
        N_("Made up, to look around in, with what you try there. It goes when you go back."),
        Guard.OWN,
        "scleroderma-diary-sample-…/",
    )
    WINDOW = About(
        N_("Mark that the diary is open"),
        N_("That the diary is open, and this computer’s name. It goes when you close the diary."),
        Guard.NOTHING,
        "window.lock",
    )
    SETTINGS = About(
        N_("Settings"),
        N_(
            "Text size, look, language, size of the window, reminder, lock, folders, and when the "
            "last backup and check were."
        ),
        Guard.NOTHING,
        "settings.ini",
    )
    LOG = About(
        N_("Log"),
        N_("When something failed, and where in the program. Never a word of yours."),
        Guard.NOTHING,
        "diary.log",
    )
    START = About(
        N_("Start with the computer"),
        N_("That the program starts by itself, if you chose so for the reminder."),
        Guard.NOTHING,
        "scleroderma-diary.desktop",
    )
