"""A grade: a few large buttons, each with its number and what it means. Digits choose."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from diary.field import Field
from diary.ui.theme import Theme
from diary.ui.widgets.choice import ChoiceInput, Key
from diary.ui.widgets.stool_pictures import picture, size


class GradeInput(ChoiceInput):
    """The grades of a field; `value_changed` carries the number, or None when cleared."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        grades = [(int(each.key), f"{each.key}  {each.label}") for each in field.choices]
        super().__init__(grades, parent)
        self.set_names(str(field.label))

    def digits(self) -> Mapping[int, Key]:
        """Each digit chooses its own grade."""
        return {key: key for key in self._buttons if isinstance(key, int)}


class StoolInput(GradeInput):
    """The form of the stool, each with its drawing before its words."""

    def __init__(self, field: Field, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._theme = theme
        theme.changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        plain, chosen = self._theme.colour("ink"), self._theme.colour("on_accent")
        for form, made in self._buttons.items():
            made.setIconSize(size())
            made.setIcon(picture(int(form), plain, chosen))
