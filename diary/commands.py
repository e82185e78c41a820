"""What each command does. Loaded by `cli` when a command runs; takes its parsed arguments."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from contextlib import closing
from datetime import date, datetime
from typing import TYPE_CHECKING

from db.errors import DiaryError
from diary.clock import SystemClock
from diary.collector import keep_what_is_made, no_collector
from diary.field import Catalogue, Field
from diary.fields import CATALOGUE
from diary.i18n import N_, _, ngettext
from diary.known_fields import fields_in
from diary.logic.periods import Period
from diary.opening import first_line, opened

if TYPE_CHECKING:
    from db.records import Everything
    from db.store import Store
    from diary.one_window import OneWindow

DONE, PROBLEM = 0, 1
USUAL_MONTHS = 3


class PeriodError(DiaryError):
    """Days that make no period."""

    sentence = N_("The period cannot begin ({first}) after it ends ({last}).").text


class FutureError(DiaryError):
    """A day that has not come yet."""

    sentence = N_("{day} has not come yet. Choose today or a day before.").text


class NoVisitError(DiaryError):
    """The time since a visit is wanted, and there was none."""

    sentence = N_("No visit before {day} is written down. Give the first day by --from.").text


def window_command(given: Namespace) -> int:
    """Open the window, or let the one that is open show itself."""
    from diary.one_window import OneWindow  # noqa: PLC0415 - only the window needs Qt

    one = OneWindow(given.places.diary)
    if not one.claim():
        _show_first(one, given)
        return DONE
    try:
        return _window(one, given)
    finally:
        one.release()


def _window(one: OneWindow, given: Namespace) -> int:
    with no_collector():
        from diary.application import attend  # noqa: PLC0415 - as above
        from diary.startup import open_window  # noqa: PLC0415 - as above

        words = first_line(given.passphrase_file) if given.passphrase_file else None
        application, window = open_window(given.places, in_tray=given.in_tray, passphrase=words)
        attend(application, one, window)
        keep_what_is_made()
    return application.exec()


def _show_first(one: OneWindow, given: Namespace) -> None:
    """Whoever starts the diary wants to see it, unless it is the computer itself."""
    if not given.in_tray:
        one.call()


def demo_command(given: Namespace) -> int:
    """Write a sample diary with its summary and charts."""
    from diary.demo.write import write_demo  # noqa: PLC0415 - it loads everything

    now = SystemClock().now()
    until = given.until or Period.ending(now.date(), 2).first
    _refuse_future(until, now)
    for path in write_demo(given.folder, days=given.days, until=until, seed=given.seed, now=now):
        _say(str(path))
    return DONE


def summary_command(given: Namespace) -> int:
    """Write the PDF."""
    from diary.exchange.files import write_whole  # noqa: PLC0415 - only where a diary is opened
    from diary.summary import make  # noqa: PLC0415 - it loads typesetting
    from diary.summary.asked import options_of, password_of, show_progress  # noqa: PLC0415 - as above
    from diary.summary.lock import locked  # noqa: PLC0415 - as above

    now = SystemClock().now()
    password = password_of(given.password_file)
    with closing(opened(given)) as store:
        last = given.last or _today(store, now)
        first = given.first or _since_visit(store, last, needed=given.since_visit)
        period = _period(first, last, now)
        options = options_of(given, store, period, now)
        pdf = make(store, fields_in(store), period, options, show_progress)
    write_whole(given.output, locked(pdf, password) if password else pdf)
    return DONE


def _since_visit(store: Store, last: date, *, needed: bool) -> date:
    """The day of the last visit before `last`; without one, three months back unless needed."""
    from db.records import Appointment  # noqa: PLC0415 - only where a diary is opened
    from diary.logic.visits import last_visit  # noqa: PLC0415 - as above

    visit = last_visit(store.events(Appointment), last)
    if visit is None and needed:
        raise NoVisitError(day=last)
    return visit.day if visit else Period.months(last, USUAL_MONTHS).first


@no_collector()
def export_command(given: Namespace) -> int:
    """Write everything, or a stretch of days, as JSON or CSV."""
    from diary.exchange.csv_out import write_csv  # noqa: PLC0415 - only where a diary is opened
    from diary.exchange.files import written_whole  # noqa: PLC0415 - as above
    from diary.exchange.json_out import write_json  # noqa: PLC0415 - as above
    from diary.exchange.photos import split  # noqa: PLC0415 - as above
    from diary.exchange.words import counted  # noqa: PLC0415 - as above

    now = SystemClock().now()
    if given.first and given.last:
        _period(given.first, given.last, now)
    elif given.first:
        _refuse_future(given.first, now)
    with closing(opened(given)) as store:
        diary: Everything = store.everything(given.first, given.last)
        whole, said = split(diary, store, in_zip=given.format == "csv")
        with written_whole(given.output) as stream:
            if given.format == "json":
                write_json(whole, stream, now)
            else:
                write_csv(whole, stream, now, store.picture)
    _say(_("Written: {what}.").format(what=counted(whole.records())), *said)
    return DONE


def calendar_command(given: Namespace) -> int:
    """Write the reminder and the coming visits for a phone's calendar."""
    from db.records import Appointment  # noqa: PLC0415 - only where a diary is opened
    from diary.exchange.calendar import coming, to_ics  # noqa: PLC0415 - as above
    from diary.exchange.files import write_whole  # noqa: PLC0415 - as above
    from diary.reminder import reminder_time  # noqa: PLC0415 - as above
    from diary.settings import REMINDER, Settings  # noqa: PLC0415 - as above

    now = SystemClock().now()
    at = reminder_time(Settings(given.places.settings).value(REMINDER))
    with closing(opened(given)) as store:
        visits = coming(store.events(Appointment), _today(store, now))
    write_whole(given.output, to_ics(at, visits, now, names=given.names))
    written = ngettext("Written: {n} visit.", "Written: {n} visits.", len(visits))
    no_reminder = _("There is no reminder: none is set in the settings.")
    _say(written, *(() if at else (no_reminder,)))
    return DONE


