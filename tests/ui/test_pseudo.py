"""Every page and dialog in a language that nobody speaks: all of it translated, nothing cut off.

The states are those of `test_every_control`; the pages are tried in each run, the rest in the slow
one. What Babel writes (dates, “and”) stays English here, and so do the article and the guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel import Locale
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from db.store import Store
from diary import i18n
from diary.guide import everything
from diary.languages import NAMES
from diary.palette import Look
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from tests.ui.foreign_kit import APP
from tests.ui.pseudo import WORD, Pseudo, foreign_words, texts_of
from tests.ui.test_every_control import STATES, _close, _cut, _lasting, _settle, visible
from tests.ui.test_every_control import window as window  # noqa: PLC0414 - a fixture

POINTS = 11
BREAK = "\N{ZERO WIDTH SPACE}"
PAGES = ("today", "attacks", "body", "trends", "care", "history", "learn", "summary", "settings")
IN_A_ROW = [
    pytest.param(state, marks=[] if state in PAGES else pytest.mark.slow) for state in STATES
]
KEYS = {"Ctrl", "Alt", "Shift", "Esc", "Del", "Left", "Right", "Enter"}
"""Names of keys are Qt's to translate."""
DATA = re.compile(r"/[\w./-]+|\b[0-9A-Z]{4}(-[0-9A-Z]{4})*\b|\b\w+\.\w{2,4}\b|\bUSB\b|\bPDF\b")
"""Names of files and folders, recovery codes."""
FAKED = {
    "words of an import", "an import that does not fit", "an import that did not work",
    "what an import would bring", "wrong passphrase", "reminder",
}  # fmt: skip
"""States that say something by themselves, in English."""


@pytest.fixture(scope="module")
def pseudo() -> Pseudo:
    return Pseudo()


@pytest.fixture
def spoken(pseudo: Pseudo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n._Window.language, "translations", pseudo)


@pytest.fixture(scope="module")
def mirrored() -> Pseudo:
    return Pseudo(right_to_left=True)


@pytest.fixture
def right_to_left(
    mirrored: Pseudo, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> Iterator[None]:
    monkeypatch.setattr(i18n._Window.language, "translations", mirrored)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture(scope="module")
def not_ours() -> set[str]:
    """The words of Babel, of Qt and of a table of another app; what each language calls itself."""
    english = Locale.parse("en_GB")
    tables = [*english.months["format"].values(), *english.days["format"].values()]
    of_dates = {word for table in tables for name in table.values() for word in WORD.findall(name)}
    return of_dates | set(WORD.findall(APP)) | KEYS | {"and", "at"} | set(NAMES.values())


def _top(window: MainWindow, state: str) -> QWidget:
    STATES[state](window)
    _settle()
    return QApplication.activeModalWidget() or QApplication.activePopupWidget() or window


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("state", IN_A_ROW)
def test_everything_shown_is_translated_and_has_room(
    window: MainWindow, store: Store, state: str, not_ours: set[str], theme: Theme
) -> None:
    theme.apply(Look.LIGHT, POINTS)
    root = _top(window, state)
    found = sorted(_not_translated(root, not_ours | set(WORD.findall(str(store.everything())))))
    cut = _lasting(lambda: _cut(root, POINTS))
    _close(root)
    assert state in FAKED or not found, "\n".join(found)
    assert not cut, "\n".join(cut)


def _not_translated(root: QWidget, allowed: set[str]) -> set[str]:
    headings = {part.heading for section in everything() for part in section.parts}
    return {
        f"{type(widget).__name__} {text!r}"
        for widget in visible(root)
        if not isinstance(widget, QTextBrowser)
        for text in texts_of(widget)
        if foreign_words(_without_data(text)) - allowed and not _quoted(text, headings)
    }


def _without_data(text: str) -> str:
    return DATA.sub(" ", text.replace(BREAK, ""))


def _quoted(text: str, headings: set[str]) -> bool:
    """Whether it is of the article, or says in a language that nobody reviewed that one."""
    return re.split(r" › |: |\. |\n", text)[0] in headings | set(NAMES.values())


@pytest.mark.usefixtures("right_to_left")
@pytest.mark.parametrize("page", PAGES)
def test_each_page_is_mirrored_and_has_room_where_one_reads_from_the_right(
    window: MainWindow, theme: Theme, page: str
) -> None:
    theme.apply(Look.LIGHT, POINTS)
    window.show_page(page)
    _settle()
    assert window.rail.mapTo(window, window.rail.rect().center()).x() > window.width() / 2
    assert _lasting(lambda: _cut(window, POINTS)) == []
