"""Settings: how the window looks, and its keys. Kept on this computer, not in the diary."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import _
from diary.settings import LOOK, ONE_KEY, SYSTEM, TEXT_SIZE, Setting, Settings
from diary.ui.theme import Theme
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import GAP
from diary.ui.widgets.number import NumberInput
from diary.ui.widgets.settings_part import SettingsPart

TWO_LARGE_DIGITS = 76
"""Pixels that hold them in each size of the text, so that + stays where it is."""


class LookSettings(SettingsPart):
    """The size of the text, the look, and whether keys act alone.

    `resizing` says that the text is about to get another size.
    """

    resizing = Signal()

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__(_("Look and keys"))
        self._settings, self._theme = settings, theme
        self.size_choice = ChoiceInput(_answers(TEXT_SIZE))
        self.points = NumberInput(TEXT_SIZE.high, 1, "")
        self.look = ChoiceInput(_answers(LOOK))
        self.one_key = ChoiceInput(_answers(ONE_KEY))
        self._lay_out()
        self.size_choice.value_changed.connect(self._on_size)
        self.points.value_changed.connect(self._on_points)
        self.look.value_changed.connect(partial(self._on_chosen, LOOK))
        self.one_key.value_changed.connect(partial(self._on_chosen, ONE_KEY))
        settings.changed.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        self.points.show_proposal(TEXT_SIZE.low, "")
        self.points.edit.setFixedWidth(TWO_LARGE_DIGITS)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.points)  # alone: nothing beside it moves where − or + was
        column.addWidget(self.size_choice)
        self._add(TEXT_SIZE, self.size_choice, row)
        self.points.set_names(str(TEXT_SIZE.label))
        for setting, made in ((LOOK, self.look), (ONE_KEY, self.one_key)):
            self._add(setting, made, made)

    def _add(self, setting: Setting, made: ChoiceInput, row: QWidget) -> None:
        made.set_names(str(setting.label))
        self.add(str(setting.label), row, str(setting.help))

    @Slot(object)
    def _on_size(self, value: object) -> None:
        """Chosen no more, the size in use stays."""
        in_use = TEXT_SIZE.bounded(round(self._theme.points))
        self._on_chosen(TEXT_SIZE, in_use if value is None else value)

    @Slot(object)
    def _on_points(self, value: object) -> None:
        self.resizing.emit()
        self._on_chosen(TEXT_SIZE, value)

    def _on_chosen(self, setting: Setting, value: object) -> None:
        if value is None:
            self.refresh()
        else:
            self._settings.set(setting, str(value))

    @Slot()
    def refresh(self) -> None:
        """Show the values in use."""
        points = self._settings.points()
        self.size_choice.show_value(SYSTEM if points is None else None)
        self.points.show_value(round(points or self._theme.points))
        self.look.show_value(self._settings.value(LOOK))
        self.one_key.show_value(self._settings.value(ONE_KEY))


def _answers(setting: Setting) -> list[tuple[str, str]]:
    return [(option.key, str(option.label)) for option in setting.options]
