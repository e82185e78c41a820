"""The inputs of a skin check: drawn arms, the same regions as a list, and the four grades.

A grade goes to the region at which one is, in the drawing or in the list; then the next region
without a grade has its turn.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.field import Field, Group
from diary.i18n import _, format_number
from diary.logic.skin_check import HIGHEST, REGIONS, SkinCheck, last_words, total_words
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.beside import Beside
from diary.ui.widgets.controls import GAP, TARGET, button, card, label
from diary.ui.widgets.drawn_map import DrawnMap
from diary.ui.widgets.grade import GradeInput
from diary.ui.widgets.map_marks import Mark
from diary.ui.widgets.maps.arms import ARMS
from diary.ui.widgets.region_list import RegionList


class SkinCheckForm(QWidget):
    """`graded` carries a region and its grade, None where it was taken away."""

    graded = Signal(str, object)

    def __init__(self, field: Field, theme: Theme) -> None:
        super().__init__()
        self._field = field
        self._check: SkinCheck | None = None
        self.map = DrawnMap(ARMS, theme, Group.SKIN.value, highest_grade=HIGHEST)
        self.grades = GradeInput(field)
        self.clear = button(_("Clear"), "quiet", lambda: self._on_grade(None))
        self.clear.setMinimumHeight(TARGET)
        self.list = RegionList(ARMS, highest_grade=HIGHEST)
        self.region = label("", "strong")
        self.total = label("", "strong")
        self.before = label("", "secondary")
        self._lay_out()
        self._connect()
        self._stand_at(self.map.here)

    def _lay_out(self) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.region)
        column.addWidget(self.grades)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(GAP)
        column.addWidget(self.list)
        column.addStretch(1)
        frame, inside = card()
        inside.addWidget(Beside(self.map, words, (0, 1)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        hint = _(
            "Lift a fold of skin in each region. Skin that folds easily is soft; skin that you can "
            "hardly lift is very hard. Leave out what is sore or covered."
        )
        whole.addWidget(label(f"{hint} {ARMS.hint}", "secondary"))
        whole.addWidget(frame)
        self.setFocusProxy(self.map)

    def _connect(self) -> None:
        for part in (self.map, self.list):
            part.graded.connect(self._on_graded)
            part.chosen.connect(self._stand_at)
            part.moved.connect(self._stand_at)
        self.grades.value_changed.connect(self._on_grade)

    # Showing.

    def show_check(self, check: SkinCheck, before: SkinCheck | None) -> None:
        """Show what is recorded, beside the check before."""
        self._check = check
        marks = {region: self._mark(region, check, before) for region in REGIONS}
        self.map.show_marks(marks)
        self.list.show_marks(marks)
        self.total.setText(total_words(check))
        self.before.setText(last_words(before))
        self._stand_at(self.map.here)

    def _mark(self, region: str, check: SkinCheck, before: SkinCheck | None) -> Mark:
        """What is known of a region: briefly for the list, in full for screen readers."""
        grade, earlier = check.grades.get(region), before.grades.get(region) if before else None
        now = [] if grade is None else [format_number(grade)]
        full = [] if grade is None else [f"{grade}, {self._field.words(grade)}"]
        last = [] if earlier is None else [_("last time {grade}").format(grade=earlier)]
        return Mark(grade, words=", ".join(full + last), short=" · ".join(now + last))

    @Slot(str)
    def _stand_at(self, region: str) -> None:
        """Ask about a region: in the drawing, in the list and below it."""
        self.map.show_chosen(region)
        self.list.show_chosen(region)
        name = ARMS.label(region)
        self.region.setText(name)
        self.grades.set_names(name)
        self.grades.show_value(self._check.grades.get(region) if self._check else None)
        self.clear.setAccessibleName(_("Clear: {name}").format(name=name))

    # What happens.

    @Slot(object)
    def _on_grade(self, grade: int | None) -> None:
        self._on_graded(self.map.here, grade)

    @Slot(str, object)
    def _on_graded(self, region: str, grade: int | None) -> None:
        self.graded.emit(region, grade)
        following = self._check.next_open(region) if self._check and grade is not None else None
        self._stand_at(following or region)
        if self._check is not None:
            announce(self, f"{total_words(self._check)}. {self.region.text()}")
