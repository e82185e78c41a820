"""A day and a time of day, typed as one likes: "yesterday", "21 Nov"; "1405", "2:05 pm"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _, format_day, format_time
from diary.logic.attacks import local
from diary.logic.entered import day_of, instants, time_of
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import TARGET, button, label
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.typed_edit import Reading, TypedEdit

DAY_STYLE = "EEEE d MMMM y"
FIRST, SECOND = "first", "second"


def no_day(text: str) -> str:
    """Said of a text that is no day."""
    return _("“{text}” is not a day that can be read. Try “yesterday” or “{example}”.").format(
        text=text[:40], example=format_day(date(2026, 11, 21), "d MMMM")
    )


def no_time(text: str) -> str:
    """Said of a text that is no time of day."""
    return _("“{text}” is not a time that can be read. Try “{example}”.").format(
        text=text[:40], example=format_time(time(14, 5))
    )


class MomentEdit(QWidget):
    """One instant, in the zone in which it was lived; `moment_changed` carries it.

    An instant that is not touched comes back exactly, seconds included. Where an hour came twice
    (clocks went back), it asks which of the two was meant.
    """

    moment_changed = Signal(object)

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._moment: datetime | None = None
        self._zone = "UTC"
        self.day = TypedEdit(
            _("{name}: day").format(name=name), 24, Reading(self._parse_day, _day_words, no_day)
        )
        self.time = TypedEdit(
            _("{name}: time").format(name=name), 8, Reading(time_of, format_time, no_time)
        )
        self.earlier = button("‹", "quiet", lambda: self._step(-1), _("A day earlier"))
        self.later = button("›", "quiet", lambda: self._step(1), _("A day later"))
        self._twice_words = label(
            _("The clocks went back, so this time came twice. Which was it?"), "secondary"
        )
        self.twice = ChoiceInput(((FIRST, _("The first time")), (SECOND, _("The second time"))))
        self.twice.set_names(name)
        self._lay_out()
        self.day.value_changed.connect(self._on_entered)
        self.time.value_changed.connect(self._on_entered)
        self.twice.value_changed.connect(self._on_entered)

    def _lay_out(self) -> None:
        for arrow in (self.earlier, self.later):
            arrow.setFixedWidth(48)
            arrow.setMinimumHeight(TARGET)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        row = FlowLayout()
        for part in (self.earlier, self.day, self.later, self.time):
            row.addWidget(part)
        whole.addLayout(row)
        for words in (self.day.sentence, self.time.sentence, self._twice_words):
            whole.addWidget(words)
        whole.addWidget(self.twice)
        self.setFocusProxy(self.day)
        self._ask_which(possible=1)

    def _parse_day(self, text: str) -> date | None:
        return day_of(text, self._today())

    @property
    def bad(self) -> bool:
        """Whether something typed could not be read."""
        return self.day.bad or self.time.bad

    def moment(self) -> datetime | None:
        """The instant as entered; None before one was shown."""
        return self._moment

    def show_moment(self, moment: datetime, zone: str) -> None:
        """Show an instant as the clocks of `zone` did, without saying that it changed."""
        self._zone = zone
        self._moment = local(moment, zone)
        self.day.show_value(self._moment.date())
        self.time.show_value(_to_minute(self._moment))
        self._show_which()

    def commit(self) -> None:
        """Read what is typed as it stands."""
        self.day.commit()
        self.time.commit()

    @Slot(object)
    def _on_entered(self, _value: object) -> None:
        possible = self._possible()
        which = 1 if self.twice.value_or_none() == SECOND and len(possible) > 1 else 0
        moment = possible[which]
        if moment == self._moment:
            return
        self._moment = moment
        for line, value in ((self.day, moment.date()), (self.time, _to_minute(moment))):
            if not line.bad:  # what could not be read stays, with its sentence
                line.show_value(value)
        self._show_which()
        self.moment_changed.emit(moment)

    def _possible(self) -> tuple[datetime, ...]:
        day, clock = self.day.value_or_none(), self.time.value_or_none()
        try:
            return instants(day, clock, self._zone)
        except (KeyError, ValueError, OSError):
            offset = self._moment.tzinfo if self._moment else None
            return (datetime.combine(day, clock, offset),)

    def _show_which(self) -> None:
        possible = self._possible()
        self._ask_which(len(possible))
        if len(possible) > 1 and self._moment is not None:
            second = self._moment.utcoffset() == possible[1].utcoffset()
            self.twice.show_value(SECOND if second else FIRST)

    def _ask_which(self, possible: int) -> None:
        self._twice_words.setVisible(possible > 1)
        self.twice.setVisible(possible > 1)

    def _step(self, days: int) -> None:
        self.day.commit()
        day = self.day.value_or_none()
        if not self.day.bad and date.min < day < date.max:
            self.day.show_value(day + timedelta(days=days))
            self._on_entered(None)


def _day_words(day: date) -> str:
    return format_day(day, DAY_STYLE)


def _to_minute(moment: datetime) -> time:
    return time(moment.hour, moment.minute)
