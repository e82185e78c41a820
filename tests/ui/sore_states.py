"""The states of sores and measurements in which every control is checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget

from db.records import Measurement, Sore, SoreDay
from diary.field import Group
from diary.ui.main_window import MainWindow
from diary.ui.widgets.measurement_card import MeasurementCard
from diary.ui.widgets.sore_card import SoreCard
from diary.ui.widgets.sores_panel import SoresPanel


def _records(window: MainWindow) -> None:
    """An open and a healed sore, some of their days, and values of some measures; once."""
    session = window.session
    if session.read.events(Sore):
        return
    now, today = session.clock.now(), session.today()
    ago = [today - timedelta(days=days) for days in range(30)]
    sores = [
        Sore(id="open", place="left_index", spot="nail", noticed=ago[19], recorded_at=now),
        Sore(id="healed", place="left_big_toe", noticed=ago[29], healed=ago[20], recorded_at=now),
    ]
    days = [
        SoreDay(sore="open", day=day, pain=3, signs=("pus", "swelling"), recorded_at=now)
        for day in ago[1:4]
    ]
    moment = now - timedelta(hours=1)
    given = {"day": today, "measured_at": moment, "zone": "Asia/Tokyo", "recorded_at": now}
    values: dict[str, dict[str, object]] = {
        "blood_pressure": {"value": 132.0, "diastolic": 85.0, "pulse": 72.0},
        "weight": {"value": 68.2, "intended": False, "note": "after breakfast"},
        "oxygen": {"value": 96.0, "place": "forehead"},
    }
    made = [
        Measurement(id=key, measure=key, **given, **parts)  # type: ignore[arg-type]
        for key, parts in values.items()
    ]
    saved = QSignalSpy(session.changed)
    session.put(*sores, *days, *made)
    assert saved.count() or saved.wait(20_000)
    QApplication.processEvents()


def _cards(window: MainWindow) -> list[QWidget]:
    _records(window)
    page = window.today_page()
    page.make_day_cards()
    page.refresh()
    return [card for _group, card in page.day_cards.made]


def _measured(window: MainWindow) -> MeasurementCard:
    return next(
        card
        for card in _cards(window)
        if isinstance(card, MeasurementCard) and "oxygen" in card.rows
    )


def _asked(window: MainWindow) -> SoreCard:
    return next(card for card in _cards(window) if isinstance(card, SoreCard))


def _panel(window: MainWindow) -> SoresPanel:
    _records(window)
    panel: SoresPanel = window.show_page("body").sores  # type: ignore[attr-defined]
    panel.refresh()
    return panel


def _group(group: Group) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        _cards(window)
        for made in window.today_page().column.cards:
            made.fold(folded=made.group is not group)
        QApplication.processEvents()

    return show


SORE_STATES: dict[str, Callable[[MainWindow], object]] = {
    "open sores today": _group(Group.RAYNAUD),
    "measurements today": _group(Group.ORGANS),
    "new blood pressure": lambda window: _measured(window).add("blood_pressure"),
    "new oxygen": lambda window: _measured(window).add("oxygen"),
    "new weight": lambda window: _measured(window).add("weight"),
    "all blood pressures": lambda window: _measured(window).show_all("blood_pressure"),
    "new sore today": lambda window: _asked(window).add(),
    "sores": _panel,
    "new sore": lambda window: _panel(window).add(),
    "sore": lambda window: _panel(window).edit("open"),
    "sore of a day": lambda window: _panel(window).record_day("open"),
    "sore day by day": lambda window: _panel(window).show_history("open"),
}
