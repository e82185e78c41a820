"""Finds words on the window that bypass translation. Used by test_house.py."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

# Calls that show the words of their first argument.
FIRST = [
    "QAction",
    "QCheckBox",
    "QGroupBox",
    "QLabel",
    "QPushButton",
    "QRadioButton",
    "QToolButton",
    "addAction",
    "addItem",
    "addTab",
    "button",
    "card",
    "label",
    "setText",
    "setAccessibleDescription",
    "setAccessibleName",
    "setInformativeText",
    "setLabelText",
    "setPlaceholderText",
    "setPlainText",
    "setPrefix",
    "setSpecialValueText",
    "setStatusTip",
    "setSuffix",
    "setTitle",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
    "showMessage",
]

# Calls that show the words of other arguments, by their places.
OTHER = {
    "critical": (1, 2),
    "getExistingDirectory": (1,),
    "getOpenFileName": (1, 3),
    "getOpenFileNames": (1, 3),
    "getSaveFileName": (1, 3),
    "information": (1, 2),
    "question": (1, 2),
    "setItemText": (1,),
    "warning": (1, 2),
}
SHOWING: dict[str, tuple[int, ...]] = dict.fromkeys(FIRST, (0,)) | OTHER

# A word has two letters; a single one is a sign, such as the i of the information button.
WORD = re.compile(r"[^\W\d_]{2}")

# Keywords that hold words, of any call.
WORDS = {"help", "name", "text", "title"}


def untranslated(source: str) -> list[str]:
    """Each "line: words" of the source that a reader would see in English only."""
    return [
        f"{found.lineno}: {words}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        for shown in _shown(node)
        for found, words in _literals(shown)
    ]


def _shown(call: ast.Call) -> Iterator[ast.expr]:
    name = str(getattr(call.func, "id", "") or getattr(call.func, "attr", ""))
    places = SHOWING.get(name, ())
    yield from (call.args[place] for place in places if place < len(call.args))
    if places:
        yield from (word.value for word in call.keywords if word.arg in WORDS)


def _literals(node: ast.expr) -> Iterator[tuple[ast.Constant, str]]:
    """The literals with letters in an expression; what a call makes of its own is left out."""
    match node:
        case ast.Constant(value=str(text)) if WORD.search(text):
            yield node, text
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from _literals(part)
        case ast.BinOp(left=left, right=right):
            yield from _literals(left)
            yield from _literals(right)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _literals(body)
            yield from _literals(orelse)
        case _:
            pass
