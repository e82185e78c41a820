"""A chart in its card: drawn on the worker, read by keyboard and mouse, saved as a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.charts.drawing import Box, Drawing, Point, Points
from diary.charts.style import Style
from diary.session import Session
from diary.ui.studio import Studio
from diary.ui.theme import Theme
from diary.ui.widgets.chart_pane import ChartPane

DAY = date(2026, 11, 22)
PLACES = ((50.0, 20.0), (150.0, 20.0), (150.0, 90.0))


def three_dots(style: Style) -> Drawing:
    """A chart with two dots above and one below."""
    from diary.charts.paper import Frame, Paper  # noqa: PLC0415 - loads matplotlib on the worker

    frame = Frame("Three dots", "1 to 3 November", "Dot: a dot.")
    paper = Paper(style.width_px, 120, style, frame)
    for n, (x, y) in enumerate(PLACES):
        paper.text(x, y, f"dot {n}")
    points = [
        Point(Box.around(x, y, 5), f"dot {n}", DAY.replace(day=n + 1))
        for n, (x, y) in enumerate(PLACES)
    ]
    return Drawing(
        paper.figure, frame.title, frame.period, frame.key, "Three dots in all.", Points(points)
    )


@pytest.fixture
def pane(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[ChartPane]:
    owner = QWidget()
    studio = Studio(session, theme, owner)
    made = ChartPane("Dots", studio, parent=owner)
    qtbot.addWidget(owner)
    owner.resize(500, 400)
    made.resize(500, 300)
    with qtbot.waitSignal(made.drawn, timeout=20_000):
        owner.show()
        made.draw(three_dots)
    yield made
    studio.close()


def test_arrows_walk_in_order_and_up_and_down(pane: ChartPane, qtbot: QtBot) -> None:
    key, view = Qt.Key, pane.view
    walked = []
    for step in (key.Key_Right, key.Key_Right, key.Key_Down, key.Key_Up, key.Key_Home, key.Key_End):
        qtbot.keyClick(view, step)
        walked.append(pane.here.text())
    assert walked == ["dot 0", "dot 1", "dot 2", "dot 1", "dot 0", "dot 2"]
    assert view.accessibleDescription() == "dot 2", "not all the others at each step"
    qtbot.keyClick(view, key.Key_Escape)
    assert view.accessibleDescription().endswith("\nThree dots in all.")


def test_enter_and_the_button_open_the_day(pane: ChartPane, qtbot: QtBot) -> None:
    assert not pane.open_day.isVisible()
    qtbot.keyClick(pane.view, Qt.Key.Key_End)
    for open_it in (
        lambda: qtbot.keyClick(pane.view, Qt.Key.Key_Return),
        lambda: qtbot.mouseClick(pane.open_day, Qt.MouseButton.LeftButton),
    ):
        with qtbot.waitSignal(pane.day_wanted) as heard:
            open_it()
        assert heard.args == [DAY.replace(day=3)]


def test_a_click_reads_the_point_that_is_near(pane: ChartPane, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.view, Qt.MouseButton.LeftButton, pos=QPoint(160, 30))
    assert pane.here.text() == "dot 1"
    qtbot.mouseClick(pane.view, Qt.MouseButton.LeftButton, pos=QPoint(300, 50))
    assert not pane.here.isVisible()


def test_escape_leaves_the_point(pane: ChartPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.view, Qt.Key.Key_Home)
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert pane.view.point is None
    assert not pane.here.isVisible()


def test_the_key_stands_under_the_chart(pane: ChartPane) -> None:
    assert pane.key.text() == "Dot: a dot."


def test_a_png_has_a_frame_and_no_data_of_the_machine(
    pane: ChartPane, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "dots.png"
    pane.file.ask_file = lambda _name: str(target)
    with qtbot.waitSignal(pane.announced, timeout=20_000) as heard:
        qtbot.mouseClick(pane.save_button, Qt.MouseButton.LeftButton)
    assert heard.args == [f"Saved as {target}."]
    image = QImage(str(target))
    assert image.width() > 2 * 1200
    assert image.height() > 2 * 120
    assert b"tEXt" not in target.read_bytes()


def test_an_svg_has_its_words_as_text(pane: ChartPane, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "dots.svg"
    pane.file.ask_file = lambda _name: str(target)
    with qtbot.waitSignal(pane.announced, timeout=20_000):
        qtbot.mouseClick(pane.save_button, Qt.MouseButton.LeftButton)
    drawn = target.read_text()
    for words in ("Three dots", "1 to 3 November", "Dot: a dot.", "dot 2"):
        assert re.search(f"<text[^>]*>{words}</text>", drawn)
    assert "<dc:date>" not in drawn
    assert "matplotlib" not in drawn.lower()


def test_a_name_without_a_kind_becomes_a_png(pane: ChartPane, qtbot: QtBot, tmp_path: Path) -> None:
    proposed = []

    def ask(name: str) -> str:
        proposed.append(name)
        return str(tmp_path / "dots")

    pane.file.ask_file = ask
    with qtbot.waitSignal(pane.announced, timeout=20_000):
        qtbot.mouseClick(pane.save_button, Qt.MouseButton.LeftButton)
    assert proposed == ["dots-1-to-3-november.png"]
    assert (tmp_path / "dots.png").exists()


def test_a_failure_says_so(pane: ChartPane, qtbot: QtBot, tmp_path: Path) -> None:
    pane.file.ask_file = lambda _name: str(tmp_path / "nowhere" / "dots.png")
    with qtbot.waitSignal(pane.announced, timeout=20_000) as heard:
        qtbot.mouseClick(pane.save_button, Qt.MouseButton.LeftButton)
    assert "cannot be written" in heard.args[0]
