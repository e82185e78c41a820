"""A day to come as people say it: "in 2 weeks", "Monday"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from babel import dates

from diary.i18n import _, home, locale, ngettext
from diary.logic.periods import DAY

WEEK = 7
MOST = 99
"""Further ahead nobody counts."""


def day_ahead(text: str, today: date) -> date | None:
    """The day that was meant, after `today`; None where the words name none."""
    plain = " ".join(text.casefold().split())
    return _counted(plain, today) or _weekday(plain, today)


def _counted(plain: str, today: date) -> date | None:
    """So many days, weeks or months on. A month later is the same day, or that month's last."""
    found = re.search(r"\d+", plain)
    number = int(found[0]) if found else 0
    if not 0 < number <= MOST:
        return None
    ahead = {
        ngettext("in {n} day", "in {n} days", number): today + number * DAY,
        ngettext("in {n} week", "in {n} weeks", number): today + number * WEEK * DAY,
        ngettext("in {n} month", "in {n} months", number): _months_on(today, number),
    }
    return next((day for words, day in ahead.items() if plain == words.casefold()), None)


def _months_on(today: date, number: int) -> date:
    years, month = divmod(today.month - 1 + number, 12)
    year, month = today.year + years, month + 1
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def _weekday(plain: str, today: date) -> date | None:
    """The next day of that name; today's name means the one in a week."""
    for spoken in (locale(), home()):
        for number, name in dates.get_day_names("wide", locale=spoken).items():
            if plain in {name.casefold(), _("next {weekday}").format(weekday=name).casefold()}:
                return today + timedelta(days=(number - today.weekday() - 1) % WEEK + 1)
    return None
