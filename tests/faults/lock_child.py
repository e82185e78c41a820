"""The program itself on a diary with a passphrase, that types, locks, and waits to be killed.

Used by test_lock_killed.py. Says "locked" when it is.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from diary.paths import places
from diary.startup import open_window
from diary.ui.lockable import Lockable
from diary.ui.main_window import MainWindow
from diary.ui.widgets.note_edit import NoteEdit
from diary.ui.widgets.question_panel import QuestionPanel


def main() -> None:
    """Type a note and half a question, lock by itself, and go on."""
    home, passphrase, note, question = Path(sys.argv[1]), *sys.argv[2:5]
    where = places(home / "diary", home / "profile")
    application, window = open_window(where, passphrase=passphrase)
    assert isinstance(window, MainWindow)
    QTest.qWait(300)
    edit = window.today_page().findChildren(NoteEdit)[0]
    edit.setFocus()
    QTest.keyClicks(edit, note)
    (panel,) = window.show_page("care").findChildren(QuestionPanel)
    panel.add()
    assert panel.editor is not None
    panel.editor.form.inputs["text"].show(question)
    (lockable,) = window.findChildren(Lockable)
    lockable.locking.locked.connect(lambda: print("locked", flush=True))
    QTimer.singleShot(0, lockable.locking.lock)
    application.exec()


if __name__ == "__main__":
    main()
