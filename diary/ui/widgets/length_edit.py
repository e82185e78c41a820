"""How long an attack lasted: a length, or until when; or not known, or still going."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from diary.i18n import _, format_day, format_minutes, format_time
from diary.logic.attacks import local, whole_minutes
from diary.logic.entered import instants, minutes_of, time_of
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import label
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.moment_edit import no_time
from diary.ui.widgets.typed_edit import Reading, TypedEdit

KNOWN, UNKNOWN, ONGOING = "known", "unknown", "ongoing"
DAY = timedelta(days=1)


def no_length(text: str) -> str:
    """Said of a text that is no length of time."""
    return _("“{text}” is not a length that can be read. Try “25” or “{example}”.").format(
        text=text[:40], example=format_minutes(80)
    )


def _length_of(text: str) -> int | None:
    """Whole minutes, at least one: an attack of no length is none."""
    return minutes_of(text) or None


class LengthEdit(QWidget):
    """Minutes (None: not known) and whether it goes on; `length_changed` says that either did.

    The length and the end move together. When the start is corrected on its day, what was
    entered last stays: the end of a timed attack, the length of one that was typed.
    """

    length_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = datetime.min.replace(tzinfo=UTC)
        self._zone = "UTC"
        self._end_stays = False
        answers = ((KNOWN, _("It lasted")), (UNKNOWN, _("Not known")), (ONGOING, _("Still going")))
        self.state = ChoiceInput(answers)
        self.state.set_names(_("How long"))
        self.minutes = TypedEdit(
            _("Length"), 10, Reading(_length_of, format_minutes, no_length, optional=True)
        )
        self.until = TypedEdit(_("Until"), 8, Reading(time_of, format_time, no_time, optional=True))
        self._lay_out()
        self.state.value_changed.connect(self._on_state)
        self.minutes.value_changed.connect(self._on_minutes)
        self.until.value_changed.connect(self._on_until)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.state)
        self._known = QWidget()
        row = FlowLayout(self._known)
        self._length_words = label(_("Length in minutes"), "secondary")
        self._until_words = label(_("or until"), "secondary")
        self._day_words = label("", "secondary")
        for beside in self._beside():
            beside.setWordWrap(False)
        minutes = (self._length_words, self.minutes)
        for part in (*minutes, self._until_words, self.until, self._day_words):
            row.addWidget(part)
        whole.addWidget(self._known)
        whole.addWidget(self.minutes.sentence)
        whole.addWidget(self.until.sentence)
        self.setFocusProxy(self.state)

    def _beside(self) -> tuple[QLabel, ...]:
        return self._length_words, self._until_words, self._day_words

    @property
    def bad(self) -> bool:
        """Whether something typed could not be read."""
        return not self._known.isHidden() and (self.minutes.bad or self.until.bad)

    def minutes_or_none(self) -> int | None:
        """The length; None where it is not known or not over."""
        return self.minutes.value_or_none() if self.state.value_or_none() == KNOWN else None

    def ongoing(self) -> bool:
        """Whether it still goes on."""
        return self.state.value_or_none() == ONGOING

    def show_length(
        self, start: datetime, zone: str, minutes: int | None, *, ongoing: bool
    ) -> None:
        """Show a stored length without saying that it changed."""
        self._start, self._zone = start, zone
        self._end_stays = minutes is not None
        state = ONGOING if ongoing else UNKNOWN if minutes is None else KNOWN
        self.state.show_value(state)
        self._show(minutes)

    def expect_length(self) -> None:
        """Ask for the length at once, as when an attack is added afterwards."""
        self.state.show_value(KNOWN)
        self._show(None)

    def set_start(self, start: datetime) -> None:
        """Follow a corrected start; what could not be read stays."""
        end, moved_day = self._end(), start.date() != self._start.date()
        self._start = start
        if self.bad:
            pass
        elif self._end_stays and end is not None and not moved_day and end > start:
            self._show(whole_minutes(end - start))
        else:
            self._show(self.minutes.value_or_none())
        self.length_changed.emit()

    def commit(self) -> None:
        """Read what is typed as it stands."""
        self.minutes.commit()
        self.until.commit()

    def say(self, sentence: str) -> None:
        """Show what cannot be kept about the length."""
        self.minutes.say(sentence)

    def _end(self) -> datetime | None:
        minutes = self.minutes.value_or_none()
        return None if minutes is None else self._start + timedelta(minutes=minutes)

    def _show(self, minutes: int | None) -> None:
        self._known.setVisible(self.state.value_or_none() == KNOWN)
        for beside in self._beside():
            beside.setMinimumHeight(self.minutes.sizeHint().height())
        self.minutes.show_value(minutes)
        end = self._end()
        there = None if end is None else local(end, self._zone)
        self.until.show_value(None if there is None else time(there.hour, there.minute))
        other_day = there is not None and there.date() != self._start.date()
        words = _("on {day}").format(day=format_day(there.date(), "EEEE d MMMM")) if there else ""
        self._day_words.setText(words if other_day else "")
        self._day_words.setVisible(other_day)

    @Slot(object)
    def _on_state(self, state: object) -> None:
        self._show(self.minutes.value_or_none())
        if state == KNOWN:
            self.minutes.setFocus()
        self.length_changed.emit()

    @Slot(object)
    def _on_minutes(self, minutes: int | None) -> None:
        self._end_stays = False
        self._show(minutes)
        self.length_changed.emit()

    @Slot(object)
    def _on_until(self, clock: time | None) -> None:
        self._end_stays = True
        self._show(None if clock is None else self._minutes_until(clock))
        self.length_changed.emit()

    def _minutes_until(self, clock: time) -> int:
        """The length up to the next such time; an attack of days keeps its last day."""
        end = self._end()
        first = self._start.date()
        if end is not None and end - self._start >= DAY:
            first = local(end, self._zone).date()
        return whole_minutes(self._next(first, clock) - self._start)

    def _next(self, first: date, clock: time) -> datetime:
        """The first instant after the start at which the clocks showed this, from a day on."""
        for day in (first, first + DAY):
            after = [moment for moment in self._instants(day, clock) if moment > self._start]
            if after:
                return after[0]
        return self._start + DAY

    def _instants(self, day: date, clock: time) -> tuple[datetime, ...]:
        try:
            return instants(day, clock, self._zone)
        except (KeyError, ValueError, OSError):
            return (datetime.combine(day, clock, self._start.tzinfo),)
