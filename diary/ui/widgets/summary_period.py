"""The period of a summary: since the last visit, a usual stretch, or own dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _, format_day
from diary.logic.entered import day_of
from diary.logic.periods import FORTNIGHT, Period
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import label
from diary.ui.widgets.typed_edit import Reading, TypedEdit

SINCE_VISIT = "since_visit"
TWO_WEEKS, ONE_MONTH, THREE_MONTHS, OWN = "two_weeks", "one_month", "three_months", "own"
LONGEST = 3660
"""Days of the longest period: ten years."""


class PeriodChoice(QWidget):
    """`changed` says that the period is another one, and one that can be used."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._visit: Period | None = None
        self._chose = False
        self.stretch = ChoiceInput(
            [
                (SINCE_VISIT, _("Since last visit")),
                (TWO_WEEKS, _("2 weeks")),
                (ONE_MONTH, _("1 month")),
                (THREE_MONTHS, _("3 months")),
                (OWN, _("Own dates")),
            ]
        )
        self.first = self._day_line(_("From"))
        self.last = self._day_line(_("To"))
        self.problem = label("", "strong")
        self._own = QWidget()
        self._lay_out()
        self._show_usual()
        self.stretch.value_changed.connect(self._on_stretch_chosen)
        self.stretch.value_changed.connect(self._on_changed)
        for line in (self.first, self.last):
            line.value_changed.connect(self._on_changed)

    def _day_line(self, name: str) -> TypedEdit:
        return TypedEdit(name, 16, Reading(self._parse_day, format_day, _no_day))

    def _parse_day(self, text: str) -> date | None:
        day = day_of(text, self._today())
        return day if day and day <= self._today() else None

    def _lay_out(self) -> None:
        self.stretch.set_names(_("Period"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(_("Period"), "strong"))
        column.addWidget(self.stretch)
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        for words, line in ((_("From"), self.first), (_("To"), self.last)):
            said = label(words)
            said.setBuddy(line)
            for part in (said, line, line.sentence):
                own.addWidget(part)
        column.addWidget(self._own)
        column.addWidget(self.problem)

    def _show_usual(self) -> None:
        usual = Period.months(self._today(), 3)
        self.stretch.show_value(THREE_MONTHS)
        self.stretch.offer(SINCE_VISIT, offered=False)
        self.first.show_value(usual.first)
        self.last.show_value(usual.last)
        self._own.hide()
        self.problem.hide()

    def show_visit(self, period: Period | None) -> None:
        """Offer the days since the last visit; they are chosen until the patient chooses."""
        self._visit = period
        self.stretch.offer(SINCE_VISIT, offered=period is not None)
        lost = period is None and self.stretch.value_or_none() == SINCE_VISIT
        if not self._chose or lost:
            self.stretch.show_value(self._usual)

    @property
    def _usual(self) -> str:
        """What is chosen where the patient chose nothing."""
        return SINCE_VISIT if self._visit else THREE_MONTHS

    @Slot()
    def _on_stretch_chosen(self) -> None:
        self._chose = self.stretch.value_or_none() is not None

    @Slot()
    def _on_changed(self) -> None:
        if self.stretch.value_or_none() is None:
            self.stretch.show_value(self._usual)
        self._own.setVisible(self.stretch.value_or_none() == OWN)
        self.problem.setText(self._what_is_wrong())
        self.problem.setVisible(bool(self.problem.text()))
        if self.valid:
            self.changed.emit()

    def _what_is_wrong(self) -> str:
        if self.stretch.value_or_none() != OWN:
            return ""
        if self.first.bad or self.last.bad:
            return _("One of the two days cannot be read yet.")
        first, last = self.first.value_or_none(), self.last.value_or_none()
        if last < first:
            return _("The first day is after the last. Change one of the two.")
        if (last - first).days >= LONGEST:
            return _("A summary can cover up to ten years. Choose a later first day.")
        return ""

    def commit(self) -> None:
        """Read what is typed as it stands."""
        for line in (self.first, self.last):
            line.commit()
        self._on_changed()

    @property
    def valid(self) -> bool:
        """Whether a summary can be made of this period."""
        return not self._what_is_wrong()

    def period(self) -> Period:
        """The chosen days."""
        today = self._today()
        match self.stretch.value_or_none():
            case "since_visit" if self._visit:
                return Period.ending(today, min(len(self._visit), LONGEST))
            case "two_weeks":
                return Period.ending(today, FORTNIGHT)
            case "one_month":
                return Period.months(today, 1)
            case "own":
                return Period(self.first.value_or_none(), self.last.value_or_none())
        return Period.months(today, 3)


def _no_day(text: str) -> str:
    return _("“{text}” is not a day up to today. Try “{example}”.").format(
        text=text[:40], example=format_day(date(2026, 11, 21))
    )
