"""Everything that can be wanted of the window: what it does, its pages, settings, fields, days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from diary.guide import everything
from diary.i18n import _, format_day
from diary.logic.aims import Aim
from diary.logic.measurements import ALL_OF, shown_measures
from diary.logic.typed_day import typed_day
from diary.ui.book import PAGES
from diary.ui.key_words import key_words
from diary.ui.settings_places import PLACES
from diary.ui.widgets.measurement_card import MeasurementCard
from diary.ui.widgets.settings_measures import ON

if TYPE_CHECKING:
    from diary.ui.main_window import MainWindow

ITSELF = "aims"
"""The command that opens this list is no use within it."""


def aims(window: MainWindow) -> list[Aim]:
    """All of them, those first that are wanted most."""
    wanted = (_commands, _deeds, _fields, _measures, _settings, _articles)
    return [aim for each in wanted for aim in each(window)]


def day_aim(window: MainWindow, typed: str) -> list[Aim]:
    """The day that was typed, if it is one."""
    day = typed_day(typed, window.session.today())
    if day is None:
        return []
    return [Aim(_("Day"), format_day(day, "EEEE d MMMM y"), partial(window.show_day, day))]


def _commands(window: MainWindow) -> Iterator[Aim]:
    """The actions that have a key, the pages among them."""
    pages = {str(place.label) for place, _maker in PAGES}
    for action in window.actions():
        if action.objectName() != ITSELF:
            kind = _("Open") if action.text() in pages else ""
            words = _plainly(window, action)
            yield Aim(kind, words, action.trigger, key_words(action.shortcut()), also=action.text())


def _plainly(window: MainWindow, action: QAction) -> str:
    """What it does now: the sheet of keys says what it can do at any time."""
    if action.objectName() == "attack":
        return _("Attack now") if window.strip.attack is None else _("The attack has ended")
    return _("Search") if action.objectName() == "find" else action.text()


def _deeds(window: MainWindow) -> Iterator[Aim]:
    """What is begun on a page."""
    for words, begin, also in (
        (_("Add a medicine"), partial(_add_care, window, "medicines"), _("tablet pill drug")),
        (_("Add a visit"), partial(_add_care, window, "visits"), _("appointment doctor hospital")),
        (_("Add an attack from earlier"), partial(_add_attack, window), ""),
        (_("Write a note for the day"), partial(_write_note, window), ""),
        (_("Add a sore"), partial(_add_sore, window), _("ulcer finger photo")),
        (_("Add a patch"), partial(_add_patch, window), _("morphea spot photo")),
        (_("Do the skin check"), window.check_skin, ""),
        (_("Save the summary as a PDF"), partial(_save_summary, window), ""),
        (_("Recently deleted"), partial(_show_deleted, window), _("bring back restore")),
    ):
        yield Aim("", words, begin, also=also)
    if not window.is_sample:
        yield Aim(_("Open"), _("Look around in a sample diary"), window.sample_wanted.emit)


def _fields(window: MainWindow) -> Iterator[Aim]:
    """Record each field that is asked (the skin check is one), see its trend, read of it."""
    asked = [field for field in window.session.shown if not field.panel]
    for field in asked:
        begin = partial(window.record_field, field.key)
        yield Aim(_("Record"), str(field.label), begin, also=str(field.question))
    for field in asked:
        if field.numeric:
            yield Aim(_("Trend"), str(field.label), partial(window.show_trend, field.key))
    for field in asked:
        explain = partial(window.side.show_field, field.key)
        yield Aim(_("What it means"), str(field.label), explain)


def _measures(window: MainWindow) -> Iterator[Aim]:
    """Add one of each measure in use, and see all of it."""
    for measure in shown_measures(window.session.preference(ON)):
        add = partial(_with_measures, window, measure.key, MeasurementCard.add)
        yield Aim(_("Record"), str(measure.label), add)
        see = partial(_with_measures, window, measure.key, MeasurementCard.show_all)
        yield Aim("", str(ALL_OF[measure.key]), see)


def _settings(window: MainWindow) -> Iterator[Aim]:
    if window.is_sample:  # which has not all of them
        return
    for place in PLACES:
        go = partial(_go_to_setting, window, place.name)
        yield Aim(_("Settings"), place.name, go, also=str(place.also))


def _articles(window: MainWindow) -> Iterator[Aim]:
    for section in everything():
        yield Aim(_("Read"), section.title, partial(window.side.show_section, section.slug))


def _add_care(window: MainWindow, part: str) -> None:
    from diary.ui.pages.care import CarePage  # noqa: PLC0415 - a page is loaded when it is wanted

    page = window.show_page("care")
    if isinstance(page, CarePage):
        page.show_part(part).add()


def _add_attack(window: MainWindow) -> None:
    from diary.ui.pages.attacks import AttacksPage  # noqa: PLC0415 - as above

    page = window.show_page("attacks")
    if isinstance(page, AttacksPage):
        page.add()


def _add_sore(window: MainWindow) -> None:
    from diary.ui.pages.body import BodyPage  # noqa: PLC0415 - as above

    page = window.show_page("body")
    if isinstance(page, BodyPage):
        page.sores.add()


def _add_patch(window: MainWindow) -> None:
    from diary.ui.pages.body import BodyPage  # noqa: PLC0415 - as above

    page = window.show_page("body")
    if isinstance(page, BodyPage):
        page.patches.add("")


def _write_note(window: MainWindow) -> None:
    window.today_page().go_to_note()


def _with_measures(
    window: MainWindow, key: str, do: Callable[[MeasurementCard, str], None]
) -> None:
    page = window.today_page()
    page.go_to_today()
    page.make_day_cards()
    do(next(each for each in page.findChildren(MeasurementCard) if key in each.rows), key)


def _show_deleted(window: MainWindow) -> None:
    from diary.ui.pages.history import HistoryPage  # noqa: PLC0415 - as above

    page = window.show_page("history")
    if isinstance(page, HistoryPage):
        page.show_deleted()


def _go_to_setting(window: MainWindow, name: str) -> None:
    from diary.ui.pages.settings import SettingsPage  # noqa: PLC0415 - as above

    page = window.show_page("settings")
    if isinstance(page, SettingsPage):
        page.go_to(name)


def _save_summary(window: MainWindow) -> None:
    from diary.ui.pages.summary import SummaryPage  # noqa: PLC0415 - as above

    page = window.show_page("summary")
    if isinstance(page, SummaryPage):
        page.save()
