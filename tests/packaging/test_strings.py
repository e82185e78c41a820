"""Strings for translators."""

from __future__ import annotations

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
