"""What an import and the diary have otherwise: both are shown, and one of them is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.store import Store
from diary.merging import Rule
from diary.session import Session
from diary.ui.dialogs.import_dialog import ImportDialog
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from tests.ui.import_kit import FIELD, conflicts, imported


@pytest.fixture
def dialog(session: Session, theme: Theme, window: MainWindow) -> ImportDialog:
    made = ImportDialog(session, theme, window)
    made.announced.connect(window.say)
    made.open()
    return made


def test_both_forms_are_shown_and_the_newest_counts(dialog: ImportDialog, qtbot: QtBot) -> None:
    tight, note, attack, sore = conflicts(qtbot, dialog)

    assert tight == "19 November 2026: Skin tightness\nFrom the file: 6"
    assert note.splitlines()[1].startswith("From the file: Cold in the morning.")
    assert attack.splitlines()[1] == "From here: Minutes: 20, Colours: nothing"
    assert sore.splitlines()[1] == "From here: deleted"
    assert dialog.preview.headline.text() == "91 entries would come into your diary"
    panel = dialog.preview.conflicts
    assert panel is not None
    assert (panel.here.words.text(), panel.there.words.text()) == ("4", "6")
    assert panel.here.when.text() == "recorded 19 November 2026, 09:30"
    assert panel.there.when.text() == "recorded 19 November 2026, 11:30"
    assert (panel.here.button.isChecked(), panel.there.button.isChecked()) == (False, True)
    dialog.reject()


def test_the_left_out_and_the_notices_are_shown(dialog: ImportDialog, qtbot: QtBot) -> None:
    conflicts(qtbot, dialog)

    said = [each.text() for each in dialog.preview.findChildren(QLabel)]

    assert any("unless it is an attack that has ended in the file" in each for each in said)
    assert "Row 17, column Pain: “bad” is no number from 0 to 10." in said
    assert "Numbers from 0 to 4 were read as 0 to 10: 2 became 5." in said
    assert "1 entry is in your diary already. It is skipped." in said
    dialog.reject()


def test_each_is_chosen_by_the_keyboard(dialog: ImportDialog, store: Store, qtbot: QtBot) -> None:
    conflicts(qtbot, dialog)
    rows = QApplication.focusWidget()
    assert rows is not None
    before = store.everything()

    qtbot.keyClick(rows, Qt.Key.Key_Left)
    for _row in range(2):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Right)

    assert dialog.preview.import_button.text() == "Import 91 entries"
    imported(qtbot, dialog)
    after = store.everything()
    day = before.notes[0].day
    assert store.reading(day, FIELD) == before.readings[1]
    assert after.attacks[0].minutes == 35
    assert after.notes[0].text.startswith("Cold")


@pytest.mark.parametrize(
    ("rule", "number", "minutes"), [(Rule.MINE, 89, 20), (Rule.THEIRS, 93, 35)]
)
def test_one_answer_for_all(
    dialog: ImportDialog, store: Store, qtbot: QtBot, rule: Rule, number: int, minutes: int
) -> None:
    conflicts(qtbot, dialog)
    panel = dialog.preview.conflicts
    assert panel is not None
    panel.there.button.click()
    panel.here.button.click()

    panel.rule.choose(rule)
    panel.rule.choose(None)

    assert dialog.preview.import_button.text() == f"Import {number} entries"
    imported(qtbot, dialog)
    assert store.everything().attacks[0].minutes == minutes
    assert len(store.everything().events) == (rule is Rule.THEIRS)
