"""The languages to choose from are those that are there, and say that nobody reviewed them."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale

from diary import article, i18n, languages
from diary.article_html import html
from diary.fields import CATALOGUE
from diary.i18n import speaking
from diary.settings import LANGUAGE, Settings

OTHERS = sorted(languages.NAMES.keys() - {"en"})


def test_every_translation_can_be_chosen():
    found = Path(i18n.TRANSLATIONS).glob("*/LC_MESSAGES/*.mo")
    folders = {path.parent.parent.name for path in found}
    assert folders | {"en"} == languages.NAMES.keys()
    assert {option.key for option in LANGUAGE.options} == {"system", *languages.NAMES}


@pytest.mark.parametrize("language", languages.NAMES)
def test_a_language_is_called_by_its_own_name(language):
    own = Locale.parse(language).display_name
    assert own.casefold() == languages.NAMES[language].casefold()


def test_what_nobody_reviewed_says_so_in_its_own_words_wherever_it_is_read():
    assert not languages.review_note()
    assert not languages.review_note("en")
    note = "Traducción aún no revisada por un profesional clínico."
    assert languages.review_note("es") == note
    assert note not in html(article.section("skin"), CATALOGUE)
    with speaking("es"):
        assert note in html(article.section("skin"), CATALOGUE)


@pytest.mark.parametrize(("kept", "language"), [("es", "es"), ("system", ""), ("xx", "")])
def test_the_chosen_language_is_kept_and_nonsense_follows_the_system(tmp_path, kept, language):
    settings = Settings(tmp_path / "settings.ini")
    settings.set(LANGUAGE, kept)
    assert Settings(tmp_path / "settings.ini").language() == language
