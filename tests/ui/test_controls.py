from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from diary.palette import Look
from diary.ui.theme import Theme
from diary.ui.widgets.controls import BREAK, breakable, button, label

ADDRESS = "https://www.example.org/" + "a-long-path/" * 20


def test_a_web_address_makes_no_page_wider(qtbot: QtBot) -> None:
    made = label("")
    qtbot.addWidget(made)
    made.setText(f"read {ADDRESS} again")
    assert made.minimumSizeHint().width() < 400
    assert made.text().replace(BREAK, "") == f"read {ADDRESS} again"


@pytest.mark.parametrize(
    "text",
    [
        "Movement held back by tight skin",
        "Rindfleischetikettierung",
        "皮膚の硬さとレイノー現象の記録をつける日記帳です毎日書きます",
        "👩🏽\u200d🦱" * 30,
        "ج" * 40,
    ],
)
def test_what_breaks_by_itself_or_must_stay_joined_is_left_alone(text: str) -> None:
    assert breakable(text) == text


def test_a_link_is_as_easy_to_hit_as_a_button(theme: Theme, qtbot: QtBot) -> None:
    assert theme
    made = button("All weights", "link")
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.sizeHint().height() >= 44


@pytest.mark.parametrize("points", [9, 11, 24])
def test_a_round_button_is_round_and_grows_with_the_text(
    theme: Theme, qtbot: QtBot, points: int
) -> None:
    theme.apply(Look.LIGHT, points)
    made = button("i", "icon", name="About skin tightness")
    qtbot.addWidget(made)
    made.ensurePolished()
    side = max(36, 2 * points)
    assert theme.round_side == side
    assert (made.sizeHint().width(), made.sizeHint().height()) == (side, side)
