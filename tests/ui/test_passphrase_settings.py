"""Setting, changing and removing the passphrase in the settings; the recovery code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db import backup, keys, passphrase
from db.folder import BACKUPS_NAME, open_diary
from db.recovery import read
from diary.session import Session
from diary.settings import LOCK_AFTER, Settings
from diary.ui import code_print
from diary.ui.dialogs.passphrase import Doing, PassphraseDialog
from diary.ui.lockable import Lockable
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.theme import Theme
from diary.ui.widgets.code_sheet import CodeSheet
from diary.ui.widgets.settings_folder import FolderSettings
from diary.ui.widgets.settings_passphrase import PassphraseSettings

WORDS, OTHER = "warm gloves", "cold hands"


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, folder: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    made = MainWindow(session, settings, theme, str(folder))
    Lockable(made, settings, folder)
    made.show()
    yield made
    made.leave()


@pytest.fixture
def part(window: MainWindow) -> PassphraseSettings:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return next(each for each in page.parts if isinstance(each, PassphraseSettings))


def shown(part: PassphraseSettings) -> set[Doing]:
    return {doing for doing, made in part.buttons.items() if made.isVisible()}


def opened(part: PassphraseSettings, doing: Doing) -> PassphraseDialog:
    part.buttons[doing].click()
    assert part.dialog is not None
    return part.dialog


def type_new(dialog: PassphraseDialog, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(dialog.form.isVisible)
    dialog.form.first.line.setText(words)
    dialog.form.again.setText(words)
    dialog.next_button.click()


def type_back(dialog: PassphraseDialog) -> None:
    sheet = dialog.sheet
    assert sheet is not None
    for number, line in zip(sheet.asked, sheet.lines, strict=True):
        line.setText(sheet._groups[number].lower())


def give(dialog: PassphraseDialog, words: str) -> None:
    dialog.present.line.setText(words)
    dialog.next_button.click()


def add(part: PassphraseSettings, qtbot: QtBot) -> None:
    dialog = opened(part, Doing.ADD)
    type_new(dialog, qtbot, WORDS)
    type_back(dialog)
    with qtbot.waitSignal(dialog.changed):
        dialog.next_button.click()


def test_it_is_set_once_the_code_was_typed_back(
    part: PassphraseSettings, window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    assert shown(part) == {Doing.ADD}
    assert "Anybody" in part.holds.text()
    dialog = opened(part, Doing.ADD)
    type_new(dialog, qtbot, WORDS)

    dialog.next_button.click()
    assert dialog.sheet is not None
    assert not dialog.sheet.said.isHidden()
    assert not keys.sealed(folder)

    type_back(dialog)
    with qtbot.waitSignal(dialog.changed):
        dialog.next_button.click()

    assert keys.sealed(folder)
    assert keys.load(folder, WORDS)
    assert shown(part) == {Doing.CHANGE, Doing.REMOVE, Doing.CODE}
    assert "Only with the passphrase" in part.holds.text()
    assert "is set" in window.rail.status.words


def test_leaving_before_the_last_step_sets_nothing(
    part: PassphraseSettings, folder: Path, qtbot: QtBot
) -> None:
    dialog = opened(part, Doing.ADD)
    type_new(dialog, qtbot, WORDS)
    dialog.reject()

    assert not keys.sealed(folder)


def test_the_code_that_is_shown_opens_the_diary(
    part: PassphraseSettings, folder: Path, qtbot: QtBot
) -> None:
    dialog = opened(part, Doing.ADD)
    type_new(dialog, qtbot, WORDS)
    assert dialog.sheet is not None
    groups = [
        each for each in dialog.sheet.findChildren(QLabel) if each.accessibleName()[:5] == "Group"
    ]

    code = "-".join(each.text() for each in groups)
    aloud = "".join(each.accessibleName().partition(": ")[2] for each in groups)

    assert read(code) == keys.load(folder)
    assert aloud.replace(" ", "") == code.replace("-", "")
    assert groups[0].accessibleName().startswith("Group 1: ")
    dialog.reject()


def test_a_group_that_is_empty_or_another_is_told_by_its_number_and_nothing_moves(
    theme: Theme, qtbot: QtBot
) -> None:
    sheet = CodeSheet("AAAA-BBBB-CCCC", theme)
    qtbot.addWidget(sheet)
    sheet.show()
    numbers = [each.text() for each in sheet.findChildren(QLabel) if each.text() in "123"]
    assert [each for each in numbers if each] == ["1", "2", "3"]
    QApplication.processEvents()
    place = sheet.lines[0].mapTo(sheet, sheet.lines[0].rect().topLeft())
    asked = sheet.asked[0] + 1

    assert not sheet.check()
    assert sheet.said.text() == f"Group {asked} is still empty."
    sheet.lines[0].setText("XXXX")
    assert not sheet.check()
    assert sheet.said.text() == f"Group {asked} is not the same as above."
    sheet.lines[0].clear()
    qtbot.keyClicks(sheet.lines[0], "aaaa-bb")
    assert sheet.said.text() == "One group here, which has 4 signs."
    assert sheet.lines[0].text() == "aaaa-bb"
    QApplication.processEvents()
    assert sheet.lines[0].mapTo(sheet, sheet.lines[0].rect().topLeft()) == place


def test_it_is_changed_with_the_one_before(
    part: PassphraseSettings, folder: Path, qtbot: QtBot
) -> None:
    add(part, qtbot)
    dialog = opened(part, Doing.CHANGE)
    give(dialog, "wrong")
    qtbot.waitUntil(lambda: not dialog.said.isHidden())
    assert "not the passphrase" in dialog.said.text()

    give(dialog, WORDS)
    with qtbot.waitSignal(dialog.changed):
        type_new(dialog, qtbot, OTHER)

    assert keys.load(folder, OTHER)


def test_backups_follow(
    part: PassphraseSettings, session: Session, folder: Path, qtbot: QtBot
) -> None:
    file = backup.make_automatic(
        session._store, folder / BACKUPS_NAME, datetime(2026, 11, 22, tzinfo=UTC)
    )
    secret = keys.load(folder).hex().encode()

    add(part, qtbot)

    assert secret not in file.read_bytes()


def test_it_is_removed_with_honest_words(
    part: PassphraseSettings, folder: Path, qtbot: QtBot
) -> None:
    add(part, qtbot)
    dialog = opened(part, Doing.REMOVE)
    give(dialog, WORDS)
    qtbot.waitUntil(lambda: dialog.next_button.text() == "Remove it")
    with qtbot.waitSignal(dialog.changed):
        dialog.next_button.click()

    assert not keys.sealed(folder)
    with closing(open_diary(folder)):
        assert shown(part) == {Doing.ADD}


def test_the_code_is_shown_only_to_who_knows_the_passphrase(
    part: PassphraseSettings, qtbot: QtBot
) -> None:
    add(part, qtbot)
    dialog = opened(part, Doing.CODE)
    assert dialog.sheet is None
    give(dialog, WORDS)
    qtbot.waitUntil(lambda: dialog.sheet is not None)
    type_back(dialog)
    dialog.next_button.click()
    assert not dialog.isVisible()


def test_the_sheet_on_paper_has_the_code_and_a_qr_code(
    part: PassphraseSettings, tmp_path: Path, qtbot: QtBot
) -> None:
    pdf = tmp_path / "sheet.pdf"

    def to_file(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(pdf))
        return True

    assert code_print.print_code("ABCD-EFGH", part, to_file)
    assert not code_print.print_code("ABCD-EFGH", part, lambda _printer: False)
    assert pdf.stat().st_size > 1000
    image = QImage(600, 800, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    code_print.draw(painter, image.rect().toRectF(), "ABCD-EFGH")
    painter.end()
    assert code_print.qr_code("ABCD-EFGH").width() > 100


def test_the_time_to_lock_is_chosen(
    part: PassphraseSettings, settings: Settings, qtbot: QtBot
) -> None:
    add(part, qtbot)

    part.after.value_changed.emit(30)

    assert settings.value(LOCK_AFTER) == "30"


def test_lock_now_locks(part: PassphraseSettings, session: Session, qtbot: QtBot) -> None:
    add(part, qtbot)

    part.lock_button.click()

    assert session.rests


def test_where_the_diary_is_kept_says_who_can_read_it(
    part: PassphraseSettings, window: MainWindow, qtbot: QtBot
) -> None:
    folder = window.findChildren(FolderSettings)[0]
    assert "anyone who can open this folder" in folder.who.text()

    add(part, qtbot)

    assert "without the passphrase" in folder.who.text()
