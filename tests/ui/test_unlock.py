"""The window before a diary that has a passphrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db import keys, passphrase
from db.errors import DamagedError, DiaryError, KeyLostError
from db.folder import DB_NAME, open_diary
from db.recovery import written
from db.store import Store
from diary.ui import unlock as unlock_module
from diary.ui.asking import asking
from diary.ui.theme import Theme
from diary.ui.unlock import LONGEST_MS, Unlock, wait_ms

WORDS = "warm gloves"


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


@pytest.fixture
def secret(folder: Path) -> bytes:
    """Of a diary that has a passphrase."""
    open_diary(folder, passphrase=WORDS).close()
    return keys.load(folder, WORDS)


class Asked:
    """The window, and the diaries that it opened."""

    def __init__(self, folder: Path, lost: DiaryError | None = None) -> None:
        self.stores: list[Store] = []
        self.window: Unlock = asking(folder, lost)
        self.window.opened.connect(self.stores.append)
        self.window.show()

    def type(self, words: str) -> None:
        self.window.passphrase.line.setText(words)
        QTest.keyClick(self.window.passphrase.line, Qt.Key.Key_Return)

    def close(self) -> None:
        self.window.close()
        for store in self.stores:
            store.close()


Ask = Callable[..., Asked]


@pytest.fixture
def ask(secret: bytes, folder: Path, theme: Theme, qtbot: QtBot) -> Iterator[Ask]:
    made: list[Asked] = []

    def run(lost: DiaryError | None = None) -> Asked:
        made.append(Asked(folder, lost))
        return made[-1]

    yield run
    for each in made:
        each.close()


@pytest.fixture
def asked(ask: Ask) -> Asked:
    return ask()


def refused(asked: Asked, qtbot: QtBot, words: str) -> str:
    asked.type(words)
    qtbot.waitUntil(lambda: not asked.window.said.isHidden())
    return asked.window.said.text()


def test_enter_opens_it(asked: Asked, qtbot: QtBot) -> None:
    assert asked.window.focusWidget() is asked.window.passphrase.line

    asked.type(WORDS)
    qtbot.waitUntil(lambda: len(asked.stores) == 1)

    assert asked.stores[0].counts() is not None
    assert asked.window.passphrase.line.text() == ""


def test_a_pasted_one_with_spaces_at_its_end_opens_it(asked: Asked, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(f"{WORDS}\n")
    asked.window.passphrase.line.paste()

    asked.window.open_button.click()

    qtbot.waitUntil(lambda: len(asked.stores) == 1)


def test_nothing_says_what_is_in_it(asked: Asked, folder: Path) -> None:
    assert asked.window.windowTitle() == "Diary"
    assert str(folder) not in repr(asked.window.findChildren(QLineEdit))


def test_it_is_hidden_until_it_is_wanted(asked: Asked) -> None:
    line = asked.window.passphrase.line
    assert line.echoMode() is QLineEdit.EchoMode.Password

    asked.window.passphrase.shown.click()

    assert line.echoMode() is QLineEdit.EchoMode.Normal


def test_26_after_twenty_wrong_ones_the_right_one_opens(
    asked: Asked, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlock_module, "FIRST_MS", 1)
    monkeypatch.setattr(unlock_module, "LONGEST_MS", 5)
    for number in range(20):
        asked.type(f"wrong {number}")
        qtbot.waitUntil(lambda: asked.window._wrong == number + 1)  # noqa: B023 - waited for here

    asked.type(WORDS)

    qtbot.waitUntil(lambda: len(asked.stores) == 1)


def test_26_the_wait_grows_and_ends_at_five_seconds() -> None:
    waits = [wait_ms(wrong) for wrong in range(200)]

    assert waits == sorted(waits)
    assert waits[:3] == [0, 0, 0]
    assert 0 < waits[3] < 1000
    assert max(waits) == LONGEST_MS == 5000


def test_during_the_wait_enter_is_remembered(asked: Asked, qtbot: QtBot) -> None:
    asked.window._pause.start(60)

    asked.type(WORDS)

    assert "moment" in asked.window.said.text()
    qtbot.waitUntil(lambda: len(asked.stores) == 1)


def test_26_wrong_and_damaged_are_told_apart(asked: Asked, folder: Path, qtbot: QtBot) -> None:
    wrong = refused(asked, qtbot, "cold hands")
    assert "not the passphrase" in wrong
    assert asked.window.passphrase.line.selectedText() == "cold hands"

    file = folder / DB_NAME
    file.write_bytes(file.read_bytes()[:100] + b"x" * 5000)
    with qtbot.waitSignal(asked.window.blocked) as blocked:
        asked.type(WORDS)

    assert isinstance(blocked.args[0], DamagedError)
    assert blocked.args[1] == WORDS
    assert asked.window._wrong == 1


def test_the_window_stays_awake_while_it_works(asked: Asked, qtbot: QtBot) -> None:
    seen: list[str] = []
    with patch.object(
        passphrase, "unsealed", lambda *_rest: seen.append(asked.window.open_button.text())
    ):
        asked.type(WORDS)
        asked.type(WORDS)
        qtbot.waitUntil(lambda: bool(seen))
        qtbot.waitUntil(lambda: asked.window.open_button.text() == "Open")

    assert set(seen) == {"Opening…"}


# The recovery code.


def type_code(asked: Asked, code: str) -> None:
    line = asked.window.recovery.code.line
    line.clear()
    QTest.keyClicks(line, code)


def test_28_a_forgotten_one_is_replaced_with_the_code(
    asked: Asked, secret: bytes, folder: Path, qtbot: QtBot
) -> None:
    asked.window.forgot.click()
    assert asked.window.focusWidget() is asked.window.recovery.code.line

    type_code(asked, written(secret).replace("-", " ").lower().replace("0", "o").replace("1", "l"))
    assert asked.window.recovery.code.secret == secret
    asked.window.recovery.form.first.line.setText("new words")
    asked.window.recovery.form.again.setText("new words")
    asked.window.recovery.open_button.click()

    qtbot.waitUntil(lambda: len(asked.stores) == 1)
    assert keys.load(folder, "new words") == secret


def test_28_without_new_words_it_opens_for_everybody(
    asked: Asked, secret: bytes, folder: Path, qtbot: QtBot
) -> None:
    asked.window.forgot.click()
    type_code(asked, written(secret))
    asked.window.recovery.open_button.click()

    qtbot.waitUntil(lambda: len(asked.stores) == 1)
    assert keys.load(folder) == secret


def test_28_the_wrong_group_is_named(asked: Asked, secret: bytes) -> None:
    code = written(secret)
    wrong = "A" if code[11] != "A" else "B"
    asked.window.use_code()

    type_code(asked, code[:11] + wrong + code[12:])

    assert "group 3" in asked.window.recovery.code.wrong.text()
    assert asked.window.recovery.code.secret is None


def test_28_a_sign_that_no_code_has_is_named_while_typing(asked: Asked) -> None:
    asked.window.use_code()

    type_code(asked, "ABCD-E!")

    assert "“!” in group 2" in asked.window.recovery.code.wrong.text()


def test_a_code_is_put_in_groups_where_one_types(asked: Asked) -> None:
    asked.window.use_code()
    line = asked.window.recovery.code.line

    type_code(asked, "abcdefgh")
    assert line.text() == "ABCD-EFGH"
    line.setCursorPosition(2)
    QTest.keyClick(line, Qt.Key.Key_9)

    assert line.text() == "AB9C-DEFG-H"
    assert line.cursorPosition() == 3


def test_the_code_of_another_diary_is_told(asked: Asked, folder: Path, qtbot: QtBot) -> None:
    before = keys.text(folder)
    asked.window.use_code()
    type_code(asked, written(bytes(16)))
    asked.window.recovery.open_button.click()

    qtbot.waitUntil(lambda: not asked.window.recovery.said.isHidden())
    assert "another diary" in asked.window.recovery.said.text()
    assert keys.text(folder) == before


def test_27_with_both_key_files_lost_the_code_opens_it(
    ask: Ask, secret: bytes, folder: Path, qtbot: QtBot
) -> None:
    for name in keys.NAMES:
        (folder / name).unlink()
    asked = ask(KeyLostError(folder=folder))

    assert asked.window.recovery.back_button.isHidden()
    type_code(asked, written(secret))
    asked.window.recovery.open_button.click()

    qtbot.waitUntil(lambda: len(asked.stores) == 1)


def test_27_with_one_key_file_lost_the_copy_opens_it(
    asked: Asked, folder: Path, qtbot: QtBot
) -> None:
    (folder / keys.KEYS_NAME).unlink()

    asked.type(WORDS)

    qtbot.waitUntil(lambda: len(asked.stores) == 1)
    assert (folder / keys.KEYS_NAME).exists()


@pytest.mark.parametrize(
    "words", ["Ä́ Æthel", "Ελληνικά", "日本語 ひらがな", "👐🏽 и", "'\"`; --", "مرحب"]
)
def test_30_words_of_any_script_open_it(
    asked: Asked, folder: Path, secret: bytes, qtbot: QtBot, words: str
) -> None:
    keys.store(folder, secret, words)

    asked.type(words)

    qtbot.waitUntil(lambda: len(asked.stores) == 1)


def test_wrong_words_move_nothing_and_the_box_leads_back_to_the_line(
    ask: Ask, qtbot: QtBot
) -> None:
    window = ask().window
    line, box = window.passphrase.line, window.passphrase.shown
    QApplication.processEvents()
    places = [each.mapTo(window, each.rect().topLeft()) for each in (line, window.open_button)]
    qtbot.keyClicks(line, "Warm gloves")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(window.said.isVisible)
    QApplication.processEvents()
    now = [each.mapTo(window, each.rect().topLeft()) for each in (line, window.open_button)]
    assert now == places

    box.click()
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    assert window.focusWidget() is line


def test_enter_on_the_box_opens_too(ask: Ask, qtbot: QtBot) -> None:
    window = ask().window
    window.activateWindow()
    qtbot.keyClicks(window.passphrase.line, WORDS)
    window.passphrase.shown.setFocus()
    with qtbot.waitSignal(window.opened):
        qtbot.keyClick(window.passphrase.shown, Qt.Key.Key_Return)
