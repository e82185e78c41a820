"""Each translation says all that the English does, in the same form, and is compiled."""

from __future__ import annotations

import gettext
import re
from itertools import zip_longest

import pytest

import strings

PATHS = strings.translations()
TEMPLATE = strings.read(strings.TARGET)
PLACEHOLDER = re.compile(r"\{+\w*\}+")
KEY = re.compile(
    r"\b(?:Ctrl ?\+ ?\w+|Control [A-Z]|F\d+|Escape)\b|--[\w-]+|\*\.\w+|“(?:import|backup)”"
)
ENDS = ".…:?!;,"
SHORTENED = {"{n} wk", "{n} mo", "left", "right"}
"""Short words beside numbers and drawings, which end in a point in some languages."""


@pytest.fixture(scope="module", params=PATHS, ids=[path.parts[-3] for path in PATHS])
def path(request):
    return request.param


@pytest.fixture(scope="module")
def catalog(path):
    return strings.read(path)


@pytest.fixture(scope="module")
def pairs(catalog):
    """Each English text with its translation, both forms of those with a number."""
    return [
        (english, own)
        for message in catalog
        if message.id
        for english, own in zip_longest(_forms(message.id), _forms(message.string), fillvalue="")
        if own
    ]


def _forms(words):
    return words if isinstance(words, tuple) else (words,)


def test_there_is_a_translation_that_proves_it():
    assert "es" in [path.parts[-3] for path in PATHS]


def test_everything_is_translated_and_nothing_is_a_guess(catalog):
    collected = strings.collect()  # what is gone since the template was written is not missed
    wanted = [message.id for message in TEMPLATE if message.id and message.id in collected]
    assert wanted
    assert not [key for key in wanted if key not in catalog]
    assert not [key for key in wanted if not all(_forms(catalog[key].string))]
    assert not [message.id for message in catalog if message.fuzzy]


def test_each_number_has_all_its_forms(catalog):
    with_numbers = [message for message in catalog if message.pluralizable]
    assert with_numbers
    assert not [each.id for each in with_numbers if len(each.string) != catalog.num_plurals]


def test_what_is_filled_in_is_the_same(pairs):
    assert not [
        (english, own)
        for english, own in pairs
        if set(PLACEHOLDER.findall(english)) != set(PLACEHOLDER.findall(own))
    ]


def test_blanks_at_the_ends_and_broken_lines_are_the_same(pairs):
    def shape(text):
        return len(text) - len(text.lstrip()), len(text) - len(text.rstrip()), text.count("\n")

    assert not [(english, own) for english, own in pairs if shape(english) != shape(own)]


def test_a_sentence_ends_as_the_english_one_does(pairs):
    def end(text):
        return text[-1] if text[-1] in ENDS else ""

    assert not [
        (english, own)
        for english, own in pairs
        if end(english) != end(own) and english not in SHORTENED
    ]
    assert not [own for english, own in pairs if english.count("…") != own.count("…")]
    assert not [own for _english, own in pairs if "..." in own or '"' in own or "'" in own]


def test_keys_options_and_file_endings_stay(pairs):
    assert not [
        (english, own)
        for english, own in pairs
        if sorted(KEY.findall(english)) != sorted(KEY.findall(own))
    ]


def test_babel_finds_nothing_wrong(catalog):
    assert not [(message.id, errors) for message, errors in catalog.check()]


def test_no_name_of_an_instrument_is_used(pairs):
    names = re.compile(
        r"\b(mRSS|Rodnan|PASTUL|SSPRO|RCS|ASRAP|UCLA|ScleroID|S?HAQ|FACIT|PROMIS|EAT-10|Bristol)\b"
    )
    assert not [own for _english, own in pairs if names.search(own)]


def test_what_the_program_reads_is_what_people_translated(path, catalog):
    with path.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert not [
        message.id
        for message in catalog
        if message.id and not _compiled_as(compiled, message) and all(_forms(message.string))
    ]


def _compiled_as(compiled, message):
    if not message.pluralizable:
        return compiled.gettext(message.id) == message.string
    said = {compiled.ngettext(*message.id, number) for number in range(200)}
    return said == set(message.string)
