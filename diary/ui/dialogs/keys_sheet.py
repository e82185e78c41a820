"""The sheet of keys: everything that the keyboard can do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from diary.i18n import Message, _
from diary.ui.actions import A_DAY, ANYWHERE, COMMANDS, FIELD_KEYS, ON_A_FIELD, ON_A_PAGE, PAGE_KEYS
from diary.ui.key_words import key_words
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, label, scrolling

Row = tuple[str, str]


class KeysSheet(QDialog):
    """A list to read; Escape closes it."""

    def __init__(self, pages: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        column.addWidget(label(_("Everything by keyboard"), "title"))
        for part in (ANYWHERE, A_DAY):
            column.addLayout(_part(str(part), _commands(part), theme))
        column.addLayout(_part(str(ON_A_FIELD), _words(FIELD_KEYS), theme))
        column.addLayout(_part(str(ON_A_PAGE), [*_page_keys(pages), *_words(PAGE_KEYS)], theme))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        area = scrolling(inside)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(_("Sheet of keys"))
        outer.addWidget(area)
        close = button(_("Close"), "primary", self.accept)
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignLeading)
        room = parent.size() if parent else self.sizeHint()
        self.resize(min(theme.px(620), room.width() - 32), min(theme.px(720), room.height() - 32))
        area.setFocus()


def _commands(part: Message) -> list[Row]:
    return [
        (key_words(command.shortcuts[0]), str(command.label))
        for command in COMMANDS
        if command.part is part
    ]


def _page_keys(pages: Sequence[str]) -> list[Row]:
    return [(key_words(f"Ctrl+{i}"), name) for i, name in enumerate(pages, 1)]


def _words(keys: Iterable[tuple[str | Message, Message]]) -> list[Row]:
    return [(str(key), str(words)) for key, words in keys]


def _part(title: str, rows: Sequence[Row], theme: Theme) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, GAP, 0, GAP)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, theme.px(150))
    grid.setColumnStretch(1, 1)
    grid.addWidget(label(title, "heading"), 0, 0, 1, 2)
    for line, (keys, words) in enumerate(rows, 1):
        key = label(keys, "strong")
        key.setWordWrap(False)
        grid.addWidget(key, line, 0)
        grid.addWidget(label(words), line, 1)
    return grid
