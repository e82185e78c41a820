"""Settings: how the window looks. Kept on this computer, not in the diary."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from diary.i18n import _
from diary.settings import LOOK, TEXT_SIZE, Setting, Settings
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.number import NumberInput
from diary.ui.widgets.settings_part import SettingsPart

SHOWN = (TEXT_SIZE, LOOK)


class LookSettings(SettingsPart):
    """The size of the text and the look."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(_("Look"))
        self._settings = settings
        self.inputs: dict[str, ChoiceInput | NumberInput] = {}
        for setting in SHOWN:
            self._add(setting)
        settings.changed.connect(self.refresh)
        self.refresh()

    def _add(self, setting: Setting) -> None:
        made = _input(setting)
        made.set_names(str(setting.label))
        made.value_changed.connect(partial(self._on_chosen, setting))
        self.inputs[setting.key] = made
        self.add(str(setting.label), made, str(setting.help))

    def _on_chosen(self, setting: Setting, value: object) -> None:
        if value is None:
            self.refresh()
        else:
            self._settings.set(setting, str(value))

    @Slot()
    def refresh(self) -> None:
        """Show the values in use."""
        for setting in SHOWN:
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
