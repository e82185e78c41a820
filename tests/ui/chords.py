"""The keys that a dialog listens to, and how many of them are held at once."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


def chord(keys: QKeySequence) -> list[str]:
    """The keys to hold at once."""
    return [part or "+" for part in keys.toString().replace("++", "+PLUS").split("+")]


def keys_of(dialog: QWidget) -> list[QKeySequence]:
    """Each key that a dialog listens to, and the underlined letters of its labels and buttons."""
    named = [each.key() for each in dialog.findChildren(QShortcut) if each.isEnabled()]
    named += [keys for each in dialog.findChildren(QAction) for keys in each.shortcuts()]
    worded: list[QAbstractButton | QLabel] = [
        *dialog.findChildren(QAbstractButton),
        *(each for each in dialog.findChildren(QLabel) if each.buddy() is not None),
    ]
    for each in worded:
        if each.isVisible():
            named.append(QKeySequence.mnemonic(each.text()))
    named += [each.shortcut() for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
    return [keys for keys in named if not keys.isEmpty()]
