"""Says an error of `db` in the reader's language. Used by the window and the command line.

`db` knows no gettext, so the sentences of its errors are marked for translation here; a test
holds this list complete.
"""

from __future__ import annotations

import errno

from db.errors import DiaryError
from diary.i18n import N_, _

SENTENCES = (
    N_("Something went wrong with the diary."),
    N_("There is no diary in {folder}. Check that the folder or the USB stick is there."),
    N_("{folder} is a file. Choose a folder for the diary instead."),
    N_("{folder} cannot be written. Check its permissions, or choose another folder."),
    N_("Another program is using the diary. Close it, then try again."),
    N_("The disk is full. Free some space, then try again."),
    N_("The disk gave an error. Save a copy of the diary elsewhere, then try again."),
    N_("The diary file {file} is damaged. Nothing was changed. Restore a backup of it."),
    N_("The diary file {file} is empty. Nothing was changed. Restore a backup of it."),
    N_("{file} is not a diary of this program. Nothing was changed."),
    N_(
        "This diary was written by a newer version of the program (data version {found}; this "
        "program knows {known}). Nothing was changed. Install the newer program to open it."
    ),
    N_("{file} is not a backup of this program. Nothing was changed."),
    N_("The backup {file} is not there. Check that its folder or its USB stick is there."),
    N_("The backup {file} is damaged or not complete. Nothing was changed. Try another one."),
    N_("The key file of the diary in {folder} is missing or damaged. Nothing was changed."),
    N_("This diary has a passphrase. Type it to open the diary."),
    N_("This is not the passphrase of the diary. Try again, or use your recovery code."),
    N_("The key in {folder} does not open this diary. Nothing was changed."),
    N_("The diary is locked. Open it, then try again."),
    N_("Some characters of this recovery code are wrong. Compare it with your printed one."),
    N_("One character in group {group} of the recovery code is wrong. Look at it again."),
    N_("“{character}” in group {group} does not belong in a recovery code."),
    N_("A recovery code has {wanted} letters and digits. This one has {found}."),
    N_("{file} is a hard link. Keep one name of it only, then try again."),
    N_("This entry cannot be stored as it is. Nothing was saved."),
)


def sentence(error: DiaryError) -> str:
    """The error's sentence, translated and filled in."""
    return _(error.sentence).format(**error.values)


_REFUSALS = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EROFS: N_("the disk or stick is protected"),
    errno.EACCES: N_("the computer does not let this program do it"),
    errno.EPERM: N_("the computer does not let this program do it"),
    errno.ENOENT: N_("there is no such folder or file"),
    errno.ENOTDIR: N_("there is no such folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EIO: N_("the disk gave an error"),
}


def refusal(error: OSError) -> str:
    """Why the system refused something, in the reader's language where we have words for it."""
    known = _REFUSALS.get(error.errno or 0)
    return str(known) if known else error.strerror or str(error)
