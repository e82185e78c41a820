"""The measurements of a day in Today, and the list of all of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.records import Measurement
from diary.field import Group
from diary.measures import MEASURES
from diary.session import Session
from diary.ui.dialogs.measurement_history import MeasurementHistory
from diary.ui.theme import Theme
from diary.ui.widgets.measurement_card import MeasurementCard
from diary.ui.widgets.measurement_row import MeasurementRow
from tests.conftest import FakeClock
from tests.ui.attack_kit import LEFT, Save, sure

Key = Qt.Key
TODAY = date(2026, 11, 22)


@pytest.fixture
def show(session: Session, theme: Theme, qtbot: QtBot):
    """A card of a group on a day, in a window of its own."""
    windows = []

    def make(group=Group.ORGANS, day=TODAY) -> MeasurementCard:
        window = QWidget()
        windows.append(window)
        window.resize(800, 600)
        card = MeasurementCard(session, theme, group, window)
        qtbot.addWidget(window)
        card.show_day(day)
        session.changed.connect(lambda _change: card.show_day(card._day))
        with qtbot.waitActive(window):
            window.show()
        return card

    return make


def made(
    clock: FakeClock, number=1, measure="blood_pressure", days_ago=0, **more: Any
) -> Measurement:
    moment = clock.now() - timedelta(days=days_ago, hours=1, minutes=-number)
    given: dict[str, Any] = {
        "id": f"m{number}",
        "measure": measure,
        "day": moment.date(),
        "measured_at": moment,
        "zone": clock.zone(),
        "value": 132.0,
        "recorded_at": moment,
    }
    pressure = {"diastolic": 85.0} if measure == "blood_pressure" else {}
    return Measurement(**(given | pressure | more))


def words(card: MeasurementCard) -> list[str]:
    return [
        " ".join(entry.open_button.text().split())
        for row in card.rows.values()
        if not row.isHidden()
        for entry in row.entries
    ]


def test_the_measures_in_use_are_offered(show, session, save: Save):
    card = show()
    assert [key for key, row in card.rows.items() if row.isVisible()] == ["blood_pressure"]

    save(lambda: session.prefer("measures.on", ["pulse", "oxygen"]))
    card.show_day(TODAY)

    assert [key for key, row in card.rows.items() if row.isVisible()] == ["pulse", "oxygen"]


def test_a_group_without_measures_shows_nothing(show):
    assert show(Group.GENERAL).isHidden()


def test_what_was_measured_is_shown_also_of_a_measure_that_is_off(show, session, save, clock):
    save(lambda: session.put(made(clock, measure="temperature", value=37.2)))

    assert words(show(Group.GENERAL)) == ["08:31 37.2 °C"]


def test_several_a_day_are_listed_in_order(show, session, save: Save, clock):
    save(lambda: session.put(made(clock, 2, value=128.0), made(clock, 1)))

    assert words(show()) == ["08:31 132/85 mmHg", "08:32 128/85 mmHg"]


def test_add_is_one_key_and_the_numbers(show, session, save: Save, qtbot: QtBot):
    card = show()
    card.rows["blood_pressure"].add_button.setFocus()

    qtbot.keyClick(card.rows["blood_pressure"].add_button, Key.Key_Space)
    dialog = sure(card.dialog)
    for key in "13285":
        qtbot.keyClicks(sure(dialog.focusWidget()), key)
    chord = Qt.KeyboardModifier.ControlModifier
    save(lambda: qtbot.keyClick(sure(dialog.focusWidget()), Key.Key_Return, chord))

    assert words(card) == ["09:30 132/85 mmHg"]


def test_deleting_says_so_and_offers_undo(show, session, save: Save, qtbot: QtBot, clock):
    save(lambda: session.put(made(clock)))
    card = show()

    save(lambda: qtbot.mouseClick(card.rows["blood_pressure"].entries[0].delete_button, LEFT))
    assert card.notice.isVisible()
    assert words(card) == []
    save(lambda: qtbot.mouseClick(card.notice.button, LEFT))

    assert words(card) == ["08:31 132/85 mmHg"]
    assert card.notice.isHidden()


def test_an_open_entry_is_deleted_and_comes_back(show, session, save: Save, qtbot: QtBot, clock):
    save(lambda: session.put(made(clock)))
    card = show()
    qtbot.mouseClick(card.rows["blood_pressure"].entries[0].open_button, LEFT)

    save(lambda: qtbot.mouseClick(card.dialog.remove_button, LEFT))
    assert words(card) == []
    assert card.notice.isVisible()
    save(session.undo)

    assert words(card) == ["08:31 132/85 mmHg"]


def test_an_entry_is_corrected_through_its_button(show, session, save: Save, qtbot, clock):
    save(lambda: session.put(made(clock)))
    card = show()

    qtbot.mouseClick(card.rows["blood_pressure"].entries[0].open_button, LEFT)
    for key in "140":
        qtbot.keyClicks(sure(sure(card.dialog).focusWidget()), key)
    save(card.dialog.keep)

    assert words(card) == ["08:31 140/85 mmHg"]


def test_weight_is_asked_once_a_week(show, session, save: Save, clock):
    save(lambda: session.put(made(clock, measure="weight", value=68.2, days_ago=5)))
    card = show(Group.DIGESTION)
    state = card.rows["weight"].state

    assert state.text() == "last 68.2 kg on 17 Nov · asked again from 24 Nov"
    card.show_day(date(2026, 11, 24))
    assert state.text() == "last 68.2 kg on 17 Nov · once a week"


def test_the_unit_follows_the_preference(show, session, save: Save, clock):
    save(lambda: session.put(made(clock, measure="weight", value=70.0)))
    card = show(Group.DIGESTION)

    save(lambda: session.prefer("unit.weight", "lb"))

    assert words(card) == ["08:31 154.3 lb"]


def test_a_measurement_of_another_zone_keeps_its_day_and_says_the_place(show, session, save, clock):
    far = made(clock, zone="Pacific/Auckland")
    save(lambda: session.put(far))

    clock.place = "America/New_York"
    card = show()

    assert words(card) == ["08:31 132/85 mmHg"]
    [entry] = card.rows["blood_pressure"].entries
    assert any("Pacific/Auckland" in each.text() for each in entry.findChildren(QLabel))


def test_the_card_is_reached_by_tab_in_the_order_of_the_eye(show, session, save, qtbot, clock):
    save(lambda: session.put(made(clock, 1), made(clock, 2)))
    card = show()
    row = card.rows["blood_pressure"]
    entries = [part for e in row.entries for part in (e.open_button, e.delete_button)]
    entries[0].setFocus()
    seen = []
    for _press in range(len(entries) + 2):
        qtbot.keyClick(sure(card.window().focusWidget()), Key.Key_Tab)
        seen.append(card.window().focusWidget())

    assert seen == [*entries[1:], row.add_button, row.all_button, row.info_button]


@pytest.fixture
def history(session: Session, theme: Theme, qtbot: QtBot, save: Save, clock: FakeClock):
    """The list of all blood pressures: of today and of 3 and 400 days ago."""
    save(
        lambda: session.put(
            made(clock, 1, pulse=72.0),
            made(clock, 2, days_ago=3, value=140.0, note="tired"),
            made(clock, 3, days_ago=400),
            made(clock, 4, measure="pulse", value=70.0),
        )
    )
    dialog = MeasurementHistory(session, theme, "blood_pressure")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open_first()
    return dialog


def cells(dialog: MeasurementHistory, row: int) -> list[object]:
    model = dialog.model
    return [model.data(model.index(row, column)) for column in range(model.columnCount())]


def test_all_of_a_measure_are_listed_newest_first(history):
    assert history.model.rowCount() == 3
    assert cells(history, 0) == ["Sun 22 Nov 2026", "08:31", "132/85", "72", ""]
    assert cells(history, 1)[2:] == ["140/85", "", "tired"]


def test_the_list_works_by_keyboard(history, session, save: Save, qtbot: QtBot):
    assert history.table.hasFocus()
    qtbot.keyClick(history.table, Key.Key_Down)
    qtbot.keyClick(history.table, Key.Key_Return)
    dialog = sure(history.dialog)
    for key in "120/80":
        qtbot.keyClicks(sure(dialog.focusWidget()), key)
    save(dialog.keep)
    assert cells(history, 1)[2] == "120/80"
    assert history.focusWidget() is history.table

    save(lambda: qtbot.keyClick(history.table, Key.Key_Delete))
    assert history.model.rowCount() == 2
    assert history.notice.isVisible()
    save(lambda: qtbot.mouseClick(history.notice.button, LEFT))

    assert history.model.rowCount() == 3


def test_all_are_reached_from_the_card(show, session, qtbot: QtBot):
    card = show()

    qtbot.mouseClick(card.rows["blood_pressure"].all_button, LEFT)

    assert isinstance(card.dialog, MeasurementHistory)
    card.dialog.reject()
    assert card.dialog is None


@pytest.mark.parametrize("width", [720, 900])
def test_the_name_and_the_values_do_not_overlap_when_they_are_first_painted(
    theme: Theme, qtbot: QtBot, width: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.resize(width, 300)
    window.show()
    qtbot.waitExposed(window)
    row = MeasurementRow(MEASURES["blood_pressure"], theme)
    row.state.setText("last 123/76 mmHg on 21 Nov")
    column.addWidget(row)
    row.show()
    column.activate()

    name, buttons = row.state.parentWidget(), row.add_button.parentWidget()
    assert name is not None
    assert buttons is not None
    assert name.width() > 0
    assert not name.geometry().intersects(buttons.geometry())
