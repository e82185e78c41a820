"""How it stands with the backups, in words. Used by the settings and the status line."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from diary.errors import sentence
from diary.i18n import _, format_day, format_time, ngettext

if TYPE_CHECKING:
    from db.errors import DiaryError
    from diary.backup_keeper import Standing

LATE = timedelta(days=14)


def moment_words(moment: datetime, now: datetime) -> str:
    """A day and a time here, the present day as a word."""
    here = moment.astimezone(now.tzinfo)
    day = _("today") if here.date() == now.date() else format_day(here.date())
    return _("{day}, {time}").format(day=day, time=format_time(here))


def here_words(standing: Standing, now: datetime) -> str:
    """When the last backup was made, and how many there are."""
    if standing.last is None:
        return _("There is no backup yet. The first one is made soon.")
    last = _("Last backup: {moment}.").format(moment=moment_words(standing.last, now))
    kept = ngettext("{n} backup is kept.", "{n} backups are kept.", standing.count)
    return f"{last} {kept}"


def there_words(standing: Standing, now: datetime) -> str:
    """How it stands with the second place."""
    if not standing.second_there:
        return _("It is not there at the moment. It gets the newest backup when it is back.")
    if standing.second_last is None:
        return _("It has no backup of this diary yet.")
    return _("Last backup there: {moment}.").format(moment=moment_words(standing.second_last, now))


def problem_words(standing: Standing) -> str:
    """What went wrong just now; empty where nothing did."""
    if standing.problem:
        return failed_words(standing.problem)
    if standing.second_problem:
        return _("The second place did not take the backup. {reason}").format(
            reason=sentence(standing.second_problem)
        )
    return ""


def failed_words(problem: DiaryError) -> str:
    """That no backup could be made, and why."""
    words = _("No backup could be made. {reason} Your diary and the earlier backups are safe.")
    return words.format(reason=sentence(problem))


def late_words(last: date | None, today: date) -> str:
    """A reminder that the second place has not been there for long; else empty."""
    if last is None or today - last < LATE:
        return ""
    words = _("The last backup in your second place is from {day}. Connect it when you can.")
    return words.format(day=format_day(last))
