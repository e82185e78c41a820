"""The open sores of a day, each asked until it has healed; and the way to a new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Sore, SoreDay
from diary.i18n import _, format_short_day
from diary.logic.event_phrases import sore_place
from diary.logic.sores import SoreHistory, histories, is_asked, sore_problems
from diary.session import Session
from diary.ui.dialogs.sore_editor import SoreEditor, new_sore
from diary.ui.dialogs.sore_history_dialog import SoreHistoryDialog
from diary.ui.focus import order_tabs
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, label, writing
from diary.ui.widgets.field_row import ASIDE
from diary.ui.widgets.sore_block import SoreBlock

EXPLAINED = "sore"
"""Where the article speaks of them."""
ONE_DAY = timedelta(days=1)


class SoreCard(QWidget):
    """Records how open sores are on a day. Everything is kept as it is entered."""

    announced = Signal(str)
    explained = Signal(str)
    kinds = frozenset({Sore, SoreDay})

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._day = session.today()
        self._found: dict[str, SoreHistory] = {}
        self.blocks: dict[str, SoreBlock] = {}
        self.dialog: SoreEditor | SoreHistoryDialog | None = None
        self.state = label(_("Finger and toe sores"))
        self.add_button = writing(button(_("Add a sore"), "quiet", self.add))
        self.info_button = button(
            "i", "icon", self._on_explain, _("About: {name}").format(name=self.state.text())
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GAP, 0, 0)
        whole.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.state)
        head.addWidget(self.add_button)
        head.addStretch(1)
        head.addWidget(self.info_button)
        whole.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        whole.addLayout(self._list)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have the button where the inputs of fields begin, where there is room."""
        super().resizeEvent(event)
        aside = self._theme.px(ASIDE)
        self.state.setMinimumWidth(aside if self.width() >= aside + self._buttons_width() else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow enough that the words can wrap."""
        narrow = self._theme.px(72) + self._buttons_width()
        return QSize(narrow, super().minimumSizeHint().height())

    def _buttons_width(self) -> int:
        return self.add_button.sizeHint().width() + self._theme.round_side + 2 * GAP

    def show_day(self, day: date) -> None:
        """Show the sores that a day asks for."""
        self._day = day
        sores = [each for each in self._session.events(Sore) if is_asked(each, day)]
        days = self._session.events(SoreDay, day - ONE_DAY, day) if sores else []
        known = histories(sores, days)
        self._found = {each.sore.id: each for each in known}
        if list(self.blocks) != list(self._found):
            self._fill(known)
        for found in known:
            self.blocks[found.sore.id].show_day(found, day)

    def _fill(self, known: list[SoreHistory]) -> None:
        """Make the blocks anew; those that stay keep the keyboard."""
        gone = self.blocks.keys() - self._found.keys()
        had_focus = any(self._has_focus(self.blocks[key]) for key in gone)
        for key in gone:
            block = self.blocks.pop(key)
            self._list.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.blocks = {each.sore.id: self._block(each.sore) for each in known}
        for place, block in enumerate(self.blocks.values()):
            self._list.removeWidget(block)
            self._list.insertWidget(place, block)
        order_tabs([self.add_button, self.info_button, *self.blocks.values()])
        if had_focus:
            self.add_button.setFocus()

    @staticmethod
    def _has_focus(block: SoreBlock) -> bool:
        focused = block.window().focusWidget()
        return focused is not None and block.isAncestorOf(focused)

    def _block(self, sore: Sore) -> SoreBlock:
        if sore.id in self.blocks:
            return self.blocks[sore.id]
        block = SoreBlock(sore, self._theme)
        block.recorded.connect(self.record)
        block.healed.connect(self.heal)
        block.history_wanted.connect(self.show_history)
        block.edit_wanted.connect(self.edit)
        return block

    # What the patient does.

    @Slot(str, object, object)
    def record(self, sore_id: str, pain: int | None, signs: tuple[str, ...]) -> None:
        """Keep how a sore is on the shown day; nothing chosen is not recorded."""
        now = self._session.clock.now()
        entry = SoreDay(sore=sore_id, day=self._day, pain=pain, signs=signs, recorded_at=now)
        if pain is None and not signs:
            self._session.remove(entry)
        else:
            self._session.put(entry)

    @Slot(str, bool)
    def heal(self, sore_id: str, has_healed: bool) -> None:  # noqa: FBT001 - a signal's value
        """Say that a sore has healed on the shown day, or that it has not."""
        sore = replace(self._found[sore_id].sore, healed=self._day if has_healed else None)
        wrong = sore_problems(sore, self._days_of(sore), self._session.today())
        if wrong:
            self.announced.emit(next(iter(wrong.values())))
            self.edit(sore_id)
            return
        self._session.put(sore)
        self.show_day(self._day)
        words = _("{sore}: healed on {day}. Ctrl+Z takes it back.")
        still = _("{sore}: still open.")
        said = (words if has_healed else still).format(
            sore=sore_place(sore), day=format_short_day(self._day)
        )
        self.announced.emit(said)

    @Slot()
    def add(self) -> None:
        """Write down a new sore, noticed on the shown day."""
        sore = new_sore(self._session, day=self._day)
        self._open(SoreEditor(self._session, self._theme, sore, parent=self))

    @Slot(str)
    def edit(self, sore_id: str) -> None:
        """Correct a sore."""
        sore = self._found[sore_id].sore
        editor = SoreEditor(self._session, self._theme, sore, self._days_of(sore), self)
        editor.removed.connect(self.remove)
        self._open(editor)

    def _days_of(self, sore: Sore) -> list[SoreDay]:
        return [each for each in self._session.events(SoreDay) if each.sore == sore.id]

    @Slot(str)
    def remove(self, sore_id: str) -> None:
        """Delete a sore with its days and photos; undo brings it back."""
        self._session.remove(self._found[sore_id].sore)
        self.show_day(self._day)
        self.announced.emit(_("The sore was deleted. Ctrl+Z brings it back."))

    @Slot(str)
    def show_history(self, sore_id: str) -> None:
        """Show a sore day by day, with its photos."""
        sore = self._found[sore_id].sore
        self._open(SoreHistoryDialog(self._session, self._theme, sore, self))

    def _open(self, dialog: SoreEditor | SoreHistoryDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_closed)
        if isinstance(dialog, SoreHistoryDialog):
            dialog.photos.announced.connect(self.announced)
        else:
            dialog.kept.connect(self.announced)
        dialog.open_first()

    @Slot()
    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self.show_day(self._day)

    def _on_explain(self) -> None:
        self.explained.emit(EXPLAINED)
