"""39. Import while the window is open: the window shows the new data."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.folder import open_diary
from db.records import (
    Attack,
    CustomField,
    Measurement,
    Medicine,
    Note,
    Preference,
    Put,
    Reading,
    Remove,
    key_of,
)
from db.store import Store
from diary.session import Session
from diary.settings import Settings
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme

Save = Callable[[Callable[[], object]], None]
DAY = date(2026, 11, 22)
THEN = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.fixture
def other(folder: Path, session: Session) -> Iterator[Store]:
    """Another program that has the same diary open; the first look has been taken."""
    assert session.read is not None
    opened = open_diary(folder)
    yield opened
    opened.close()


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot, folder: Path
) -> Iterator[MainWindow]:
    made = MainWindow(session, settings, theme, str(folder))
    made.show()
    qtbot.waitUntil(
        lambda: not session.elsewhere._asking and session.elsewhere._timer.interval() > 999
    )
    made.today_page().make_day_cards()
    yield made
    made.leave()


def put(*records: object) -> list[Put]:
    return [Put(each) for each in records]  # type: ignore[arg-type]


def look(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.elsewhere.changed):
        session.elsewhere.look()


def test_an_import_from_the_command_line_shows_on_the_open_page(
    window: MainWindow, session: Session, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    reading = {
        "day": DAY.isoformat(), "field": "skin.itch", "value": 7,
        "recorded_at": THEN.isoformat(),
    }  # fmt: skip
    file = tmp_path / "in.json"
    file.write_text(
        json.dumps({"format": "scleroderma-diary", "version": 1, "readings": [reading]}), "utf-8"
    )
    command = [sys.executable, "-m", "diary", "--diary", str(folder), "import", str(file)]
    with qtbot.waitSignal(session.changed, timeout=10_000):  # nobody asks for it
        done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    row = window.today_page().column.row("skin.itch")
    assert row is not None
    assert row.input.value_or_none() == 7
    assert "Another program" in window.rail.status.words


def test_what_is_being_typed_stays(
    window: MainWindow, session: Session, other: Store, qtbot: QtBot
) -> None:
    page = window.today_page()
    count = page.column.row("raynaud.attack_count")
    assert count is not None
    count.focus()
    qtbot.keyClicks(page.focusWidget(), "3")
    other.write(
        put(Reading(DAY, "raynaud.attack_count", 9, THEN), Reading(DAY, "skin.itch", 7, THEN))
    )
    look(session, qtbot)
    assert count.input.edit.text() == "3"  # type: ignore[union-attr]
    itch = page.column.row("skin.itch")
    assert itch is not None
    assert itch.input.value_or_none() == 7

    page.note.setFocus()
    qtbot.keyClicks(page.note, "cold")
    other.write(put(Note(DAY, "from elsewhere", THEN)))
    look(session, qtbot)
    assert page.note.toPlainText() == "cold"


@pytest.mark.parametrize(
    "page",
    ["today", "attacks", "body", "trends", "care", "history", "learn", "summary", "settings"],
)
def test_no_line_of_any_page_loses_what_is_typed(
    window: MainWindow, session: Session, other: Store, qtbot: QtBot, save: Save, page: str
) -> None:
    save(lambda: session.record(DAY, "skin.itch", 3))
    save(lambda: session.prefer("fields.on", [each.key for each in session.catalogue]))
    shown = window.show_page(page)
    qtbot.wait(50)
    lines = [each for each in shown.findChildren(QWidget) if is_typed_in(each)]
    assert lines or page in {"attacks", "body", "trends", "care", "settings"}
    for number, line in enumerate(lines):
        line.setFocus()
        line.clear()  # type: ignore[attr-defined]
        qtbot.keyClicks(line, "4")
        attack = Attack(
            id=str(number), started_at=THEN, zone="UTC", recorded_at=THEN, minutes=number
        )
        readings = [
            Reading(DAY, key, 5 + number % 2, THEN)
            for key in ("raynaud.attack_count", "skin.palm_gap_right", "digestion.motions")
        ]
        medicine = Medicine(id=str(number), name="Nifedipine", recorded_at=THEN)
        other.write(put(attack, medicine, Note(DAY, str(number), THEN), *readings))
        look(session, qtbot)
        assert typed_in(line) == "4", line.accessibleName()


def is_typed_in(each: QWidget) -> bool:
    box = isinstance(each.parentWidget(), QComboBox | QAbstractSpinBox)
    typed = isinstance(each, QLineEdit | QPlainTextEdit) and not box
    return typed and each.isVisible() and each.isEnabled()


def typed_in(line: QWidget) -> str:
    if isinstance(line, QLineEdit):
        return line.text()
    assert isinstance(line, QPlainTextEdit)
    return line.toPlainText()


def test_an_open_dialog_keeps_what_is_typed(
    window: MainWindow, session: Session, other: Store, qtbot: QtBot
) -> None:
    card = next(c for _g, c in window.today_page().day_cards.made if hasattr(c, "add"))
    card.add("weight")
    dialog = card.dialog  # type: ignore[attr-defined]
    line = dialog.form.inputs["value"].widget
    qtbot.keyClicks(line, "68,5")
    weight = Measurement(
        id="w", measure="weight", value=70.0, day=DAY, measured_at=THEN, zone="UTC",
        recorded_at=THEN,
    )  # fmt: skip
    other.write(put(weight))
    look(session, qtbot)
    assert line.text() == "68,5"
    dialog.keep_what_can_be()
    dialog.reject()


def test_own_saves_are_not_taken_for_anothers(
    session: Session, other: Store, save: Save, qtbot: QtBot
) -> None:
    heard: list[object] = []
    session.elsewhere.changed.connect(lambda: heard.append(1))
    for value in range(4):
        save(lambda value=value: session.record(DAY, "skin.itch", value))  # type: ignore[misc]
        session.elsewhere.look()
        qtbot.waitUntil(lambda: not session.elsewhere._asking)
    assert heard == []
    other.write(put(Reading(DAY, "skin.itch", 9, THEN)))
    look(session, qtbot)
    assert heard == [1]


def test_fields_the_start_of_the_day_and_choices_follow(
    session: Session, other: Store, qtbot: QtBot, save: Save
) -> None:
    save(lambda: session.record(DAY, "skin.itch", 1))
    session.elsewhere.look()
    qtbot.waitUntil(lambda: not session.elsewhere._asking)
    assert session.day_start() == timedelta()
    assert "skin.itch" in {field.key for field in session.shown}
    own = CustomField(key="custom.ear", name="Ears", kind="yes_no", recorded_at=THEN)
    other.write(
        put(Preference("day.start", '"04:00"'), Preference("fields.off", '["skin.itch"]'), own)
    )
    look(session, qtbot)
    assert session.day_start() == timedelta(hours=4)
    assert "skin.itch" not in {field.key for field in session.shown}
    assert "custom.ear" in session.catalogue


@pytest.mark.parametrize(
    "page", ["attacks", "body", "trends", "care", "history", "summary", "settings"]
)
def test_each_page_takes_it(
    window: MainWindow, session: Session, other: Store, qtbot: QtBot, page: str
) -> None:
    window.show_page(page)
    attack = Attack(id="a", started_at=THEN, zone="UTC", recorded_at=THEN, minutes=20)
    other.write(
        put(
            attack,
            Medicine(id="m", name="Nifedipine", recorded_at=THEN),
            Reading(DAY, "skin.itch", 7, THEN),
        )
    )
    look(session, qtbot)
    assert window.stack.currentWidget() is window.show_page(page)


def test_an_attack_begun_elsewhere_runs_in_the_rail(
    window: MainWindow, session: Session, other: Store, qtbot: QtBot
) -> None:
    attack = Attack(id="a", started_at=THEN, zone="UTC", recorded_at=THEN, ongoing=True)
    other.write(put(attack))
    look(session, qtbot)
    assert session.running_attack() == attack
    assert window.strip._attack == attack
    other.write([Remove(key_of(attack))])
    look(session, qtbot)
    assert window.strip._attack is None


def test_coming_back_to_the_window_is_enough(
    window: MainWindow, session: Session, other: Store, qtbot: QtBot
) -> None:
    session.elsewhere._timer.stop()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: not session.elsewhere._asking)
    other.write(put(Reading(DAY, "skin.itch", 7, THEN)))
    with qtbot.waitSignal(session.changed):
        QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))


def test_a_closed_diary_says_nothing(session: Session, other: Store, qtbot: QtBot) -> None:
    heard: list[object] = []
    session.changed.connect(heard.append)
    session.record(DAY, "skin.itch", 4)
    session.forget_old()  # would sweep the photos next
    session.elsewhere.look()
    session.close()
    QApplication.processEvents()
    session.elsewhere.look()
    assert heard == []
    assert other.reading(DAY, "skin.itch") is not None
