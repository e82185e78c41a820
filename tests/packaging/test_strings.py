"""Strings for translators."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import strings


def test_sentences_of_errors_are_found():
    source = 'class LostError(Exception):\n    sentence = ("It is " "lost.")\n    other = "no"\n'
    assert list(strings.sentences(source)) == [(2, "It is lost.")]


def test_every_way_to_mark_a_string_reaches_the_translators():
    catalogue = strings.collect()
    assert "{minutes} min" in catalogue  # by _
    assert "Skin" in catalogue  # by N_
    assert "The disk is full. Free some space, then try again." in catalogue  # of db
    assert any(isinstance(message.id, tuple) for message in catalogue)  # by ngettext


def _marked(source: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text)), *_]):
                if name in strings.KEYWORDS:
                    yield node.lineno, text
            case _:
                pass


def test_no_string_is_where_babel_cannot_find_it():
    catalogue = strings.collect()
    hidden = [
        f"{path.relative_to(strings.ROOT)}:{line}: {text}"
        for path in (strings.ROOT / "diary").rglob("*.py")
        for line, text in _marked(path.read_text(encoding="utf-8"))
        if text not in catalogue
    ]
    assert not hidden, "inside an f-string? Take it out"
