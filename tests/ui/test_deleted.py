"""The list of what was deleted: in words, brought back, or deleted for good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.errors import DiskFullError
from db.records import DosePeriod, Medicine, Put, Sore, SoreDay
from db.store import Store
from diary.session import Session
from diary.ui.dialogs.deleted import DeletedDialog
from diary.ui.theme import Theme
from tests.db.examples import ALL, ATTACK, BELONGING, MEDICINE, NOTE, SORE
from tests.ui.conftest import Wait

DOSE = BELONGING[2]
assert isinstance(DOSE, DosePeriod)


@pytest.fixture
def full(store: Store, session: Session) -> Session:
    store.write([Put(record) for record in (*ALL, *BELONGING)])
    return session


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 640)
    made.show()
    return made


@pytest.fixture
def dialog(
    full: Session, save: Wait, theme: Theme, around: QWidget, qtbot: QtBot
) -> Iterator[DeletedDialog]:
    """A note, then a sore with its day and photo are deleted, the list is open."""
    save(lambda: full.remove(NOTE))
    save(lambda: full.remove(SORE))
    made = DeletedDialog(full, theme, around)
    made.open()
    qtbot.waitExposed(made)
    yield made
    made.close()


def rows(dialog: DeletedDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_it_says_what_was_deleted_and_when(dialog: DeletedDialog) -> None:
    sore, note = rows(dialog)

    assert sore.startswith(
        "Sore: Left index finger, tip, noticed 22 Nov 2026, with 1 day of a sore and 1 photo\n"
    )
    assert note.startswith("Note of 22 Nov 2026\nDeleted on ")


def test_enter_brings_back_with_all_that_belongs_to_it(
    dialog: DeletedDialog, full: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.announced) as announced:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    assert announced.args is not None
    assert "Brought back: Sore" in announced.args[0]
    assert full.events(Sore) == [SORE]
    assert full.events(SoreDay) == [BELONGING[0]]
    assert len(rows(dialog)) == 1


def test_bringing_back_can_be_undone(dialog: DeletedDialog, full: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.announced):
        qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(full.changed):
        full.undo()

    assert full.events(Sore) == []
    assert len(rows(dialog)) == 2


def test_one_question_before_it_is_gone_for_good(
    dialog: DeletedDialog, full: Session, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.gone_button, Qt.MouseButton.LeftButton)
    assert "Sore: Left index finger" in dialog.question.words.text()
    assert dialog.question.keep_button.hasFocus()

    with qtbot.waitSignal(full.history_changed):
        qtbot.mouseClick(dialog.question.delete_button, Qt.MouseButton.LeftButton)

    assert [row[:4] for row in rows(dialog)] == ["Note"]
    assert [each.records for each in full.read.deletions()] == [(NOTE,)]


@pytest.mark.parametrize("by_key", [True, False])
def test_keep_keeps(dialog: DeletedDialog, qtbot: QtBot, *, by_key: bool) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.question.isVisible()

    if by_key:
        qtbot.keyClick(dialog.question.keep_button, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(dialog.question.keep_button, Qt.MouseButton.LeftButton)

    assert not dialog.question.isVisible()
    assert dialog.isVisible(), "Escape left the question, not the list"
    assert len(rows(dialog)) == 2


def test_all_at_once(dialog: DeletedDialog, full: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.all_button, Qt.MouseButton.LeftButton)
    assert "all 2 entries" in dialog.question.words.text()

    qtbot.mouseClick(dialog.question.delete_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: full.read.deletions() == [])
    qtbot.waitUntil(dialog.empty.isVisible)
    assert not dialog.back_button.isEnabled()
    assert not full.can_undo, "undo cannot bring it back either"


def test_a_newer_note_stays_and_it_is_said(
    dialog: DeletedDialog, full: Session, save: Wait, qtbot: QtBot
) -> None:
    save(lambda: full.write_note(NOTE.day, "newer"))
    dialog.list.setCurrentRow(1)

    with qtbot.waitSignal(full.refused):
        qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)

    assert "newer entry" in dialog.saying.text()
    assert full.note(NOTE.day) == "newer"
    assert len(rows(dialog)) == 2


def test_a_dose_waits_for_its_medicine(
    full: Session, save: Wait, theme: Theme, around: QWidget, qtbot: QtBot
) -> None:
    save(lambda: full.remove(DOSE))
    save(lambda: full.remove(MEDICINE))
    made = DeletedDialog(full, theme, around)
    made.open()
    assert rows(made)[1].startswith("Dose: Nifedipine, 10 mg, twice")
    made.list.setCurrentRow(1)

    with qtbot.waitSignal(full.refused):
        made.bring_back()
    assert "medicine" in made.saying.text()
    assert full.events(Medicine) == []

    made.list.setCurrentRow(0)
    with qtbot.waitSignal(made.announced):
        made.bring_back()
    with qtbot.waitSignal(made.announced):
        made.bring_back()
    assert full.events(DosePeriod) == [DOSE]
    made.close()


def test_a_full_disk_changes_nothing_and_says_so(
    dialog: DeletedDialog, full: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(full._store, "write", fail)

    with qtbot.waitSignal(full.save_failed):
        dialog.bring_back()

    assert "Nothing was changed" in dialog.saying.text()
    assert len(rows(dialog)) == 2
    assert full.unsaved == 0


def test_the_list_follows_what_happens_elsewhere(
    dialog: DeletedDialog, full: Session, save: Wait
) -> None:
    save(lambda: full.remove_attack(ATTACK.id))

    assert len(rows(dialog)) == 3
    assert rows(dialog)[0].startswith("Attack on 22 Nov 2026, 21:15, 12 min")


def test_what_is_deleted_again_is_listed_once(full: Session, save: Wait, qtbot: QtBot) -> None:
    save(lambda: full.remove(NOTE))
    save(lambda: full.put(replace(MEDICINE, id="other")))
    save(lambda: full.write_note(NOTE.day, "again"))
    save(lambda: full.write_note(NOTE.day, ""))

    (deletion,) = full.read.deletions()
    assert [getattr(each, "text", "") for each in deletion.records] == ["again"]


def test_what_is_old_is_forgotten_at_the_start(full: Session, save: Wait, qtbot: QtBot) -> None:
    save(lambda: full.remove(ATTACK))
    full.forget_old()
    full._jobs.drain()

    assert len(full.read.deletions()) == 1


@pytest.mark.parametrize("points", [11, 24])
def test_the_lines_of_an_empty_list_stand_together(
    session: Session, theme: Theme, around: QWidget, qtbot: QtBot, points: int
) -> None:
    theme.apply(theme.look, points)
    made = DeletedDialog(session, theme, around)
    made.open()
    qtbot.waitExposed(made)
    try:
        between = made.empty.mapTo(made, made.empty.rect().topLeft()).y()
        assert made.empty.height() <= made.empty.heightForWidth(made.empty.width()) + 4
        assert between < made.height() // 2
    finally:
        made.close()
