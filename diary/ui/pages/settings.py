"""The settings, drawn from their declarations. Each is applied at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import _
from diary.settings import SETTINGS, Setting, Settings
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import GAP, card, label, scrolling
from diary.ui.widgets.number import NumberInput


class SettingsPage(QWidget):
    """One card a setting."""

    def __init__(self, settings: Settings, folder: str) -> None:
        super().__init__()
        self._settings = settings
        self.setProperty("role", "page")
        self.inputs: dict[str, ChoiceInput | NumberInput] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(label(_("Settings"), "title"))
        for setting in SETTINGS:
            column.addWidget(self._card(setting))
        column.addWidget(self._about(folder))
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))
        settings.changed.connect(self.refresh)
        self.refresh()

    def _card(self, setting: Setting) -> QWidget:
        frame, body = card(str(setting.label))
        made = _input(setting)
        made.set_names(str(setting.label))
        made.value_changed.connect(partial(self._on_chosen, setting))
        self.inputs[setting.key] = made
        body.addWidget(made)
        body.addWidget(label(str(setting.help), "secondary"))
        return frame

    def _about(self, folder: str) -> QWidget:
        frame, body = card(_("Your diary"))
        body.addWidget(label(_("It is kept on this computer, in this folder:")))
        place = label(folder, "strong")
        place.setAccessibleName(_("Folder of the diary: {folder}").format(folder=folder))
        body.addWidget(place)
        body.addWidget(
            label(
                _(
                    "The diary’s file is encrypted, but its key lies beside it, without a "
                    "passphrase: anyone who can open this folder can read the diary."
                ),
                "secondary",
            )
        )
        return frame

    def _on_chosen(self, setting: Setting, value: object) -> None:
        if value is None:
            self.refresh()
        else:
            self._settings.set(setting, str(value))

    @Slot()
    def refresh(self) -> None:
        """Show the values in use."""
        for setting in SETTINGS:
            shown, value = self.inputs[setting.key], self._settings.value(setting)
            if isinstance(shown, NumberInput):
                shown.show_value(int(value))
            else:
                shown.show_value(value)


def _input(setting: Setting) -> ChoiceInput | NumberInput:
    if setting.options:
        return ChoiceInput([(option.key, str(option.label)) for option in setting.options])
    number = NumberInput(setting.high, 1, "")
    number.show_proposal(setting.low, "")
    return number
