"""The words that were searched for, marked in a text to read: on a tint, and underlined."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from diary.article_search import plain
from diary.ui.theme import Theme

TINT = 0.25


def found_marks(
    document: QTextDocument, ways: set[str], theme: Theme
) -> list[QTextEdit.ExtraSelection]:
    """A mark on each place of a document that says one of these, in their order."""
    if not ways:
        return []
    # Qt parts paragraphs with a sign of its own; each is one letter, so places agree.
    text, look = plain(document.toPlainText()), _look(theme)
    found = re.finditer("|".join(map(re.escape, sorted(ways, key=len, reverse=True))), text)
    return [_mark(document, place.span(), look) for place in found]


def _look(theme: Theme) -> QTextCharFormat:
    """Seven to one in every look, and never by colour alone."""
    look = QTextCharFormat()
    look.setBackground(theme.tint("accent", TINT))
    look.setForeground(theme.colour("ink"))
    look.setFontUnderline(True)
    return look


def _mark(
    document: QTextDocument, span: tuple[int, int], look: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    mark.cursor, mark.format = cursor, look
    return mark
