"""Patches: added on the drawing or in the list, measured, corrected, deleted, brought back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.records import Patch, PatchCheck
from diary.session import Session
from diary.ui.dialogs.patch_editor import PatchCheckEditor, PatchEditor
from diary.ui.theme import Theme
from diary.ui.widgets.patches_panel import PatchesPanel
from diary.ui.widgets.typed_edit import TypedEdit
from tests.ui.conftest import Wait

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
THEN = date(2026, 8, 24)


@pytest.fixture
def panel(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[PatchesPanel]:
    made = PatchesPanel(session, theme)
    made.resize(900, 700)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close_editor()


@pytest.fixture
def thigh(session: Session, save: Wait) -> Patch:
    """An oval patch with two sizes."""
    now = session.clock.now()
    patch = Patch(id="thigh", region="right_thigh", shape="oval", noticed=THEN, recorded_at=now)
    later = THEN + timedelta(days=60)
    sizes = (
        PatchCheck(patch="thigh", day=THEN, length_cm=3.5, shiny=True, recorded_at=now),
        PatchCheck(patch="thigh", day=later, length_cm=4.5, width_cm=2, recorded_at=now),
    )
    save(lambda: session.put(patch, *sizes))
    return patch


def new(panel: PatchesPanel) -> PatchEditor:
    """The form that is open."""
    assert isinstance(panel.editor, PatchEditor)
    return panel.editor


def size(panel: PatchesPanel) -> PatchCheckEditor:
    assert isinstance(panel.editor, PatchCheckEditor)
    return panel.editor


def line(editor: QWidget, part: str) -> QLineEdit:
    found = editor.form.inputs[part].widget  # type: ignore[attr-defined]
    return found if isinstance(found, TypedEdit) else found.line


def type_into(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Key.Key_Tab)


def chip(editor: QWidget, name: str) -> QPushButton:
    return next(b for b in editor.findChildren(QPushButton) if b.accessibleName() == name)


def becomes(qtbot: QtBot, check: Callable[[], bool]) -> None:
    qtbot.waitUntil(check, timeout=5000)


def click_region(qtbot: QtBot, panel: PatchesPanel, region: str) -> None:
    made = panel.map
    area = next(area for area in made.drawing.areas if area.region == region)
    spot = made.transform().map(QPointF(*area.spot)).toPoint()
    qtbot.mouseClick(made, LEFT, pos=spot)


def test_an_empty_panel_invites(panel: PatchesPanel):
    assert "Add a patch" in panel.words.text()
    assert panel.list.rows == {}


def test_a_patch_is_added_by_a_click_on_the_body(
    panel: PatchesPanel, session: Session, qtbot: QtBot
):
    click_region(qtbot, panel, "right_thigh")
    editor = new(panel)
    assert editor.region.place.text() == "Right thigh"

    chip(editor, "Its shape: An oval").click()
    type_into(qtbot, line(editor, "noticed"), "24 Aug")
    type_into(qtbot, line(editor, "length_cm"), "4,5")
    type_into(qtbot, line(editor, "width_cm"), "2.25 cm")
    chip(editor, "Is the skin shiny?: Yes").click()
    qtbot.mouseClick(editor.done_button, LEFT)

    becomes(qtbot, lambda: len(session.read.events(PatchCheck)) == 1)
    [patch], [check] = session.read.events(Patch), session.read.events(PatchCheck)
    assert (patch.region, patch.shape, patch.noticed) == ("right_thigh", "oval", THEN)
    assert (check.length_cm, check.width_cm, check.shiny) == (4.5, 2.25, True)
    assert check.day == session.today()


def test_a_patch_is_added_by_keyboard_alone(panel: PatchesPanel, session: Session, qtbot: QtBot):
    panel.add_button.setFocus()
    qtbot.keyClick(panel.add_button, Key.Key_Space)
    editor = new(panel)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor.region.picker.map)

    qtbot.keyClick(editor.region.picker.map, Key.Key_Down)
    qtbot.keyClick(editor.region.picker.map, Key.Key_Return)
    qtbot.keyClick(editor.region.picker.map, Key.Key_Tab)
    qtbot.keyClick(editor.region.picker.list, Key.Key_Tab)
    shape = QApplication.focusWidget()
    assert isinstance(shape, QPushButton)
    qtbot.keyClick(shape, Key.Key_1)
    qtbot.keyClick(shape, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    becomes(qtbot, lambda: len(session.read.events(Patch)) == 1)
    assert [(each.region, each.shape) for each in session.read.events(Patch)] == [("face", "line")]
    assert session.read.events(PatchCheck) == []


def test_what_is_missing_is_said_at_its_input(panel: PatchesPanel, qtbot: QtBot):
    panel.add("")
    editor = new(panel)
    qtbot.mouseClick(editor.done_button, LEFT)

    assert editor.isVisible()
    said = {part: made.sentence.text() for part, made in editor.form.inputs.items()}
    assert said["region"].startswith("Choose where it is")
    assert said["shape"].startswith("Choose the shape")
    editor.leave()


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [
        ("length_cm", "0", "This takes a number from 0 to 200 cm."),
        ("length_cm", "201", "This takes a number from 0 to 200 cm."),
        ("width_cm", "two", "“two” is not a number that can be read. Try “4.5”."),
        ("noticed", "1 Jan 2031", "This day has not come yet."),
    ],
)
def test_what_does_not_fit_stays_with_a_sentence(
    panel: PatchesPanel, session: Session, qtbot: QtBot, part: str, text: str, sentence: str
):
    panel.add("belly")
    editor = new(panel)
    chip(editor, "Its shape: A line").click()
    type_into(qtbot, line(editor, part), text)
    qtbot.mouseClick(editor.done_button, LEFT)

    assert editor.isVisible()
    assert line(editor, part).sentence.text() == sentence  # type: ignore[attr-defined]
    assert session.events(Patch) == []
    editor.leave()


def test_it_cannot_have_settled_before_it_was_noticed(
    thigh: Patch, panel: PatchesPanel, session: Session, qtbot: QtBot
):
    panel.edit(thigh.id)
    editor = new(panel)
    type_into(qtbot, line(editor, "settled"), "2026-08-01")
    qtbot.mouseClick(editor.done_button, LEFT)
    sentence = editor.form.inputs["settled"].sentence.text()
    assert sentence == "It cannot have settled before it was noticed."

    type_into(qtbot, line(editor, "settled"), "2026-11-02")
    qtbot.mouseClick(editor.done_button, LEFT)
    becomes(qtbot, lambda: session.read.events(Patch)[0].settled == date(2026, 11, 2))


def test_escape_asks_once_before_it_loses_what_was_typed(panel: PatchesPanel, qtbot: QtBot):
    panel.add("belly")
    editor = new(panel)
    editor.form.inputs["note"].widget.setPlainText("itches")  # type: ignore[attr-defined]

    qtbot.keyClick(editor, Key.Key_Escape)
    assert editor.isVisible()
    qtbot.keyClick(editor, Key.Key_Escape)
    assert not editor.isVisible()


def test_a_form_that_was_only_looked_at_closes_at_once(panel: PatchesPanel, qtbot: QtBot):
    panel.add("belly")
    editor = new(panel)
    qtbot.keyClick(editor, Key.Key_Escape)
    assert not editor.isVisible()


def test_the_rows_say_the_newest_size_and_the_map_where(thigh: Patch, panel: PatchesPanel):
    row = panel.list.rows[thigh.id]
    words = [each.text() for each in row.findChildren(QWidget) if hasattr(each, "text")]

    assert "Right thigh, an oval" in words
    assert "4.5 × 2 cm on 23 October 2026" in words
    assert panel.map.words_of("right_thigh") == "Right thigh, 1 patch: Right thigh, an oval"


def test_it_is_measured_again(thigh: Patch, panel: PatchesPanel, session: Session, qtbot: QtBot):
    qtbot.mouseClick(panel.list.rows[thigh.id].measure_button, LEFT)
    editor = size(panel)
    type_into(qtbot, line(editor, "length_cm"), "5")
    qtbot.mouseClick(editor.done_button, LEFT)

    becomes(qtbot, lambda: len(session.read.events(PatchCheck)) == 3)
    assert panel.list.rows[thigh.id].history.checks[0].length_cm == 5


def test_a_day_is_not_measured_twice_and_an_empty_size_is_none(
    thigh: Patch, panel: PatchesPanel, qtbot: QtBot
):
    panel.measure(thigh.id)
    editor = size(panel)
    qtbot.mouseClick(editor.done_button, LEFT)
    assert "Write the length" in editor.form.inputs["length_cm"].sentence.text()

    type_into(qtbot, line(editor, "length_cm"), "5")
    type_into(qtbot, line(editor, "day"), "24 Aug")
    qtbot.mouseClick(editor.done_button, LEFT)
    assert "has a size already" in editor.form.inputs["day"].sentence.text()
    editor.leave()


def test_a_size_is_corrected_and_deleted_and_brought_back(
    thigh: Patch, panel: PatchesPanel, session: Session, qtbot: QtBot
):
    panel.list.rows[thigh.id].more_button.click()
    assert panel.list.rows[thigh.id].is_open
    chip(panel, "Edit: 24 August 2026").click()
    editor = size(panel)
    type_into(qtbot, line(editor, "length_cm"), "3,25")
    qtbot.mouseClick(editor.done_button, LEFT)
    becomes(qtbot, lambda: session.read.events(PatchCheck)[0].length_cm == 3.25)

    chip(panel, "Delete: 24 August 2026").click()
    becomes(qtbot, lambda: len(session.read.events(PatchCheck)) == 1)
    assert panel.notice.words.text() == "The size was deleted."
    assert panel.list.rows[thigh.id].is_open

    qtbot.mouseClick(panel.notice.button, LEFT)
    becomes(qtbot, lambda: len(session.read.events(PatchCheck)) == 2)


def test_a_patch_is_deleted_with_its_sizes_and_brought_back(
    thigh: Patch, panel: PatchesPanel, session: Session, qtbot: QtBot
):
    panel.edit(thigh.id)
    chip_words = [b for b in new(panel).findChildren(QPushButton) if "Delete" in b.text()]
    chip_words[0].click()
    becomes(qtbot, lambda: session.read.events(PatchCheck) == [])
    assert panel.list.rows == {}

    qtbot.mouseClick(panel.notice.button, LEFT)
    becomes(qtbot, lambda: thigh.id in panel.list.rows)
    assert len(session.read.events(PatchCheck)) == 2
    becomes(qtbot, panel.notice.isHidden)


def test_a_region_with_a_patch_opens_its_history(thigh: Patch, panel: PatchesPanel, qtbot: QtBot):
    click_region(qtbot, panel, "right_thigh")

    assert panel.editor is None
    assert panel.list.rows[thigh.id].is_open
    assert QApplication.focusWidget() is panel.list.rows[thigh.id].measure_button


def test_closing_the_page_keeps_what_fits(panel: PatchesPanel, session: Session, qtbot: QtBot):
    panel.add("belly")
    chip(new(panel), "Its shape: A line").click()
    panel.close_editor()

    becomes(qtbot, lambda: len(session.read.events(Patch)) == 1)


def test_a_missing_place_is_said_where_it_can_be_seen(panel: PatchesPanel, qtbot: QtBot) -> None:
    panel.add("")
    editor = new(panel)
    editor.resize(700, 300)
    QApplication.processEvents()

    editor.keep()

    sentence = editor.form.inputs["region"].sentence
    assert sentence.text()
    qtbot.waitUntil(lambda: not sentence.visibleRegion().isEmpty())


def test_a_patch_opens_at_its_shape(panel: PatchesPanel, thigh: Patch, qtbot: QtBot) -> None:
    assert thigh.shape == "oval"
    panel.edit("thigh")
    qtbot.waitUntil(lambda: new(panel).isActiveWindow())
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "An oval"


def test_escape_keeps_the_reason_and_says_that_it_cannot_be_kept(
    panel: PatchesPanel, thigh: Patch, qtbot: QtBot
) -> None:
    panel.measure(thigh.id)
    editor = size(panel)
    type_into(qtbot, line(editor, "length_cm"), "700")
    qtbot.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reason = editor.form.inputs["length_cm"].sentence
    assert reason.isVisible()
    words = reason.text()

    qtbot.keyClick(editor, Key.Key_Escape)
    assert reason.isVisible()
    assert reason.text() == words
    assert "Done" not in editor.saying.text()
    assert "cannot be kept" in editor.saying.text()
    qtbot.keyClick(editor, Key.Key_Escape)
    assert panel.editor is None
