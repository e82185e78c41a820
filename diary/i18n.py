"""Words, dates and numbers in the reader's language. The one place for gettext and Babel.

`_` and `ngettext` translate at once. `N_` marks a text that is declared before the language is
known: it gives a `Message`, which becomes words only through `str()`. A `Message` is no `str`,
so mypy finds each place that forgets to translate.

`use` sets the window's language; within `speaking` one piece of work, such as a summary on its
worker, has another.
"""

from __future__ import annotations

import gettext as _gettext
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, localcontext
from functools import lru_cache
from importlib.resources import files
from math import floor

from babel import Locale, dates, lists, numbers
from babel.core import UnknownLocaleError, default_locale

WORDS = 3
"""From three letters on a pattern writes a month as a word."""

_PART = re.compile(r"([a-zA-Z])\1*")

DOMAIN = "scleroderma-diary"
FALLBACK = "en_GB"
_BRITISH = Locale.parse(FALLBACK)

TRANSLATIONS = str(files("resources") / "translations")


def _has_our_digits(home: Locale) -> bool:
    """Whether its numbers can stand in English text: from left to right, with the digits 0 to 9."""
    left_to_right = home.character_order == "left-to-right"
    return left_to_right and home.default_numbering_system == "latn"


class _Language:
    """How words, dates and numbers are written for a reader whose own locale is `home`."""

    def __init__(self, home: Locale, words: Locale, numbers: Locale) -> None:
        self.home, self.locale = home, words
        self.numbers = numbers if _has_our_digits(numbers) else words
        self.translations = _gettext.translation(DOMAIN, TRANSLATIONS, [str(words)], fallback=True)


def _is_translated(language: Locale) -> bool:
    return language.language == "en" or bool(_gettext.find(DOMAIN, TRANSLATIONS, [str(language)]))


def use(
    name: str | None = None,
    chosen: str = "",
    *,
    is_translated: Callable[[Locale], bool] = _is_translated,
) -> None:
    """Speak to a reader at home in `name` ("en_GB"); without a name, in the system's locale.

    `chosen` is a language ("es") that they would rather read. Without one, and where the program
    is not translated, it speaks English: see docs/decisions/one-language.md.
    """
    home = _locale(name or default_locale() or FALLBACK)
    if chosen:
        _Window.language = _chosen(chosen, home)
    else:
        words = home if is_translated(home) else _in_country("en", home)
        _Window.language = _Language(home, words, home)


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Speak a chosen language in this thread meanwhile; where none is chosen, go on as before."""
    before = _HERE.set(_chosen(chosen, home()) if chosen else _HERE.get())
    try:
        yield
    finally:
        _HERE.reset(before)


def _chosen(language: str, home: Locale) -> _Language:
    words = _in_country(language, home)
    return _Language(home, words, words)


def _in_country(language: str, home: Locale) -> Locale:
    """The language as it is written in a country, or at large where that is not known."""
    try:
        return _locale(str(Locale(language, home.territory)))
    except (UnknownLocaleError, ValueError):
        return _locale(language)


class _Window:
    """The language of the window, and of all work that has no other; swapped whole by `use`."""

    language = _Language(_BRITISH, _BRITISH, _BRITISH)


_HERE: ContextVar[_Language | None] = ContextVar("language", default=None)


def _spoken() -> _Language:
    return _HERE.get() or _Window.language


def _locale(name: str) -> Locale:
    try:
        found = Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return _BRITISH
    return _BRITISH if str(found) in {"en", "en_US_POSIX"} else found


def locale() -> Locale:
    """The locale of the words in use."""
    return _spoken().locale


def home() -> Locale:
    """The reader's own locale, also where the program does not speak its language.

    It says on which paper they print, when a week begins, and how they type dates.
    """
    return _spoken().home


def decimal_sign() -> str:
    """What stands before the decimals of a number."""
    sign: str = _spoken().numbers.number_symbols["latn"]["decimal"]
    return sign


def _(text: str) -> str:
    """The text in the reader's language."""
    return _spoken().translations.gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The right plural form in the reader's language, with `{n}` filled in."""
    text = _spoken().translations.ngettext(one, many, number)
    return text.format(n=format_number(number))


@dataclass(frozen=True, slots=True)
class Message:
    """A text that is translated when it is shown: `str(message)`."""

    text: str

    def __str__(self) -> str:
        return _(self.text)


