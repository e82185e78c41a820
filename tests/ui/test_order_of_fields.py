"""Fields and groups stand everywhere in the order that the patient chose."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.folder import open_diary
from diary.field import Group
from diary.fields import CATALOGUE
from diary.session import Session
from diary.ui.pages.history import HistoryPage
from diary.ui.pages.today import TodayPage
from diary.ui.theme import Theme
from diary.ui.widgets.settings_asked import AskedSettings
from tests.conftest import FakeClock
from tests.ui.conftest import Wait

GENERAL_FIRST = [group.value for group in (Group.GENERAL, Group.SKIN, Group.RAYNAUD)]


def press(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def test_history_and_its_filter_follow_the_order(
    session: Session, theme: Theme, save: Wait, qtbot: QtBot
) -> None:
    save(lambda: session.prefer("groups.order", GENERAL_FIRST))
    save(lambda: session.prefer("fields.order", {"skin": ["skin.itch", "skin.tightness"]}))
    day = session.today()
    save(lambda: session.fill(day, {"skin.tightness": 1, "skin.itch": 2, "general.pain": 3}))
    page = HistoryPage(session, theme)
    qtbot.addWidget(page)
    page.show()

    lines = page.panel.text.splitlines()
    told = [line for line in lines if line.startswith(("General", "Skin", "Itch"))]
    assert told == ["General", "Skin", "Itch: 2 of 10", "Skin tightness: 1 of 10"]
    offered = list(page.tools.view.views)
    assert offered.index("general.pain") < offered.index("skin.itch")
    assert offered.index("skin.itch") < offered.index("skin.tightness")


def test_a_field_moved_by_keyboard_is_there_in_today_after_closing(
    session: Session, folder: Path, clock: FakeClock, theme: Theme, save: Wait, qtbot: QtBot
) -> None:
    part = AskedSettings(session)
    qtbot.addWidget(part)
    part.show()
    press(qtbot, part.groups[Group.SKIN].fold_button)
    line = part.groups[Group.SKIN].lines["skin.itch"]
    for _step in range(2):
        save(lambda: press(qtbot, line.up))
        assert line.up.hasFocus()
    save(lambda: press(qtbot, part.groups[Group.GENERAL].line.up))
    session.close()

    again = Session(open_diary(folder), CATALOGUE, clock)
    page = TodayPage(again, theme)
    qtbot.addWidget(page)
    keys = [row.field.key for row in page.column.rows]
    assert keys[:3] == ["skin.itch", "skin.tightness", "skin.movement"]
    groups = list(dict.fromkeys(row.field.group for row in page.column.rows))
    assert groups.index(Group.GENERAL) < groups.index(Group.ORGANS)
    settings = AskedSettings(again)
    qtbot.addWidget(settings)
    settings.show()
    qtbot.waitExposed(settings)
    assert settings.groups[Group.GENERAL].y() < settings.groups[Group.ORGANS].y()
    page.close()
    again.close()
