"""Settings: when the day begins, and with which day the week. Kept in the diary."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import Slot

from db.records import Preference
from diary.change import Change
from diary.i18n import _, first_weekday, format_day, format_time
from diary.logic.day_start import KEY as DAY_START
from diary.logic.day_start import parsed_start
from diary.logic.weeks import KEY as WEEK_FIRST
from diary.session import Session
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.settings_part import SettingsPart

HOURS = range(5)
MONDAY, SATURDAY, SUNDAY = 0, 5, 6
A_MONDAY = date(2026, 11, 23)
AS_HERE = "here"


class DaySettings(SettingsPart):
    """The start of the day and the first day of the week."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Day and week"))
        self._session = session
        self.day = ChoiceInput([(f"{hour:02}:00", format_time(time(hour))) for hour in HOURS])
        here = _("As usual here ({day})").format(day=_weekday(first_weekday()))
        days = [(number, _weekday(number)) for number in (MONDAY, SATURDAY, SUNDAY)]
        self.week = ChoiceInput([(AS_HERE, here), *days])
        self.day.set_names(_("The day begins at"))
        self.week.set_names(_("The week begins on"))
        words = _(
            "If you are often awake after midnight, what you record then counts for the evening "
            "before. Changing this moves nothing that is recorded."
        )
        self.add(_("The day begins at"), self.day, words)
        self.add(_("The week begins on"), self.week)
        self.day.value_changed.connect(self._on_day)
        self.week.value_changed.connect(self._on_week)
        session.changed.connect(self._on_changed)
        self.refresh()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if Preference in change.kinds:
            self.refresh()

    @Slot(object)
    def _on_day(self, value: object) -> None:
        if value is not None:
            self._session.prefer(DAY_START, value)
        self.refresh()

    @Slot(object)
    def _on_week(self, value: object) -> None:
        if value is not None:
            self._session.prefer(WEEK_FIRST, None if value == AS_HERE else value)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the values in use."""
        start = parsed_start(self._session.preference(DAY_START))
        hours, rest = divmod(start, timedelta(hours=1))
        self.day.show_value(f"{hours:02}:{rest // timedelta(minutes=1):02}")
        chosen = self._session.preference(WEEK_FIRST)
        self.week.show_value(AS_HERE if chosen is None else chosen)


def _weekday(number: int) -> str:
    return format_day(A_MONDAY + timedelta(days=number), "EEEE")
