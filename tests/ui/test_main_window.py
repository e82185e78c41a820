from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.errors import DiskFullError
from db.store import Store
from diary.session import Session
from diary.settings import Settings
from diary.ui.book import PAGES
from diary.ui.main_window import MainWindow
from diary.ui.widgets.field_row import FieldRow
from tests.conftest import FakeClock

Save = Callable[[Callable[[], object]], None]
CTRL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def row_of(widget: QWidget) -> str:
    place: QWidget | None = widget
    while place is not None and not isinstance(place, FieldRow):
        place = place.parentWidget()
    assert place is not None
    return place.field.key


def test_the_keyboard_begins_at_the_first_field(window: MainWindow) -> None:
    assert row_of(focused()) == "skin.tightness"


def test_f1_opens_the_article_at_the_field_and_escape_goes_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    start = focused()
    qtbot.keyClick(start, Qt.Key.Key_F1)
    assert window.side.isVisible()
    assert window.side.panel.heading.text() == "Skin tightness"

    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert not window.side.isVisible()
    assert focused() is start


@pytest.mark.parametrize(
    ("number", "page"), list(enumerate((place.key for place, _maker in PAGES), 1))
)
def test_control_and_a_digit_open_each_page(
    window: MainWindow, qtbot: QtBot, number: int, page: str
) -> None:
    qtbot.keyClick(focused(), Qt.Key(Qt.Key.Key_0 + number), CTRL)
    assert window.stack.currentWidget() is window.stack.pages[page]
    assert window.stack.pages[page].isAncestorOf(focused())


def test_one_key_starts_an_attack_that_is_seen_on_every_page_and_survives(
    window: MainWindow, session: Session, clock: FakeClock, qtbot: QtBot, save: Save
) -> None:
    save(lambda: qtbot.keyClick(focused(), Qt.Key.Key_F2))
    clock.advance(minutes=3)
    for page in ("today", "attacks", "trends", "learn", "summary", "settings"):
        window.show_page(page)
        assert window.strip.end.isVisible()
        window.strip._tick()
        assert window.strip.time.text() == "3:00"
    assert session.read.ongoing_attack() is not None


def test_undo_and_redo_by_keys_reach_across_pages(
    window: MainWindow, session: Session, qtbot: QtBot, save: Save
) -> None:
    save(lambda: qtbot.keyClick(focused(), "5"))
    window.show_page("learn")
    save(lambda: qtbot.keyClick(focused(), Qt.Key.Key_Z, CTRL))
    assert session.read.day_readings(session.today()) == {}
    save(lambda: qtbot.keyClick(focused(), Qt.Key.Key_Y, CTRL))
    assert session.read.day_readings(session.today())["skin.tightness"].value == 5


def test_a_failed_save_says_so_and_trying_again_saves(
    window: MainWindow, session: Session, store: Store, qtbot: QtBot, monkeypatch
) -> None:
    def full(*_wishes: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patch:
        patch.setattr(store, "write", full)
        with qtbot.waitSignal(session.save_failed):
            qtbot.keyClick(focused(), "7")
    assert window.notice.isVisible()
    assert "disk is full" in window.notice.words.text()
    assert focused().value_or_none() == 7  # type: ignore[attr-defined]

    with qtbot.waitSignal(session.saved):
        qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.notice.isVisible())
    assert session.read.day_readings(session.today())["skin.tightness"].value == 7


def test_the_text_grows_and_shrinks_by_keys(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Plus, CTRL)
    assert settings.points() == 12
    qtbot.keyClick(focused(), Qt.Key.Key_Minus, CTRL)
    assert settings.points() == 11


def test_a_day_a_field_and_a_trend_can_be_asked_for(window: MainWindow, session: Session) -> None:
    window.show_day(session.today() - timedelta(days=3))
    assert window.today_page().day == session.today() - timedelta(days=3)
    window.record_field("general.pain")
    assert window.today_page().day == session.today()
    assert row_of(focused()) == "general.pain"
    window.show_trend("general.pain")
    assert window.stack.currentWidget() is window.stack.pages["trends"]


def test_the_sheet_of_keys_lists_every_command(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_F10)
    sheet = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Keys")
    words = {label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text")}
    assert {"Undo", "Same as yesterday", "Trends", "F2"} <= words
    sheet.close()


def test_every_shortcut_is_used_once(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert all(key.count("+") <= 2 for key in keys)
