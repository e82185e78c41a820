"""Erasing everything: what goes, what stays, a copy first, and a last question.

Nothing is erased here: `wanted` carries the wish, which is carried out once the diary is closed.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from diary import erasing
from diary.erasing import Wish
from diary.i18n import _
from diary.jobs import Jobs
from diary.paths import Places
from diary.session import Session
from diary.trace_kinds import Kind
from diary.traces import Traces
from diary.ui.dialogs.dialog import Dialog
from diary.ui.erase_words import ABOUT, COPY, goes, last, second_words, stays
from diary.ui.export_file import ExportFile
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.bullets import Bullets
from diary.ui.widgets.controls import GAP, button, card, label, scrolling
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.stack import Stack

SIZE = QSize(720, 640)


class EraseDialog(Dialog):
    """Two questions, answered by two buttons in two places: a slip of the hand erases nothing."""

    wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        places: Places,
        second: Path | None,
        parent: QWidget | None,
    ) -> None:
        super().__init__(session, theme, _("Erase everything"), "keeping-it-safe", parent)
        self._wish = erasing.wish(session.read, places, second)
        self._jobs = Jobs("erase", self)
        self.export = ExportFile(session, self._jobs, self)
        self.goes, self.stays = Bullets([_("One moment…")]), Bullets()
        self.with_second = QCheckBox(_("Erase the backups in the second place, too"))
        self.where_second = label("", "secondary")
        self.copy_button = button(_("Save a copy first…"), "beside", self.export.save)
        self.said = label("", "secondary")
        self.asked = label("")
        self.keep_button = button(_("Keep my diary"), "primary", self.reject)
        self.next_button = button(_("Go on…"), "beside", self.ask)
        self.erase_button = button(_("Erase everything now"), "beside", self.erase)
        self.pages = Stack()
        self._lay_out()
        self.export.begun.connect(self._on_copy_begun)
        self.export.ended.connect(self._on_copy_ended)
        self._jobs.run(self._wish.traces, self._on_traces, _raise)

    def _lay_out(self) -> None:
        for each in (self.said, self.with_second, self.where_second):
            each.hide()
        self.next_button.setEnabled(False)
        self.pages.addWidget(self._what_goes())
        self.pages.addWidget(self._last_question())
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(self.heading(_("Erase everything")))
        column.addWidget(self.pages, 1)
        buttons = FlowLayout()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.next_button)
        column.addLayout(buttons)
        self.fit(self.theme.px(SIZE.width()), self.theme.px(SIZE.height()))
        self.keep_button.setFocus()

    def _what_goes(self) -> QWidget:
        inside, column = _page()
        column.addWidget(label(str(ABOUT), "strong"))
        frame, body = card(_("Before"))
        for each in (label(str(COPY)), self.copy_button, self.said):
            body.addWidget(each)
        body.setAlignment(self.copy_button, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(frame)
        frame, body = card(_("This is erased"))
        body.addWidget(self.goes)
        body.addWidget(self.with_second)
        body.addWidget(self.where_second)
        column.addWidget(frame)
        frame, body = card(_("This is kept"))
        body.addWidget(self.stays)
        column.addWidget(frame)
        column.addStretch(1)
        area = scrolling(inside)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(_("What goes and what stays"))
        return area

    def _last_question(self) -> QWidget:
        inside, column = _page()
        frame, body = card(_("Erase it all?"))
        body.setSpacing(2 * GAP)
        body.addWidget(self.asked)
        body.addWidget(self.erase_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(frame)
        column.addStretch(1)
        return scrolling(inside)

    # What there is.

    def _on_traces(self, traces: Traces) -> None:
        self.goes.show_lines(goes(traces))
        self.stays.show_lines(stays(traces.foreign))
        if self._wish.second is not None:
            found = traces.of(Kind.SECOND)
            self.with_second.setVisible(bool(found))
            self.with_second.setChecked(bool(found))
            self.where_second.setText(second_words(self._wish.second, found))
            self.where_second.show()
        self.next_button.setEnabled(True)

    # A copy first.

    @Slot()
    def _on_copy_begun(self) -> None:
        self.copy_button.setText(_("Saving…"))
        self._let_press(yes=False)

    @Slot(str)
    def _on_copy_ended(self, words: str) -> None:
        self.copy_button.setText(_("Save a copy first…"))
        self._let_press(yes=True)
        self.said.setText(words)
        self.said.show()
        announce(self, words)

    def _let_press(self, *, yes: bool) -> None:
        for each in (self.copy_button, self.next_button):
            each.setEnabled(yes)

    # The last question.

    @Slot()
    def ask(self) -> None:
        """Ask once more; the keyboard stands on what keeps the diary."""
        wish = self._meant()
        self.asked.setText("\n".join(last(wish.places.diary, wish.second)))
        self.pages.setCurrentIndex(1)
        self.next_button.hide()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.asked.text())

    @Slot()
    def erase(self) -> None:
        """Both questions are answered."""
        self.accept()
        self.wanted.emit(self._meant())

    def _meant(self) -> Wish:
        return self._wish if self.with_second.isChecked() else self._wish.here()

    def done(self, result: int) -> None:
        """Close; a copy that is being saved is finished first."""
        self._jobs.close()
        super().done(result)


def _page() -> tuple[QWidget, QVBoxLayout]:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, GAP, 0)
    column.setSpacing(2 * GAP)
    return inside, column


def _raise(error: Exception) -> None:
    raise error
