"""Words, dates and numbers in the reader's language. The one place for gettext and Babel.

`_` and `ngettext` translate at once. `N_` marks a text that is declared before the language is
known: it gives a `Message`, which becomes words only through `str()`. A `Message` is no `str`,
so mypy finds each place that forgets to translate.
"""

from __future__ import annotations

import gettext as _gettext
from dataclasses import dataclass
from datetime import date, datetime, time
from importlib.resources import files

from babel import Locale, dates, lists, numbers
from babel.core import UnknownLocaleError, default_locale

DOMAIN = "scleroderma-diary"
FALLBACK = "en_GB"


class _Language:
    """The language in use; swapped whole by `use`."""

    locale = Locale.parse(FALLBACK)
    translations: _gettext.NullTranslations = _gettext.NullTranslations()


def use(name: str | None = None) -> None:
    """Speak the language `name` ("en_GB"); without a name, the system's."""
    _Language.locale = _locale(name or default_locale() or FALLBACK)
    _Language.translations = _gettext.translation(
        DOMAIN, str(files("resources") / "translations"), [str(_Language.locale)], fallback=True
    )


def _locale(name: str) -> Locale:
    try:
        found = Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(FALLBACK)
    return Locale.parse(FALLBACK) if str(found) in {"en", "en_US_POSIX"} else found


def locale() -> Locale:
    """The locale in use."""
    return _Language.locale


def _(text: str) -> str:
    """The text in the reader's language."""
    return _Language.translations.gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The right plural form in the reader's language, with `{n}` filled in."""
    text = _Language.translations.ngettext(one, many, number)
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
    """A date as words, by a CLDR skeleton-like pattern; default "22 November 2026"."""
    return dates.format_date(day, style, locale=locale())


def format_short_day(day: date, *, year: bool = False) -> str:
    """A date as short words in the locale's order: "22 Nov", with the year "22 Nov 2026"."""
    return dates.format_skeleton("yMMMd" if year else "MMMd", day, locale=locale())


def format_days(first: date, last: date, *, year: bool = True) -> str:
    """A stretch of days as short words: "2 Sept – 21 Nov 2026"."""
    return dates.format_interval(first, last, "yMMMd" if year else "MMMd", locale=locale())


def first_weekday() -> int:
    """The day with which a week begins in the locale: 0 is Monday, 6 is Sunday."""
    first: int = locale().first_week_day
    return first


def format_time(moment: datetime | time) -> str:
    """A time of day as the locale writes it, in the moment's own offset."""
    clock = moment.timetz().replace(tzinfo=None) if isinstance(moment, datetime) else moment
    return dates.format_time(clock, "short", locale=locale())


def format_number(number: float, digits: int = 1) -> str:
    """A number with at most `digits` decimals, as the locale writes it."""
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    return numbers.format_decimal(number, pattern, locale=locale())


def format_percent(share: float) -> str:
    """A share from 0 to 1 as whole per cent."""
    return numbers.format_percent(share, locale=locale())


def format_minutes(minutes: float) -> str:
    """A duration such as "1 h 20 min", from minutes (rounded to whole ones)."""
    hours, rest = divmod(round(minutes), 60)
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
