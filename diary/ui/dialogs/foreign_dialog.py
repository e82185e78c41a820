"""Brings in a table of another program: what it holds, its dates, and what becomes of each thing.

Nothing is written here. The last step hands on what was read; the dry run of the import shows it.
The answers are kept in the diary, for the next file of the same kind.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.errors import DiaryError
from db.records import Preference
from diary.errors import sentence
from diary.exchange.content import Content, Follow
from diary.exchange.foreign import reading, saved
from diary.exchange.foreign.draft import Draft, opened
from diary.i18n import _, format_number
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.dialogs.foreign_columns import ColumnsStep
from diary.ui.dialogs.foreign_dates import DatesStep
from diary.ui.dialogs.foreign_refusal import Refusal
from diary.ui.dialogs.foreign_things import ThingsStep
from diary.ui.dialogs.foreign_work import ForeignWork
from diary.ui.focus import focus_first
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label, scrolling
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.stack import Stack

WIDE, HIGH = 860, 640
SECTION = "keeping-it-safe"
COLUMNS, DATES, THINGS, REFUSED = range(4)
T = TypeVar("T")


class ForeignDialog(Dialog):
    """`content_ready` carries the `Content` that was read."""

    content_ready = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, file: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, _("A table of another program"), SECTION, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._file = file
        self._work = ForeignWork(self)
        self._draft: Draft | None = None
        self._is_answered = False
        self.columns = ColumnsStep(theme, file.name)
        self.dates = DatesStep()
        self.things = ThingsStep(theme)
        self._parts = (self.columns, self.dates, self.things)
        self.steps = Stack()
        self.place = label("", "strong")
        self.refusal = Refusal()
        self.said = label("", "problem")
        self.said.hide()
        self.waiting = label("", "secondary")
        self.waiting.hide()
        self.next_button = button(_("Go on"), "primary", self.go_on)
        self.back_button = button(_("Back"), "beside", self.go_back)
        self.back_button.hide()
        self.leave_button = button(_("Cancel"), "beside", self.reject)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for step in (*self._parts, self.refusal):
            self.steps.addWidget(scrolling(step))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(self.heading(_("A table of another program")))
        column.addWidget(self.place)
        column.addWidget(self.steps, 1)
        column.addWidget(self.waiting)
        column.addWidget(self.said)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for made in (self.next_button, self.back_button, self.leave_button):
            flow.addWidget(made)
        column.addWidget(buttons)
        self.fit(self.theme.px(WIDE), self.theme.px(HIGH))

    def _connect(self) -> None:
        self.columns.work_wanted.connect(self._on_work_wanted)
        self._work.lasts.connect(self._on_lasts)
        self.dates.answered.connect(self._on_answered)
        self.things.answered.connect(self._on_answered)

    def open(self) -> None:
        """Open, and look into the file."""
        super().open()
        session = self.session
        memory = {
            each.key: session.preference(each.key)
            for each in session.events(Preference)
            if each.key.startswith(saved.PREFERENCE)
        }
        self._start(partial(opened, self._file, session.catalogue, memory), self._on_opened)

    # The steps.

    def _show_step(self, step: int) -> None:
        if self._draft is None:
            return
        names = (
            _("Step 1 of 3: what is in the file"),
            _("Step 2 of 3: dates and numbers"),
            _("Step 3 of 3: what becomes of each thing"),
        )
        self._parts[step].show_draft(self._draft)
        self.steps.setCurrentIndex(step)
        self.place.setText(names[step])
        self.back_button.setVisible(step != COLUMNS)
        self.next_button.setText(_("Show what would be added") if step == THINGS else _("Go on"))
        self._say("")
        self._begin(step)
        announce(self, names[step])

    def _begin(self, step: int) -> None:
        """Put the keyboard on what is to be answered; where that is nothing, on the way on."""
        if self._draft is not None and self._problem(self._draft, step):
            focus_first(self._parts[step])
        else:
            self.next_button.setFocus()

    @Slot()
    def go_back(self) -> None:
        """To the step before."""
        self._show_step(self.steps.currentIndex() - 1)

    @Slot()
    def go_on(self) -> None:
        """To the next step, once this one is answered; after the last, read the table."""
        step, draft = self.steps.currentIndex(), self._draft
        if draft is None:
            return
        problem = self._problem(draft, step)
        self._say(problem)
        if problem:
            return
        if step != THINGS:
            self._show_step(step + 1)
        elif draft.table is not None:
            clock = self.session.clock
            job = partial(
                reading.read, draft.table, draft.plan(), draft.catalogue, clock.now(), clock.zone()
            )
            self._start(job, self._on_read)

    def _problem(self, draft: Draft, step: int) -> str:
        if step == COLUMNS:
            return draft.columns_problem()
        return self.dates.problem(draft) if step == DATES else self.things.problem(draft)

    # What comes back.

    def _on_opened(self, draft: Draft) -> None:
        self._draft = draft
        settled = not draft.columns_problem() and draft.order is not None and draft.sign is not None
        self._show_step(THINGS if draft.known and settled else COLUMNS)

    @Slot(object)
    def _on_work_wanted(self, work: Callable[[Draft, Follow], Draft]) -> None:
        if self._draft is not None:
            self._start(partial(work, self._draft), self._on_worked)

    def _on_worked(self, draft: Draft) -> None:
        self._draft = draft
        self.columns.show_draft(draft)

    @Slot(object)
    def _on_answered(self, draft: Draft) -> None:
        self._draft, self._is_answered = draft, True
        self._say("")

    def _on_read(self, content: Content) -> None:
        self._is_answered = True
        self.accept()
        self.content_ready.emit(content)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DiaryError):
            raise error
        if self._draft is not None:
            self.columns.show_draft(self._draft)
            self._say(sentence(error))
            return
        self.refusal.say(sentence(error))
        self.steps.setCurrentIndex(REFUSED)
        self.place.hide()
        self.next_button.hide()
        self.leave_button.setText(_("Close"))
        self.leave_button.setFocus()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        announce(self, words)

    # Work that takes a moment.

    @property
    def busy(self) -> bool:
        """Whether the table is being read just now."""
        return self._work.busy

    def _start(self, job: Callable[[Follow], T], done: Callable[[T], object]) -> None:
        focus = self.focusWidget()

        def then(result: T) -> None:
            self._rest(focus)
            done(result)

        def failed(error: Exception) -> None:
            self._rest(focus)
            self._on_failed(error)

        self._set_on(on=False)
        self._work.run(job, then, failed)

    def _rest(self, focus: QWidget | None) -> None:
        self.waiting.hide()
        self._set_on(on=True)
        if focus is not None and focus.isVisible():
            focus.setFocus()

    def _set_on(self, *, on: bool) -> None:
        for each in (self.steps, self.next_button, self.back_button):
            each.setEnabled(on)

    @Slot(int)
    def _on_lasts(self, rows: int) -> None:
        words = _("Reading the table: {rows} rows so far. Cancel stops it.")
        self.waiting.setText(words.format(rows=format_number(rows)))
        self.waiting.show()

    # Leaving.

    def done(self, result: int) -> None:
        """Leave; what was answered stays in the diary, so that nobody has to answer twice."""
        self._work.close()
        self._keep_answers()
        super().done(result)

    def _keep_answers(self) -> None:
        draft = self._draft if self._is_answered else None
        if draft is None or draft.table is None or draft.order is None or draft.sign is None:
            return
        key, answers = saved.key_of(draft.table.names), saved.kept(draft.plan())
        if answers != self.session.preference(key):
            self.session.prefer(key, answers)
