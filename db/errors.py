"""What the person at the keyboard can fix. Everything else that goes wrong is a bug.

An error's message is the sentence that the window or the command shows, with the next step in
it. The sentences go through gettext where they are raised: `db` itself stays free of it, so each
class carries its English sentence as a template and the values that fill it.
"""

from __future__ import annotations


class DiaryError(Exception):
    """Something that the user can fix.

    `sentence` is the message to translate, with `{name}` placeholders; `values` fill them.
    """

    sentence = "Something went wrong with the diary."

    def __init__(self, sentence: str | None = None, /, **values: object) -> None:
        self.sentence = sentence or type(self).sentence
        self.values = values
        super().__init__(self.sentence.format(**values))


class NoDiaryError(DiaryError):
    """There is no diary in the folder, or a part of it has gone."""

    sentence = "There is no diary in {folder}. Check that the folder or the USB stick is there."


class NotAFolderError(DiaryError):
    """The diary's folder is a file."""

    sentence = "{folder} is a file. Choose a folder for the diary instead."


class ReadOnlyError(DiaryError):
    """The folder or the file cannot be written."""

    sentence = "{folder} cannot be written. Check its permissions, or choose another folder."


class LockedError(DiaryError):
    """Another program keeps the database busy."""

    sentence = "Another program is using the diary. Close it, then try again."


class DiskFullError(DiaryError):
    """No space is left."""

    sentence = "The disk is full. Free some space, then try again."


class DiskFailedError(DiaryError):
    """The disk gave an error while reading or writing."""

    sentence = "The disk gave an error. Save a copy of the diary elsewhere, then try again."


class DamagedError(DiaryError):
    """The database is damaged; nothing was changed."""

    sentence = "The diary file {file} is damaged. Nothing was changed. Restore a backup of it."


class EmptyFileError(DamagedError):
    """The database has no bytes."""

    sentence = "The diary file {file} is empty. Nothing was changed. Restore a backup of it."


class ForeignFileError(DiaryError):
    """A database, but not a diary's."""

    sentence = "{file} is not a diary of this program. Nothing was changed."


class NewerDiaryError(DiaryError):
    """Written by a later version of the program."""

    sentence = (
        "This diary was written by a newer version of the program (data version {found}; this "
        "program knows {known}). Nothing was changed. Install the newer program to open it."
    )


class NotABackupError(DiaryError):
    """A file of another kind."""

    sentence = "{file} is not a backup of this program. Nothing was changed."


class BackupMissingError(DiaryError):
    """No file where the backup should be."""

    sentence = "The backup {file} is not there. Check that its folder or its USB stick is there."


class BackupDamagedError(DiaryError):
    """A backup that is cut off or changed."""

    sentence = "The backup {file} is damaged or not complete. Nothing was changed. Try another one."


class KeyLostError(DiaryError):
    """Neither slot file holds a usable secret."""

    sentence = "The key file of the diary in {folder} is missing or damaged. Nothing was changed."


class PassphraseNeededError(DiaryError):
    """The secret is sealed under a passphrase, and none was given."""

    sentence = "This diary has a passphrase. Type it to open the diary."


class WrongPassphraseError(DiaryError):
    """The key files are whole, and the passphrase opens neither."""

    sentence = "This is not the passphrase of the diary. Try again, or use your recovery code."


class WrongKeyError(DiaryError):
    """The key does not open the database."""

    sentence = "The key in {folder} does not open this diary. Nothing was changed."


class RestingError(DiaryError):
    """The open diary has let go of its key: it is locked, or its file is being replaced."""

    sentence = "The diary is locked. Open it, then try again."


class RecoveryCodeError(DiaryError):
    """A recovery code with more than one mistake in it."""

    sentence = "Some characters of this recovery code are wrong. Compare it with your printed one."


class RecoveryGroupError(RecoveryCodeError):
    """One wrong character, and it is known where."""

    sentence = "One character in group {group} of the recovery code is wrong. Look at it again."


class RecoveryCharacterError(RecoveryCodeError):
    """A character that no code has."""

    sentence = "“{character}” in group {group} does not belong in a recovery code."


class RecoveryLengthError(RecoveryCodeError):
    """Characters are missing, or there are too many."""

    sentence = "A recovery code has {wanted} letters and digits. This one has {found}."


class LinkedFileError(DiaryError):
    """The database has a second name, under which its write-ahead log would not be found."""

    sentence = "{file} is a hard link. Keep one name of it only, then try again."


class UnstorableError(DiaryError):
    """A value that the database has no place for."""

    sentence = "This entry cannot be stored as it is. Nothing was saved."
