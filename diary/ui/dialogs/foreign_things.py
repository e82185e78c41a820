"""Third step: all things of the table in a list, and beside it what becomes of the chosen one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from diary.exchange.foreign.draft import Draft
from diary.exchange.foreign.scale import Scale
from diary.exchange.foreign.survey import Thing
from diary.i18n import _, ngettext
from diary.ui.dialogs.foreign_thing import ThingForm
from diary.ui.dialogs.foreign_words import becomes, cut
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, TARGET, label, scrolling
from diary.ui.widgets.turned import CheckBox

BESIDE_FROM, LIST_HIGH = 620, 150
"""At the usual text size: from which width list and questions stand beside each other, and the
height of the list where they do not."""


class ThingsStep(QWidget):
    """`answered` carries the draft with the new answer."""

    answered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._draft: Draft | None = None
        self._things: list[Thing] = []
        self.said = label("", "secondary")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("What is in the table"))
        self.list.setAccessibleDescription(_("Tab goes on to the questions about what is chosen."))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = ThingForm()
        self.leave_unfit = CheckBox(_("Leave out what does not fit, and list it"))
        self.leave_unfit.setMinimumHeight(TARGET)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_row)
        self.form.answered.connect(self._on_answered)
        self.form.scale_for_all.connect(self._on_scale_for_all)
        self.leave_unfit.clicked.connect(self._on_leave_unfit)

    def _lay_out(self) -> None:
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(2 * GAP)
        self._both.addWidget(self.list, 2)
        self._area = scrolling(self.form)
        self._both.addWidget(self._area, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.said)
        column.addLayout(self._both, 1)
        column.addWidget(self.leave_unfit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """There is more or less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Beside each other where there is room; otherwise below each other, scrolled as one."""
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        high = self.form.heightForWidth(self.width()) if self.form.hasHeightForWidth() else 0
        self._area.setMinimumHeight(0 if beside else max(high, self.form.sizeHint().height()))
        self.list.setMinimumHeight(0 if beside else self._theme.px(LIST_HIGH))
        for each in (self.list, self._area):  # beside each other, both scroll by themselves
            high_as = QSizePolicy.Policy.Ignored if beside else QSizePolicy.Policy.Expanding
            each.setSizePolicy(QSizePolicy.Policy.Expanding, high_as)

    # Showing.

    def show_draft(self, draft: Draft) -> None:
        """Show all things, those with an open question first chosen."""
        self._draft = draft
        self._things = sorted(draft.takes, key=lambda thing: not thing.name)
        self.leave_unfit.setChecked(draft.leave_unfit)
        with QSignalBlocker(self.list):
            self.list.clear()
            for thing in self._things:
                self.list.addItem(QListWidgetItem(self._words(thing)))
        self._say()
        self.list.setCurrentRow(self._first_open())

    def problem(self, draft: Draft) -> str:
        """What is still to be answered; puts the keyboard there."""
        unanswered = draft.unanswered()
        if not any(take.to for take in draft.takes.values()):
            return _("Everything is left out. Choose what at least one thing becomes.")
        if not unanswered:
            return ""
        self.list.setCurrentRow(self._first_open())
        self.list.setFocus()
        return ngettext(
            "{n} thing is still to be answered, or to be left out.",
            "{n} things are still to be answered, or to be left out.",
            len(unanswered),
        )

    def _words(self, thing: Thing) -> str:
        what = becomes(self._draft, thing) if self._draft else ""
        return f"{cut(str(thing))}\n→ {what}"

    def _first_open(self) -> int:
        unanswered = self._draft.unanswered() if self._draft else []
        return self._things.index(unanswered[0]) if unanswered else 0

    def _say(self) -> None:
        if self._draft is None:
            return
        taken = sum(bool(take.to) for take in self._draft.takes.values())
        sentence = _("{taken} of {all} are taken. Choose one to see or change what becomes of it.")
        said = sentence.format(taken=taken, all=len(self._things))
        if self._draft.known:
            said = _("These are your answers for an earlier file of this kind.") + " " + said
        if self._draft.survey.too_many:
            said += " " + _("The table names more than these; the others are left out.")
        self.said.setText(said)

    # Answers.

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if self._draft is not None and 0 <= row < len(self._things):
            self.form.show_thing(self._draft, self._things[row])
            self._fit()

    @Slot(object)
    def _on_answered(self, draft: Draft) -> None:
        self._draft = draft
        for row, thing in enumerate(self._things):
            self.list.item(row).setText(self._words(thing))
        self._say()
        self._fit()
        self.answered.emit(draft)

    @Slot(object)
    def _on_scale_for_all(self, scale: Scale) -> None:
        if self._draft is None:
            return
        draft = self._draft
        for thing in draft.unanswered():
            take = draft.takes[thing]
            if take.scale is None and all(map(scale.holds, draft.numbers(thing))):
                draft = draft.with_take(thing, replace(take, scale=scale))
        self._on_answered(draft)
        self._on_row(self.list.currentRow())

    @Slot()
    def _on_leave_unfit(self) -> None:
        if self._draft is not None:
            self._on_answered(replace(self._draft, leave_unfit=self.leave_unfit.isChecked()))
            self._on_row(self.list.currentRow())
