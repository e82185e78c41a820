"""A language that nobody speaks: each collected string longer, accented and in brackets.

Whatever the window shows outside the brackets did not come through gettext.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

import strings

OPEN, CLOSE = "⟦", "⟧"
ACCENT = "\N{COMBINING ACUTE ACCENT}"
HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
VOWELS = frozenset("aeiouAEIOU")
LONGER = 0.4
PLACEHOLDER = re.compile(r"(\{+\w*\}+)")
INSIDE = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
WORD = re.compile(r"[^\W\d_]{2,}")
TAG = re.compile(r"<[^>]*>")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
MOST_ROWS = 30


class Pseudo(gettext.NullTranslations):
    """Translates what a translator was given, and nothing else."""

    def __init__(self, *, right_to_left: bool = False) -> None:
        super().__init__()
        self._known = {
            text
            for message in strings.collect()
            for text in ((message.id,) if isinstance(message.id, str) else message.id)
        }
        self._letter = _hebrew if right_to_left else _accented

    def gettext(self, message: str) -> str:
        """The text in brackets; as it is where no translator has met it."""
        return self._written(message) if message in self._known and message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The right one of two forms."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def _written(self, text: str) -> str:
        parts = PLACEHOLDER.split(text)
        own = "".join(
            part if number % 2 else "".join(map(self._letter, part))
            for number, part in enumerate(parts)
        )
        more = "·" * round(LONGER * sum(map(len, parts[::2])))
        return f"{OPEN}{own.rstrip()}{more}{own[len(own.rstrip()) :]}{CLOSE}"


def _accented(letter: str) -> str:
    return unicodedata.normalize("NFC", letter + ACCENT) if letter in VOWELS else letter


def _hebrew(letter: str) -> str:
    known = letter.isascii() and letter.isalpha()
    return HEBREW[ord(letter.lower()) % len(HEBREW)] if known else letter


def foreign_words(text: str) -> set[str]:
    """The words of a text that stand outside all brackets."""
    bare = TAG.sub(" ", text)
    while INSIDE.search(bare):
        bare = INSIDE.sub(" ", bare)
    return set(WORD.findall(bare))


def texts_of(widget: QWidget) -> Iterator[str]:
    """All that a widget shows, and tells a screen reader."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QHeaderView():
            pass
        case QAbstractItemView():
            yield from _in_model(widget)
        case _:
            yield widget.windowTitle()


def _in_model(view: QAbstractItemView) -> Iterator[str]:
    model: QAbstractItemModel | None = view.model()
    if model is None:
        return
    root = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(root), MOST_ROWS)):
            place = model.index(row, column)
            yield from (str(model.data(place, role) or "") for role in ROLES)
