"""The latest skin check at a glance: its grades on drawn arms, and what the numbers mean."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.field import Field, Group
from diary.i18n import _, format_day
from diary.logic.skin_check import SkinCheck
from diary.ui.theme import Theme
from diary.ui.widgets.controls import label
from diary.ui.widgets.map_marks import Mark
from diary.ui.widgets.map_picture import MapPicture
from diary.ui.widgets.maps.arms import ARMS


class SkinCheckPicture(QWidget):
    """Without any check, the bare arms show which places are meant. `field` has the grades."""

    def __init__(self, field: Field, theme: Theme) -> None:
        super().__init__()
        self._field = field
        self.title = label("", "strong")
        self.picture = MapPicture(ARMS, theme, Group.SKIN.value)
        self.legend = label(
            "\n".join(f"{choice.key}  {choice.label}" for choice in field.choices), "small"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.legend)
        column.addStretch(1)

    def show_check(self, check: SkinCheck | None) -> None:
        """Show a check, or that there is none yet."""
        title = format_day(check.day) if check else _("The eight places")
        grades, words = check.grades if check else {}, self._field.words
        self.title.setText(title)
        self.picture.show_marks(
            title,
            {key: Mark(grade, words=f"{grade}, {words(grade)}") for key, grade in grades.items()},
        )
