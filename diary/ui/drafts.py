"""What is half typed when the diary is locked, as text; and how it comes back.

While the program runs, the dialogs themselves wait behind the lock. The text is for a program that
was killed meanwhile: the page, the dialog and its inputs are then brought back from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from diary.i18n import _
from diary.ui.coming_back import MARK, WAY
from diary.ui.dialogs.entry_dialog import EntryDialog

if TYPE_CHECKING:
    from diary.ui.main_window import MainWindow
    from diary.ui.theme import Theme

KEPT_OUT = "secret"
"""The property of an input whose words must be in no draft."""


def written(window: MainWindow) -> str:
    """What is half typed; empty where nothing is."""
    dialogs = [_dialog(each) for each in window.findChildren(EntryDialog) if each.isVisible()]
    page = window.stack.currentWidget()
    typed = {name: edit.text() for name, edit in _typed_lines(page)}
    if not dialogs and not typed:
        return ""
    found = {"page": window.stack.key, "typed": typed, "dialogs": dialogs}
    return json.dumps(found, ensure_ascii=False)


def bring_back(window: MainWindow, text: str) -> list[str]:
    """Show the page and the dialogs again, with what was typed.

    Gives the texts for which there is no place any more: they must be shown in another way.
    """
    found = json.loads(text)
    page = window.show_page(found["page"])
    for name, edit in _inputs(page):
        if name in found["typed"] and isinstance(edit, QLineEdit):
            edit.setText(found["typed"][name])
    left: list[str] = []
    for each in found["dialogs"]:
        dialog = _opened(window, page, each["way"]) if each["way"] else None
        left += each["typed"].values() if dialog is None else _fill(dialog, each["typed"])
    return [words for words in left if words.strip()]


def bring_drafts_back(window: MainWindow, theme: Theme) -> None:
    """After the program was killed while it was locked: show what was half typed."""
    text = window.session.draft()
    if not text:
        return
    left = bring_back(window, text)
    window.session.keep_draft("")
    if left:
        from diary.ui.dialogs.left_words import LeftWords  # noqa: PLC0415 - rare

        LeftWords(left, window.session, theme, window).open()
    else:
        window.say(_("What you were typing when the diary was locked is here again."))


def _dialog(dialog: EntryDialog) -> dict[str, Any]:
    opener = dialog.parentWidget()
    way = opener.property(WAY) if opener is not None else None
    path = [type(opener).__name__, *json.loads(way)] if way else []
    return {"way": path, "typed": {name: _text(edit) for name, edit in _inputs(dialog)}}


def _opened(window: MainWindow, page: QWidget, way: list[Any]) -> EntryDialog | None:
    """Call the opener again, if it is there and was made for it."""
    kind, method, *given = way
    for place in (window, page, *page.findChildren(QWidget)):
        opens = getattr(place, method, None)
        if type(place).__name__ == kind and getattr(opens, MARK, False):
            assert opens is not None  # noqa: S101 - it has the mark
            opens(*given)
            return next((d for d in window.findChildren(EntryDialog) if d.isVisible()), None)
    return None


def _fill(dialog: EntryDialog, typed: dict[str, str]) -> list[str]:
    """Type it again; gives what has no input."""
    left = dict(typed)
    for name, edit in _inputs(dialog):
        words = left.pop(name, None)
        if words is None or words == _text(edit):
            continue
        if isinstance(edit, QLineEdit):
            edit.setText(words)
            edit.textEdited.emit(words)
        else:
            edit.setPlainText(words)
    return list(left.values())


def _typed_lines(page: QWidget | None) -> Iterator[tuple[str, QLineEdit]]:
    """The lines of a page in which somebody types, such as a search."""
    for name, edit in _inputs(page) if page is not None else ():
        if isinstance(edit, QLineEdit) and edit.isModified() and edit.text():
            yield name, edit


def _inputs(place: QWidget) -> Iterator[tuple[str, QLineEdit | QPlainTextEdit]]:
    """The inputs of text with their names; a second of the same name gets a number."""
    seen: dict[str, int] = {}
    edits: list[QLineEdit | QPlainTextEdit] = [*place.findChildren(QLineEdit)]
    edits += place.findChildren(QPlainTextEdit)
    for edit in edits:
        if _is_secret(edit):
            continue
        name = edit.accessibleName() or _label_of(edit)
        seen[name] = seen.get(name, 0) + 1
        yield f"{name} {seen[name]}", edit


def _is_secret(edit: QWidget) -> bool:
    """Passwords are in no draft, also where they are shown."""
    here: QWidget | None = edit
    while here is not None:
        if here.property(KEPT_OUT):
            return True
        here = here.parentWidget()
    return False


def _label_of(edit: QWidget) -> str:
    labels = edit.window().findChildren(QLabel)
    return next((each.text() for each in labels if each.buddy() is edit), "")


def _text(edit: QLineEdit | QPlainTextEdit) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
