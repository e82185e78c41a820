"""Keys in words, as they stand on the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence


def key_words(keys: QKeySequence | str) -> str:
    """Such as "Ctrl+3". In some languages Qt spells out what the keyboard and our words do not."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace(QCoreApplication.translate("QShortcut", "Ctrl"), "Ctrl")
