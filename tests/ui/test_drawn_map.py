"""Each region of each drawing can be hit, reached by arrows, and is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from diary.event_words import FINGERS, PATCH_REGIONS, TOES
from diary.logic.skin_check import REGIONS
from diary.palette import Look
from diary.ui.theme import Theme
from diary.ui.widgets.drawn_map import DrawnMap
from diary.ui.widgets.map_marks import Mark
from diary.ui.widgets.map_picker import MapPicker
from diary.ui.widgets.maps import paths
from diary.ui.widgets.maps.arms import ARMS
from diary.ui.widgets.maps.body import BODY
from diary.ui.widgets.maps.drawing import Drawing
from diary.ui.widgets.maps.feet import FEET
from diary.ui.widgets.maps.hands import HANDS
from diary.ui.widgets.maps.ways import nearest

Key = Qt.Key
LEAST = 24
WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1))
KEYS = {
    "arms": (ARMS, set(REGIONS)),
    "body": (BODY, {choice.key for choice in PATCH_REGIONS}),
    "hands": (HANDS, {choice.key for choice in FINGERS}),
    "feet": (FEET, {choice.key for choice in TOES}),
}
Show = Callable[..., DrawnMap]
every = pytest.mark.parametrize("drawing", [pair[0] for pair in KEYS.values()], ids=list(KEYS))


@pytest.fixture
def show(theme: Theme, qtbot: QtBot) -> Show:
    """Shows a drawing at its least size, with the keyboard in it."""

    def make(drawing: Drawing, **more) -> DrawnMap:
        made = DrawnMap(drawing, theme, "skin", **more)
        made.resize(made.minimumSizeHint())
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        made.setFocus()
        return made

    return make


def spot(made: DrawnMap, place: int) -> QPoint:
    """Where the mark of an area stands, in pixels."""
    return made.transform().map(QPointF(*made.drawing.areas[place].spot)).toPoint()


@pytest.mark.parametrize(("drawing", "keys"), KEYS.values(), ids=list(KEYS))
def test_a_drawing_has_every_region_and_no_other(drawing: Drawing, keys: set[str]):
    assert {choice.key for choice in drawing.regions} == keys
    assert {area.region for area in drawing.areas} == keys


@every
def test_each_region_is_large_enough_to_hit(drawing: Drawing, show: Show):
    made = show(drawing)
    boxes = [made.transform().map(path).boundingRect() for path in paths.areas(drawing)]

    assert all(min(box.width(), box.height()) >= LEAST for box in boxes)


@every
def test_each_area_holds_its_own_mark_and_no_other(drawing: Drawing):
    for place, path in enumerate(paths.areas(drawing)):
        inside = [
            other for other, area in enumerate(drawing.areas) if path.contains(QPointF(*area.spot))
        ]
        assert inside == [place], drawing.areas[place].region


@every
def test_arrows_reach_every_region(drawing: Drawing):
    seen, todo = {0}, [0]
    while todo:
        here = todo.pop()
        found = {nearest(drawing, here, way) for way in WAYS} - seen
        seen |= found
        todo += found

    assert len(seen) == len(drawing.areas)


@every
def test_a_click_chooses_what_is_under_it(drawing: Drawing, show: Show, qtbot: QtBot):
    made = show(drawing)
    said: list[str] = []
    made.chosen.connect(said.append)

    for place in range(len(drawing.areas)):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=spot(made, place))

    assert said == [area.region for area in drawing.areas]
    assert made.chosen_or_none() == said[-1]


def test_a_click_beside_a_region_means_the_nearest_and_far_away_none(show: Show):
    made = show(HANDS)
    box = made.transform().map(paths.areas(HANDS)[0]).boundingRect()
    middle = box.center()

    assert made.region_at(QPointF(box.left() - 6, middle.y())) == HANDS.areas[0].region
    assert made.region_at(QPointF(0, 0)) is None


def test_the_right_side_is_on_the_right_of_ones_own_hands_and_on_the_left_of_a_front():
    def x(drawing: Drawing, key: str) -> list[float]:
        return [area.spot[0] for area in drawing.areas if area.region == key]

    for drawing, side in ((HANDS, "thumb"), (FEET, "big_toe"), (ARMS, "hand")):
        assert x(drawing, f"right_{side}")[0] > drawing.width / 2 > x(drawing, f"left_{side}")[0]
    front, back = x(BODY, "right_hand")
    other_front, other_back = x(BODY, "left_hand")
    assert front < other_front < back
    assert back > other_back


def test_arrows_move_and_space_chooses(show: Show, qtbot: QtBot):
    made = show(ARMS)
    moved: list[str] = []
    made.moved.connect(moved.append)

    qtbot.keyClick(made, Key.Key_Home)
    qtbot.keyClick(made, Key.Key_Down)
    qtbot.keyClick(made, Key.Key_Left)
    with qtbot.waitSignal(made.chosen) as heard:
        qtbot.keyClick(made, Key.Key_Space)

    assert moved == ["right_hand", "left_hand"]
    assert heard.args == ["left_hand"]


def test_a_map_without_grades_leaves_digits_to_the_page(show: Show, qtbot: QtBot):
    made = show(ARMS)
    with qtbot.assertNotEmitted(made.graded):
        qtbot.keyClick(made, Key.Key_2)
        qtbot.keyClick(made, Key.Key_Delete)


def test_digits_grade_the_region_at_the_keyboard(show: Show, qtbot: QtBot):
    made = show(ARMS, highest_grade=3)
    said: list[tuple[str, object]] = []
    made.graded.connect(lambda key, grade: said.append((key, grade)))

    for key in (Key.Key_3, Key.Key_4, Key.Key_Delete):
        qtbot.keyClick(made, key)

    assert said == [("right_fingers", 3), ("right_fingers", None)]


def test_the_focused_region_is_said_in_words(show: Show):
    made = show(BODY)
    made.show_marks({"scalp": Mark(sign="1", words="1 patch")})

    assert made.accessibleName() == "Drawing of the body"
    assert made.accessibleDescription().startswith("Scalp, 1 patch. ")
    made.show_chosen("belly")
    assert made.accessibleDescription().startswith("Belly, chosen. ")


@pytest.mark.parametrize("look", Look)
def test_chosen_graded_and_focused_differ_without_colour(look: Look, theme: Theme, show: Show):
    theme.apply(look, 11)
    made = show(ARMS, highest_grade=3)
    seen = {grey(made)}
    for act in (
        made.clearFocus,
        lambda: made.show_chosen("left_hand"),
        *(lambda grade=grade: made.show_marks({"left_hand": Mark(grade)}) for grade in range(4)),
    ):
        act()
        seen.add(grey(made))

    assert len(seen) == 7


def test_a_page_smaller_than_the_drawing_follows_the_keyboard(theme: Theme, qtbot: QtBot):
    page, made = QScrollArea(), DrawnMap(BODY, theme, "skin")
    made.resize(made.sizeHint())
    page.setWidget(made)
    page.resize(made.width() + 40, 200)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    made.setFocus()

    for key in (Key.Key_End, Key.Key_Home):
        qtbot.keyClick(made, key)
        here = [each.region for each in BODY.areas].index(made.here)
        assert made.visibleRegion().contains(spot(made, here))


def grey(made: DrawnMap) -> bytes:
    """The picture without its colours: dark or light, by whether a point is like the ground."""
    from PySide6.QtGui import QImage  # noqa: PLC0415 - only here

    picture = made.grab().toImage().convertToFormat(QImage.Format.Format_Mono)
    return bytes(picture.constBits())


def test_drawing_and_list_are_one_choice(theme: Theme, qtbot: QtBot):
    made = MapPicker(HANDS, theme)
    qtbot.addWidget(made)
    said: list[str] = []
    made.chosen.connect(said.append)
    made.show_marks({"right_thumb": Mark(sign="2", words="2 sores")})

    made.list.setCurrentRow(3)
    qtbot.keyClick(made.list, Key.Key_Return)
    assert made.map.chosen_or_none() == made.map.here == "right_ring"

    made.map.choose("left_little")
    assert made.list.here() == "left_little"
    assert said == ["right_ring", "left_little"]
    assert made.list.item(0).text() == "Right thumb: 2 sores"


@every
def test_a_screen_reader_finds_each_region(drawing: Drawing, show: Show) -> None:
    made = show(drawing)
    made.show_marks({drawing.areas[0].region: Mark(sign="1", words="1 sore, open")})
    made.choose(drawing.areas[1].region)
    tree = QAccessible.queryAccessibleInterface(made)
    found = [tree.child(place) for place in range(tree.childCount())]

    assert [each.text(QAccessible.Text.Name) for each in found] == [
        drawing.label(area.region) for area in drawing.areas
    ]
    assert {each.role() for each in found} == {QAccessible.Role.CheckBox}
    assert found[0].text(QAccessible.Text.Description) == "1 sore, open"
    assert [bool(each.state().checked) for each in found[:3]] == [False, True, False]
    assert [bool(each.state().focused) for each in found[:3]] == [False, True, False]
    for each, path in zip(found, paths.areas(drawing), strict=True):
        middle = made.mapToGlobal(made.transform().map(path).boundingRect().center().toPoint())
        assert each.rect().contains(middle)


def test_a_screen_reader_can_choose_a_region(show: Show, qtbot: QtBot) -> None:
    made = show(HANDS)
    region = made.regions.all[3]
    actions = QAccessible.queryAccessibleInterface(region).actionInterface()

    with qtbot.waitSignal(made.chosen) as heard:
        actions.doAction(actions.actionNames()[0])

    assert heard.args == [HANDS.areas[3].region]
    assert region.isChecked()
