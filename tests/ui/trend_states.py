"""Trends while a day of a chart is read, for the sweeps."""

from __future__ import annotations

from collections.abc import Callable

from diary.ui.main_window import MainWindow
from diary.ui.pages.trends import TrendsPage
from tests.ui.history_states import wait_for
from tests.ui.trend_kit import days


def _read_a_day(window: MainWindow) -> None:
    page = window.show_page("trends")
    assert isinstance(page, TrendsPage)
    wait_for(page.drawn, page.refresh)
    days(page).recent.setChecked(True)
    wait_for(page.drawn, page.refresh)
    for card in days(page).cards.values():
        card.view.go_to(0)


TREND_STATES: dict[str, Callable[[MainWindow], object]] = {"chart read": _read_a_day}
