"""A day that can be typed or chosen in a calendar; where it may be unknown, it may stay empty.

Where a month or a year is enough, its first day is kept, and that is said below the line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _, format_day, ngettext
from diary.logic.about_day import first_day_of
from diary.logic.entered import day_of
from diary.logic.visits import visit_day
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, TARGET, button, label
from diary.ui.widgets.day_calendar import CalendarDialog
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.moment_edit import DAY_STYLE, no_day
from diary.ui.widgets.typed_edit import Reading, TypedEdit

CHARACTERS = 26
EXAMPLE = date(2019, 3, 3)
FAR = timedelta(days=5 * 366)


@dataclass(frozen=True, slots=True)
class DayRule:
    """Whether a day may stay empty, and what the line then says; whether it may be to come.

    `about` lets a month or a year be typed.
    """

    empty: str = ""
    ahead: bool = False
    about: bool = False

    @property
    def optional(self) -> bool:
        """Whether it may stay empty."""
        return bool(self.empty)

    @property
    def sentence(self) -> Callable[[str], str]:
        """What is said of a text that is no such day."""
        if self.about:
            return no_day_or_month
        return no_day_ahead if self.ahead else no_day


class DayEdit(QWidget):
    """One day; `value_changed` carries it once it was read (None: the line is empty)."""

    value_changed = Signal(object)

    def __init__(
        self,
        name: str,
        rule: DayRule,
        today: Callable[[], date],
        week_begins: Callable[[], int],
        theme: Theme,
    ) -> None:
        super().__init__()
        self._rule, self._today, self._theme = rule, today, theme
        self._week_begins = week_begins
        sentence = rule.sentence
        reading = Reading(self._parse, _words, sentence, optional=rule.optional)
        self.line = TypedEdit(name, CHARACTERS, reading)
        self.line.setPlaceholderText(rule.empty)
        self.pick = button(
            _("Calendar"), "quiet", self._open, _("Calendar: {name}").format(name=name)
        )
        self.pick.setMinimumHeight(TARGET)
        self.about = label("", "secondary")
        self.about.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        row = FlowLayout()
        row.addWidget(self.line)
        row.addWidget(self.pick)
        whole.addLayout(row)
        whole.addWidget(self.line.sentence)
        whole.addWidget(self.about)
        self.setFocusProxy(self.line)
        self.line.value_changed.connect(self.value_changed)

    def _parse(self, text: str) -> date | None:
        read = visit_day if self._rule.ahead else day_of
        day = read(text, self._today())
        about = first_day_of(text, self._today()) if self._rule.about and day is None else None
        self._say_about(about)
        return day or about

    def _say_about(self, day: date | None) -> None:
        """Say that a day stands for a month or a year (None: it does not)."""
        self.about.setVisible(day is not None)
        if day is not None:
            words = _("Only whole days can be kept, so it is kept as {day}.")
            self.about.setText(words.format(day=format_day(day, "d MMMM y")))
            announce(self.line, self.about.text())

    @property
    def bad(self) -> bool:
        """Whether what is typed could not be read."""
        return self.line.bad

    def value(self) -> date | None:
        """The day; None where it is empty."""
        found: date | None = self.line.value_or_none()
        return found

    def show_value(self, day: date | None) -> None:
        """Show a day without saying that it changed."""
        self._say_about(None)
        self.line.show_value(day)

    def commit(self) -> None:
        """Read what is typed as it stands."""
        self.line.commit()

    def say(self, sentence: str) -> None:
        """Show a sentence about this day; one about a text that cannot be read stays."""
        if not self.bad:
            self.line.say(sentence)

    def _open(self) -> None:
        today = self._today()
        last = today + FAR if self._rule.ahead else today
        shown = min(self.value() or today, last)
        calendar = CalendarDialog(shown, last, None, self._theme, self, begins=self._week_begins())
        calendar.day_chosen.connect(self._on_chosen)
        calendar.show_under(self.pick)

    @Slot(object)
    def _on_chosen(self, day: date) -> None:
        self.show_value(day)
        self.line.setFocus()
        self.value_changed.emit(day)


def long_ago() -> DayRule:
    """For what may have begun before this diary: nobody may know its day, or only the year."""
    return DayRule(empty=_("not known, before this diary"), about=True)


def no_day_or_month(text: str) -> str:
    """Said of a text that is neither a day nor a month or year."""
    return _(
        "“{text}” is not a day that can be read. Try “{day}”. “{month}” or “{year}” will do, too."
    ).format(
        text=text[:40],
        day=format_day(EXAMPLE, "d MMMM y"),
        month=format_day(EXAMPLE, "MMMM y"),
        year=format_day(EXAMPLE, "y"),
    )


def no_day_ahead(text: str) -> str:
    """Said of a text that is no day, where one may be to come."""
    return _("“{text}” is not a day that can be read. Try “{example}” or “{ahead}”.").format(
        text=text[:40],
        example=format_day(EXAMPLE, "d MMMM y"),
        ahead=ngettext("in {n} week", "in {n} weeks", 2),
    )


def _words(day: date) -> str:
    return format_day(day, DAY_STYLE)
