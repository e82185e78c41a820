"""What the tests of the import have in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.records import Everything, Reading
from diary.session import Session
from diary.ui.dialogs.import_dialog import ImportDialog
from diary.ui.main_window import MainWindow
from diary.ui.widgets.field_row import FieldRow
from diary.ui.widgets.scale import ScaleInput
from tests.exchange.diaries import exported
from tests.ui.import_states import filled, theirs

FIELD = "skin.tightness"
CTRL = Qt.KeyboardModifier.ControlModifier


def export(records: Everything, tmp_path: Path, form: str = "json") -> Path:
    tmp_path.mkdir(exist_ok=True)
    file = tmp_path / f"laptop.{form}"
    file.write_bytes(exported(records, "csv" if form == "zip" else form))
    return file


def looked(qtbot: QtBot, dialog: ImportDialog, file: Path) -> str:
    """What the dry run says of a file."""
    dialog.ask_file = lambda: str(file)
    with qtbot.waitSignal(dialog.session.importing.looked, timeout=10_000):
        dialog.first.choose_button.click()
    return dialog.preview.headline.text()


def imported(qtbot: QtBot, dialog: ImportDialog) -> None:
    with qtbot.waitSignal(dialog.session.importing.imported, timeout=10_000):
        dialog.preview.import_button.click()


def failed(qtbot: QtBot, dialog: ImportDialog, command: Callable[[], object]) -> str:
    with qtbot.waitSignal(dialog.session.importing.failed, timeout=10_000):
        command()
    assert dialog.pages.currentWidget() is dialog.first
    assert dialog.first.safe.isVisible()
    return dialog.first.problem.text().replace("\N{ZERO WIDTH SPACE}", "")


def at(session: Session, value: int = 6) -> Reading:
    return Reading(session.today(), FIELD, value, session.clock.now())


def shown(window: MainWindow) -> int | None:
    """What Today shows of the field."""
    (row,) = [r for r in window.today_page().findChildren(FieldRow) if r.field.key == FIELD]
    assert isinstance(row.input, ScaleInput)
    return row.input.value_or_none()


def undo(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.session.undone, timeout=10_000):
        qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)


def conflicts(qtbot: QtBot, dialog: ImportDialog) -> list[str]:
    filled(dialog.session)
    content = theirs(dialog.session.clock.now() - timedelta(days=3))
    with qtbot.waitSignal(dialog.session.importing.looked, timeout=10_000):
        dialog.take_content(content)
    panel = dialog.preview.conflicts
    assert panel is not None
    rows = range(panel.model.rowCount())
    return [str(panel.model.index(row).data()) for row in rows]
