"""Strings for translators."""

from __future__ import annotations

import ast

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


def test_no_string_is_where_babel_cannot_find_it():
    catalogue = strings.collect()
    hidden = [
        f"{path.relative_to(strings.ROOT)}:{call.lineno}: {call.args[0].value}"
        for path in (strings.ROOT / "diary").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).split(".")[-1] in strings.KEYWORDS
        and isinstance(call.args[0], ast.Constant)
        and call.args[0].value not in catalogue
    ]
    assert not hidden, "inside an f-string? Take it out"
