"""States of what is asked, for the sweep over every control."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QApplication

from db.records import CustomField
from diary.field import Cadence, Group
from diary.session import Session
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.widgets.settings_asked import AskedSettings
from diary.ui.widgets.settings_own import OwnSettings

KEY = "custom.0a1b2c3d"


def _own(session: Session) -> CustomField:
    moment = session.clock.now()
    return CustomField(
        key=KEY,
        name="How stiff my jaw is in the morning",
        kind="several",
        choices=("Left side", "Right side"),
        recorded_at=moment,
    )


def _everything(window: MainWindow) -> None:
    session = window.session
    session.put(_own(session))
    later = [f for f in session.catalogue if f.cadence is Cadence.WEEKLY and not f.panel]
    day = session.today()
    session.fill(day.replace(day=day.day - 2), {later[0].key: 1})
    session.prefer("fields.on", [f.key for f in session.catalogue if not f.default_on])
    page = window.today_page()
    page.refresh()
    page.focus_field(later[0].key)
    session.watch.turned.emit(day)
    page.notice.offer(day, day.replace(day=day.day + 1))


def _settings(window: MainWindow) -> SettingsPage:
    return cast("SettingsPage", window.show_page("settings"))


def _fields(window: MainWindow) -> None:
    part = next(each for each in _settings(window).parts if isinstance(each, AskedSettings))
    part.groups[Group.DIGESTION].fold(folded=False)
    QApplication.processEvents()


def _part(window: MainWindow) -> OwnSettings:
    window.session.put(_own(window.session))
    part = next(each for each in _settings(window).parts if isinstance(each, OwnSettings))
    part.refresh()
    return part


ASKED_STATES: dict[str, Callable[[MainWindow], object]] = {
    "everything asked": _everything,
    "fields of a group": _fields,
    "own fields": _part,
    "new own field": lambda window: _part(window).add_field(),
    "own field": lambda window: _part(window).edit(KEY),
}