class OwnWords(Message):
    """The patient's own words where a `Message` is wanted: never translated."""

    __slots__ = ()

    def __str__(self) -> str:
        return self.text


def N_(text: str) -> Message:  # noqa: N802 - gettext's usual name for this
    """Mark a text for translation without translating it yet."""
    return Message(text)


def format_day(day: date, style: str = "d MMMM yyyy") -> str:
    """A date as words; `style` is the British pattern, default "22 November 2026".

    Other locales get the same parts in their own order and with their own signs.
    """
    return dates.format_date(day, _own_pattern(style, str(locale())), locale=locale())


def format_heading(day: date, style: str) -> str:
    """A date that stands by itself or begins a line."""
    return as_line(format_day(day, style))


def as_line(words: str) -> str:
    """Words that stand by themselves: large at their start, as a sentence is."""
    return words[:1].upper() + words[1:]


@lru_cache(maxsize=256)
def _own_pattern(british: str, name: str) -> str:
    """The pattern of the locale `name` that shows what a British one shows."""
    parts = {found[0][0]: found[0] for found in _PART.finditer(british)}
    if name == FALLBACK or len(parts) == 1:
        return british
    skeleton = "".join(parts[part].replace("L", "M") for part in "yLMEd" if part in parts)
    known = Locale.parse(name).datetime_skeletons
    match = dates.match_skeleton(skeleton, known)
    if match is None:
        return british
    quoted = re.split("('[^']*')", known[match].pattern)
    return "".join(t if t.startswith("'") else _PART.sub(_widened(parts), t) for t in quoted)


def _widened(parts: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    """A part of a pattern, as wide as the same one of `parts`."""

    def widen(found: re.Match[str]) -> str:
        own = found[0]
        wanted = parts.get(own[0]) or parts.get({"L": "M", "M": "L"}.get(own[0], ""), own)
        is_words = len(own) >= WORDS if own[0] in "ML" else own[0] in "Ec"
        return own[0] * len(wanted) if is_words else own

    return widen


def format_short_day(day: date, *, year: bool = False) -> str:
    """A date as short words in the locale's order: "22 Nov", with the year "22 Nov 2026"."""
    return dates.format_skeleton("yMMMd" if year else "MMMd", day, locale=locale())


def format_days(first: date, last: date, *, year: bool = True) -> str:
    """A stretch of days as short words: "2 Sept – 21 Nov 2026"."""
    return dates.format_interval(first, last, "yMMMd" if year else "MMMd", locale=locale())


def first_weekday() -> int:
    """The day with which a week begins where the reader lives: 0 is Monday, 6 is Sunday."""
    first: int = home().first_week_day
    return first


def format_time(moment: datetime | time) -> str:
    """A time of day as the locale writes it, in the moment's own offset."""
    clock = moment.timetz().replace(tzinfo=None) if isinstance(moment, datetime) else moment
    return dates.format_time(clock, "short", locale=locale())


def format_number(number: float, digits: int = 1) -> str:
    """A number with at most `digits` decimals, halves up, as the locale writes it."""
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    with _halves_up():
        return numbers.format_decimal(number, pattern, locale=_spoken().numbers)


def format_percent(share: float) -> str:
    """A share from 0 to 1 as whole per cent, halves up."""
    with _halves_up():
        return numbers.format_percent(share, locale=_spoken().numbers)


def _halves_up() -> AbstractContextManager[Context]:
    """Round as people and spreadsheets do: 2.25 is 2.3, and 12.5 is 13."""
    return localcontext(rounding=ROUND_HALF_UP)


def format_minutes(minutes: float) -> str:
    """A duration such as "1 h 20 min", from minutes (rounded to whole ones, halves up)."""
    hours, rest = divmod(floor(minutes + 1 / 2), 60)
    if not hours:
        return _("{minutes} min").format(minutes=format_number(rest))
    if not rest:
        return _("{hours} h").format(hours=format_number(hours))
    return _("{hours} h {minutes} min").format(
        hours=format_number(hours), minutes=format_number(rest)
    )


def format_list(items: list[str]) -> str:
    """Items joined as a sentence would: "thumb, index finger and nose"."""
    return lists.format_list(items, locale=locale())
