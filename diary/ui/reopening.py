"""The diary closed behind its window for a while, and opened again with everything as it stood.

The window and its dialogs stay; only the files and the key go. Used where the diary is locked, and
where a backup takes its place: `session.rest()`, then the work, then `wake`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from db.errors import PassphraseNeededError
from diary import lock
from diary.session import Session
from diary.ui.asking import asking_again
from diary.ui.unlock import Unlock


def wake(session: Session, folder: Path, done: Callable[[], object]) -> Unlock | None:
    """Open what lies in the folder now. Where it has a passphrase, a window asks for it first.

    Raises:
        DiaryError: It cannot be opened; the session still rests.
    """

    def awake(key: str) -> None:
        session.wake(key, other=True)
        done()

    try:
        key = lock.key(folder, None)
    except PassphraseNeededError:
        asked = asking_again(folder)
        asked.opened.connect(awake)
        asked.opened.connect(asked.close)
        asked.show()
        return asked
    awake(key)
    return None
