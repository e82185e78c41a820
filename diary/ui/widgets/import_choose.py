"""The first page of an import: what can be imported, and why the last try did not work."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, card, label, scrolling
from diary.ui.widgets.flow import FlowLayout


class ImportChoose(QWidget):
    """`another` asks for a file, `left` to leave it."""

    another = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.problem = label("", "problem")
        self.safe = label(_("Your diary is as it was."), "secondary")
        self.choose_button = button(_("Choose a file…"), "primary", self.another.emit)
        self.leave_button = button(_("Close"), "beside", self.left.emit)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(2 * GAP)
        column.addWidget(
            label(
                _(
                    "Choose a file, and see what it would bring. Nothing is changed before you say "
                    "so, your diary is backed up first, and one step takes it all back."
                )
            )
        )
        column.addWidget(self.problem)
        column.addWidget(self.safe)
        for title, words in _kinds():
            frame, about = card(title)
            about.addWidget(label(words, "secondary"))
            column.addWidget(frame)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside), 1)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.choose_button)
        row.addWidget(self.leave_button)
        outer.addWidget(buttons)
        self.show_problem("")

    def show_problem(self, words: str) -> None:
        """Say why it did not work; the diary is as it was."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.safe.setVisible(bool(words))
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)


def _kinds() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Your diary on another computer"),
            _(
                "A backup (its name ends with .scdiary). What is new comes in; where both have "
                "something else on the same day, you see both and choose."
            ),
        ),
        (
            _("An export of this program"),
            _("A .json file, or the .zip with tables and photos."),
        ),
        (
            _("Tables of another app"),
            _("A .csv file. You say what its columns mean."),
        ),
    )
