"""The doses of one medicine through time, the latest first; each can be corrected or deleted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from diary.i18n import _
from diary.logic.medicine_phrases import dose_words, noticed_words, span_words
from diary.logic.medicines import Course
from diary.ui.models.care_list import Entry
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.care_list import CareList
from diary.ui.widgets.controls import GAP, PART, TARGET, button, label, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.notice import Notice


class MedicineHistory(QFrame):
    """The signals carry the key of a dose period."""

    correct_wanted = Signal(str)
    remove_wanted = Signal(str)
    add_wanted = Signal()

    def __init__(
        self, theme: Theme, undo: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._removed = ""
        self.list = CareList(
            _("Doses through time"), _("Enter corrects a dose, Delete removes it."), theme
        )
        self.empty = label(_("No dose is written down."), "secondary")
        self.correct = button(_("Edit"), "quiet", self._on_correct)
        self.remove = writing(button(_("Delete dose"), "quiet", self._on_remove))
        self.add = writing(button(_("Add an earlier dose"), "quiet", self.add_wanted.emit))
        self.notice = Notice(_("Undo"), undo, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, PART, 2 * GAP, PART)
        column.setSpacing(GAP)
        column.addWidget(label(_("Doses through time"), "heading"))
        column.addWidget(self.notice)
        column.addWidget(self.list)
        column.addWidget(self.empty)
        tools = QWidget()
        row = FlowLayout(tools)
        for made in (self.correct, self.remove, self.add):
            made.setMinimumHeight(TARGET)
            row.addWidget(made)
        column.addWidget(tools)
        self.setFocusProxy(self.list)
        self.list.open_wanted.connect(self.correct_wanted)
        self.list.remove_wanted.connect(self.remove_wanted)
        self.list.chosen_changed.connect(self._on_chosen)
        self._on_chosen("")

    def show_course(self, course: Course) -> None:
        """Show the doses of a medicine."""
        self.list.show_entries(
            Entry(
                each.id,
                dose_words(each) or _("Dose not written down"),
                (span_words(each), noticed_words(each)),
            )
            for each in reversed(course.periods)
        )
        self.list.setVisible(bool(course.periods))
        self.empty.setVisible(not course.periods)
        self.notice.say(self._removed)
        self._removed = ""

    def say_removed(self, words: str) -> None:
        """Offer undo as soon as it is gone."""
        self._removed = words
        announce(self, words)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.correct.setEnabled(bool(key))
        self.remove.setEnabled(bool(key))

    def _on_correct(self) -> None:
        self.correct_wanted.emit(self.list.chosen)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self.list.chosen)
