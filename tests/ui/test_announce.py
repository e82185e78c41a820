"""What is new on the control that has the keyboard is said once, whoever says it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diary.ui.widgets import announce


@pytest.mark.parametrize(("by_itself", "announced"), [(True, []), (False, ["3 October: 4"])])
def test_a_new_description_is_announced_where_readers_do_not_say_it_by_themselves(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, by_itself: bool, announced: list[str]
) -> None:
    said: list[str] = []
    monkeypatch.setattr(announce, "READ_WHEN_CHANGED", by_itself)
    monkeypatch.setattr(announce, "announce", lambda _widget, words: said.append(words))
    chart = QLabel()
    qtbot.addWidget(chart)

    announce.tell(chart, "3 October: 4")

    assert chart.accessibleDescription() == "3 October: 4"
    assert said == announced
