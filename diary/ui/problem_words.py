"""What is said when a diary does not open: what happened, what is safe, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from db import errors
from diary.errors import sentence
from diary.i18n import N_, Message, _
from diary.one_window import OtherComputerError, OtherPersonError
from diary.shared_place import CloudFolderError, NetworkFolderError


class Way(Enum):
    """Something that can be done; the first one of a plight is what we advise."""

    RESTORE = auto()
    SAVE = auto()
    AGAIN = auto()
    OTHER = auto()
    HERE = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class Plight:
    """Why a diary does not open, in plain words, and the ways out."""

    title: str
    happened: str
    safe: str
    todo: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    title: Message
    happened: Message
    safe: Message
    todo: Message
    ways: tuple[Way, ...]


_KEPT = N_("Nothing was changed. Whatever you choose, the damaged file is kept as well.")
_UNCHANGED = N_("Nothing was changed. What you saved is still there.")

_TOLD: dict[type[BaseException], _Told] = {
    errors.EmptyFileError: _Told(
        N_("The file of your diary is empty"),
        N_(
            "The file is there, but nothing is in it any more. This happens when a disk fails, or "
            "when another program writes into the folder. It is nothing that you did."
        ),
        _KEPT,
        N_("Restore the newest backup. What you entered after it was made is not in it."),
        (Way.RESTORE, Way.AGAIN, Way.OTHER),
    ),
    errors.DamagedError: _Told(
        N_("A part of your diary cannot be read"),
        N_(
            "The file with your entries is damaged. This happens when a disk fails, or when a "
            "computer goes off at a bad moment. It is nothing that you did."
        ),
        _KEPT,
        N_(
            "Restore the newest backup. What you entered after it was made is not in it: if that "
            "is a lot, save what can still be read instead. Neither choice is final."
        ),
        (Way.RESTORE, Way.SAVE, Way.AGAIN, Way.OTHER),
    ),
    errors.NoDiaryError: _Told(
        N_("Your diary is not where it was"),
        N_(
            "The folder of your diary is not there. Is it on a USB stick or a disk that is not "
            "connected now?"
        ),
        N_("Your entries are where you left them. No empty diary was made in their place."),
        N_(
            "Connect the stick or the disk, then try again. If you moved the diary, choose the "
            "folder where it is now."
        ),
        (Way.AGAIN, Way.OTHER, Way.NEW),
    ),
    errors.NotAFolderError: _Told(
        N_("There is a file in the place of your diary"),
        N_("Where the folder of your diary should be, there is a file of that name."),
        _UNCHANGED,
        N_("Choose the folder where your diary is."),
        (Way.OTHER, Way.AGAIN),
    ),
    errors.ReadOnlyError: _Told(
        N_("Nothing can be written in the folder of your diary"),
        N_(
            "The computer does not let this program write there. The disk or stick may be "
            "protected, or the folder may belong to someone else."
        ),
        _UNCHANGED,
        N_("Take the protection off, then try again. Or choose another folder."),
        (Way.AGAIN, Way.OTHER),
    ),
    errors.LockedError: _Told(
        N_("Another program is using your diary"),
        N_("A backup or cloud program, or a command of this program, is busy with the file."),
        _UNCHANGED,
        N_("Wait a minute, then try again. If that does not help, close the other program."),
        (Way.AGAIN, Way.OTHER),
    ),
    errors.DiskFullError: _Told(
        N_("The disk is full"),
        N_("There is no room left on the disk where your diary is."),
        _UNCHANGED,
        N_("Delete files that you do not need, or empty the bin. Then try again."),
        (Way.AGAIN, Way.OTHER),
    ),
    errors.DiskFailedError: _Told(
        N_("The disk gave an error"),
        N_("The computer could not read or write on the disk where your diary is."),
        N_("Nothing was changed. What was saved and can still be read is kept."),
        N_(
            "Try again. If this comes again, copy the folder of the diary to another disk, and "
            "choose it there."
        ),
        (Way.AGAIN, Way.OTHER),
    ),
    errors.ForeignFileError: _Told(
        N_("This file is not a diary of this program"),
        N_("The file has the name of a diary, but another program wrote it."),
        N_("Nothing was changed. Whatever you choose, this file is kept as well."),
        N_("If your diary is in another folder, choose that. Or restore the newest backup."),
        (Way.OTHER, Way.RESTORE, Way.AGAIN),
    ),
    errors.NewerDiaryError: _Told(
        N_("Your diary needs a newer version of this program"),
        N_(
            "It was last opened with a newer version (your diary has form {found}; this version "
            "knows up to form {known})."
        ),
        N_("Nothing was changed. All your entries are there."),
        N_("Install the newest version of this program, then try again."),
        (Way.AGAIN, Way.OTHER),
    ),
    errors.KeyLostError: _Told(
        N_("The small file that opens your diary is missing"),
        N_("The diary is locked so that nobody else can read it. Its key file is lost or damaged."),
        N_("Your entries are still there, and nothing was changed."),
        N_(
            "Have you got your recovery code? “Try again” asks for it, and all your entries are "
            "there. If not, restore the newest backup: it has the key file in it, but not what you "
            "entered after it was made."
        ),
        (Way.RESTORE, Way.AGAIN, Way.OTHER),
    ),
    errors.WrongKeyError: _Told(
        N_("The key file does not belong to this diary"),
        N_(
            "The diary is locked so that nobody else can read it. The key file beside it is of "
            "another diary. Perhaps files of two folders were mixed."
        ),
        N_("Nothing was changed. Whatever you choose, these files are kept as well."),
        N_(
            "Put the right key file back, then try again. Have you got your recovery code? “Try "
            "again” asks for it, and all your entries are there. If not, restore the newest "
            "backup: it has the key file in it, but not what you entered after it was made."
        ),
        (Way.RESTORE, Way.AGAIN, Way.OTHER),
    ),
    errors.LinkedFileError: _Told(
        N_("The file of your diary has two names"),
        N_(
            "The same file stands in two places (a “hard link”). Written under both names, it "
            "could be damaged, so it was not opened."
        ),
        _UNCHANGED,
        N_("Copy the file to a folder of its own, or remove the second name. Then try again."),
        (Way.AGAIN, Way.OTHER),
    ),
    OtherComputerError: _Told(
        N_("Your diary is open on another computer"),
        N_("It is open on the computer “{computer}”, or was not closed in order there."),
        _UNCHANGED,
        N_(
            "Close it there, then try again. If you are sure that it is not open there, open it "
            "here. Two computers at the same time could damage it."
        ),
        (Way.AGAIN, Way.HERE, Way.OTHER),
    ),
    CloudFolderError: _Told(
        N_("This folder is copied to the internet"),
        N_(
            "The folder is kept by {cloud}, which copies each file elsewhere while it is being "
            "written. That can damage a diary, or make two of it."
        ),
        N_("No diary was made yet."),
        N_(
            "Choose a folder on this computer. A cloud folder is a good second place for backups: "
            "you can choose it in the settings later."
        ),
        (Way.OTHER, Way.NEW),
    ),
    NetworkFolderError: _Told(
        N_("This folder is on another computer"),
        N_(
            "The folder is reached through the network. When that breaks off while something is "
            "written, a diary can be damaged."
        ),
        N_("No diary was made yet."),
        N_(
            "Choose a folder on this computer. The other computer is a good second place for "
            "backups: you can choose it in the settings later."
        ),
        (Way.OTHER, Way.NEW),
    ),
    OtherPersonError: _Told(
        N_("Someone else has this diary open"),
        N_("Another person who uses this computer has it open."),
        _UNCHANGED,
        N_("Ask them to close it, then try again."),
        (Way.AGAIN, Way.OTHER),
    ),
}

_MISSING = _Told(
    N_("The file of your diary is missing"),
    N_("The folder is there, but the file with your entries is not in it any more."),
    N_("No empty diary was made in its place, and nothing was changed."),
    N_(
        "If you moved the file, put it back and try again. If not, restore the newest backup: "
        "what you entered after it was made is not in it."
    ),
    (Way.RESTORE, Way.AGAIN, Way.OTHER, Way.NEW),
)


def plight_of(problem: Exception | str, folder: Path) -> Plight:
    """What to say of a problem with the diary in a folder; a string is said as it is."""
    told = _told(problem, folder)
    if told is None:
        said = sentence(problem) if isinstance(problem, errors.DiaryError) else str(problem)
        title = _("Your diary could not be opened")
        return Plight(title, said, str(_UNCHANGED), "", (Way.AGAIN, Way.OTHER))
    values = problem.values if isinstance(problem, errors.DiaryError) else {}
    happened = str(told.happened).format(**values)
    return Plight(str(told.title), happened, str(told.safe), str(told.todo), told.ways)


def _told(problem: Exception | str, folder: Path) -> _Told | None:
    if isinstance(problem, errors.NoDiaryError) and folder.is_dir():
        return _MISSING
    return None if isinstance(problem, str) else _TOLD.get(type(problem))
