"""What was deleted lately: each step in words, to bring back or to delete for good."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from db.records import Deletion, Record
from diary.i18n import _, format_short_day, format_time, ngettext
from diary.logic.record_words import Teller
from diary.logic.units import chosen_units
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.enter import ENTER
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label, writing
from diary.ui.widgets.deleted_question import DeletedQuestion
from diary.ui.widgets.flow import FlowLayout

WIDE, HIGH = 640, 560
SECTION = "keeping-it-safe"
DELETION = Qt.ItemDataRole.UserRole


class DeletedDialog(Dialog):
    """The deletions that are still kept, the last one first."""

    announced = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, _("Recently deleted"), SECTION, parent)
        self._deletions: list[Deletion] = []
        self._coming: tuple[datetime, str] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("What was deleted"))
        self.list.setAccessibleDescription(_("Enter brings back what is chosen."))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = label(_("Nothing is kept here at the moment."), "secondary")
        self.saying = label("", "strong")
        self.saying.hide()
        self.question = DeletedQuestion()
        self.back_button = writing(button(_("Bring back"), "primary", self.bring_back))
        self.gone_button = writing(button(_("Delete for good…"), "beside", self.ask_one))
        self.all_button = writing(button(_("Delete all for good…"), "beside", self.ask_all))
        self.close_button = button(_("Close"), "beside", self.reject)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(self.heading(_("Recently deleted")))
        column.addWidget(
            label(
                _(
                    "What you delete is kept here for at least 30 days, in case it was a slip. "
                    "Then it leaves the diary. Backups made before still hold it."
                ),
                "secondary",
            )
        )
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addStretch()  # where the list is empty, and hidden, the lines stay together
        column.addWidget(self.saying)
        column.addWidget(self.question)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons)
        for made in (self.back_button, self.gone_button, self.all_button, self.close_button):
            row.addWidget(made)
        column.addWidget(self._buttons)
        self.fit(self.theme.px(WIDE), self.theme.px(HIGH))

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_row)
        self.question.answered.connect(self._on_answered)
        self.session.changed.connect(self.refresh)
        self.session.history_changed.connect(self.refresh)
        self.session.refused.connect(self._on_refused)
        self.session.save_failed.connect(self._on_failed)

    # Showing.

    @Slot()
    def refresh(self) -> None:
        """Show what is kept now; the place in the list stays."""
        place = max(self.list.currentRow(), 0)
        self._deletions = self.session.read.deletions()
        self.list.clear()
        for deletion in self._deletions:
            item = QListWidgetItem(self.words(deletion))
            item.setData(DELETION, deletion)
            self.list.addItem(item)
        some = bool(self._deletions)
        self.list.setCurrentRow(min(place, len(self._deletions) - 1))
        self.list.setVisible(some)
        self.empty.setVisible(not some)
        for made in (self.back_button, self.gone_button, self.all_button):
            made.setEnabled(some)
            made.setVisible(some)
        (self.list if some else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_what_came()

    def words(self, deletion: Deletion) -> str:
        """What was deleted, and when, on two lines."""
        here = self.session.clock.now().tzinfo
        at = deletion.at.astimezone(here)
        when = _("Deleted on {day}, {time}").format(
            day=format_short_day(at.date(), year=True), time=format_time(at)
        )
        return f"{self._step(deletion)}\n{when}"

    def _step(self, deletion: Deletion) -> str:
        session = self.session
        teller = Teller(session.catalogue, self._find, chosen_units(session.preference))
        return teller.step(deletion.records)

    def _find(self, kind: type, key: str) -> Record | None:
        """What a deleted record belongs to, whether that is deleted too or not."""
        found = self.session.read.record((kind, key, ""))
        gone = (record for deletion in self._deletions for record in deletion.records)
        same = (r for r in gone if isinstance(r, kind) and getattr(r, "id", "") == key)
        return found or next(same, None)

    def chosen(self) -> Deletion | None:
        """The chosen deletion."""
        item = self.list.currentItem()
        found = item.data(DELETION) if item is not None else None
        return found if isinstance(found, Deletion) else None

    @Slot(int)
    def _on_row(self, _row: int) -> None:
        if self.question.isVisible():
            self.question.cancel()

    # Doing.

    @Slot()
    def bring_back(self) -> None:
        """Restore the chosen one; undo takes it back."""
        chosen = self.chosen()
        if chosen is None:
            return
        self._coming = chosen.at, self._step(chosen)
        self.session.bring_back(chosen)

    def _say_what_came(self) -> None:
        if self._coming is None or self._coming[0] in {each.at for each in self._deletions}:
            return
        words = _("Brought back: {record}").format(record=self._coming[1])
        self._coming = None
        self._say(words)
        self.announced.emit(words)

    @Slot()
    def ask_one(self) -> None:
        """Ask whether the chosen one shall go for good."""
        chosen = self.chosen()
        if chosen is not None:
            words = _("Delete for good: {record}? It can be brought back only from a backup.")
            self._ask(words.format(record=self._step(chosen)), [chosen])

    @Slot()
    def ask_all(self) -> None:
        """Ask whether everything in the list shall go for good."""
        words = ngettext(
            "Delete {n} entry of this list for good? It can be brought back only from a backup.",
            "Delete all {n} entries of this list for good? They can be brought back only from a "
            "backup.",
            len(self._deletions),
        )
        self._ask(words, self._deletions)

    def _ask(self, words: str, about: list[Deletion]) -> None:
        self._say("")
        self._buttons.hide()
        self.question.ask(words, about)

    @Slot(object)
    def _on_answered(self, deletions: list[Deletion]) -> None:
        self._buttons.show()
        if deletions:
            self.session.delete_for_good(*deletions)
            self._say(_("Deleted for good."))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._coming = None
        self._say(sentence)

    @Slot(object)
    def _on_failed(self, _error: object) -> None:
        self._coming = None
        self._say(_("This could not be saved. Nothing was changed."))

    def _say(self, words: str) -> None:
        self.saying.setText(words)
        self.saying.setVisible(bool(words))
        announce(self, words)

    # Leaving.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the list brings back; Delete asks whether it shall go for good."""
        if event.key() in ENTER and self.list.hasFocus():
            self.bring_back()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.ask_one()
        elif event.key() == Qt.Key.Key_Escape and self.question.isVisible():
            self.question.cancel()
        else:
            super().keyPressEvent(event)
