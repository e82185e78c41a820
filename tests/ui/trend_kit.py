"""The views of Trends, for tests."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from diary.ui.pages.trends import TrendsPage
from diary.ui.widgets.chart_pane import ChartPane
from diary.ui.widgets.trend_view_days import DaysView
from diary.ui.widgets.trend_view_table import TableView


def choose_view(page: TrendsPage, key: str, qtbot: QtBot) -> None:
    """Choose a view by its chip, and wait until it shows everything."""
    with qtbot.waitSignal(page.drawn, timeout=20_000):
        page.choice.chips.choose(key)


def days(page: TrendsPage) -> DaysView:
    """The charts by day."""
    view = page.view_of("days")
    assert isinstance(view, DaysView)
    return view


def table(page: TrendsPage) -> TableView:
    """The table."""
    view = page.view_of("table")
    assert isinstance(view, TableView)
    return view


def day_of(card: ChartPane) -> date:
    """The day under the cursor of a chart."""
    assert card.view.point is not None
    assert card.view.point.day is not None
    return card.view.point.day