def _catalogue(given: Namespace) -> Catalogue:
    """The program's fields, and those of the diary where there is one that opens."""
    if not given.places.diary.exists():
        return CATALOGUE
    try:
        with closing(opened(given)) as store:
            return fields_in(store)
    except DiaryError:
        return CATALOGUE


def fields_command(given: Namespace) -> int:
    """List the catalogue, and the patient's own fields where there is a diary."""
    catalogue = _catalogue(given)
    if given.json:
        _say(json.dumps([_facts(field) for field in catalogue], ensure_ascii=False, indent=2))
        return DONE
    for field in catalogue:
        _say(f"{field.key:26} {field.kind:9} {_range(field):12} {field.label}")
    return DONE


def _facts(field: Field) -> dict[str, object]:
    return {
        "key": field.key,
        "group": field.group.value,
        "kind": field.kind.value,
        "label": str(field.label),
        "question": str(field.question),
        "low": field.bottom if field.numeric else None,
        "high": field.top if field.numeric else None,
        "choices": field.choice_keys,
        "step": field.step if field.numeric else None,
        "unit": field.unit,
        "panel": field.panel,
        "anchors": [str(end) for end in (field.low, field.high) if end is not None],
        "cadence": field.cadence.value,
        "recall": field.recall.value,
        "direction": field.direction.value,
        "default": field.default_on,
        "section": field.section,
        "codes": [{"system": code.system, "code": code.code} for code in field.codes],
    }


def _range(field: Field) -> str:
    if field.numeric:
        return f"{field.bottom}..{field.top}" if field.bottom < 0 else f"{field.bottom}-{field.top}"
    return "/".join(field.choice_keys)


def _period(first: date, last: date, now: datetime) -> Period:
    _refuse_future(first, now)
    if last < first:
        raise PeriodError(first=first, last=last)
    return Period(first, last)


def _today(store: Store, now: datetime) -> date:
    """The patient's present day, whose start they may have chosen."""
    from db.records import Preference  # noqa: PLC0415 - only where a diary is opened
    from diary.logic.day_start import day_at, start_from  # noqa: PLC0415 - as above

    return day_at(now, start_from(store.events(Preference)))


def _refuse_future(day: date, now: datetime) -> None:
    if day > now.date():
        raise FutureError(day=day)


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
