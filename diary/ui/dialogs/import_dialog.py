"""Importing a file: choosing it, seeing what it would bring, and doing that or leaving it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from db.errors import DiaryError, PassphraseNeededError
from diary.errors import sentence
from diary.i18n import _, ngettext
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP
from diary.ui.widgets.import_choose import ImportChoose
from diary.ui.widgets.import_key import ImportKey
from diary.ui.widgets.import_preview import ImportPreview
from diary.ui.widgets.import_waiting import ImportWaiting
from diary.ui.widgets.stack import Stack

if TYPE_CHECKING:
    from diary.exchange.content import Content
    from diary.exchange.overview import Overview

WIDE, HIGH = 800, 720
SECTION = "keeping-it-safe"
TABLES = frozenset({".csv", ".tsv", ".txt"})
"""Files of other programs by the ends of their names."""


class ImportDialog(Dialog):
    """`announced` says what was imported. `ask_file` opens the system's dialog."""

    announced = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, _("Import entries"), SECTION, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._importing = session.importing
        self._file = Path()
        self.ask_file: Callable[[], str] = self._ask_file
        self.first = ImportChoose()
        self.waiting = ImportWaiting(lambda: self._importing.progress)
        self.key = ImportKey()
        self.preview = ImportPreview()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.pages = Stack()
        for page in (self.first, self.waiting, self.key, self.preview):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(self.heading(_("Import entries")))
        column.addWidget(self.pages, 1)
        self.fit(self.theme.px(WIDE), self.theme.px(HIGH))

    def _connect(self) -> None:
        self._importing.looked.connect(self._on_looked)
        self._importing.key_needed.connect(self._on_key_needed)
        self._importing.imported.connect(self._on_imported)
        self._importing.failed.connect(self._on_failed)
        self._importing.stopped.connect(self._on_stopped)
        self.waiting.stopped.connect(self._importing.stop)
        self.key.typed.connect(self._on_typed)
        self.preview.wanted.connect(self.bring)
        for page in (self.first, self.key, self.preview):
            page.left.connect(self.reject)
            page.another.connect(self.choose)

    def open(self) -> None:
        """Open at the button that asks for a file."""
        super().open()
        self.first.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # A file.

    @Slot()
    def choose(self) -> None:
        """Ask for a file, and look into it."""
        chosen = self.ask_file()
        if chosen:
            self.look_into(Path(chosen))

    def look_into(self, file: Path) -> None:
        """See what a file would bring; a table of another program is mapped first."""
        self._file = file
        if file.suffix.lower() in TABLES:
            self.map_foreign(file)
        else:
            self._wait()
            self._importing.read(file)

    def map_foreign(self, file: Path) -> None:
        """Let the patient say what another program's table means; then see what it would bring."""
        from diary.ui.dialogs.foreign_dialog import ForeignDialog  # noqa: PLC0415 - if wanted

        dialog = ForeignDialog(self.session, self.theme, file, self)
        dialog.content_ready.connect(self.take_content)
        dialog.open()

    @Slot(object)
    def take_content(self, content: Content) -> None:
        """See what a file would bring that someone else has read."""
        self._wait()
        self._importing.take(content)

    @Slot(object)
    def _on_key_needed(self, error: DiaryError) -> None:
        self.waiting.end()
        self.pages.setCurrentWidget(self.key)
        self.key.ask(self._file.name, again=not isinstance(error, PassphraseNeededError))

    @Slot(str)
    def _on_typed(self, words: str) -> None:
        self._wait()
        self._importing.read(self._file, words)

    # What it would bring.

    @Slot(object)
    def _on_looked(self, overview: Overview) -> None:
        self.waiting.end()
        self.key.forget()
        self.pages.setCurrentWidget(self.preview)
        self.preview.show_overview(overview, self._file.name, self.session.clock.now())

    @Slot()
    def bring(self) -> None:
        """Import it."""
        self._wait()
        self._importing.bring(self.preview.choices)

    @Slot(int)
    def _on_imported(self, number: int) -> None:
        said = ngettext(
            "{n} entry was imported. Ctrl+Z takes the import back.",
            "{n} entries were imported. Ctrl+Z takes the import back.",
            number,
        )
        self.announced.emit(said)
        self.accept()

    # When it does not work.

    @Slot(object)
    def _on_failed(self, error: DiaryError) -> None:
        self._show_first(sentence(error))

    @Slot()
    def _on_stopped(self) -> None:
        self._show_first("")

    def _show_first(self, problem: str) -> None:
        self.waiting.end()
        self.pages.setCurrentWidget(self.first)
        self.first.show_problem(problem)

    def _wait(self) -> None:
        self.pages.setCurrentWidget(self.waiting)
        self.waiting.begin()

    # Leaving.

    def reject(self) -> None:
        """Leave everything as it is; work that is under way is given up first."""
        if self.waiting.busy:
            self.waiting.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close, and let go of what was read."""
        self.waiting.end()
        self._importing.forget()
        super().done(result)

    def _ask_file(self) -> str:
        kinds = _("Exports, backups and tables (*.json *.zip *.scdiary *.csv *.tsv *.txt)")
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a file"), "", f"{kinds};;{_('All files')} (*)"
        )
        return chosen
