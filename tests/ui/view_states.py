"""The views of Trends that are made of charts with tables, for the sweeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from uuid_utils import uuid7

from db.records import DosePeriod, Medicine
from diary.ui.main_window import MainWindow
from diary.ui.pages.trends import TrendsPage
from diary.ui.widgets.shown_view import ShownView
from tests.db.examples import AT, MEDICINE
from tests.ui.history_states import wait_for


def _filled(window: MainWindow) -> None:
    """Twelve attacks of these weeks, and a medicine that was started a week ago."""
    session = window.session
    if session.read.events(Medicine):
        return
    today = session.today()
    (attack,) = session.read.attacks(today, today)
    earlier = [
        replace(attack, id=f"earlier {n}", started_at=attack.started_at - timedelta(days=n),
                places=("right_index",), triggers=("cold_air",), colours=("pale",))
        for n in range(1, 13)
    ]  # fmt: skip
    for each in earlier:
        wait_for(session.saved, partial(session.put_attack, each))
    first = today - timedelta(days=7)
    dose = DosePeriod(
        id=str(uuid7()), medicine=MEDICINE.id, dose="10 mg", first=first, recorded_at=AT
    )
    wait_for(session.saved, lambda: session.put(MEDICINE, dose))


def view(window: MainWindow, key: str) -> ShownView:
    """One of the views with all its charts drawn."""
    _filled(window)
    page = window.show_page("trends")
    assert isinstance(page, TrendsPage)
    wait_for(page.drawn, lambda: page.choose_view(key))
    shown = page.view_of(key)
    assert isinstance(shown, ShownView)
    return shown


def _table(window: MainWindow, key: str) -> None:
    view(window, key).table.setChecked(True)


def _read(window: MainWindow, key: str) -> None:
    part = next(part for part in view(window, key).parts.values() if part.pane.isVisible())
    part.pane.view.go_to(0)


VIEW_STATES: dict[str, Callable[[MainWindow], object]] = {
    **{key: partial(view, key=key) for key in ("patterns", "year", "around")},
    **{f"{key} as tables": partial(_table, key=key) for key in ("patterns", "year", "around")},
    **{f"{key} read": partial(_read, key=key) for key in ("patterns", "year")},
}
