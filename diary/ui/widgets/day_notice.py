"""Offers the new day on a page that was left open past midnight. The page keeps its day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from diary.i18n import _, format_day
from diary.ui.widgets.notice import Notice


class DayNotice(Notice):
    """Hidden until the shown day is over."""

    def __init__(self, on_today: Callable[[], object], parent: QWidget) -> None:
        super().__init__(_("Go to today"), on_today, parent)
        self._offers = False

    def offer(self, shown: date, today: date) -> bool:
        """Say that another day has begun, if the day that is shown just ended."""
        if (today - shown).days != 1:
            return False
        self._offers = True
        self.button.show()
        words = _("A new day has begun. This page still shows {day}.")
        self.say(words.format(day=format_day(shown, "EEEE d MMMM")))
        return True

    def explain(self, words: str) -> None:
        """Say why nothing happened where it was asked for; what is offered stays."""
        if not self._offers:
            self.button.hide()
            self.say(words)

    def forget(self) -> None:
        """Another day was chosen."""
        self._offers = False
        self.say("")
