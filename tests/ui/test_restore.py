"""Going back to a backup from the window: seen before, kept before, and undone."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import backup, keys, passphrase, recovery
from db.backup_folder import Occasion
from db.folder import open_diary
from db.records import Put
from db.store import Store
from diary.backup_keeper import Keeper
from diary.session import Session
from diary.settings import Settings
from diary.ui.dialogs.restore import RestoreDialog
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.theme import Theme
from diary.ui.widgets.field_row import FieldRow
from diary.ui.widgets.scale import ScaleInput
from diary.ui.widgets.settings_backups import BackupSettings
from tests.conftest import FakeClock
from tests.db.examples import NOTE
from tests.ui.conftest import Wait

FIELD = "skin.tightness"


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


@pytest.fixture
def saved(session: Session, store: Store, clock: FakeClock, save: Wait) -> Path:
    """The backup of a diary that went on after it: 3 became 7, and a note came."""
    save(lambda: session.record(session.today(), FIELD, 3))
    made = Keeper(store).before(Occasion.DAILY, clock.now())
    clock.advance(minutes=10)
    save(lambda: session.record(session.today(), FIELD, 7))
    save(lambda: session.write_note(session.today(), "Written after the backup"))
    return made


@pytest.fixture
def dialog(saved: Path, session: Session, theme: Theme, window: MainWindow) -> RestoreDialog:
    assert saved.exists()
    made = RestoreDialog(session, theme, None, window)
    made.announced.connect(window.say)
    return made


def listed(qtbot: QtBot, dialog: RestoreDialog) -> list[str]:
    with qtbot.waitSignal(dialog.session.restoring.listed):
        dialog.open_list()
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def previewed(qtbot: QtBot, dialog: RestoreDialog, command: Callable[[], object]) -> str:
    with qtbot.waitSignal(dialog.session.restoring.previewed, timeout=10_000):
        command()
    return f"{dialog.preview.words.text()}\n{dialog.preview.changes.text()}"


def restored(qtbot: QtBot, dialog: RestoreDialog) -> None:
    with qtbot.waitSignal(dialog.session.restoring.restored, timeout=10_000):
        dialog.preview.restore_button.click()


def shown(window: MainWindow) -> int | None:
    """What Today shows of the field."""
    (row,) = [r for r in window.today_page().findChildren(FieldRow) if r.field.key == FIELD]
    assert isinstance(row.input, ScaleInput)
    return row.input.value_or_none()


# The list.


def test_backups_are_listed_and_checked(
    dialog: RestoreDialog, saved: Path, qtbot: QtBot, store: Store, clock: FakeClock
) -> None:
    damaged = Keeper(store).before(Occasion.IMPORT, clock.now() + timedelta(hours=1))
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    (saved.parent / "letter.scdiary").write_text("a letter")

    words = listed(qtbot, dialog)
    assert [each.splitlines()[0] for each in words] == [
        "today, 10:40 · before an import",
        "today, 09:30",
        "letter.scdiary",
    ]
    qtbot.waitUntil(lambda: "whole" in dialog.list.item(1).text())
    assert "damaged" in dialog.list.item(0).text()
    assert "1 entry" in dialog.list.item(1).text()
    dialog.reject()


def test_the_second_place_is_listed_where_it_has_more(
    dialog: RestoreDialog, saved: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    dialog._second = tmp_path / "stick"
    (tmp_path / "stick" / saved.name).write_bytes(saved.read_bytes())
    older = tmp_path / "stick" / "2020-01-01 000000.scdiary"
    older.write_bytes(saved.read_bytes())

    words = listed(qtbot, dialog)

    assert len(words) == 2
    assert sum("second place" in each for each in words) == 1
    dialog.reject()


def test_a_backup_that_goes_while_they_are_listed_hides_no_other(
    dialog: RestoreDialog, saved: Path, qtbot: QtBot
) -> None:
    (saved.parent / "gone.scdiary").symlink_to(saved.parent / "nowhere")

    words = listed(qtbot, dialog)

    assert [each.splitlines()[0] for each in words] == ["today, 09:30", "gone.scdiary"]
    dialog.reject()


def test_a_second_place_that_fails_hides_no_backup_here(
    dialog: RestoreDialog, saved: Path, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    is_dir = Path.is_dir

    def fails(place: Path) -> bool:
        if place == tmp_path / "stick":
            raise OSError(errno.EIO, "Input/output error")
        return is_dir(place)

    monkeypatch.setattr(Path, "is_dir", fails)
    dialog._second = tmp_path / "stick"

    assert len(listed(qtbot, dialog)) == 1
    dialog.reject()


def test_without_backups_a_file_can_be_chosen(
    dialog: RestoreDialog, saved: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    moved = saved.rename(tmp_path / "from elsewhere.scdiary")
    assert listed(qtbot, dialog) == []
    assert not dialog.look_button.isEnabled()
    dialog.ask_file = lambda: str(moved)

    words = previewed(qtbot, dialog, dialog.file_button.click)

    assert "today, 09:30" in words
    dialog.reject()


# What would change.


def test_what_would_change_is_said_before(dialog: RestoreDialog, qtbot: QtBot) -> None:
    listed(qtbot, dialog)

    words = previewed(qtbot, dialog, lambda: qtbot.keyClick(dialog.list, Qt.Key.Key_Return))

    assert "as it was at this moment: today, 09:30" in words
    assert "Days with entries: 1 in the backup, 1 now" in words
    assert "Values: 1 in the backup, 1 now (1 that differ)" in words
    assert "Notes: 0 in the backup, 1 now (1 only now)" in words
    assert "another diary" not in words
    dialog.reject()


def test_leaving_changes_nothing(
    dialog: RestoreDialog, session: Session, saved: Path, qtbot: QtBot
) -> None:
    previewed(qtbot, dialog, lambda: dialog.open_at(saved))
    dialog.preview.leave_button.click()

    assert session.note(session.today()) == "Written after the backup"
    assert session.day_readings(session.today())[FIELD].value == 7


BREAK = "\N{ZERO WIDTH SPACE}"
"""Where a label may break a long word."""


@pytest.mark.parametrize("content", [b"", b"a letter", None])
def test_what_is_no_backup_is_said(
    dialog: RestoreDialog, session: Session, saved: Path, qtbot: QtBot, content: bytes | None
) -> None:
    saved.unlink() if content is None else saved.write_bytes(content)

    with qtbot.waitSignal(session.restoring.failed):
        dialog.open_at(saved)

    assert saved.name in dialog.preview.problem.text().replace(BREAK, "")
    assert not dialog.preview.restore_button.isVisible()
    dialog.preview.back_button.click()
    dialog.reject()


# Doing it.


def test_there_and_back_in_the_open_window(
    dialog: RestoreDialog,
    window: MainWindow,
    session: Session,
    store: Store,
    theme: Theme,
    saved: Path,
    save: Wait,
    clock: FakeClock,
    qtbot: QtBot,
) -> None:
    today = session.today()
    previewed(qtbot, dialog, lambda: dialog.open_at(saved))
    clock.advance(minutes=1)
    restored(qtbot, dialog)

    assert session.day_readings(today)[FIELD].value == 3
    assert shown(window) == 3
    assert session.note(today) == ""
    assert not session.can_undo
    assert "The one from before is kept" in window.rail.status.words

    save(lambda: session.record(today, FIELD, 5))
    assert store.reading(today, FIELD).value == 5  # type: ignore[union-attr]

    kept = Keeper(store).look().kept
    assert kept is not None
    again = RestoreDialog(session, theme, None, window)
    previewed(qtbot, again, lambda: again.open_at(kept))
    clock.advance(minutes=1)
    restored(qtbot, again)
    assert session.day_readings(today)[FIELD].value == 7
    assert session.note(today) == "Written after the backup"


def test_what_is_on_its_way_is_kept_before(
    dialog: RestoreDialog, session: Session, store: Store, saved: Path, qtbot: QtBot
) -> None:
    """Given a value whose save has not begun when the restore is asked for."""
    previewed(qtbot, dialog, lambda: dialog.open_at(saved))
    session.record(session.today(), FIELD, 9)
    restored(qtbot, dialog)

    kept = Keeper(store).look().kept
    assert kept is not None
    with qtbot.waitSignal(session.restoring.restored, timeout=10_000):
        session.restoring.restore(kept)
    assert session.day_readings(session.today())[FIELD].value == 9


def test_the_settings_offer_the_way_back(
    saved: Path,
    session: Session,
    settings: Settings,
    theme: Theme,
    folder: Path,
    window: MainWindow,
    clock: FakeClock,
    qtbot: QtBot,
) -> None:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    part = next(each for each in page.parts if isinstance(each, BackupSettings))
    with qtbot.waitSignal(session.backups.told):
        part.refresh()
    assert not part.undo_button.isVisible()

    with qtbot.waitSignal(session.restoring.listed):
        part.restore_button.click()
    dialog = part.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    previewed(qtbot, dialog, dialog.look_button.click)
    clock.advance(minutes=1)
    with qtbot.waitSignal(session.backups.told):
        restored(qtbot, dialog)

    assert part.undo_button.isVisible()
    assert settings.second_place() is None
    assert folder.exists()
    assert saved.exists()


# Of another diary, or with other words.


@pytest.fixture
def foreign(tmp_path: Path, clock: FakeClock) -> Path:
    """A backup of another diary, with a passphrase."""
    file = tmp_path / "foreign.scdiary"
    with closing(open_diary(tmp_path / "other", passphrase="salty liquorice")) as other:
        other.write([Put(NOTE)])
        backup.make(other, file, clock.now())
    return file


def code_of(folder: Path) -> str:
    return recovery.written(keys.load(folder, "salty liquorice"))


@pytest.mark.parametrize("way", ["passphrase", "recovery code"])
def test_a_backup_with_another_passphrase_asks_for_it(
    dialog: RestoreDialog, session: Session, foreign: Path, tmp_path: Path, qtbot: QtBot, way: str
) -> None:
    with qtbot.waitSignal(session.restoring.key_needed):
        dialog.open_at(foreign)
    assert dialog.preview.secret.isVisible()
    assert not dialog.preview.problem.isVisible()

    dialog.preview.secret.line.setText("sweet liquorice")
    with qtbot.waitSignal(session.restoring.key_needed):
        dialog.preview.open_button.click()
    assert "do not open" in dialog.preview.problem.text()

    right = "salty liquorice" if way == "passphrase" else code_of(tmp_path / "other").lower()
    dialog.preview.secret.line.setText(right)
    words = previewed(
        qtbot, dialog, lambda: qtbot.keyClick(dialog.preview.secret.line, Qt.Key.Key_Return)
    )
    assert "another diary" in words

    restored(qtbot, dialog)
    assert session.read.note(NOTE.day) == NOTE
    assert session.day_readings(session.today()) == {}


def test_escape_does_not_leave_in_the_middle(
    dialog: RestoreDialog, session: Session, saved: Path, qtbot: QtBot
) -> None:
    previewed(qtbot, dialog, lambda: dialog.open_at(saved))
    with qtbot.waitSignal(session.restoring.restored, timeout=10_000):
        dialog.preview.restore_button.click()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.reject()
        assert dialog.isVisible()


def test_it_can_be_cancelled_and_the_diary_is_as_it_was(
    dialog: RestoreDialog, session: Session, saved: Path, qtbot: QtBot
) -> None:
    previewed(qtbot, dialog, lambda: dialog.open_at(saved))
    before = session.read.everything()
    with qtbot.waitSignal(session.restoring.stopped, timeout=10_000):
        dialog.preview.restore_button.click()
        dialog.preview.cancel_button.click()

    assert "Cancelled. Your diary is as it was." in dialog.preview.problem.text()
    assert dialog.preview.restore_button.isVisible()
    assert dialog.preview.cancel_button.isHidden()
    assert session.read.everything() == before
    assert not list(saved.parent.glob("before restore*"))
    restored(qtbot, dialog)


def test_it_says_how_far_it_has_come(
    dialog: RestoreDialog, session: Session, saved: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    previewed(qtbot, dialog, lambda: dialog.open_at(saved))
    session.restoring.reached.connect(lambda _stage: said.append(dialog.preview.words.text()))
    restored(qtbot, dialog)

    assert [words[:11] for words in said] == ["Step 1 of 3", "Step 2 of 3", "Step 3 of 3"]


def test_a_full_disk_leaves_the_diary_as_it_is(
    dialog: RestoreDialog,
    session: Session,
    saved: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    previewed(qtbot, dialog, lambda: dialog.open_at(saved))

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "pack", full)
    with qtbot.waitSignal(session.restoring.failed):
        dialog.preview.restore_button.click()

    assert "full" in dialog.preview.problem.text()
    assert "Your diary is as it was." in dialog.preview.words.text()
    assert session.day_readings(session.today())[FIELD].value == 7
    dialog.reject()
